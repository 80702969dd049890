/** What every part of the engine is given: the description of the pages and the measures of the fonts. */
import { isChineseMark } from '../text-width.ts'
import { widthIn, type Metrics } from '../metrics.ts'
import type { Print } from '../print.ts'
import type { FontSlot } from '../slots.ts'

export interface Setting {
  readonly print: Print
  readonly metrics: Metrics
}

/** The font that a character of a run takes: Latin letters and digits their own, except in 宋体 and 小标宋, which bring theirs. */
export function slotOf(char: string, slot: FontSlot): FontSlot {
  if (slot === 'song' || slot === 'smallSong') return slot
  const code = char.codePointAt(0) ?? 0
  return code < 0x2000 && !isChineseMark(char) ? 'latin' : slot
}

/** Width of a character in twips, without what its line adds. */
export function advanceOf(char: string, slot: FontSlot, size: number, metrics: Metrics): number {
  return widthIn(metrics[slotOf(char, slot)], char) * size * 20
}

/** How far below a line's top its baseline is, as a part of an exact line's height: LibreOffice's constant. */
export const BASELINE = 0.8
