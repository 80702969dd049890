/** Rows of a register for tests of the register room. */
import fc from 'fast-check'
import type { NumberRow, NumberSheet, Series } from '../../shared/api/register-types.ts'
import { EMPTY_BOOK } from '../../shared/register/book.ts'
import type { BookFields, NumberEntry } from '../../shared/register/entry.ts'
import { printedNumber } from '../../shared/register/series.ts'
import { DOCUMENT_STATES } from '../../shared/workflow/states.ts'

export const SERIES: Series = {
  id: 'series',
  code: '河政办发',
  name: '河湾县人民政府办公室',
  form: 'bracket',
  runId: 'series',
  yearly: true,
  start: 1,
  startYear: null,
  year: 2024,
  used: 0,
  last: 0,
  next: 1,
  gaps: 0,
  reserved: 0,
  sharedWith: [],
  years: [2024],
}

export function entryOf(serial: number, changes: Omit<Partial<NumberEntry>, 'book'> & { readonly book?: Partial<BookFields> } = {}): NumberEntry {
  const { book, ...others } = changes
  return { id: `n${serial}`, seriesId: SERIES.id, year: 2024, serial, status: 'used', documentId: null, holder: '林禾', reason: '', expires: null, fingerprint: null, at: 0, ...others, book: { ...EMPTY_BOOK, ...book } }
}

export function rowOf(serial: number, changes: Partial<NumberRow> = {}): NumberRow {
  return { serial, printed: printedNumber(SERIES, 2024, serial), kind: 'used', entry: entryOf(serial), code: SERIES.code, state: 'numbered', same: true, issue: '', ...changes }
}

const KINDS = ['used', 'held', 'reserved', 'expired', 'paper', 'void', 'gap', 'explained'] as const
const title = fc.constantFrom('', '关于防汛备汛的通知', '关于值班安排的通知', '10号文')
const date = fc.constantFrom('', '2024年5月8日', '2024年12月31日', '五月', '2023年1月2日')

/** Rows of different serials, ascending. */
export const anyRows: fc.Arbitrary<readonly NumberRow[]> = fc
  .uniqueArray(fc.record({ serial: fc.integer({ min: 1, max: 300 }), kind: fc.constantFrom(...KINDS), state: fc.constantFrom(...DOCUMENT_STATES, null), issue: fc.constantFrom('', '2024年第1期'), title, date }), { selector: ({ serial }) => serial, maxLength: 60 })
  .map((all) =>
    all
      .sort((one, other) => one.serial - other.serial)
      .map(({ serial, kind, state, issue, title: text, date: day }) => rowOf(serial, { kind, state, issue, entry: kind === 'gap' ? null : entryOf(serial, { reason: '备用', book: { title: text, date: day } }) })),
  )

export function sheetOf(rows: readonly NumberRow[], next: number): NumberSheet {
  return { series: { ...SERIES, next }, rows }
}
