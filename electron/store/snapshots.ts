/** What was frozen of a document at an event, and who did it. Each function is one transaction. */
import type { Database } from 'better-sqlite3'
import { Refusal } from '../../shared/api/reply.ts'
import type { Snapshot, SnapshotSummary } from '../../shared/api/types.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import type { Id } from '../../shared/lib/id.ts'
import type { By } from './register-port.ts'
import { addHistory, addSnapshot, requireRow } from './rows.ts'
import type { WrittenOut } from './store.ts'

/** 导出 and 打印: freezes what was written, which need not be what the document says by now. Refused: notFound. */
export function recordWritten(database: Database, id: Id, { document, who, detail, what }: WrittenOut & By): void {
  requireRow(database, id)
  const at = Date.now()
  addHistory(database, id, { at, who, what, detail })
  addSnapshot(database, id, document, { at, who, reason: what, detail })
}

/** What was frozen of a document, newest first. Refused: notFound. */
export function listSnapshots(database: Database, id: Id): readonly SnapshotSummary[] {
  const { fingerprint } = requireRow(database, id)
  return database
    .prepare<[string], Omit<SnapshotSummary, 'same'>>('SELECT id, reason, at, who, detail, fingerprint FROM snapshot WHERE document_id = ? ORDER BY at DESC, rowid DESC')
    .all(id)
    .map((one) => ({ ...one, same: one.fingerprint === fingerprint }))
}

interface SnapshotRow extends Omit<SnapshotSummary, 'same'> {
  readonly documentId: Id
  readonly content: string
}

/** One frozen text. Refused: notFound. */
export function readSnapshot(database: Database, id: Id): Snapshot {
  const row = database
    .prepare<[string], SnapshotRow>(
      `SELECT one.id, one.document_id AS documentId, one.reason, one.at, one.who, one.detail, one.fingerprint, coalesce(one.content, kept.content) AS content
       FROM snapshot AS one LEFT JOIN snapshot AS kept ON kept.id = one.same_as WHERE one.id = ?`,
    )
    .get(id)
  if (!row) throw new Refusal({ code: 'notFound', message: '没有这份留存的文字', next: '请刷新后再试' })
  const { documentId, content, ...summary } = row
  return { ...summary, documentId, same: requireRow(database, documentId).fingerprint === summary.fingerprint, document: parseDocument(JSON.parse(content)) }
}

/** Names under which something was done or to whom something was sent, most used first. */
export function people(database: Database): readonly string[] {
  return database
    .prepare<[], string>(
      `SELECT name FROM (SELECT who AS name FROM log UNION ALL SELECT handler FROM document UNION ALL SELECT drafter FROM document)
       WHERE name <> '' GROUP BY name ORDER BY count(*) DESC, name LIMIT 200`,
    )
    .pluck()
    .all()
}
