/** The lines of the book as the table shows them: found by words, by look, in an order. Pure. */
import type { NumberRow, NumberSheet } from '../../../shared/api/register-types.ts'
import { parseDate } from '../../../shared/document/date.ts'
import { BOOK_FIELDS } from '../../../shared/register/entry.ts'
import { dayText } from '../../../shared/register/holder.ts'
import { lookOf, stateWord, type Look } from './look.ts'

export type SortKey = 'serial' | 'date' | 'title'

export interface Order {
  readonly key: SortKey
  readonly descending: boolean
}

/** What is looked for; no words and no looks: everything. */
export interface Wish {
  readonly words: string
  readonly looks: ReadonlySet<Look>
}

/** The rows that fit, in their order. Rows without a date or a title come last in either direction. */
export function bookRows(rows: readonly NumberRow[], { words, looks }: Wish, order: Order): readonly NumberRow[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const fitting = rows.filter((row) => (looks.size === 0 || looks.has(lookOf(row))) && wanted.every((word) => textOf(row).includes(word)))
  return fitting.sort((one, other) => compare(one, other, order))
}

function textOf(row: NumberRow): string {
  const { entry } = row
  const fields = entry ? [entry.holder, entry.reason, ...BOOK_FIELDS.map((field) => entry.book[field])] : []
  return [row.printed, stateWord(row), ...fields].join('\n').toLowerCase()
}

const COLLATOR = new Intl.Collator('zh-CN', { numeric: true })

function compare(one: NumberRow, other: NumberRow, { key, descending }: Order): number {
  const sign = descending ? -1 : 1
  if (key === 'serial') return sign * (one.serial - other.serial)
  const [left, right] = [sortText(one, key), sortText(other, key)]
  if (left === '' || right === '') return (left === '' ? 1 : 0) - (right === '' ? 1 : 0) || one.serial - other.serial
  return sign * (key === 'date' ? compareTexts(left, right) : COLLATOR.compare(left, right)) || sign * (one.serial - other.serial)
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

function sortText({ entry }: NumberRow, key: 'date' | 'title'): string {
  if (!entry) return ''
  if (key === 'title') return entry.book.title
  const date = parseDate(entry.book.date)
  return typeof date === 'string' ? date : ''
}

/** A date of the book without the year of the sheet: 5月8日; others as they are. */
export function shortDate(text: string, year: number): string {
  return parseDateText(text) && text.startsWith(`${year}年`) ? text.slice(`${year}年`.length) : text
}

function parseDateText(text: string): boolean {
  return typeof parseDate(text) === 'string'
}

/** What stands in the place of title and dates, where a number has no document: who has it, until when, what for. Null where it has one. */
export function lineText(row: NumberRow, now: number): string | null {
  const { kind, entry } = row
  if (kind === 'gap') return '无人占用，也没有说明'
  if (!entry) return null
  const { holder, expires, reason, book } = entry
  const until = expires === null ? '' : kind === 'expired' ? `留到${dayText(expires, now)}，已经过期` : `留至${dayText(expires, now)}`
  if (kind === 'reserved' || kind === 'expired') return joined(holder, until, reason)
  if (kind === 'explained') return reason
  if (kind === 'held' && book.title === '') return joined(holder, reason)
  if ((kind === 'paper' || kind === 'void') && book.title === '') return reason
  return null
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ')
}

/** A cell of the strip. `row` null: a number still to come. */
export interface StripCell {
  readonly serial: number
  readonly row: NumberRow | null
}

/** How many numbers to come the strip ends with. */
const TO_COME = 2

/** The whole series at a glance, by serial, and the next numbers. */
export function stripCells({ series, rows }: NumberSheet): readonly StripCell[] {
  const cells: StripCell[] = rows.map((row) => ({ serial: row.serial, row }))
  const known = new Set(rows.map(({ serial }) => serial))
  for (let serial = series.next, left = TO_COME; left > 0; serial += 1) {
    if (known.has(serial)) continue
    cells.push({ serial, row: null })
    left -= 1
  }
  return cells.sort((one, other) => one.serial - other.serial)
}
