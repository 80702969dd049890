/** Opens PDF files with pdf.js, which is loaded when the first one is read. */
import { join, sep } from 'node:path'
import type * as Pdfjs from 'pdfjs-dist'
import { toMatrix } from './matrix.ts'
import { readPage, type PdfFont } from './page-reader.ts'
import type { PdfPage } from './pdf-marks.ts'

/** The pages of a PDF file. `data` is the folder (absolute) with pdf.js's `cmaps` and `standard_fonts`. Throws where it is no PDF or is locked. */
export async function readPdf(bytes: Uint8Array, data: string): Promise<readonly PdfPage[]> {
  const { getDocument, OPS } = await pdfjs()
  const task = getDocument({
    // A copy: pdf.js takes its bytes away from who gave them, and no Buffer.
    data: new Uint8Array(bytes),
    cMapUrl: join(data, 'cmaps') + sep,
    standardFontDataUrl: join(data, 'standard_fonts') + sep,
    // Names and outlines of fonts; nothing of the system's.
    fontExtraProperties: true,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  })
  try {
    const file = await task.promise
    const pages: PdfPage[] = []
    for (let number = 1; number <= file.numPages; number++) {
      const page = await file.getPage(number)
      const { width, height, transform } = page.getViewport({ scale: 1 })
      const { fnArray, argsArray } = await page.getOperatorList()
      const fonts = new Map<string, PdfFont>()
      const fontOf = (name: string): PdfFont => {
        const known = fonts.get(name) ?? fontFrom(page.commonObjs, name)
        fonts.set(name, known)
        return known
      }
      pages.push(readPage({ operators: fnArray, args: argsArray, codes: OPS, view: toMatrix(transform), width, height, fontOf }))
      page.cleanup()
    }
    return pages
  } finally {
    await task.destroy()
  }
}

interface Objects {
  has(id: string): boolean
  get(id: string): unknown
}

function fontFrom(objects: Objects, id: string): PdfFont {
  // pdf.js's object of a font, untyped.
  const found = (objects.has(id) ? objects.get(id) : {}) as { name?: string; fontMatrix?: readonly number[] }
  return {
    name: (found.name ?? '').replace(/^[A-Z]{6}\+/, ''),
    unit: found.fontMatrix?.[0] ?? 0.001,
    outline: (fontChar) => {
      const path = `${id}_path_${fontChar}`
      return objects.has(path) ? (objects.get(path) as { path?: ArrayLike<number> }).path : undefined
    },
  }
}

let loaded: Promise<typeof Pdfjs> | undefined

function pdfjs(): Promise<typeof Pdfjs> {
  loaded ??= load()
  return loaded
}

/**
 * pdf.js as it is wanted here: its parser in this thread, nothing drawn. As it loads it looks for a canvas and for the matrices of a
 * browser, and says on the console that there are none; a class of any kind is enough for it to load.
 */
async function load(): Promise<typeof Pdfjs> {
  const { warn } = console
  const global = globalThis as { DOMMatrix?: unknown; pdfjsWorker?: unknown }
  try {
    console.warn = () => undefined
    global.DOMMatrix ??= Array
    global.pdfjsWorker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } finally {
    console.warn = warn
  }
}
