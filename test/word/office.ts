/** Written Word files turned into pages by LibreOffice, with the measuring fonts alone, and what stands where on them. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { FONTS_HINT, measuringFontconfig } from '../../build/measuring-fonts.ts'
import { findOffice, OFFICE_HINT } from '../../build/office.ts'

const office = findOffice()
const fontconfig = measuringFontconfig()

/** Why nothing can be measured here and how it can, or null. With CI=true it is a failure. */
export const LACKING: string | null = office === null ? OFFICE_HINT : fontconfig === undefined ? FONTS_HINT : null

/** True where tests that measure are left out, visibly. */
export const SKIPPED = LACKING !== null && process.env.CI !== 'true'
if (SKIPPED) process.stderr.write(`版面没有测量：${LACKING ?? ''}\n`)

/** A piece of text and where it stands; points from the page's upper left corner. */
export interface Word {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A page; width and height in points. */
export interface Page {
  readonly width: number
  readonly height: number
  readonly words: readonly Word[]
}

export interface Converted {
  readonly pages: readonly Page[]
  /** Names of the fonts in the PDF, without the subset's prefix. */
  readonly fonts: readonly string[]
}

/** Converts all files in one run of LibreOffice, which has a profile of its own. Throws where something is lacking. */
export function convert(files: Readonly<Record<string, Uint8Array>>): Readonly<Record<string, Converted>> {
  if (LACKING !== null || office === null || fontconfig === undefined) throw new Error(LACKING ?? OFFICE_HINT)
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-word-'))
  try {
    const out = join(folder, 'pdf')
    mkdirSync(out)
    const names = Object.keys(files)
    for (const name of names) writeFileSync(join(folder, `${name}.docx`), files[name] ?? '')
    const profile = pathToFileURL(join(folder, 'profile')).href
    const args = [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', out, ...names.map((name) => join(folder, `${name}.docx`))]
    execFileSync(office, args, { env: { ...process.env, FONTCONFIG_FILE: fontconfig }, stdio: 'pipe' })
    return Object.fromEntries(names.map((name) => [name, read(join(out, `${name}.pdf`))]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function read(pdf: string): Converted {
  const xml = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })
  const pages = xml.split('<page ').slice(1).map((page) => {
    const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(page) ?? []
    const words = [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/g)]
    return { width: Number(width), height: Number(height), words: words.map(toWord) }
  })
  const fonts = execFileSync('pdffonts', [pdf], { encoding: 'utf8' }).split('\n').slice(2)
  return { pages, fonts: fonts.map((line) => line.split(' ')[0]?.replace(/^[A-Z]{6}\+/, '') ?? '').filter((name) => name !== '').sort() }
}

function toWord([, left, top, right, bottom, text = '']: readonly string[]): Word {
  return { text: text.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>'), left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom) }
}

/** The lines of a page between two distances from the left, top to bottom: their text, from where to where. */
export function linesOf(page: Page, from = 0, to = Infinity): readonly Word[] {
  const lines: Word[] = []
  const inside = page.words.filter(({ left, right }) => left >= from - 1 && right <= to + 1)
  for (const word of [...inside].sort((a, b) => a.bottom - b.bottom || a.left - b.left)) {
    const last = lines.at(-1)
    // Fonts differ a little in where their boxes end.
    if (last && Math.abs(last.bottom - word.bottom) < 4) {
      lines[lines.length - 1] = { ...last, text: last.text + word.text, left: Math.min(last.left, word.left), right: Math.max(last.right, word.right) }
    } else lines.push(word)
  }
  return lines
}

/** Twips as points. */
export function points(twips: number): number {
  return twips / 20
}
