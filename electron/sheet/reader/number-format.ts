/** What Excel shows of a number, in the Chinese edition: numfmt for the most part, and what is special to Chinese formats. */
import { dateFromSerial, format, getFormatDateInfo, getFormatFromId } from 'numfmt'
import { inDigits, inWords } from './chinese-digits.ts'

/** Formats that mean another thing in Chinese editions (ECMA-376, 18.8.30, zh-cn). */
const CHINESE_PATTERNS: Readonly<Record<number, string>> = {
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

/** The pattern of a format that Excel knows by number alone. */
export function builtInPattern(id: number): string {
  return CHINESE_PATTERNS[id] ?? getFormatFromId(id, 'zh-CN')
}

/** Days between the two systems: day 0 of 1904 is day 1462 of 1900. */
const DAYS_1904 = 1462

/** Longer ones no program writes, and reading them takes long. */
const LONGEST_PATTERN = 400

/** True for a pattern that shows a day, or a part of one. */
export function isDayPattern(pattern: string): boolean {
  if (pattern.length > LONGEST_PATTERN) return false
  const { year, month, day } = getFormatDateInfo(asNumfmt(pattern))
  return year || month || day
}

/** The day of a value, 2024-05-08; null for one that no calendar has. `from1904` as in `numberFormat`. */
export function dayOf(value: number, from1904: boolean): string | null {
  const serial = from1904 ? value + DAYS_1904 : value
  // The last that Excel has is 9999-12-31.
  if (!(serial >= 1 && serial < 2_958_466)) return null
  const [year, month, day] = dateFromSerial(serial)
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}

/** What cells of one pattern show of a value; null where the pattern is none that is known. `from1904`: days are counted from 1904. */
export function numberFormat(pattern: string): (value: number, from1904: boolean) => string | null {
  if (pattern.length > LONGEST_PATTERN) return () => null
  const writing = /\[DBNum([12])\]/i.exec(pattern)?.[1]
  const plain = asNumfmt(pattern)
  const info = getFormatDateInfo(plain)
  const isDate = info.year || info.month || info.day || WEEKDAY.test(plain)
  const change = isDate || /General/i.test(plain) ? inWords : inDigits
  return (value, from1904) => {
    const serial = isDate && from1904 ? value + DAYS_1904 : value
    try {
      const shown = format(withWeekday(plain, serial), serial, OPTIONS).trim()
      return writing === undefined ? shown : change(shown, writing === '2' ? 'formal' : 'plain')
    } catch {
      return null
    }
  }
}

/** What a cell shows of a text: patterns may add something to it. */
export function shownText(pattern: string, text: string): string {
  if (!pattern.includes('@') || pattern === '@' || pattern.length > LONGEST_PATTERN) return text
  try {
    return format(asNumfmt(pattern), text, OPTIONS)
  } catch {
    return text
  }
}

/** Months and weekdays stand in English unless the pattern asks for Chinese, also in Chinese editions. */
const OPTIONS = { locale: 'en-US', dateSpanLarge: false }

/** Words in quotes, characters behind a backslash, conditions in brackets; the rest is code. */
const PIECES = /"[^"]*"?|\\.|\[[^\]]*\]?|[^"\\[]+/gu

/** The pattern as numfmt reads it. */
function asNumfmt(pattern: string): string {
  // The system's own long date and time.
  const whole = pattern.replace(/^\[\$-F800\][^;]*/i, 'yyyy"年"m"月"d"日"').replace(/^\[\$-F400\][^;]*/i, 'h:mm:ss')
  const pieces = whole.match(PIECES) ?? []
  const isHalfDay = pieces.some((piece) => isCode(piece) && piece.includes('上午/下午'))
  const written = pieces.map((piece) => (isCode(piece) ? codeAsNumfmt(piece) : piece.replace(/^\[DBNum\d\]$/i, ''))).join('')
  return isHalfDay ? `[$-804]${written.replaceAll('[$-804]', '')}` : written
}

function isCode(piece: string): boolean {
  return !/^["\\[]/.test(piece)
}

/** "!" stands before a character as "\" does: 0!.0,. */
function codeAsNumfmt(code: string): string {
  return code.replaceAll('G/通用格式', 'General').replaceAll('上午/下午', 'AM/PM').replace(/!(.)/gu, '\\$1')
}

const WEEKDAY = /aaa/i
const WEEKDAYS = '日一二三四五六'

/** 星期三 for aaaa, 三 for aaa. */
function withWeekday(pattern: string, serial: number): string {
  if (!WEEKDAY.test(pattern)) return pattern
  const day = WEEKDAYS[(Math.floor(serial) + 6) % 7] ?? ''
  return (pattern.match(PIECES) ?? []).map((piece) => (isCode(piece) ? piece.replace(/a{3,4}/gi, (code) => `"${code.length === 4 ? '星期' : ''}${day}"`) : piece)).join('')
}
