/** The measuring fonts as a PDF takes them; where they are not installed, tests of PDF files are left out visibly. */
import { execFileSync } from 'node:child_process'
import { FONTS_HINT, measuringFontconfig } from '../../build/measuring-fonts.ts'
import type { FontFile } from '../../electron/pdf/font-face.ts'
import type { SlotFiles } from '../../electron/pdf/font-book.ts'
import { FONT_SLOTS } from '../../shared/layout/slots.ts'
import { template } from '../docx/template.ts'

const fontconfig = measuringFontconfig()

/** Why no PDF can be written here and how it can, or null. With CI=true it is a failure. */
export const LACKING: string | null = fontconfig === undefined ? FONTS_HINT : null

/** True where tests that need the fonts are left out. */
export const SKIPPED = LACKING !== null && process.env.CI !== 'true'
if (SKIPPED) process.stderr.write(`PDF 没有测试：${LACKING ?? ''}\n`)

/** The face that the measuring fonts have for a family. */
export function faceFor(family: string): FontFile {
  const env = { ...process.env, FONTCONFIG_FILE: fontconfig }
  const [path = '', index] = execFileSync('fc-match', ['-f', '%{file}\t%{index}', family], { env, encoding: 'utf8' }).split('\t')
  return { path, index: Number(index) }
}

/** A face for each slot, and Noto Serif CJK for what it lacks. */
export function measuringFonts(): SlotFiles {
  const supplement = faceFor('Noto Serif CJK SC')
  const files = FONT_SLOTS.map((slot) => [slot, [faceFor(template.fonts[slot]), supplement]] as const)
  // Every slot has its line.
  return Object.fromEntries(files) as unknown as SlotFiles
}
