/** Rows of numbers: read as the rules want them, and written as the rules decided. */
import type { Database } from 'better-sqlite3'
import { Refusal } from '../../shared/api/reply.ts'
import { newId, type Id } from '../../shared/lib/id.ts'
import type { Asked, Done, Refused } from '../../shared/register/decision.ts'
import type { BookFields, NumberEntry } from '../../shared/register/entry.ts'
import type { Run, Slot } from '../../shared/register/run.ts'
import { firstSerial, periodOf, printedNumber, type SeriesRule } from '../../shared/register/series.ts'
import type { By } from './register-port.ts'
import { addLog, type LogNumber } from './rows.ts'

type EntryRow = Omit<NumberEntry, 'book'> & BookFields
type SlotRow = Omit<Slot, 'book'> & { readonly title: string }

const SLOT = 'series_id AS seriesId, year, serial, status, document_id AS documentId, holder, reason, expires, at, title'
/** A whole entry; `toEntry` makes one of it. */
export const ENTRY_COLUMNS = `number.id, number.series_id AS seriesId, number.year, number.serial, number.status, number.document_id AS documentId, number.holder,
  number.reason, number.expires, number.fingerprint, number.at, number.date, number.title, number.secrecy, number.sent_to AS sentTo, number.copies, number.signer,
  number.drafter, number.filed, number.remarks`

/** All serials of a run in the period of a year, as the rules want them. */
export function readRun(database: Database, rule: SeriesRule, year: number): Run {
  const slots = database
    .prepare<[string, number], SlotRow>(`SELECT ${SLOT} FROM number WHERE run_id = ? AND period = ? ORDER BY serial`)
    .all(rule.runId, periodOf(rule, year))
    .map(({ title, ...slot }) => ({ ...slot, book: { title } }))
  return { first: firstSerial(rule, year), slots }
}

/** The entry of one serial; undefined where it was never touched. */
export function readEntry(database: Database, rule: SeriesRule, year: number, serial: number): NumberEntry | undefined {
  const row = database
    .prepare<[string, number, number], EntryRow>(`SELECT ${ENTRY_COLUMNS} FROM number WHERE run_id = ? AND period = ? AND serial = ?`)
    .get(rule.runId, periodOf(rule, year), serial)
  return row && toEntry(row)
}

/** The entry of a document's number; undefined where it has none. */
export function entryOf(database: Database, documentId: Id): NumberEntry | undefined {
  const row = database.prepare<[string], EntryRow>(`SELECT ${ENTRY_COLUMNS} FROM number WHERE document_id = ?`).get(documentId)
  return row && toEntry(row)
}

/** An entry from its row. */
export function toEntry({ date, title, secrecy, sentTo, copies, signer, drafter, filed, remarks, ...rest }: EntryRow): NumberEntry {
  const { id, seriesId, year, serial, status, documentId, holder, reason, expires, fingerprint, at } = rest
  const book = { date, title, secrecy, sentTo, copies, signer, drafter, filed, remarks }
  return { id, seriesId, year, serial, status, documentId, holder, reason, expires, fingerprint, book, at }
}

/** What the log calls a number. */
export function numberOf(rule: SeriesRule, { year, serial }: Pick<Slot, 'year' | 'serial'>): LogNumber {
  return { runId: rule.runId, period: periodOf(rule, year), serial }
}

/** What the rules are told of who asks for which number. */
export function askedFor(rule: SeriesRule, { year, serial }: { readonly year: number; readonly serial: number }, { who, at }: By & { readonly at: number }): Asked {
  return { seriesId: rule.id, year, serial, printed: printedNumber(rule, year, serial), who, at }
}

/** What a number is called where it is refused: with that of the series that has it, where that is another of the run. */
export function takenAsOf(database: Database, rule: SeriesRule, slot: Pick<Slot, 'seriesId' | 'year' | 'serial'> | undefined, { printed }: Pick<Asked, 'printed'>): string {
  if (!slot || slot.seriesId === rule.id) return printed
  const other = database.prepare<[string], Pick<SeriesRule, 'code' | 'form'>>('SELECT code, form FROM series WHERE id = ?').get(slot.seriesId)
  return other ? `${printed}（同一流水的${printedNumber(other, slot.year, slot.serial)}）` : printed
}

/** Writes what was decided, with its line of the log. */
export function write(database: Database, rule: SeriesRule, { entry, log }: Done, { who, at }: By & { readonly at: number }): void {
  const { book, ...rest } = entry
  database
    .prepare(
      `INSERT INTO number (id, run_id, period, serial, series_id, year, status, document_id, holder, reason, expires, fingerprint, at,
         date, title, secrecy, sent_to, copies, signer, drafter, filed, remarks)
       VALUES (@id, @runId, @period, @serial, @seriesId, @year, @status, @documentId, @holder, @reason, @expires, @fingerprint, @at,
         @date, @title, @secrecy, @sentTo, @copies, @signer, @drafter, @filed, @remarks)
       ON CONFLICT (run_id, period, serial) DO UPDATE SET series_id = @seriesId, year = @year, status = @status, document_id = @documentId, holder = @holder,
         reason = @reason, expires = @expires, fingerprint = @fingerprint, at = @at, date = @date, title = @title, secrecy = @secrecy, sent_to = @sentTo,
         copies = @copies, signer = @signer, drafter = @drafter, filed = @filed, remarks = @remarks`,
    )
    .run({ ...rest, ...book, ...numberOf(rule, entry), id: newId(at) })
  addLog(database, { at, who, ...log, number: numberOf(rule, entry) })
}

/** Throws a refusal of the rules; gives anything else back. */
export function orRefuse<T extends object>(decision: T | Refused): T {
  if (!isRefused(decision)) return decision
  const { code, message, safe, next } = decision
  throw new Refusal({ code, message, safe, next })
}

function isRefused(decision: object): decision is Refused {
  return 'kind' in decision && decision.kind === 'refused'
}
