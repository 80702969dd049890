/** Dates of documents are calendar dates without a time; GB/T 9704-2012, 7.3.5.4: Arabic digits, full year, no leading zeros. */
import { plainDigits } from '../lib/digits.ts'
import { fromChinese } from '../numbering/chinese.ts'

/** "2024-05-08", or the text as printed when it is no complete date. */
export type DocumentDate = string | { readonly printed: string }

const PRINTED = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/
/** 二〇二四年五月八日, as documents were dated before 2012; the circle is typed in many ways. */
const SPELT = /^([〇○零ＯOoОοΟ一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日$/u
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/

/** Reads "2024年5月8日", also in full-width digits or spelt out (spaces ignored). Anything else, also 2月30日, comes back as `{printed}`. */
export function parseDate(text: string): DocumentDate {
  const plain = plainDigits(text.replace(/[\s\u3000]/g, ''))
  const match = PRINTED.exec(inDigits(plain))
  if (!match) return { printed: text }
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (!isCalendarDay(year, month, day)) return { printed: text }
  return `${match[1] ?? ''}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Writes a date as a document prints it: "2024年5月8日". */
export function formatDate(date: DocumentDate): string {
  if (typeof date !== 'string') return date.printed
  const match = ISO.exec(date)
  if (!match) return date
  return `${match[1] ?? ''}年${String(Number(match[2]))}月${String(Number(match[3]))}日`
}

/** 二〇二四年五月八日 → 2024年5月8日; any other text as it is. */
function inDigits(text: string): string {
  const [, year, month = '', day = ''] = SPELT.exec(text) ?? []
  if (year === undefined) return text
  const digits = Array.from(year, (char) => Math.max(0, '〇一二三四五六七八九'.indexOf(char))).join('')
  return `${digits}年${fromChinese(month) ?? 0}月${fromChinese(day) ?? 0}日`
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
