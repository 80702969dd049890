/** How wide text is, in em (字): Chinese characters are squares, Latin letters and digits have the widths of Times New Roman. */

/** Advance widths of U+0020 to U+007E in Times New Roman, in 1/1000 em. */
const LATIN = [
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500,
  500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
  556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500,
  500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
]

/** Marks that Latin fonts have too, but which stand in Chinese text as full squares: “ ” ‘ ’ … — · × ℃ ①. */
const CHINESE_MARK = /[§°±·×÷\u2010-\u205e\u2100-\u27bf]/

/** True for a mark that must take the Chinese font, or it comes out half-width. */
export function isChineseMark(char: string): boolean {
  return CHINESE_MARK.test(char)
}

/** Width of one character (a code point) in em; line breaks and other controls have none. */
export function charWidth(char: string): number {
  const code = char.codePointAt(0) ?? 0
  if (code < 0x20) return 0
  if (code < 0x7f) return (LATIN[code - 0x20] ?? 500) / 1000
  return code < 0x2000 && !isChineseMark(char) ? 0.5 : 1
}

/** What Word sets between Chinese and Latin letters or digits, in em, where a template asks for it; LibreOffice sets 0.2. */
export const LATIN_GAP = 0.25

/** `gap` where one of two neighbours is Chinese and the other a Latin letter or digit, else 0. */
export function gapBetween(before: string, after: string, gap: number): number {
  if (gap === 0 || before === '') return 0
  const [one, other] = [before.codePointAt(0) ?? 0, after.codePointAt(0) ?? 0]
  return (isHan(one) && isLatin(other)) || (isLatin(one) && isHan(other)) ? gap : 0
}

/** By number, because this runs over every character of a table many times. */
function isHan(code: number): boolean {
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || code >= 0x20000
}

function isLatin(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}

/** Width of a text set in one line, in em; `gap` between Chinese and Latin. */
export function textWidth(text: string, gap = 0): number {
  let width = 0
  let before = ''
  for (const char of text) {
    width += charWidth(char) + gapBetween(before, char, gap)
    before = char
  }
  return width
}

/** Lines that text takes at a width of `em`, filled character by character as a grid of squares is; at least one. */
export function lineCount(text: string, em: number, gap = 0): number {
  let lines = 1
  let filled = 0
  let before = ''
  for (const char of text) {
    const width = charWidth(char)
    const apart = gapBetween(before, char, gap)
    if (char === '\n' || filled + apart + width > em + 1e-6) {
      lines++
      filled = width
    } else filled += apart + width
    before = char
  }
  return lines
}
