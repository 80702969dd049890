/**
 * The large libraries of the machine's programs: built once each into dist/electron/lib and loaded by the part of a program that needs
 * them. Most commands need none, and a program that holds them all has 8 MB to read and compile before its first line.
 */
import { join } from 'node:path'
import type { Plugin } from 'esbuild'
import { ROOT } from './tasks/run.ts'

/**
 * By the names they are imported with: what is built, and as what file. pdfkit's other build finds its data by an address that a bundle does
 * not have; pdf.js as it is shipped for use is half as large.
 */
const LIBRARIES: Readonly<Record<string, { readonly from: string; readonly to: string }>> = {
  docx: { from: 'docx/dist/index.mjs', to: 'docx' },
  fontkit: { from: 'fontkit/dist/main.cjs', to: 'fontkit' },
  numfmt: { from: 'numfmt/dist/index.js', to: 'numfmt' },
  pdfkit: { from: 'pdfkit/js/pdfkit.js', to: 'pdfkit' },
  'pdfjs-dist/legacy/build/pdf.mjs': { from: 'pdfjs-dist/legacy/build/pdf.min.mjs', to: 'pdf' },
  'pdfjs-dist/legacy/build/pdf.worker.mjs': { from: 'pdfjs-dist/legacy/build/pdf.worker.min.mjs', to: 'pdf.worker' },
  'write-excel-file/node': { from: 'write-excel-file/node/index.cjs', to: 'write-excel-file' },
}

/** The libraries' folder, beside the programs. */
export const LIBRARY_FOLDER = 'lib'

/** What esbuild builds as libraries: the path of each in node_modules by the name of its file. */
export const LIBRARY_ENTRIES = Object.values(LIBRARIES).map(({ from, to }) => ({ in: join(ROOT, 'node_modules', from), out: to }))

/** Has the libraries taken from their files instead of into the bundle; `folder` is where these lie, seen from what is built. */
export function apart(folder: string): Plugin {
  const names = Object.keys(LIBRARIES).map((name) => name.replace(/[.]/g, '\\.'))
  return {
    name: 'apart',
    setup(build) {
      build.onResolve({ filter: new RegExp(`^(${names.join('|')})$`) }, ({ path, kind }) => {
        const library = LIBRARIES[path]
        return library && kind !== 'entry-point' ? { path: `${folder}/${library.to}.cjs`, external: true } : undefined
      })
    },
  }
}

/** Of zod's fifty languages those that are spoken: ours, and the one that zod speaks by itself. */
export const FEWER_LANGUAGES: Plugin = {
  name: 'fewer languages',
  setup(build) {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: "export { default as zhCN } from './zh-CN.js'", loader: 'js' }))
  },
}
