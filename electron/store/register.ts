/** The register (发文登记): series and numbers. SQL and transactions only; the rules of numbers are in shared/register. */
import type { Database } from 'better-sqlite3'
import { Refusal } from '../../shared/api/reply.ts'
import type { DocumentRecord, Series } from '../../shared/api/types.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import { formatNumber, nextSerial } from '../../shared/register/number.ts'
import { newId, type Id } from '../../shared/lib/id.ts'
import { insertDocument, setState, wrongState } from './documents.ts'
import { addHistory, addSnapshot, requireRow, summaryOf, toRecord } from './rows.ts'
import type { NewDocument, RegisterNumber } from './store.ts'

interface SeriesRow {
  readonly id: Id
  readonly code: string
}

/** The series in the order in which they were made, each with its state in one year. */
export function listSeries(database: Database, year: number): readonly Series[] {
  return database
    .prepare<[], SeriesRow>('SELECT id, code FROM series ORDER BY created_at, rowid')
    .all()
    .map(({ id, code }) => {
      const taken = takenSerials(database, id, year)
      return { id, code, year, used: taken.length, last: Math.max(0, ...taken), next: nextSerial(taken) }
    })
}

/** Makes a series. */
export function addSeries(database: Database, code: string): void {
  if (findSeries(database, code)) {
    throw new Refusal({ code: 'badRequest', message: `已经有“${code}”这个系列`, next: '请直接选用它' })
  }
  insertSeries(database, code)
}

/** 编号: in one transaction the number is taken, entered and written into the document. */
export function allocateNumber(
  database: Database,
  request: { documentId: Id; seriesId: Id; year: number; expected?: number | undefined; who: string },
): { number: number; record: DocumentRecord } {
  const row = requireRow(database, request.documentId)
  if (row.state === 'draft') throw wrongState(row.state, '不能编号', '请先签发，再编号')
  if (row.state !== 'signed') throw wrongState(row.state, `已有文号 ${row.document_number ?? ''}，不能再编号`, '要另发一件，请“另存为新稿”')
  const series = database.prepare<[string], SeriesRow>('SELECT id, code FROM series WHERE id = ?').get(request.seriesId)
  if (!series) throw new Refusal({ code: 'unknownSeries', message: '没有这个文号系列', next: '请先建立系列，再编号' })
  const serial = nextSerial(takenSerials(database, series.id, request.year))
  if (request.expected !== undefined && request.expected !== serial) {
    throw new Refusal({
      code: 'stale',
      message: `${request.expected}号刚被别处取用，下一个号是${serial}`,
      safe: '没有取号',
      next: '请核对后再取号',
    })
  }
  const at = Date.now()
  enter(database, { series, year: request.year, serial, documentId: row.id, how: 'next', at, who: request.who })
  const printed = formatNumber({ code: series.code, year: request.year, serial })
  const content = parseDocument(JSON.parse(row.content))
  const document = { ...content, header: { ...content.header, documentNumber: printed } }
  const columns = summaryOf(document)
  database.prepare('UPDATE document SET content = ?, document_number = ? WHERE id = ?').run(columns.content, printed, row.id)
  setState(database, row.id, 'numbered', at)
  addSnapshot(database, row.id, document, { at, who: request.who, reason: 'numbered' })
  addHistory(database, row.id, { at, who: request.who, what: 'numbered', detail: printed })
  return { number: serial, record: toRecord(database, requireRow(database, row.id)) }
}

/** A document that arrives with its number: its number is taken by it, its series made if new. */
export function importIssued(database: Database, arrival: NewDocument, number: RegisterNumber): DocumentRecord {
  const series = findSeries(database, number.code) ?? insertSeries(database, number.code)
  const holder = holderOf(database, number)
  if (holder !== null) {
    throw new Refusal({
      code: 'numberTaken',
      message: `文号 ${formatNumber(number)} 已经给了《${holder.title}》，没有导入`,
      safe: '资料库没有改动',
      next: '请核对文号；若是同一份文件，不必再导入',
    })
  }
  const id = insertDocument(database, arrival, 'issued')
  const at = Date.now()
  enter(database, { series, year: number.year, serial: number.serial, documentId: id, how: 'import', at, who: arrival.who })
  addSnapshot(database, id, arrival.document, { at, who: arrival.who, reason: 'issued' })
  return toRecord(database, requireRow(database, id))
}

function takenSerials(database: Database, seriesId: Id, year: number): number[] {
  return database
    .prepare<[string, number], number>('SELECT serial FROM number WHERE series_id = ? AND year = ? ORDER BY serial')
    .pluck()
    .all(seriesId, year)
}

function findSeries(database: Database, code: string): SeriesRow | undefined {
  return database.prepare<[string], SeriesRow>('SELECT id, code FROM series WHERE code = ?').get(code)
}

function insertSeries(database: Database, code: string): SeriesRow {
  const id = newId()
  database.prepare('INSERT INTO series (id, code, created_at) VALUES (?, ?, ?)').run(id, code, Date.now())
  return { id, code }
}

/** The document that holds a number; null where the number is free. */
export function holderOf(database: Database, number: RegisterNumber): { readonly id: Id; readonly title: string } | null {
  const holder = database
    .prepare<[string, number, number], { id: Id; title: string }>(
      `SELECT document.id, title FROM series JOIN number ON series_id = series.id JOIN document ON document.id = document_id
       WHERE code = ? AND year = ? AND serial = ?`,
    )
    .get(number.code, number.year, number.serial)
  return holder ?? null
}

function enter(
  database: Database,
  entry: { series: SeriesRow; year: number; serial: number; documentId: Id; how: 'next' | 'import'; at: number; who: string },
): void {
  database
    .prepare('INSERT INTO number (series_id, year, serial, document_id, how, at, who) VALUES (?, ?, ?, ?, ?, ?, ?)')
    .run(entry.series.id, entry.year, entry.serial, entry.documentId, entry.how, entry.at, entry.who)
}
