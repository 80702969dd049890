/** What stands in the cells of a book that was kept in Excel, as the register writes it. Pure. */
import { formatDate, parseDate } from '../document/date.ts'
import type { BookField } from './entry.ts'

/** A cell of a sheet: what it shows and, of a day that is stored as one, which (2023-05-08). */
export interface BookCell {
  readonly text: string
  readonly day?: string
}

/** Full-width letters and digits as plain ones, without any space. For reading only: it is no way to write Chinese. */
export function plainText(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}

const DIGITS = '〇一二三四五六七八九'
const DAY = /^(\d{4})[年.\-/、](\d{1,2})[月.\-/、](\d{1,2})日?$/
/** A time of the day after it. */
const TIME = /\s+\d{1,2}[:：时].*$/s
const MONTH_DAY = /^(\d{1,2})[月.\-/、](\d{1,2})日?$/
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/
/** A day that lost its format shows how many days it is from 1900. */
const BARE = /^[234]\d{4}$/

/**
 * A day as a document prints it: 2023年5月8日, from 2023.5.8, 2023-05-08, 二〇二三年五月八日, 20230508, or a stored day. `year` completes 5月8日. What is no
 * whole day stays as it is written.
 */
export function bookDate({ text, day }: BookCell, year: number | null): string {
  if (day !== undefined) return formatDate(day)
  const plain = arabic(plainText(text.replace(TIME, '')))
  const [, y, m, d] = DAY.exec(plain) ?? COMPACT.exec(plain) ?? []
  if (y !== undefined) return wholeDay(Number(y), m, d) ?? text
  const [, month, ofMonth] = MONTH_DAY.exec(plain) ?? []
  if (month !== undefined) return (year === null ? null : wholeDay(year, month, ofMonth)) ?? text
  return BARE.test(plain) ? dayOfSerial(Number(plain)) : text
}

/** The year of a day that is whole; null where there is none. */
export function yearOfDate(text: string): number | null {
  const found = /^(\d{4})年/.exec(text)
  return found ? Number(found[1]) : null
}

function wholeDay(year: number, month: string | undefined, day: string | undefined): string | null {
  const text = `${year}年${Number(month)}月${Number(day)}日`
  return typeof parseDate(text) === 'string' ? text : null
}

function dayOfSerial(serial: number): string {
  const date = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000)
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`
}

/** 二〇二三年五月十八日 in Arabic digits; everything else as it is. */
function arabic(text: string): string {
  if (!/^[〇零○一二三四五六七八九十]+年/.test(text)) return text
  return text.replace(/[〇零○一二三四五六七八九十]+/g, (words) => {
    const plain = words.replace(/[零○]/g, '〇')
    if (!plain.includes('十')) return Array.from(plain, (char) => DIGITS.indexOf(char)).join('')
    const [tens = '', ones = ''] = plain.split('十')
    return String((tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones)))
  })
}

/** A cell as a field of the book; "" for one that says nothing, as a dash does. */
export function fieldText(field: BookField, cell: BookCell, year: number | null): string {
  const text = cell.text.trim()
  if (/^[-–—－_/／\\无]?$|^——$/.test(text)) return ''
  switch (field) {
    case 'date':
      return bookDate({ ...cell, text }, year).replaceAll('\n', '')
    case 'title':
      return text.replaceAll('\n', '')
    case 'copies':
      return /^\d+\s*份$/.test(text) ? text.replace(/\s*份$/, '') : text
    case 'sentTo':
      return text.replace(/\n/g, '').replace(/[：:]$/, '')
    default:
      return text.replace(/\n/g, ' ')
  }
}

/** What a workbook cannot hold, and nobody sees. */
const INVISIBLE = /[\p{Cs}\p{Noncharacter_Code_Point}\ufffd]|(?!\s)\p{Cc}/gu

/** True where two texts of a field say the same: other spaces, and another way to write a day or a count, make no difference. `year` as in `bookDate`. */
export function saysSame(field: BookField, one: string, other: string, year: number | null): boolean {
  const bare = (text: string): string => fieldText(field, { text: text.replace(INVISIBLE, '') }, year).normalize('NFKC').replace(/\s/g, '')
  return one === other || bare(one) === bare(other)
}
