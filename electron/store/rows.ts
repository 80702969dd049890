/** Rows of the database and the records that the services see. */
import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { Refusal } from '../../shared/api/reply.ts'
import type { DocumentRecord, DocumentState, DocumentSummary, HistoryEntry, HistoryKind } from '../../shared/api/types.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import { canonicalText } from '../../shared/document/projection.ts'
import { partText } from '../../shared/document/text.ts'
import type { Document, Genre } from '../../shared/document/types.ts'
import { newId, type Id } from '../../shared/lib/id.ts'
import type { Doubt } from '../../shared/recognise/doubt.ts'

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
  readonly template_id: string | null
  readonly doubts: string
  readonly original_name: string | null
  readonly original_sha256: string | null
  readonly created_at: number
  readonly discarded_at: number | null
}

export const SUMMARY_COLUMNS = 'id, state, genre, issuers, title, document_number, signature_date, updated_at'

/** The columns that repeat what the content says. */
export function summaryOf(document: Document): Record<string, string | null> {
  return {
    content: JSON.stringify(document),
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
  // Ids made in one millisecond are in no order; rows are in that of writing.
  const history = database
    .prepare<[string], HistoryEntry>('SELECT at, who, what, detail FROM history WHERE document_id = ? ORDER BY at, rowid')
    .all(row.id)
  return {
    id: row.id,
    state: row.state,
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

/** Adds one line to a document's history. */
export function addHistory(database: Database, id: Id, entry: { at: number; who: string; what: HistoryKind; detail: string }): void {
  database
    .prepare('INSERT INTO history (id, document_id, at, who, what, detail) VALUES (?, ?, ?, ?, ?, ?)')
    .run(newId(entry.at), id, entry.at, entry.who, entry.what, entry.detail)
}

/** Freezes what a document is at an event. */
export function addSnapshot(database: Database, id: Id, document: Document, event: { at: number; who: string; reason: string }): void {
  database
    .prepare('INSERT INTO snapshot (id, document_id, reason, content, fingerprint, at, who) VALUES (?, ?, ?, ?, ?, ?, ?)')
    .run(newId(event.at), id, event.reason, JSON.stringify(document), fingerprint(document), event.at, event.who)
}

/** SHA-256 (hex) of the versioned canonical text: the same text, the same fingerprint, whatever its ids or format version. */
export function fingerprint(document: Document): string {
  return createHash('sha256').update(canonicalText(document)).digest('hex')
}
