/**
 * The library as the services see it. Each operation is one whole transaction named for what it does and is awaited,
 * so that another engine can stand behind the same port. All of them may refuse with `diskFull`, `readOnly`, `busy`
 * or `libraryDamaged` besides what is listed; a refused operation has changed nothing.
 */
import type { ActRequest, DocumentRecord, DocumentSummary, HistoryEntry, IssueRecord, Profile, Snapshot, SnapshotSummary } from '../../shared/api/types.ts'
import type { HistoryKind } from '../../shared/workflow/history.ts'
import type { Document } from '../../shared/document/types.ts'
import type { IssueFacts, Listed } from '../../shared/gazette/issue.ts'
import type { Id } from '../../shared/lib/id.ts'
import type { OwnFamilies } from '../../shared/layout/slots.ts'
import type { Doubt } from '../../shared/recognise/doubt.ts'
import type { BackupStore } from './backup-port.ts'
import type { By, RegisterStore } from './register-port.ts'
import type { SearchStore } from './search-port.ts'

/** A new document's content and where it came from. */
export interface NewDocument {
  readonly document: Document
  readonly who: string
  readonly what: Extract<HistoryKind, 'created' | 'copied' | 'imported'>
  readonly detail: string
  readonly templateId?: string
  readonly doubts?: readonly Doubt[]
  /** The imported original, kept unchanged. */
  readonly original?: { readonly name: string; readonly bytes: Uint8Array }
  /** The bytes of its images. */
  readonly images?: readonly Uint8Array[]
}

/** An issue of a gazette with its documents, in the order of the text. */
export interface NewIssue {
  readonly facts: IssueFacts
  readonly sections: readonly { readonly name: string; readonly documents: readonly NewIssueDocument[] }[]
  readonly doubts: readonly Doubt[]
  readonly who: string
  /** The imported original, kept unchanged with the issue and each of its documents. */
  readonly original: { readonly name: string; readonly bytes: Uint8Array }
}

export interface NewIssueDocument {
  readonly document: Document
  readonly doubts: readonly Doubt[]
  readonly listed: Listed | null
}

/** What became of a document of an issue. `linked`: it was in the library already, and the issue points to that one. */
export interface IssueDocument {
  readonly record: DocumentRecord
  readonly doubts: readonly Doubt[]
  readonly linked: boolean
}

/** What was written to a file, or shown to be printed. */
export interface WrittenOut {
  readonly what: 'exported' | 'printedOut'
  /** The text that is in it, whatever the document says by now. */
  readonly document: Document
  /** Its layout, kind and place. */
  readonly detail: string
}

/** An act on the library as a whole that changes nothing in it. */
export interface LibraryAct {
  readonly what: Extract<HistoryKind, 'bookExported' | 'bookPrinted' | 'backedUp'>
  /** Which file, and how much is in it. */
  readonly detail: string
}

/** A number as the register holds it. */
export interface RegisterNumber {
  readonly code: string
  readonly year: number
  readonly serial: number
}

/** What is stored with a text when it is frozen and is none of it: the same fingerprint before and after. The same document where there is nothing. */
export type Settle = (document: Document) => Document

export interface Store extends RegisterStore, SearchStore, BackupStore {
  readonly file: string
  profile(): Promise<Profile>
  setProfile(profile: Profile): Promise<void>
  /** The office's own families; a slot without one has the template's. */
  fontFamilies(): Promise<OwnFamilies>
  setFontFamilies(families: OwnFamilies): Promise<void>

  listDocuments(): Promise<readonly DocumentSummary[]>
  listDiscarded(): Promise<readonly DocumentSummary[]>
  /** Refused: notFound. */
  getDocument(id: Id): Promise<DocumentRecord>
  /** The file that a document was imported from. Refused: notFound, also for a document that was not imported. */
  getOriginal(id: Id): Promise<{ readonly name: string; readonly bytes: Uint8Array }>
  createDraft(draft: NewDocument): Promise<DocumentRecord>
  /** A document that arrives with its number: frozen, in the register, its series made if new. Refused: numberTaken. */
  importIssued(arrival: NewDocument, number: RegisterNumber): Promise<DocumentRecord>
  /**
   * A whole issue or nothing: its record, its documents as 已发, their numbers in the register. A number that a document of the same
   * title holds is no conflict: the issue points to that document, and a text that differs is kept as a snapshot of it.
   * Refused: numberTaken (the issue is there already; a number is held by another document).
   */
  importIssue(arrival: NewIssue): Promise<{ readonly issue: IssueRecord; readonly documents: readonly IssueDocument[] }>
  /** Refused: notFound, locked, stale. */
  saveDraft(save: { id: Id; revision: number; document: Document; now: number }): Promise<{ revision: number; savedAt: number }>
  /** Refused: notFound, locked. */
  discardDraft(id: Id, who: string): Promise<void>
  restoreDraft(id: Id, who: string): Promise<DocumentRecord>
  /** `revision`: refuse as `stale` when the stored one is another. Refused: notFound, wrongState, notReady. */
  signDocument(id: Id, signer: string, who: string, revision?: number, settle?: Settle): Promise<DocumentRecord>
  /** Any other step on the way; see the contract. Refused: notFound, wrongState, badRequest, stale. */
  act(request: ActRequest & By): Promise<DocumentRecord>
  /** 导出 and 打印 freeze what was written. Refused: notFound. */
  recordWritten(id: Id, written: WrittenOut & By): Promise<void>
  recordLibraryAct(act: LibraryAct & By): Promise<void>
  /** What was done with series, book and library, oldest first. */
  libraryLog(): Promise<readonly HistoryEntry[]>
  snapshots(id: Id): Promise<readonly SnapshotSummary[]>
  /** Refused: notFound. */
  snapshot(id: Id): Promise<Snapshot>
  people(): Promise<readonly string[]>

  /** Keeps the bytes of an image and gives back their SHA-256 (hex), by which documents refer to it. The same bytes twice are kept once. */
  keepImage(bytes: Uint8Array): Promise<string>
  /** Bytes by their SHA-256 (hex); null where the library has none. */
  readBlob(sha256: string): Promise<Uint8Array | null>

  /** Goes up when another connection has changed what the library holds; that it indexed a text counts for nothing. */
  changesElsewhere(): Promise<number>
  close(): Promise<void>
}
