/** What LibreOffice makes of Word files, converted once: what was read of its pages is kept by the file's hash, so that a repeated run is quick. */
import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { FONTS_HINT, measuringFontconfig } from '../../build/measuring-fonts.ts'
import { findOffice, OFFICE_HINT } from '../../build/office.ts'
import { linesOf, type Line } from '../../electron/pdf/measure-lines.ts'
import { measurePages, type MeasuredPage } from '../../electron/pdf/measure.ts'
import type { PdfPage } from '../../electron/pdf/pdf-marks.ts'
import { readPdf } from '../../electron/pdf/read-pdf.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const CACHE = join(ROOT, '.cache/truth')
/** Where pdf.js keeps what it reads Chinese text with. */
export const PDFJS = join(ROOT, 'node_modules/pdfjs-dist')

/** A line as it is compared. Points. */
export type SeenLine = Pick<Line, 'text' | 'x' | 'right' | 'baseline' | 'column' | 'cell'>

export interface SeenPage {
  readonly width: number
  readonly height: number
  readonly lines: readonly SeenLine[]
}

/** A Word file and the middle of the space between its columns on upright pages. */
export interface WordFile {
  readonly bytes: Uint8Array
  readonly gutter: number | null
}

/** Hears how many files are converted, before each call of LibreOffice. */
export type Tell = (files: number) => void

/** The lines of each file's pages, in order. Throws where LibreOffice or a font is missing. */
export function officePages(files: readonly WordFile[], tell?: Tell): Promise<readonly (readonly SeenPage[])[]> {
  const lines = (pages: readonly PdfPage[], { gutter }: WordFile): readonly SeenPage[] =>
    pages.map((page) => ({ width: page.width, height: page.height, lines: linesOf(page, page.width > page.height ? null : gutter).map(toSeen) }))
  return converted(files, (file) => `lines ${file.gutter ?? ''}`, lines, tell)
}

/** The measures of each file's pages. */
export function officeMeasures(files: readonly Uint8Array[], tell?: Tell): Promise<readonly (readonly MeasuredPage[])[]> {
  return converted(files.map((bytes) => ({ bytes })), () => 'measures', measurePages, tell)
}

/** How many files LibreOffice is given at once. */
const BATCH = 40

async function converted<F extends { readonly bytes: Uint8Array }, T>(files: readonly F[], key: (file: F) => string, read: (pages: readonly PdfPage[], file: F) => T, tell: Tell = () => undefined): Promise<readonly T[]> {
  const office = findOffice()
  const fontconfig = measuringFontconfig()
  if (office === null) throw new Error(OFFICE_HINT)
  if (fontconfig === undefined) throw new Error(FONTS_HINT)
  mkdirSync(CACHE, { recursive: true })
  const world = worldHash(office, fontconfig)
  const places = files.map((file) => join(CACHE, `${createHash('sha256').update(`${world} ${key(file)}\n`).update(file.bytes).digest('hex')}.json`))
  const missing = files.map((_, at) => at).filter((at) => !existsSync(places[at] ?? ''))
  for (let from = 0; from < missing.length; from += BATCH) {
    const batch = missing.slice(from, from + BATCH)
    tell(batch.length)
    const those = batch.flatMap((at) => files[at] ?? [])
    await convert(those, { office, fontconfig }, (pages, at) => {
      const file = those[at]
      if (file) writeFileSync(places[batch[at] ?? -1] ?? '', JSON.stringify(read(pages, file)))
    })
  }
  // Written above, or by an earlier run of these same programs.
  return places.map((place) => JSON.parse(readFileSync(place, 'utf8')) as T)
}

/** The programs that decide what is seen in a PDF. */
const READERS = ['matrix', 'page-reader', 'pdf-marks', 'read-pdf', 'measure-lines', 'measure-parts', 'measure'].map((name) => join(ROOT, 'electron/pdf', `${name}.ts`))

/** Everything but the file that decides what is seen: LibreOffice, the fonts, the programs that read its PDF. */
function worldHash(office: string, fontconfig: string): string {
  const hash = createHash('sha256').update(readFileSync(fontconfig)).update(String(statSync(realpathSync(office)).mtimeMs))
  for (const name of [...READERS, import.meta.filename]) hash.update(readFileSync(name))
  return hash.digest('hex')
}

/** Milliseconds that LibreOffice takes for all files in one run, which has a profile of its own; `read` gets the pages of each. */
export async function convert(files: readonly { readonly bytes: Uint8Array }[], { office, fontconfig }: { office: string; fontconfig: string }, read: (pages: readonly PdfPage[], at: number) => void): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-truth-'))
  try {
    const names = files.map(({ bytes }, at) => {
      const name = join(folder, `${at}.docx`)
      writeFileSync(name, bytes)
      return name
    })
    const profile = pathToFileURL(join(folder, 'profile')).href
    const began = performance.now()
    execFileSync(office, [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...names], { env: { ...process.env, FONTCONFIG_FILE: fontconfig }, stdio: 'pipe' })
    const milliseconds = performance.now() - began
    for (const at of files.keys()) read(await readPdf(readFileSync(join(folder, `${at}.pdf`)), PDFJS), at)
    return milliseconds
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What is kept of a line. */
export function toSeen({ text, x, right, baseline, column, cell }: Line): SeenLine {
  const round = (points: number): number => Math.round(points * 100) / 100
  return { text, x: round(x), right: round(right), baseline: round(baseline), column, cell }
}
