// pdf.js brings no types for the part that parses files; it is only handed on.
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown
}
