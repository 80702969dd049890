/** Numbers as Word's automatic numbering writes them (ST_NumberFormat), as far as Chinese documents use them. */
import { toChinese } from '../../../shared/numbering/chinese.ts'

const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖'
const LEGAL_UNITS: Readonly<Record<string, string>> = { 十: '拾', 百: '佰', 千: '仟' }
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'

/** The number `value` in the format; formats that are not known are written as plain digits. */
export function formatNumber(value: number, format: string): string {
  if (format === 'none' || format === 'bullet') return ''
  if (value < 1 || value > 9999) return String(value)
  return (FORMATS[format] ?? String)(value)
}

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  lowerLetter: (value) => letters(value),
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperRoman: roman,
  chineseCounting: toChinese,
  chineseCountingThousand: toChinese,
  taiwaneseCounting: toChinese,
  taiwaneseCountingThousand: toChinese,
  japaneseCounting: toChinese,
  koreanCounting: toChinese,
  ideographDigital: digits,
  japaneseDigitalTenThousand: digits,
  taiwaneseDigital: digits,
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  japaneseLegal: legal,
  ideographTraditional: (value) => around(value, STEMS),
  ideographZodiac: (value) => around(value, BRANCHES),
  decimalEnclosedCircle: (value) => enclosed(value, 0x2460, 20),
  decimalEnclosedCircleChinese: (value) => enclosed(value, 0x2460, 20),
  decimalEnclosedParen: (value) => enclosed(value, 0x2474, 20),
  decimalEnclosedFullstop: (value) => enclosed(value, 0x2488, 20),
  ideographEnclosedCircle: (value) => enclosed(value, 0x3220, 10),
  ordinal: (value) => String(value),
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
}

/** a … z, aa, bb: Word repeats the letter. */
function letters(value: number): string {
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
]

function roman(value: number): string {
  let rest = value
  let text = ''
  for (const [weight, sign] of ROMAN) {
    text += sign.repeat(Math.floor(rest / weight))
    rest %= weight
  }
  return text
}

function digits(value: number): string {
  return String(value).replace(/\d/g, (digit) => '〇一二三四五六七八九'.charAt(Number(digit)))
}

function legal(value: number): string {
  const plain = value < 20 && value >= 10 ? `一${toChinese(value)}` : toChinese(value)
  return Array.from(plain, (char) => LEGAL_UNITS[char] ?? LEGAL_DIGITS.charAt('零一二三四五六七八九'.indexOf(char))).join('')
}

function around(value: number, signs: string): string {
  return signs.charAt((value - 1) % signs.length)
}

function enclosed(value: number, first: number, count: number): string {
  return value <= count ? String.fromCodePoint(first + value - 1) : String(value)
}
