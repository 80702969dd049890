/** Acts of the register (发文登记): each loads what the rules of shared/register need, lets them decide, and writes it. One transaction each. */
import type { Database } from 'better-sqlite3'
import type { BookChange, NumberDetail, NumberKey, ReserveRequest } from '../../shared/api/register-types.ts'
import { Refusal } from '../../shared/api/reply.ts'
import type { Id } from '../../shared/lib/id.ts'
import { amend as amended } from '../../shared/register/amend.ts'
import type { Asked, Decision } from '../../shared/register/decision.ts'
import type { BookFields, NumberEntry } from '../../shared/register/entry.ts'
import * as keep from '../../shared/register/keep.ts'
import type { Run } from '../../shared/register/run.ts'
import { printedNumber, type SeriesRule } from '../../shared/register/series.ts'
import { canAct } from '../../shared/workflow/states.ts'
import { setState } from './documents.ts'
import { askedFor, entryOf, orRefuse, readEntry, readRun, takenAsOf, write } from './register-entries.ts'
import type { By } from './register-port.ts'
import { requireRule } from './register-series.ts'
import { numberDetail } from './register-sheet.ts'
import { requireRow } from './rows.ts'

/** 预留: given serials, or the next ones in a row. */
export function reserve(database: Database, request: ReserveRequest & By): readonly NumberKey[] {
  const rule = requireRule(database, request.seriesId)
  const { year, who } = request
  const by = { who, at: Date.now() }
  const done = orRefuse(keep.reserve(readRun(database, rule, year), request, (serial) => askedFor(rule, { year, serial }, by)))
  for (const one of done) write(database, rule, one, by)
  return done.map(({ entry }) => ({ seriesId: rule.id, year, serial: entry.serial }))
}

/** 线下占用. */
export function takeOnPaper(database: Database, request: NumberKey & { readonly title: string; readonly reason: string } & By): NumberDetail {
  // It was printed under the code that is named here, whoever of the run had reserved it.
  return onNumber(database, request, ({ entry, asked }) => keep.takeOnPaper(entry, asked, request), 'asking')
}

/** 释放. */
export function release(database: Database, request: NumberKey & { readonly reason: string } & By): NumberDetail {
  return onNumber(database, request, ({ entry, asked }) => keep.release(entry, asked, request.reason))
}

/** 补说明. */
export function explain(database: Database, request: NumberKey & { readonly reason: string } & By): NumberDetail {
  return onNumber(database, request, ({ run, entry, asked }) => keep.explain(run, entry, asked, request.reason))
}

/** 作废, of a number and with it of its document. */
export function voidNumber(database: Database, request: NumberKey & { readonly reason: string } & By): NumberDetail {
  return onNumber(database, request, ({ run, entry, asked }) => {
    const decision = keep.voided(run, entry, asked, request.reason)
    if (decision.kind === 'done' && entry?.documentId) voidDocument(database, entry.documentId, asked.at)
    return decision
  })
}

function voidDocument(database: Database, id: Id, at: number): void {
  const possible = canAct(requireRow(database, id).state, 'void')
  if (possible !== true) throw new Refusal({ code: 'wrongState', message: possible, safe: '登记簿和文稿都没有改动', next: '请看文稿的“经过”' })
  setState(database, id, 'void', at)
}

/**
 * The number of a document that is being voided becomes void too. For the caller's transaction, which voids the document and says so in its
 * history. Nothing happens to a document without a number in the register.
 */
export function voidNumberOf(database: Database, documentId: Id, { reason, who, at }: By & { readonly reason: string; readonly at: number }): void {
  const entry = entryOf(database, documentId)
  if (!entry || entry.status === 'void') return
  const rule = requireRule(database, entry.seriesId)
  const { entry: voided, log } = orRefuse(keep.voided(readRun(database, rule, entry.year), entry, askedFor(rule, entry, { who, at }), reason))
  write(database, rule, { kind: 'done', entry: voided, log: { ...log, documentId: null } }, { who, at })
}

/** What a step of a document tells the book: copies at 印发, where it is filed at 归档. For the caller's transaction; without a number nothing happens. */
export function amendBookOf(database: Database, documentId: Id, fields: Partial<BookFields>, by: By & { readonly at: number }): void {
  const entry = entryOf(database, documentId)
  const done = entry && amended(entry, fields)
  // The document's own history says the step itself.
  if (done) write(database, requireRule(database, entry.seriesId), { ...done, log: { ...done.log, documentId: null } }, by)
}

/** 登记簿更正: one cell of the book. Refused: notFound for a number without a line to write in. */
export function amend(database: Database, request: BookChange & By): NumberDetail {
  const rule = requireRule(database, request.seriesId)
  const entry = readEntry(database, rule, request.year, request.serial)
  if (!entry || entry.status === 'free') {
    const message = `${printedNumber(rule, request.year, request.serial)}没有登记内容，不能更正`
    throw new Refusal({ code: 'notFound', message, safe: '登记簿没有改动', next: '缺号请用“补说明”；纸面上用掉的请登记为“线下占用”' })
  }
  const done = amended(entry, { [request.field]: request.value })
  if (done) write(database, ruleOf(database, entry), done, { who: request.who, at: Date.now() })
  return numberDetail(database, request)
}

interface Found {
  readonly run: Run
  readonly entry: NumberEntry | undefined
  readonly asked: Asked
}

/** One act on one number, of the series that has it, or for the one that asks for it. */
function onNumber(database: Database, key: NumberKey & By, decide: (found: Found) => Decision, as: 'having' | 'asking' = 'having'): NumberDetail {
  const asking = requireRule(database, key.seriesId)
  const entry = readEntry(database, asking, key.year, key.serial)
  const having = as === 'having' && entry !== undefined && entry.status !== 'free' ? entry : null
  const rule = having ? ruleOf(database, having) : asking
  const by = { who: key.who, at: Date.now() }
  const asked = askedFor(rule, { year: having?.year ?? key.year, serial: key.serial }, by)
  const takenAs = takenAsOf(database, rule, entry, asked)
  write(database, rule, orRefuse(decide({ run: readRun(database, rule, key.year), entry, asked: { ...asked, takenAs } })), by)
  return numberDetail(database, key)
}

function ruleOf(database: Database, { seriesId }: NumberEntry): SeriesRule {
  return requireRule(database, seriesId)
}
