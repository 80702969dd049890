/** Chinese numerals as documents count: 一 … 九千九百九十九. */

const DIGITS = '零一二三四五六七八九'
const UNITS = ['', '十', '百', '千']

/** 12 → "十二", 105 → "一百零五". Takes 1–9999; throws RangeError outside. */
export function toChinese(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) throw new RangeError(`no ordinal: ${value}`)
  const digits = String(value)
  let text = ''
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[i])
    const unit = UNITS[digits.length - 1 - i] ?? ''
    if (digit !== 0) text += (DIGITS[digit] ?? '') + unit
    else if (!text.endsWith('零')) text += '零'
  }
  text = text.replace(/零+$/, '')
  // 十二, not 一十二; but 一百一十二.
  return value < 20 ? text.replace(/^一十/, '十') : text
}

/** "十二" → 12; null for anything that is no such numeral. */
export function fromChinese(text: string): number | null {
  let total = 0
  let digit = 0
  for (const char of text) {
    const unit = UNITS.indexOf(char)
    const value = DIGITS.indexOf(char)
    if (unit > 0) {
      total += (digit === 0 ? 1 : digit) * 10 ** unit
      digit = 0
    } else if (value >= 0) digit = value
    else return null
  }
  total += digit
  return total > 0 ? total : null
}
