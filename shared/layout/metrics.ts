/** What the page has to know of fonts: how wide their characters are and where their baseline is. Distances in em. */
import type { FontSlot } from './slots.ts'
import { charWidth } from './text-width.ts'

/** Measures of one font, as plain data: they go from the machine to the page of the interface once. */
export interface FontMeasures {
  /** The family that is drawn; where it is not the one asked for, `substitute` is true (替代字体). */
  readonly family: string
  readonly substitute: boolean
  /** From the baseline up (with the gap between lines) and down, as LibreOffice takes them for a line without an exact height. */
  readonly ascent: number
  readonly descent: number
  /** Height of the ink of a Chinese character above the baseline. */
  readonly inkTop: number
  /** Widths by character where they are not the built-in ones (`charWidth`). */
  readonly widths: Readonly<Record<string, number>>
  /** Kerning of two characters that stand beside each other ("AV"), where the font has some. */
  readonly kerning: Readonly<Record<string, number>>
}

/** Measures of every slot. */
export type Metrics = Readonly<Record<FontSlot, FontMeasures>>

const CHINESE = { substitute: false, ascent: 1.08, descent: 0.12, inkTop: 0.84, widths: {}, kerning: {} }

/** The built-in measures: Chinese characters are squares, Latin ones have the widths of Times New Roman. */
export const FALLBACK_METRICS: Metrics = {
  smallSong: { ...CHINESE, family: '方正小标宋简体' },
  fangSong: { ...CHINESE, family: '仿宋_GB2312' },
  kai: { ...CHINESE, family: '楷体_GB2312' },
  hei: { ...CHINESE, family: '黑体' },
  song: { ...CHINESE, family: '宋体' },
  latin: { family: 'Times New Roman', substitute: false, ascent: 0.934, descent: 0.216, inkTop: 0.676, widths: {}, kerning: {} },
}

/** Width of a character in a font, in em. */
export function widthIn({ widths }: FontMeasures, char: string): number {
  return widths[char] ?? charWidth(char)
}
