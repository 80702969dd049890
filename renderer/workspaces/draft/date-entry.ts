/** Dates as people type them, brought into the form that a document prints. */
import { formatDate, parseDate } from '../../../shared/document/date.ts'
import { fromChinese } from '../../../shared/numbering/chinese.ts'

const TYPED = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})[日号]?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const CHINESE = /^([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]$/

/** "2024-5-8", "2024.05.08", "20240508", "二〇二四年五月八日" → "2024年5月8日". Anything that is no calendar day stays as typed. */
export function tidyDate(typed: string): string {
  const plain = typed.replace(/[\s\u3000]/g, '').replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  const numbers = numbersOf(plain)
  if (!numbers) return typed
  const [year, month, day] = numbers
  const date = parseDate(`${year}年${month}月${day}日`)
  return typeof date === 'string' ? formatDate(date) : typed
}

function numbersOf(plain: string): readonly number[] | null {
  const match = TYPED.exec(plain) ?? COMPACT.exec(plain)
  if (match) return match.slice(1).map(Number)
  const [, year, month = '', day = ''] = CHINESE.exec(plain) ?? []
  if (year === undefined) return null
  return [Number(Array.from(year, (char) => Math.max(0, '零一二三四五六七八九'.indexOf(char))).join('')), fromChinese(month) ?? 0, fromChinese(day) ?? 0]
}

/** Today as a document prints it, in local time. */
export function todayPrinted(now = new Date()): string {
  return `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`
}
