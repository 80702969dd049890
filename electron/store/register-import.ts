/** Numbers that come in: with documents that arrive with theirs, and from books of earlier years. */
import type { Database } from 'better-sqlite3'
import type { BookImportRow } from '../../shared/api/register-types.ts'
import { Refusal } from '../../shared/api/reply.ts'
import type { DocumentRecord } from '../../shared/api/types.ts'
import { partText } from '../../shared/document/text.ts'
import type { Id } from '../../shared/lib/id.ts'
import { folded } from '../../shared/recognise/organs.ts'
import { bookFieldsOf } from '../../shared/register/book.ts'
import { refuseTaken } from '../../shared/register/holder.ts'
import { importLine, type LineOutcome } from '../../shared/register/import-line.ts'
import { arrive } from '../../shared/register/take.ts'
import { formatNumber, isCode } from '../../shared/register/number.ts'
import type { SeriesRule } from '../../shared/register/series.ts'
import { insertDocument } from './documents.ts'
import { fingerprint } from './fingerprint.ts'
import { askedFor, readEntry, takenAsOf, write } from './register-entries.ts'
import type { BookLine, By } from './register-port.ts'
import { findRule, insertSeries, requireRule } from './register-series.ts'
import { addLog, addSnapshot, requireRow, toRecord } from './rows.ts'
import type { NewDocument, RegisterNumber } from './store.ts'

/** A document that arrives with its number: its number is taken by it, its series made if new. */
export function importIssued(database: Database, arrival: NewDocument, number: RegisterNumber): DocumentRecord {
  const { document, who } = arrival
  const rule = findRule(database, number.code) ?? insertSeries(database, { code: number.code, who }, '随导入的公文建立')
  const conflict = conflictFor(database, number, partText(document, 'title'))
  if (conflict !== null) {
    throw new Refusal({ code: 'numberTaken', message: `文号 ${conflict}，没有导入`, safe: '资料库没有改动', next: '请核对文号；若是同一份文件，不必再导入' })
  }
  const id = insertDocument(database, arrival, 'issued')
  const by = { who, at: Date.now() }
  const entry = readEntry(database, rule, number.year, number.serial)
  const receiver = { kind: 'document', documentId: id, fingerprint: fingerprint(document), book: bookFieldsOf(document, { signer: '', drafter: '' }) } as const
  write(database, rule, arrive(entry, askedFor(rule, number, by), receiver, arrival.detail), by)
  addSnapshot(database, id, document, { ...by, reason: 'issued' })
  return toRecord(database, requireRow(database, id))
}

/** The document that holds a number; null where none does. */
export function holderOf(database: Database, number: RegisterNumber): { readonly id: Id; readonly title: string } | null {
  const holder = database
    .prepare<[string, number, number], { id: Id; title: string }>(
      `SELECT document.id, document.title FROM series JOIN number ON series_id = series.id JOIN document ON document.id = document_id
       WHERE code = ? AND year = ? AND serial = ?`,
    )
    .get(number.code, number.year, number.serial)
  return holder ?? null
}

/**
 * Why a document of that title cannot arrive with a number, as "河政发〔2024〕3号已…"; null where it can: where nobody has it, where it is only
 * reserved, or where the book has it on paper under the same title or none.
 */
export function conflictFor(database: Database, number: RegisterNumber, title: string): string | null {
  const rule = findRule(database, number.code)
  const entry = rule && readEntry(database, rule, number.year, number.serial)
  if (!rule || !entry) return null
  if (entry.status === 'paper' && (entry.book.title === '' || folded(entry.book.title) === folded(title))) return null
  const asked = { printed: formatNumber(number), seriesId: rule.id, at: Date.now() }
  return refuseTaken(entry, { ...asked, takenAs: takenAsOf(database, rule, entry, asked) })?.message ?? null
}

/** Reads lines of a book in, inside the caller's transaction, and says of each what became of it. */
export function importBook(database: Database, lines: readonly BookLine[], { file, who }: By & { readonly file: string }): { rows: readonly BookImportRow[]; newSeries: readonly string[] } {
  const newSeries: string[] = []
  const rows = lines.map((line): BookImportRow => {
    const known = findRule(database, line.code)
    const base = { sheet: line.sheet, line: line.line, printed: line.printed, title: line.fields.title, fields: line.fields }
    if (!known && !isCode(line.code)) return { ...base, outcome: 'refused', what: `“${line.code}”不像机关代字` }
    const rule = known ?? insertSeries(database, { code: line.code, form: /^第\d+号$/.test(line.printed) ? 'order' : 'bracket', who }, `随登记簿“${file}”建立`)
    if (!known) newSeries.push(line.code)
    const { outcome, what } = importOne(database, rule, line, { file, who })
    return { ...base, outcome, what }
  })
  const counts = ([['new', '新登记'], ['changed', '改动']] as const).flatMap(([outcome, name]) => {
    const count = rows.filter((row) => row.outcome === outcome).length
    return count === 0 ? [] : [`${name} ${count} 条`]
  })
  // Each number has its own line; this one is of the act. What says nothing new leaves no trace.
  if (counts.length > 0) addLog(database, { at: Date.now(), who, what: 'bookImported', detail: [file, ...counts].join('，') })
  return { rows, newSeries }
}

function importOne(database: Database, rule: SeriesRule, line: BookLine, { file, who }: By & { readonly file: string }): LineOutcome {
  const by = { who, at: Date.now() }
  const entry = readEntry(database, rule, line.year, line.serial)
  if (entry && entry.status !== 'free' && entry.seriesId !== rule.id) {
    const { code } = requireRule(database, entry.seriesId)
    return { outcome: 'refused', what: `${line.serial}号已登记在同一流水的${code}下` }
  }
  const result = importLine(entry, line, askedFor(rule, line, by), `${file} ${line.sheet}第${line.line}行`)
  if (result.outcome === 'new' || result.outcome === 'changed') for (const done of result.done) write(database, rule, done, by)
  return result
}
