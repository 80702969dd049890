/** Documents in the library: lists and drafts. Each function is one transaction. */
import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { Refusal } from '../../shared/api/reply.ts'
import type { DocumentRecord, DocumentSummary } from '../../shared/api/types.ts'
import type { Document } from '../../shared/document/types.ts'
import { newId, type Id } from '../../shared/lib/id.ts'
import { isEditable, STATE_NAMES, wayToChange, type DocumentState } from '../../shared/workflow/states.ts'
import { addHistory, requireRow, summaryOf, SUMMARY_COLUMNS, toRecord, toSummary, type SummaryRow } from './rows.ts'
import type { NewDocument } from './store.ts'

/** The documents that are not discarded, or those that are; last changed first. */
export function listDocuments(database: Database, which: 'kept' | 'discarded'): readonly DocumentSummary[] {
  const discarded = which === 'kept' ? 'IS NULL' : 'IS NOT NULL'
  return database
    .prepare<[], SummaryRow>(`SELECT ${SUMMARY_COLUMNS} FROM document WHERE discarded_at ${discarded} ORDER BY updated_at DESC, rowid DESC`)
    .all()
    .map(toSummary)
}

/** Inserts a document in a state, inside the caller's transaction. Returns its id. */
export function insertDocument(database: Database, arrival: NewDocument, state: DocumentState): Id {
  const now = Date.now()
  const id = newId(now)
  const sha256 = arrival.original ? keepBlob(database, arrival.original.bytes) : null
  for (const image of arrival.images ?? []) keepBlob(database, image)
  database
    .prepare(
      `INSERT INTO document (id, state, revision, content, fingerprint, title, genre, issuers, document_number, signature_date,
         template_id, doubts, original_sha256, original_name, drafter, handler, created_at, updated_at)
       VALUES (@id, @state, 1, @content, @fingerprint, @title, @genre, @issuers, @document_number, @signature_date,
         @template, @doubts, @sha256, @name, @drafter, '', @now, @now)`,
    )
    .run({
      ...summaryOf(arrival.document),
      id,
      state,
      now,
      template: arrival.templateId ?? null,
      doubts: JSON.stringify(arrival.doubts ?? []),
      sha256,
      name: arrival.original?.name ?? null,
      drafter: state === 'draft' ? arrival.who : '',
    })
  addHistory(database, id, { at: now, who: arrival.who, what: arrival.what, detail: arrival.detail })
  return id
}

/** The file that a document was imported from. Refused: notFound. */
export function originalOf(database: Database, id: Id): { readonly name: string; readonly bytes: Uint8Array } {
  const { original_name: name, original_sha256: sha256 } = requireRow(database, id)
  const bytes = sha256 === null ? null : readBlob(database, sha256)
  if (name !== null && bytes) return { name, bytes }
  throw new Refusal({ code: 'notFound', message: '这份公文不是导入的，没有原件', next: '只有导入的公文留有原件' })
}

/** Keeps bytes once under their SHA-256 (hex), inside the caller's transaction. */
export function keepBlob(database: Database, bytes: Uint8Array): string {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  database.prepare('INSERT OR IGNORE INTO blob (sha256, bytes) VALUES (?, ?)').run(sha256, bytes)
  return sha256
}

/** The bytes kept under a SHA-256 (hex); null where there are none. */
export function readBlob(database: Database, sha256: string): Uint8Array | null {
  return database.prepare<[string], { bytes: Uint8Array }>('SELECT bytes FROM blob WHERE sha256 = ?').get(sha256)?.bytes ?? null
}

/** A new draft. A number in its header is dropped: only the register gives numbers. */
export function createDraft(database: Database, draft: NewDocument): DocumentRecord {
  const document = { ...draft.document, header: { ...draft.document.header, documentNumber: null } }
  const id = insertDocument(database, { ...draft, document }, 'draft')
  return toRecord(database, requireRow(database, id))
}

/** Saves a draft that was read at `revision`. */
export function saveDraft(
  database: Database,
  save: { id: Id; revision: number; document: Document; now: number },
): { revision: number; savedAt: number } {
  const row = requireRow(database, save.id)
  if (!isEditable(row.state)) throw locked(row.state, '不能再改')
  const columns = summaryOf({ ...save.document, header: { ...save.document.header, documentNumber: null } })
  if (row.revision !== save.revision) {
    // The same save once more: it came through, but its answer was lost with the connection or the service process.
    if (row.content === columns.content) return { revision: row.revision, savedAt: row.updated_at }
    throw new Refusal({
      code: 'stale',
      message: '这份文稿在别处已有新的改动，这次没有存上',
      safe: '两边的内容都还在',
      next: '可以把这里的内容另存为第二稿，或载入新的内容',
    })
  }
  database
    .prepare(
      `UPDATE document SET revision = revision + 1, content = @content, fingerprint = @fingerprint, title = @title, genre = @genre, issuers = @issuers,
         document_number = @document_number, signature_date = @signature_date, updated_at = @now WHERE id = @id`,
    )
    .run({ ...columns, id: save.id, now: save.now })
  return { revision: row.revision + 1, savedAt: save.now }
}

/** Takes a draft out of the list, or brings it back. */
export function setDiscarded(database: Database, id: Id, discarded: boolean, who: string): DocumentRecord {
  const row = requireRow(database, id)
  if (row.state !== 'draft') throw locked(row.state, '不能移到废稿，拟稿才可以')
  const now = Date.now()
  database.prepare('UPDATE document SET discarded_at = ? WHERE id = ?').run(discarded ? now : null, id)
  addHistory(database, id, { at: now, who, what: discarded ? 'discarded' : 'restored', detail: '' })
  return toRecord(database, requireRow(database, id))
}

/** Moves a document to a state and counts a revision, so that an editor that still holds the old text cannot save over it. */
export function setState(database: Database, id: Id, state: DocumentState, now: number): void {
  database.prepare('UPDATE document SET state = ?, revision = revision + 1, updated_at = ? WHERE id = ?').run(state, now, id)
}

/** The refusal for a step that the state does not allow. */
export function wrongState(state: DocumentState, what: string, next: string): Refusal {
  return new Refusal({ code: 'wrongState', message: `这份文稿是“${STATE_NAMES[state]}”，${what}`, safe: '文稿没有改动', next })
}

function locked(state: DocumentState, what: string): Refusal {
  return new Refusal({ code: 'locked', message: `这份文稿是“${STATE_NAMES[state]}”，${what}`, safe: '文稿没有改动', next: wayToChange(state) })
}
