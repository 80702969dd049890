/** Numbers and documents: 编号, 占号, 对上文稿, 更正文号. One transaction each. */
import type { Database } from 'better-sqlite3'
import type { AllocateRequest, NumberKey, Warning } from '../../shared/api/register-types.ts'
import { Refusal } from '../../shared/api/reply.ts'
import { parseDate } from '../../shared/document/date.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import type { Document } from '../../shared/document/types.ts'
import type { Id } from '../../shared/lib/id.ts'
import { corrected, giveUp } from '../../shared/register/amend.ts'
import { bookFieldsOf } from '../../shared/register/book.ts'
import type { Asked } from '../../shared/register/decision.ts'
import { lastSerial, nextSerial, slotAt, type Run } from '../../shared/register/run.ts'
import { printedNumber, type SeriesRule } from '../../shared/register/series.ts'
import { bindTo, take, type DocumentReceiver, type Receiver } from '../../shared/register/take.ts'
import { warningsFor } from '../../shared/register/warnings.ts'
import { STATE_NAMES } from '../../shared/workflow/states.ts'
import { setState, wrongState } from './documents.ts'
import { askedFor, entryOf, orRefuse, readEntry, readRun, takenAsOf, write } from './register-entries.ts'
import type { By, Taken } from './register-port.ts'
import { listRules, requireRule } from './register-series.ts'
import { addSnapshot, requireRow, summaryOf, toRecord, type DocumentRow } from './rows.ts'

/** 编号 for a document, or 占号 for a reason: the number is taken, entered and written into the document in one. */
export function allocateNumber(database: Database, request: AllocateRequest & By): Taken {
  const row = request.documentId === undefined ? null : requireSigned(database, request.documentId)
  const rule = requireRule(database, request.seriesId)
  const run = readRun(database, rule, request.year)
  const serial = serialOf(run, request)
  const by = { who: request.who, at: Date.now() }
  const asked = named(database, rule, run, askedFor(rule, { year: request.year, serial }, by))
  const receiver: Receiver = row ? receiverOf(database, row) : { kind: 'reason', reason: request.reason ?? '' }
  const done = orRefuse(take(run, asked, receiver))
  const warnings = warned(database, rule, run, request, row)
  write(database, rule, done, by)
  if (row) writeInto(database, row, { printed: asked.printed, state: 'numbered' }, by)
  return { number: serial, printed: asked.printed, warnings, record: row && toRecord(database, requireRow(database, row.id)) }
}

/** What to know before a number is taken, and which it would be. */
export function advice(database: Database, request: Omit<AllocateRequest, 'expected'>): Pick<Taken, 'printed' | 'warnings'> & { readonly serial: number } {
  const rule = requireRule(database, request.seriesId)
  const run = readRun(database, rule, request.year)
  const row = request.documentId === undefined ? null : requireRow(database, request.documentId)
  const serial = request.serial ?? nextSerial(run)
  const warnings = warned(database, rule, run, request, row)
  const unsigned: readonly Warning[] = row && row.state !== 'signed' ? [{ kind: 'doubt', text: `文稿${STATE_NAMES[row.state]}，签发后才能编号` }] : []
  return { serial, printed: printedNumber(rule, request.year, serial), warnings: [...unsigned, ...warnings] }
}

/** 对上文稿: a number that was held, or given out on paper, has its document now. */
export function bind(database: Database, { seriesId, year, serial, documentId, who }: NumberKey & { readonly documentId: Id } & By): Taken {
  const row = requireSigned(database, documentId)
  const asking = requireRule(database, seriesId)
  const entry = readEntry(database, asking, year, serial)
  const rule = entry ? requireRule(database, entry.seriesId) : asking
  const by = { who, at: Date.now() }
  const asked = askedFor(rule, { year: entry?.year ?? year, serial }, by)
  write(database, rule, orRefuse(bindTo(entry, asked, receiverOf(database, row))), by)
  writeInto(database, row, { printed: asked.printed, state: 'numbered' }, by)
  return { number: serial, printed: asked.printed, warnings: [], record: toRecord(database, requireRow(database, documentId)) }
}

/** 更正文号: the document gets another number; the old one is voided, or free again, and both say why. */
export function correct(database: Database, request: AllocateRequest & By & { readonly documentId: Id; readonly reason: string; readonly old: 'void' | 'free' }): Taken {
  const row = requireRow(database, request.documentId)
  const from = entryOf(database, row.id)
  if (typeof from?.fingerprint !== 'string' || !CORRECTABLE.has(row.state)) throw wrongState(row.state, '不能更正文号', '有文号、还没有归档或作废的才能更正')
  const [oldRule, rule] = [requireRule(database, from.seriesId), requireRule(database, request.seriesId)]
  const run = readRun(database, rule, request.year)
  const by = { who: request.who, at: Date.now() }
  const asked = named(database, rule, run, askedFor(rule, { year: request.year, serial: serialOf(run, request) }, by))
  const texts = { oldPrinted: printedNumber(oldRule, from.year, from.serial), printed: asked.printed, reason: request.reason }
  const receiver = { kind: 'document', documentId: row.id, fingerprint: from.fingerprint, book: from.book } as const
  const done = orRefuse(corrected(take(run, asked, receiver), from, texts))
  const warnings = warned(database, rule, run, request, row)
  // The old one first: a document has one number.
  write(database, oldRule, giveUp(from, by, { old: request.old, to: asked.printed, reason: request.reason }), by)
  write(database, rule, done, by)
  writeInto(database, row, { printed: asked.printed, state: row.state }, by)
  return { number: asked.serial, printed: asked.printed, warnings, record: toRecord(database, requireRow(database, row.id)) }
}

const CORRECTABLE: ReadonlySet<DocumentRow['state']> = new Set(['numbered', 'printed', 'issued'])

function requireSigned(database: Database, id: Id): DocumentRow {
  const row = requireRow(database, id)
  if (row.state === 'signed') return row
  if (row.document_number !== null) throw wrongState(row.state, `已有文号 ${row.document_number}，不能再编号`, '号取错了，请用“更正文号”')
  throw wrongState(row.state, '不能编号', '请先签发，再编号')
}

/** The serial that is meant. Refused: stale where another was shown to the person. */
function serialOf(run: Run, { serial, expected }: Pick<AllocateRequest, 'serial' | 'expected'>): number {
  const meant = serial ?? nextSerial(run)
  if (expected === undefined || expected === meant) return meant
  throw new Refusal({ code: 'stale', message: `${expected}号刚被别处取用，下一个号是${meant}`, safe: '没有取号', next: '请核对后再取号' })
}

function named(database: Database, rule: SeriesRule, run: Run, asked: Asked): Asked {
  return { ...asked, takenAs: takenAsOf(database, rule, slotAt(run, asked.serial), asked) }
}

/** A document as the register takes it in; its signer as its history names him. */
function receiverOf(database: Database, row: DocumentRow): DocumentReceiver {
  const signed = database.prepare<[string], string>("SELECT detail FROM log WHERE document_id = ? AND what = 'signed' ORDER BY seq DESC LIMIT 1").pluck().get(row.id) ?? ''
  const signer = /^签发人：([^；。]*)/.exec(signed)?.[1] ?? ''
  return { kind: 'document', documentId: row.id, fingerprint: row.fingerprint, book: bookFieldsOf(contentOf(row), { signer, drafter: row.drafter }) }
}

function writeInto(database: Database, row: DocumentRow, { printed, state }: { readonly printed: string; readonly state: DocumentRow['state'] }, { who, at }: By & { readonly at: number }): void {
  const content = contentOf(row)
  const document = { ...content, header: { ...content.header, documentNumber: printed } }
  database.prepare('UPDATE document SET content = ?, document_number = ? WHERE id = ?').run(summaryOf(document).content, printed, row.id)
  setState(database, row.id, state, at)
  addSnapshot(database, row.id, document, { at, who, reason: 'numbered' })
}

function warned(database: Database, rule: SeriesRule, run: Run, { serial, year }: Pick<AllocateRequest, 'serial' | 'year'>, row: DocumentRow | null): readonly Warning[] {
  const date = row === null ? '' : parseDate(row.signature_date)
  const next = nextSerial(run)
  const intent = {
    serial: serial ?? next, next: serial === undefined, year, seriesId: rule.id, yearly: rule.yearly, now: Date.now(),
    documentYear: typeof date === 'string' && date !== '' ? Number(date.slice(0, 4)) : null,
    codeOf: (id: Id) => listRules(database).find((one) => one.id === id)?.code ?? '',
  }
  const before = rule.yearly && lastSerial(run) === 0 ? readRun(database, rule, year - 1) : null
  return warningsFor(run, intent, before)
}

function contentOf({ content }: DocumentRow): Document {
  return parseDocument(JSON.parse(content))
}

