/** The register (发文登记): series and numbers. SQL and transactions only; the rules of numbers are in shared/register. */
import type { Database } from 'better-sqlite3'
import type { AllocateRequest, NewSeries, Series } from '../../shared/api/register-types.ts'
import { Refusal } from '../../shared/api/reply.ts'
import type { DocumentRecord } from '../../shared/api/types.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import type { Document } from '../../shared/document/types.ts'
import { newId, type Id } from '../../shared/lib/id.ts'
import { bookFieldsOf } from '../../shared/register/book.ts'
import { formatNumber, nextSerial } from '../../shared/register/number.ts'
import { periodOf, printedNumber, type SeriesRule } from '../../shared/register/series.ts'
import { STATE_NAMES } from '../../shared/workflow/states.ts'
import { insertDocument, setState, wrongState } from './documents.ts'
import { fingerprint } from './fingerprint.ts'
import type { By, Taken } from './register-port.ts'
import { addLog, addSnapshot, requireRow, summaryOf, toRecord } from './rows.ts'
import type { NewDocument, RegisterNumber } from './store.ts'

type SeriesRow = Omit<SeriesRule, 'yearly'> & { readonly yearly: number }

const SERIES = 'SELECT id, code, name, form, run_id AS runId, yearly, start, start_year AS startYear FROM series'

function toRule(row: SeriesRow): SeriesRule {
  return { ...row, yearly: row.yearly === 1 }
}

/** The series in the order in which they were made, each with its state in one year. */
export function listSeries(database: Database, year: number): readonly Series[] {
  return database
    .prepare<[], SeriesRow>(`${SERIES} ORDER BY created_at, rowid`)
    .all()
    .map(toRule)
    .map((rule) => {
      const taken = takenSerials(database, rule, year)
      return { ...rule, year, used: taken.length, last: Math.max(0, ...taken), next: nextSerial(taken), gaps: 0, reserved: 0, sharedWith: [], years: [] }
    })
}

/** Makes a series. */
export function addSeries(database: Database, { code, who }: NewSeries & By): void {
  if (findSeries(database, code)) {
    throw new Refusal({ code: 'badRequest', message: `已经有“${code}”这个系列`, next: '请直接选用它' })
  }
  insertSeries(database, code)
  addLog(database, { at: Date.now(), who, what: 'seriesMade', detail: code })
}

/** 编号: in one transaction the number is taken, entered and written into the document. */
export function allocateNumber(database: Database, request: AllocateRequest & By): Taken {
  const row = requireRow(database, request.documentId ?? '')
  if (row.state !== 'signed') {
    const held = row.document_number === null ? '不能编号' : `已有文号 ${row.document_number}，不能再编号`
    throw wrongState(row.state, held, `${STATE_NAMES.signed}的才能编号`)
  }
  const series = database.prepare<[string], SeriesRow>(`${SERIES} WHERE id = ?`).get(request.seriesId)
  if (!series) throw new Refusal({ code: 'unknownSeries', message: '没有这个文号系列', next: '请先建立系列，再编号' })
  const rule = toRule(series)
  const serial = nextSerial(takenSerials(database, rule, request.year))
  if (request.expected !== undefined && request.expected !== serial) {
    throw new Refusal({
      code: 'stale',
      message: `${request.expected}号刚被别处取用，下一个号是${serial}`,
      safe: '没有取号',
      next: '请核对后再取号',
    })
  }
  const at = Date.now()
  const printed = printedNumber(rule, request.year, serial)
  const content = parseDocument(JSON.parse(row.content))
  const document = { ...content, header: { ...content.header, documentNumber: printed } }
  enter(database, { rule, year: request.year, serial, documentId: row.id, document, drafter: row.drafter, at, who: request.who })
  const columns = summaryOf(document)
  database.prepare('UPDATE document SET content = ?, document_number = ? WHERE id = ?').run(columns.content, printed, row.id)
  setState(database, row.id, 'numbered', at)
  addSnapshot(database, row.id, document, { at, who: request.who, reason: 'numbered' })
  addLog(database, { at, who: request.who, what: 'numbered', detail: printed, documentId: row.id, number: { runId: rule.runId, period: periodOf(rule, request.year), serial } })
  return { number: serial, printed, warnings: [], record: toRecord(database, requireRow(database, row.id)) }
}

/** A document that arrives with its number: its number is taken by it, its series made if new. */
export function importIssued(database: Database, arrival: NewDocument, number: RegisterNumber): DocumentRecord {
  const rule = findSeries(database, number.code) ?? insertSeries(database, number.code)
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
  enter(database, { rule, year: number.year, serial: number.serial, documentId: id, document: arrival.document, drafter: '', at, who: arrival.who })
  addSnapshot(database, id, arrival.document, { at, who: arrival.who, reason: 'issued' })
  return toRecord(database, requireRow(database, id))
}

function takenSerials(database: Database, rule: SeriesRule, year: number): number[] {
  return database
    .prepare<[string, number], number>('SELECT serial FROM number WHERE run_id = ? AND period = ? ORDER BY serial')
    .pluck()
    .all(rule.runId, periodOf(rule, year))
}

function findSeries(database: Database, code: string): SeriesRule | undefined {
  const row = database.prepare<[string], SeriesRow>(`${SERIES} WHERE code = ?`).get(code)
  return row && toRule(row)
}

function insertSeries(database: Database, code: string): SeriesRule {
  const id = newId()
  database.prepare('INSERT INTO run (id) VALUES (?)').run(id)
  database
    .prepare("INSERT INTO series (id, code, name, form, run_id, yearly, start, start_year, created_at) VALUES (?, ?, '', 'bracket', ?, 1, 1, NULL, ?)")
    .run(id, code, id, Date.now())
  return { id, code, name: '', form: 'bracket', runId: id, yearly: true, start: 1, startYear: null }
}

/** The document that holds a number; null where the number is free. */
export function holderOf(database: Database, number: RegisterNumber): { readonly id: Id; readonly title: string } | null {
  const holder = database
    .prepare<[string, number, number], { id: Id; title: string }>(
      `SELECT document.id, document.title FROM series JOIN number ON series_id = series.id JOIN document ON document.id = document_id
       WHERE code = ? AND year = ? AND serial = ?`,
    )
    .get(number.code, number.year, number.serial)
  return holder ?? null
}

interface Entry {
  readonly rule: SeriesRule
  readonly year: number
  readonly serial: number
  readonly documentId: Id
  readonly document: Document
  readonly drafter: string
  readonly at: number
  readonly who: string
}

function enter(database: Database, { rule, year, serial, documentId, document, drafter, at, who }: Entry): void {
  const book = bookFieldsOf(document, { signer: '', drafter })
  database
    .prepare(
      `INSERT INTO number (id, run_id, period, serial, series_id, year, status, document_id, holder, reason, expires, fingerprint, at, date, title, secrecy, sent_to, signer, drafter)
       VALUES (@id, @run, @period, @serial, @series, @year, 'used', @documentId, @who, '', NULL, @fingerprint, @at, @date, @title, @secrecy, @sentTo, @signer, @drafter)`,
    )
    .run({ ...book, id: newId(at), run: rule.runId, period: periodOf(rule, year), serial, series: rule.id, year, documentId, who, at, fingerprint: fingerprint(document) })
}

/** The register's operations that are still to come. */
export function unbuilt(): never {
  throw new Refusal({ code: 'badRequest', message: '这一步还做不到', next: '请更新程序后再试' })
}
