/** Steps on a document's way. Each function is one transaction; the table of the way is in shared/workflow. */
import type { Database } from 'better-sqlite3'
import { Refusal } from '../../shared/api/reply.ts'
import type { ActRequest, DocumentRecord } from '../../shared/api/types.ts'
import { missingParts } from '../../shared/document/missing.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import type { Id } from '../../shared/lib/id.ts'
import { canAct, TRANSITIONS, wayToChange, type DocumentAct } from '../../shared/workflow/states.ts'
import { setState } from './documents.ts'
import { amendBookOf, voidNumberOf } from './register.ts'
import type { By } from './register-port.ts'
import type { Settle } from './store.ts'
import { addHistory, addSnapshot, requireRow, toRecord, type DocumentRow } from './rows.ts'

/** How a document is signed. */
export interface Signing extends By {
  readonly signer: string
  readonly revision?: number | undefined
  readonly settle?: Settle | undefined
}

/** 签发: freezes the text. Refused: notFound, wrongState, stale, notReady. */
export function signDocument(database: Database, id: Id, { signer, who, revision, settle }: Signing): DocumentRecord {
  const row = requireRow(database, id)
  assertPossible(row, 'sign', revision)
  const document = parseDocument(JSON.parse(row.content))
  const missing = missingParts(document)
  if (missing.length > 0) {
    throw new Refusal({
      code: 'notReady',
      message: `还不能签发：${missing.map((one) => one.text).join('；')}`,
      safe: '文稿没有改动',
      next: '请填好这几项再签发',
      details: missing.map((one) => one.text),
    })
  }
  const settled = settle?.(document) ?? document
  if (settled !== document) database.prepare('UPDATE document SET content = ? WHERE id = ?').run(JSON.stringify(settled), id)
  return step(database, settled === document ? row : requireRow(database, id), { act: 'sign', who, at: Date.now(), detail: signer === '' ? '' : `签发人：${signer}` })
}

/** Any other step. Refused: notFound, wrongState, stale, badRequest (something that is asked was not given). */
export function act(database: Database, request: ActRequest & By): DocumentRecord {
  const row = requireRow(database, request.id)
  assertPossible(row, request.act, request.revision)
  assertGiven(request)
  const { who, opinion, copies, filed } = request
  const at = Date.now()
  // What the book says of the document's number changes with it, or not at all.
  if (request.act === 'void') voidNumberOf(database, row.id, { reason: opinion, who, at })
  if (request.act === 'print' && copies !== undefined) amendBookOf(database, row.id, { copies: String(copies) }, { who, at })
  if (request.act === 'archive' && filed !== undefined) amendBookOf(database, row.id, { filed }, { who, at })
  return step(database, row, { act: request.act, who, at, handler: request.handler ?? '', detail: detailOf(request) })
}

interface Step extends By {
  readonly at: number
  readonly act: DocumentAct
  readonly detail: string
  /** To whom it goes. */
  readonly handler?: string
}

function step(database: Database, { id, content, drafter }: DocumentRow, { act: name, who, at, detail, handler = '' }: Step): DocumentRecord {
  const { to, history, waitsFor } = TRANSITIONS[name]
  setState(database, id, to, at)
  database.prepare('UPDATE document SET handler = ? WHERE id = ?').run({ named: handler, drafter, nobody: '' }[waitsFor], id)
  if (history === 'submitted' || history === 'signed' || history === 'printed') addSnapshot(database, id, parseDocument(JSON.parse(content)), { at, who, reason: history, detail })
  addHistory(database, id, { at, who, what: history, detail })
  return toRecord(database, requireRow(database, id))
}

function assertPossible({ state, discarded_at: discarded, revision: stored }: DocumentRow, name: DocumentAct, revision: number | undefined): void {
  const possible = canAct(state, name)
  if (possible !== true) {
    throw new Refusal({ code: 'wrongState', message: possible, safe: '文稿没有改动', next: TRANSITIONS[name].to === 'signed' ? wayToChange(state) : '办到哪一步了，请看“经过”' })
  }
  if (discarded !== null) {
    throw new Refusal({ code: 'wrongState', message: `这份文稿在废稿里，不能${TRANSITIONS[name].name}`, safe: '文稿没有改动', next: '请先把它取回' })
  }
  if (revision !== undefined && revision !== stored) {
    throw new Refusal({
      code: 'stale',
      message: `这份文稿在别处已有新的改动，没有${TRANSITIONS[name].name}`,
      safe: '文稿没有改动',
      next: `请载入新的内容，看过再${TRANSITIONS[name].name}`,
    })
  }
}

function assertGiven({ act: name, opinion, handler = '', copies, filed = '' }: ActRequest): void {
  const asked = TRANSITIONS[name]
  const lacking = [
    asked.opinion?.needed && opinion === '' ? asked.opinion : undefined,
    asked.handler?.needed && handler === '' ? asked.handler : undefined,
    asked.copies?.needed && copies === undefined ? asked.copies : undefined,
    asked.filed?.needed && filed === '' ? asked.filed : undefined,
  ].filter((one) => one !== undefined)
  if (lacking.length === 0) return
  const names = lacking.map((one) => `“${one.name}”`).join('')
  throw new Refusal({ code: 'badRequest', message: `没有写明${names}，没有${asked.name}`, safe: '文稿没有改动', next: `请写明${names}再${asked.name}` })
}

/** What the log keeps of it: 送 陈望秋；请核数字. */
function detailOf({ act: name, opinion, handler = '', copies, filed = '' }: ActRequest): string {
  const asked = TRANSITIONS[name]
  const to = asked.handler && handler !== '' ? `送 ${handler}` : ''
  const printed = asked.copies && copies !== undefined ? `${copies} 份` : ''
  const where = asked.filed && filed !== '' ? `归卷：${filed}` : ''
  return [to, printed, where, asked.opinion ? opinion : ''].filter((text) => text !== '').join('；')
}
