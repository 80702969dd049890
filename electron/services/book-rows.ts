/** The register's rows as books (发文登记簿): one for each run and year, or for a run that goes on over the years. */
import type { Series } from '../../shared/api/register-types.ts'
import { formatDate } from '../../shared/document/date.ts'
import { assertNever } from '../../shared/lib/assert-never.ts'
import { EMPTY_BOOK } from '../../shared/register/book.ts'
import { NO_EXPLANATION, type Book, type BookEntry } from '../../shared/register/book-columns.ts'
import { STATUS_NAMES } from '../../shared/register/entry.ts'
import { STATE_NAMES } from '../../shared/workflow/states.ts'
import type { BookRow } from '../store/register-port.ts'

/** Books in the order of the rows. `year`: the one that was asked for; null for all. */
export function booksOf(rows: readonly BookRow[], series: readonly Series[], year: number | null): readonly Book[] {
  const byId = new Map(series.map((one) => [one.id, one]))
  const books = new Map<string, { readonly name: string; readonly about: string; readonly entries: BookEntry[] }>()
  for (const row of rows) {
    const own = byId.get(row.seriesId)
    if (!own) continue
    const key = `${own.runId} ${own.yearly ? row.year : 0}`
    const book = books.get(key) ?? { ...headOf(own, series, own.yearly ? row.year : null, year), entries: [] }
    books.set(key, book)
    book.entries.push(entryOf(row, own))
  }
  return [...books.values()]
}

/** 河政发〔2024〕; of a shared run all its codes; of a run over the years the year that was asked for, if one was. */
function headOf({ runId }: Series, series: readonly Series[], year: number | null, asked: number | null): Pick<Book, 'name' | 'about'> {
  const run = series.filter((one) => one.runId === runId)
  const codes = run.map(({ code }) => code).join('、')
  const when = year !== null ? `〔${year}〕` : asked === null ? '' : `（${asked}年）`
  return { name: codes + when, about: [...new Set(run.map(({ name }) => name).filter((name) => name !== ''))].join('、') }
}

function entryOf(row: BookRow, { form, sharedWith }: Series): BookEntry {
  const { kind, serial, printed, code, entry } = row
  return {
    serial,
    // An order's number does not say whose it is.
    printed: form === 'order' && sharedWith.length > 0 ? code + printed : printed,
    look: kind === 'void' ? 'void' : kind === 'gap' || kind === 'explained' ? 'gap' : 'plain',
    status: statusOf(row),
    explanation: explanationOf(row),
    fields: entry?.book ?? EMPTY_BOOK,
  }
}

function statusOf({ kind, state }: BookRow): string {
  switch (kind) {
    case 'used':
      return state === null ? STATUS_NAMES.used : STATE_NAMES[state].replace(/（.*）$/, '')
    case 'expired':
      return `${STATUS_NAMES.reserved}（已过期）`
    case 'gap':
    case 'explained':
      return '缺号'
    default:
      return STATUS_NAMES[kind]
  }
}

function explanationOf({ kind, entry, issue, same }: BookRow): string {
  const { holder = '', reason = '', expires = null } = entry ?? {}
  const held = [holder, reason].filter((text) => text !== '').join('：')
  switch (kind) {
    case 'used':
      return [reason, issue === '' ? '' : `载于${issue}`, same ? '' : '文稿与取号时不一致'].filter((text) => text !== '').join('；')
    case 'held':
      return held
    case 'reserved':
    case 'expired':
      return expires === null ? held : `${held}（留至${formatDate(expires)}）`
    case 'paper':
    case 'void':
    case 'explained':
      return reason
    case 'gap':
      return NO_EXPLANATION
    default:
      return assertNever(kind)
  }
}
