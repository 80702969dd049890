/**
 * What a character is to a line: its script, its class among the breaking rules, whether it is a letter, a blank, a mark that hangs.
 * Tables over the characters of the basic plane, made once; text is looked up by number, never by pattern.
 */
import { isChineseMark } from '../text-width.ts'
import { HANGING, NOT_AT_END, NOT_AT_START } from './kinsoku.ts'

/** Scripts as LibreOffice tells them apart. What belongs to no script (“ ” … — ①, a space) takes that of the text before it. */
export const SCRIPT = { weak: 0, latin: 1, asian: 2 } as const

/** Flags of a character. */
export const LETTER = 1
export const BLANK = 2
export const NO_START = 4
export const NO_END = 8
export const HANGS = 16
/** Takes the Chinese font also beside Latin letters (`isChineseMark`). */
export const MARK = 32

/** Classes of Unicode's line breaking rules (UAX 14), those that LibreOffice's rules tell apart. */
export const LB = {
  AL: 0, ID: 1, NU: 2, OP: 3, CL: 4, NS: 5, EX: 6, IS: 7, SY: 8, QU: 9, SP: 10, BA: 11, BB: 12, B2: 13, HY: 14, IN: 15, PO: 16, PR: 17, GL: 18, WJ: 19, ZW: 20, CM: 21, LF: 22,
} as const

/** Script of a UTF-16 unit. The upper half of a pair is Chinese (rare characters), the lower one belongs to it. */
export const scriptOf = new Uint8Array(0x10000)
export const flagsOf = new Uint8Array(0x10000)
export const breakClassOf = new Uint8Array(0x10000)

type Ranges = readonly (readonly [from: number, to: number])[]

function fill(table: Uint8Array, value: number, ranges: Ranges): void {
  for (const [from, to] of ranges) table.fill(value, from, to + 1)
}

function mark(flag: number, chars: string): void {
  for (const char of chars) {
    const code = char.charCodeAt(0)
    flagsOf[code] = (flagsOf[code] ?? 0) | flag
  }
}

function classify(value: number, chars: string): void {
  for (const char of chars) breakClassOf[char.charCodeAt(0)] = value
}

const LATIN: Ranges = [[0x00, 0x2ff], [0x370, 0x58f], [0x10a0, 0x10ff], [0x13a0, 0x16ff], [0x1e00, 0x1fff], [0x2c60, 0x2c7f], [0xa720, 0xa7ff]]
const ASIAN: Ranges = [[0x1100, 0x11ff], [0x2e80, 0xd7af], [0xd800, 0xdfff], [0xf900, 0xfaff], [0xfe30, 0xfe4f], [0xff00, 0xffef]]
const WEAK: Ranges = [[0x00, 0x02], [0x20, 0x20], [0xa0, 0xa0], [0x2c7, 0x2c7], [0x2ca, 0x2cb], [0x2d9, 0x2d9]]
const IDEOGRAPHS: Ranges = [[0x2e80, 0x2fff], [0x3003, 0x3004], [0x3006, 0x3007], [0x3012, 0x3013], [0x3020, 0x3029], [0x3030, 0x303a], [0x303d, 0x303f], [0x3041, 0xa4cf], [0xac00, 0xd7af], [0xd800, 0xdfff], [0xf900, 0xfaff], [0xfe30, 0xfe6f], [0xff01, 0xff60], [0xffe0, 0xffe7]]
const COMBINING: Ranges = [[0x01, 0x08], [0x0e, 0x1f], [0x7f, 0x9f], [0x300, 0x36f], [0x483, 0x489], [0x200d, 0x200d], [0x20d0, 0x20f0], [0x302a, 0x302f], [0x3099, 0x309a], [0xfe00, 0xfe0f], [0xfe20, 0xfe2f]]

fill(scriptOf, SCRIPT.latin, LATIN)
fill(scriptOf, SCRIPT.asian, ASIAN)
fill(scriptOf, SCRIPT.weak, WEAK)

for (let code = 0; code < 0x10000; code++) {
  const char = String.fromCharCode(code)
  // 汉字 and the halves of pairs are most of the plane, and letters all.
  const isHan = (code >= 0x3400 && code < 0xa000) || (code >= 0xd800 && code < 0xe000)
  if (isHan ? code !== 0x4dff : /[\p{L}\p{N}]/u.test(char)) flagsOf[code] = LETTER
  if (!isHan && isChineseMark(char)) mark(MARK, char)
}
mark(BLANK, ' \u00a0\u2006\u3000')
mark(NO_START, NOT_AT_START)
mark(NO_END, NOT_AT_END)
mark(HANGS, HANGING)

fill(breakClassOf, LB.ID, IDEOGRAPHS)
classify(LB.NU, '0123456789')
classify(LB.OP, '([{¡¿‚„⁅⁽₍〈《「『【〔〖〘〚〝︵︷︹︻︽︿﹁﹃﹇﹙﹛﹝（［｛｟｢')
classify(LB.CL, ')]}⁆⁾₎、。〉》」』】〕〗〙〛〞〟︑︒︶︸︺︼︾﹀﹂﹄﹈﹐﹒﹚﹜﹞），．］｝｠｡｣､')
classify(LB.NS, '‼⁇⁈⁉々〜〻〼・゛゜ゝゞ゠ーヽヾ﹔﹕：；･ｰﾞﾟぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ')
classify(LB.EX, '!?﹖﹗！？')
classify(LB.IS, ',.:;;։⁄︓︔︰')
classify(LB.SY, '/\\')
classify(LB.QU, '"\'«»‘’‛“”‟‹›❛❜❝❞')
classify(LB.SP, ' ')
classify(LB.BA, '\t|\u00ad\u058a\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u2010\u2012\u2013\u2027\u2056\u2058\u2059\u205a\u205b\u205d\u205e\u205f\u3000')
classify(LB.BB, '´ˈˌ˟')
classify(LB.B2, '—')
classify(LB.HY, '-')
classify(LB.IN, '․‥…︙')
classify(LB.PO, '%¢‰‱′″‴‵‶‷℃℉﹪％￠₧₨')
classify(LB.PR, '$+£¤¥±№−∓﹩＄￡￥￦€₩')
classify(LB.GL, '\u00a0\u034f\u2007\u2011\u202f')
classify(LB.WJ, '\u2060\ufeff')
classify(LB.ZW, '\u200b')
fill(breakClassOf, LB.CM, COMBINING)
classify(LB.LF, '\n\r\v\f\u0085\u2028\u2029')
