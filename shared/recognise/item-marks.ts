/** What an item of a list begins with: ——, ①, 一是. */
import type { ItemMarker } from '../document/types.ts'
import { fromChinese } from '../numbering/chinese.ts'

/** The mark in front of an item, as printed, and the text behind it. `count` is its value, 1 for a dash. */
export interface ItemMark {
  readonly kind: 'item'
  readonly marker: ItemMarker
  readonly printed: string
  readonly count: number
  readonly rest: string
}

/** Dashes come in several characters that look alike. */
const DASH = /^(——|――|──)(\s*)(\S[^]*)$/u
const CIRCLED = /^([\u2460-\u2473\u3251-\u325f\u32b1-\u32bf])(\s*)(\S[^]*)$/u
const ORDINAL = /^(([一二三四五六七八九十]{1,3})是)(\s*)(\S[^]*)$/u

/**
 * The mark of a paragraph, or null. `previous` is the number of the last 一是 below the same heading (0 before the first): 二是 begins
 * an item only where it is the next one, for a paragraph that was cut in two may go on with it. A paragraph that goes on
 * to the second mark itself (一是…；二是…) is running text.
 */
export function readItemMark(text: string, previous: number): ItemMark | null {
  const dash = DASH.exec(text)
  if (dash) return { kind: 'item', marker: 'dash', printed: dash[1] ?? '', count: 1, rest: dash[3] ?? '' }
  const circled = CIRCLED.exec(text)
  if (circled) {
    const [, printed = '', , rest = ''] = circled
    return /[。；;，,、：:][\u2461-\u2473]/u.test(rest) ? null : { kind: 'item', marker: 'circled', printed, count: circledValue(printed), rest }
  }
  const [, printed = '', numeral = '', , rest = ''] = ORDINAL.exec(text) ?? []
  const count = fromChinese(numeral)
  if (count === null || (count > 1 && count !== previous + 1)) return null
  return /[。；;，,：:][一二三四五六七八九十]{1,3}是/u.test(rest) ? null : { kind: 'item', marker: 'ordinal', printed, count, rest }
}

function circledValue(char: string): number {
  const code = char.codePointAt(0) ?? 0
  if (code <= 0x2473) return code - 0x2460 + 1
  return code <= 0x325f ? code - 0x3251 + 21 : code - 0x32b1 + 36
}
