/** Steps on a document's way, and what was frozen at them. Each function is one transaction. */
import type { Database } from 'better-sqlite3'
import { Refusal } from '../../shared/api/reply.ts'
import type { ActRequest, DocumentRecord, Snapshot, SnapshotSummary } from '../../shared/api/types.ts'
import type { HistoryKind } from '../../shared/workflow/history.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import type { Id } from '../../shared/lib/id.ts'
import { canAct, TRANSITIONS } from '../../shared/workflow/states.ts'
import { setState } from './documents.ts'
import type { By } from './register-port.ts'
import { addHistory, addSnapshot, requireRow, toRecord } from './rows.ts'

const WORDS: Record<ActRequest['act'], HistoryKind> = {
  submit: 'submitted', withdraw: 'withdrawn', return: 'returned', approve: 'approved', print: 'printed', archive: 'archived', void: 'voided',
}

/** One step on the way. */
export function act(database: Database, { id, act: name, opinion, who }: ActRequest & By): DocumentRecord {
  const row = requireRow(database, id)
  const possible = canAct(row.state, name)
  if (possible !== true) throw new Refusal({ code: 'wrongState', message: possible, safe: '文稿没有改动', next: '请看“经过”' })
  const at = Date.now()
  setState(database, id, TRANSITIONS[name].to, at)
  addHistory(database, id, { at, who, what: WORDS[name], detail: opinion })
  return toRecord(database, requireRow(database, id))
}

/** 导出 and 打印. */
export function recordExport(database: Database, id: Id, { who, detail, what }: By & { readonly detail: string; readonly what: 'exported' | 'printedOut' }): void {
  const at = Date.now()
  addHistory(database, id, { at, who, what, detail })
  addSnapshot(database, id, parseDocument(JSON.parse(requireRow(database, id).content)), { at, who, reason: what, detail })
}

/** What was frozen of a document, newest first. */
export function listSnapshots(database: Database, id: Id): readonly SnapshotSummary[] {
  const { fingerprint } = requireRow(database, id)
  return database
    .prepare<[string], Omit<SnapshotSummary, 'same'>>('SELECT id, reason, at, who, detail, fingerprint FROM snapshot WHERE document_id = ? ORDER BY at DESC, rowid DESC')
    .all(id)
    .map((one) => ({ ...one, same: one.fingerprint === fingerprint }))
}

/** One frozen text. */
export function readSnapshot(database: Database, id: Id): Snapshot {
  const row = database
    .prepare<[string], Omit<SnapshotSummary, 'same'> & { documentId: Id; content: string }>(
      'SELECT id, document_id AS documentId, reason, at, who, detail, fingerprint, content FROM snapshot WHERE id = ?',
    )
    .get(id)
  if (!row) throw new Refusal({ code: 'notFound', message: '没有这份快照', next: '请刷新后再试' })
  const { documentId, content, ...summary } = row
  return { ...summary, same: requireRow(database, documentId).fingerprint === summary.fingerprint, document: parseDocument(JSON.parse(content)) }
}

/** Names under which something was done, most used first. */
export function people(database: Database): readonly string[] {
  return database.prepare<[], string>("SELECT who FROM log WHERE who <> '' GROUP BY who ORDER BY count(*) DESC, who").pluck().all()
}
