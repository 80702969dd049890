/** What every part of the engine is given: the description of the pages and the measures of the fonts. */
import { widthIn, type FontMeasures, type Metrics } from '../metrics.ts'
import type { AnyPrint } from '../print.ts'

export interface Setting {
  readonly print: AnyPrint
  readonly metrics: Metrics
  /** In a cell no mark hangs over the end of its line. */
  readonly inCell?: true
}

/** How far below a line's top its baseline is, as a part of an exact line's height: LibreOffice's constant. */
export const BASELINE = 0.8

/** Widths in em by UTF-16 unit, looked up once for each font; -1 where not yet. */
const widths = new WeakMap<FontMeasures, Float32Array>()

/** The widths of a font by UTF-16 unit, a lower half of a pair having none; what is not yet known is asked for by `widthOf`. */
export function widthsOf(font: FontMeasures): Float32Array {
  let known = widths.get(font)
  if (!known) {
    known = new Float32Array(0x10000).fill(-1)
    widths.set(font, known)
  }
  return known
}

/** Width in em of the character at `at`; `known` are the widths of `font`. */
export function widthOf(text: string, at: number, font: FontMeasures, known: Float32Array): number {
  const code = text.charCodeAt(at)
  if (code >= 0xd800 && code < 0xe000) return code < 0xdc00 ? widthIn(font, String.fromCodePoint(text.codePointAt(at) ?? code)) : 0
  const width = known[code] ?? -1
  if (width >= 0) return width
  const found = COMBINING.test(text.charAt(at)) ? 0 : widthIn(font, text.charAt(at))
  known[code] = found
  return found
}

const COMBINING = /\p{M}/u
