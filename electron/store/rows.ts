/** Rows of the database and the records that the services see. */
import type { Database } from 'better-sqlite3'
import { Refusal } from '../../shared/api/reply.ts'
import type { DocumentRecord, DocumentSummary, HistoryEntry, SnapshotReason } from '../../shared/api/types.ts'
import type { HistoryKind } from '../../shared/workflow/history.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import { partText } from '../../shared/document/text.ts'
import type { Document, Genre } from '../../shared/document/types.ts'
import { newId, type Id } from '../../shared/lib/id.ts'
import type { Doubt } from '../../shared/recognise/doubt.ts'
import type { DocumentState } from '../../shared/workflow/states.ts'
import { fingerprint } from './fingerprint.ts'

/** A row of `document` without its content. */
export interface SummaryRow {
  readonly id: Id
  readonly state: DocumentState
  readonly genre: Genre | null
  readonly issuers: string
  readonly title: string
  readonly document_number: string | null
  readonly signature_date: string
  readonly updated_at: number
}

/** A whole row of `document`. */
export interface DocumentRow extends SummaryRow {
  readonly revision: number
  readonly content: string
  readonly fingerprint: string
  readonly template_id: string | null
  readonly doubts: string
  readonly original_name: string | null
  readonly original_sha256: string | null
  readonly drafter: string
  readonly handler: string
  readonly created_at: number
  readonly discarded_at: number | null
}

export const SUMMARY_COLUMNS = 'id, state, genre, issuers, title, document_number, signature_date, updated_at'

/** The columns that repeat what the content says. */
export function summaryOf(document: Document): Record<string, string | null> {
  return {
    content: JSON.stringify(document),
    fingerprint: fingerprint(document),
    title: partText(document, 'title').replace(/\n/g, ''),
    genre: document.header.genre,
    issuers: JSON.stringify(document.header.issuers),
    document_number: document.header.documentNumber,
    signature_date: partText(document, 'signatureDate'),
  }
}

/** A summary as the interface sees it. */
export function toSummary(row: SummaryRow): DocumentSummary {
  return {
    id: row.id,
    state: row.state,
    genre: row.genre,
    issuers: JSON.parse(row.issuers) as string[],
    title: row.title,
    documentNumber: row.document_number,
    signatureDate: row.signature_date,
    updatedAt: row.updated_at,
  }
}

/** The row of a document; `notFound` where there is none. */
export function requireRow(database: Database, id: Id): DocumentRow {
  const row = database.prepare<[string], DocumentRow>('SELECT * FROM document WHERE id = ?').get(id)
  if (row) return row
  throw new Refusal({ code: 'notFound', message: '没有这份文稿', next: '它可能已被删去；请刷新列表，或用 gongbao list 查看' })
}

/** The whole record of a document with its history. */
export function toRecord(database: Database, row: DocumentRow): DocumentRecord {
  const history = database
    .prepare<[string], HistoryEntry>('SELECT at, who, what, detail FROM log WHERE document_id = ? ORDER BY seq')
    .all(row.id)
  return {
    id: row.id,
    state: row.state,
    drafter: row.drafter,
    handler: row.handler,
    revision: row.revision,
    templateId: row.template_id,
    document: parseDocument(JSON.parse(row.content)),
    doubts: JSON.parse(row.doubts) as Doubt[],
    history,
    original: row.original_name,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

/** A number of a run, as the log names it. */
export interface LogNumber {
  readonly runId: Id
  readonly period: number
  readonly serial: number
}

/** Adds one line to the log: of a document, of a number, of both, or of the library. */
export function addLog(database: Database, entry: { at: number; who: string; what: HistoryKind; detail: string; documentId?: Id | null; number?: LogNumber }): void {
  const { documentId = null, number } = entry
  database
    .prepare('INSERT INTO log (at, who, what, detail, document_id, run_id, period, serial) VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
    .run(entry.at, entry.who, entry.what, entry.detail, documentId, number?.runId ?? null, number?.period ?? null, number?.serial ?? null)
}

/** Adds one line to a document's history. */
export function addHistory(database: Database, documentId: Id, entry: { at: number; who: string; what: HistoryKind; detail: string }): void {
  addLog(database, { ...entry, documentId })
}

/** Freezes what a document is at an event. The same bytes as at the event before are kept once; the event has its own line all the same. */
export function addSnapshot(database: Database, id: Id, document: Document, event: { at: number; who: string; reason: SnapshotReason; detail?: string }): void {
  const content = JSON.stringify(document)
  const before = database
    .prepare<[string], { id: Id; content: string }>(
      `SELECT kept.id, kept.content FROM snapshot AS last JOIN snapshot AS kept ON kept.id = coalesce(last.same_as, last.id)
       WHERE last.document_id = ? ORDER BY last.at DESC, last.rowid DESC LIMIT 1`,
    )
    .get(id)
  const same = before?.content === content ? before.id : null
  database
    .prepare('INSERT INTO snapshot (id, document_id, reason, content, same_as, fingerprint, at, who, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(newId(event.at), id, event.reason, same === null ? content : null, same, fingerprint(document), event.at, event.who, event.detail ?? '')
}
