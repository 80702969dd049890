/** Measures of a font file, by fontkit. */
import { stat } from 'node:fs/promises'
import type { Font } from 'fontkit'
import type { FontMeasures } from '../../shared/layout/metrics.ts'
import { charWidth } from '../../shared/layout/text-width.ts'
import type { FontFace } from './face.ts'
import { readFontFile } from './files.ts'
import { advanceReader } from './sfnt.ts'

/** What a font file says of itself. */
export interface MeasuredFace extends Pick<FontMeasures, 'ascent' | 'descent' | 'inkTop'> {
  /** Height of a capital letter above the baseline. */
  readonly capitalTop: number
  /** Advance in em of every character of `MEASURED` that the font has. */
  readonly advances: ReadonlyMap<string, number>
}

/** Latin, Greek and Cyrillic letters, and every block of marks; 汉字 are squares in all fonts. */
const MEASURED: readonly (readonly [number, number])[] = [
  [0x20, 0x7e], [0xa0, 0x24f], [0x370, 0x45f], [0x2010, 0x205e], [0x2070, 0x209c], [0x2100, 0x23ff], [0x2460, 0x27bf], [0x3000, 0x303f], [0x3105, 0x312f], [0x3200, 0x33ff], [0xfe30, 0xfe6b], [0xff01, 0xffee],
]

/** By path, moment of the last change and face. A handful of fonts in one run of the program. */
const measured = new Map<string, Promise<MeasuredFace | null>>()

/** Measures of one face; null where the file cannot be read. Kept while the file stays as it is. */
export async function measureFace(face: FontFace): Promise<MeasuredFace | null> {
  const stats = await stat(face.path).catch(() => null)
  if (!stats) return null
  const key = `${face.path}\n${stats.mtimeMs}\n${face.index}`
  const known = measured.get(key) ?? measure(face).catch(() => null)
  measured.set(key, known)
  return known
}

async function measure(face: FontFace): Promise<MeasuredFace> {
  // Most starts of the program measure nothing, and fontkit is large.
  const { create } = await import('fontkit')
  const { bytes } = await readFontFile(face)
  const font = create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (!('unitsPerEm' in font)) throw new Error(`${face.path}: a collection in a collection`)
  const em = font.unitsPerEm
  return { ...lineOf(font), inkTop: inkTop(font, '人民政府文件') / em, capitalTop: inkTop(font, 'H') / em, advances: advancesOf(font, bytes) }
}

/**
 * Ascent and descent as LibreOffice takes them (vcl, ImplCalcLineSpacing): of hhea, or the Windows ones where hhea has none, or the
 * typographic ones where the font says that they are to be used. The gap between lines stands above them: lines of Fandol are
 * 1.2 em high and have their baseline at 1.08, those of Liberation Serif 1.15 and 0.934 (measured with LibreOffice 7.4).
 */
function lineOf({ hhea, 'OS/2': os2, unitsPerEm: em }: Font): Pick<FontMeasures, 'ascent' | 'descent'> {
  if (os2.fsSelection.useTypoMetrics && os2.typoAscender >= 0 && os2.typoDescender <= 0) return { ascent: (os2.typoAscender + os2.typoLineGap) / em, descent: -os2.typoDescender / em }
  const usable = hhea.ascent >= 0 && hhea.descent <= 0 && hhea.ascent - hhea.descent > 0
  return usable ? { ascent: (hhea.ascent + hhea.lineGap) / em, descent: -hhea.descent / em } : { ascent: os2.winAscent / em, descent: os2.winDescent / em }
}

/** The highest ink of some characters; characters that the font lacks count nothing. */
function inkTop(font: Font, text: string): number {
  let top = 0
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    if (font.hasGlyphForCodePoint(code)) top = Math.max(top, font.glyphForCodePoint(code).bbox.maxY)
  }
  return top
}

function advancesOf(font: Font, bytes: Uint8Array): ReadonlyMap<string, number> {
  // fontkit reads the outline of every glyph that it is asked the advance of.
  const advanceOf = advanceReader(bytes)
  const advances = new Map<string, number>()
  for (const [from, to] of MEASURED)
    for (let code = from; code <= to; code++) {
      if (!font.hasGlyphForCodePoint(code)) continue
      advances.set(String.fromCodePoint(code), rounded(advanceOf(font.glyphForCodePoint(code).id) / font.unitsPerEm))
    }
  return advances
}

/** Widths that differ from the built-in ones; what a font lacks has the width of the font that supplies it. */
export function widthsOf(face: MeasuredFace, supplement: MeasuredFace | null): Readonly<Record<string, number>> {
  const widths = new Map([...(supplement?.advances ?? []), ...face.advances])
  return Object.fromEntries([...widths].filter(([char, width]) => width !== rounded(charWidth(char))))
}

function rounded(em: number): number {
  return Math.round(em * 1e5) / 1e5
}
