/** LibreOffice's pages of Word files, converted once: what was found is kept by the file's hash, so that a repeated run is quick. */
import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { FONTS_HINT, measuringFontconfig } from '../../build/measuring-fonts.ts'
import { findOffice, OFFICE_HINT } from '../../build/office.ts'
import { linesOf, type Line } from '../../electron/pdf/measure-lines.ts'
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

/** How many files LibreOffice is given at once. */
const BATCH = 40

/** The pages of each file, in order. `tell` hears how many files are converted, before each call. Throws where LibreOffice or a font is missing. */
export async function officePages(files: readonly WordFile[], tell: (files: number) => void = () => undefined): Promise<readonly (readonly SeenPage[])[]> {
  const office = findOffice()
  const fontconfig = measuringFontconfig()
  if (office === null) throw new Error(OFFICE_HINT)
  if (fontconfig === undefined) throw new Error(FONTS_HINT)
  mkdirSync(CACHE, { recursive: true })
  const world = worldHash(office, fontconfig)
  const places = files.map(({ bytes, gutter }) => join(CACHE, `${createHash('sha256').update(`${world} ${gutter ?? ''}\n`).update(bytes).digest('hex')}.json`))
  const missing = files.map((_, at) => at).filter((at) => !existsSync(places[at] ?? ''))
  for (let from = 0; from < missing.length; from += BATCH) {
    const batch = missing.slice(from, from + BATCH)
    tell(batch.length)
    const seen = await convert(batch.flatMap((at) => files[at] ?? []), office, fontconfig)
    batch.forEach((at, index) => writeFileSync(places[at] ?? '', JSON.stringify(seen[index])))
  }
  // Written above, or by an earlier run of this same program.
  return places.map((place) => JSON.parse(readFileSync(place, 'utf8')) as readonly SeenPage[])
}

/** Everything but the file that decides what is seen: LibreOffice, the fonts, the programs that read its PDF. */
function worldHash(office: string, fontconfig: string): string {
  const hash = createHash('sha256').update(readFileSync(fontconfig)).update(String(statSync(realpathSync(office)).mtimeMs))
  const readers = readdirSync(join(ROOT, 'electron/pdf')).filter((name) => /^(matrix|page-reader|pdf-marks|read-pdf|measure-lines)\.ts$/.test(name))
  for (const name of [...readers.map((one) => join(ROOT, 'electron/pdf', one)), import.meta.filename]) hash.update(readFileSync(name))
  return hash.digest('hex')
}

async function convert(files: readonly WordFile[], office: string, fontconfig: string): Promise<readonly (readonly SeenPage[])[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-truth-'))
  try {
    const names = files.map(({ bytes }, at) => {
      const name = join(folder, `${at}.docx`)
      writeFileSync(name, bytes)
      return name
    })
    const profile = pathToFileURL(join(folder, 'profile')).href
    execFileSync(office, [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...names], { env: { ...process.env, FONTCONFIG_FILE: fontconfig }, stdio: 'pipe' })
    const seen: (readonly SeenPage[])[] = []
    for (const [at, { gutter }] of files.entries()) {
      const pages = await readPdf(readFileSync(join(folder, `${at}.pdf`)), PDFJS)
      seen.push(pages.map((page) => ({ width: page.width, height: page.height, lines: linesOf(page, page.width > page.height ? null : gutter).map(toSeen) })))
    }
    return seen
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What is kept of a line. */
export function toSeen({ text, x, right, baseline, column, cell }: Line): SeenLine {
  const round = (points: number): number => Math.round(points * 100) / 100
  return { text, x: round(x), right: round(right), baseline: round(baseline), column, cell }
}
