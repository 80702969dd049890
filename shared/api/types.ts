/** The records that cross between interface and machine. JSON values only. */
import type { Id } from '../lib/id.ts'
import type { Document, Genre, Image } from '../document/types.ts'
import type { Issue } from '../gazette/issue.ts'
import type { RunningHead } from '../layout/flow.ts'
import type { GazetteTemplate } from '../layout/gazette.ts'
import type { Metrics } from '../layout/metrics.ts'
import type { OfficialRules } from '../layout/official.ts'
import type { FontSlot } from '../layout/slots.ts'
import type { Doubt } from '../recognise/doubt.ts'
import type { SheetTable } from '../recognise/sheet-table.ts'
import type { HistoryKind } from '../workflow/history.ts'
import type { DocumentAct, DocumentState } from '../workflow/states.ts'

/** The library as the interface sees it. `none`: first start. */
export type LibraryStatus =
  | { readonly kind: 'none'; readonly file: string }
  | { readonly kind: 'open'; readonly file: string; readonly profile: Profile }

/** Who works here. `gazetteName` heads the gazette pages (河湾县人民政府公报). */
export interface Profile {
  readonly office: string // 单位全称
  readonly user: string // 使用人
  readonly gazetteName: string
}

export interface CreateLibraryRequest {
  readonly office: string
  readonly codes: readonly string[] // 机关代字
  readonly user: string
}

export interface DocumentSummary {
  readonly id: Id
  readonly state: DocumentState
  readonly genre: Genre | null
  readonly issuers: readonly string[]
  readonly title: string // one line
  readonly documentNumber: string | null
  readonly signatureDate: string // as printed; "" where absent
  readonly updatedAt: number // Unix milliseconds
}

export interface DocumentRecord {
  readonly id: Id
  readonly state: DocumentState
  readonly drafter: string // 拟稿人
  /** To whom it was sent (送审); "" where nobody is waited for. */
  readonly handler: string
  readonly revision: number
  readonly templateId: string | null
  readonly document: Document
  /** What an import was unsure of, to be looked at; empty for others. */
  readonly doubts: readonly Doubt[]
  readonly history: readonly HistoryEntry[]
  /** Name of the file that it was imported from, which is kept unchanged. */
  readonly original: string | null
  readonly createdAt: number
  readonly updatedAt: number
}

/** One event in a document's life, newest last. */
export interface HistoryEntry {
  readonly at: number
  readonly who: string
  readonly what: HistoryKind
  readonly detail: string
}

export interface SaveRequest {
  readonly id: Id
  readonly revision: number // the revision the draft was read at, or that the last save returned
  readonly document: Document
}

export interface TemplateSummary {
  readonly id: string
  readonly name: string // 通知·印发
  readonly genre: Genre
  readonly use: string // when to take it
}

/** An image of the library, as a document refers to it; width and height in pt as it would be placed. */
export type ImageFile = Pick<Image, 'sha256' | 'mediaType' | 'width' | 'height'>

export interface SignRequest {
  readonly id: Id
  readonly signer: string // 签发人
  /** The revision that the person has before them: another one is refused as `stale`, so that no text is signed unseen. */
  readonly revision?: number
}

/** A step on the document's way, other than editing, signing (`documents.sign`) and numbering (`register.allocate`). */
export interface ActRequest {
  readonly id: Id
  readonly act: Exclude<DocumentAct, 'sign' | 'number'>
  readonly opinion: string // 意见; "" where none is needed and none was given
  /** 送审: to whom. */
  readonly handler?: string
  /** 印发: number of copies; 归档: where it is filed. */
  readonly copies?: number
  readonly filed?: string
  /** The revision that the person has before them: another one is refused as `stale`. */
  readonly revision?: number
}

/** At which event a text was frozen. */
export const SNAPSHOT_REASONS = ['submitted', 'signed', 'numbered', 'exported', 'printedOut', 'printed', 'issued', 'published'] as const
export type SnapshotReason = (typeof SNAPSHOT_REASONS)[number]

/** A text that was frozen at an event. */
export interface SnapshotSummary {
  readonly id: Id
  readonly reason: SnapshotReason
  readonly at: number
  readonly who: string
  readonly detail: string // of an export its layout and file
  readonly fingerprint: string // SHA-256, hex
  /** Whether the document still says what was frozen. */
  readonly same: boolean
}

export interface Snapshot extends SnapshotSummary {
  readonly documentId: Id
  readonly document: Document
}

export type Layout = 'gazette' | 'official'

export type FileFormat = 'docx' | 'pdf'

/** What a document's pages are laid out with, apart from its text and the measures of the fonts. */
export interface LayoutSetting {
  readonly official: OfficialRules
  readonly gazette: GazetteTemplate
  /** What the running head of a single document says. */
  readonly head: RunningHead
}

/** What a slot is drawn with on this machine. */
export interface SlotFont {
  readonly slot: FontSlot
  /** 小标宋 */
  readonly name: string
  /** The family that is asked for: the office's own, or the template's. */
  readonly asked: string
  /** The office's own; "" where the template's is taken. */
  readonly own: string
  readonly ofTemplate: string
  /** The family that is drawn; where it is `missing`, none is. */
  readonly family: string
  /** 替代字体: another family than the one asked for. */
  readonly substitute: boolean
  /** Nothing on this machine comes near it: measured with built-in widths. */
  readonly missing: boolean
  /** Addresses (`/font/…`) of the files to draw with: the font, and the one that has the characters which it lacks. */
  readonly files: readonly string[]
}

export interface FontState {
  readonly metrics: Metrics
  readonly slots: readonly SlotFont[]
}

/** Where bytes come from: a file of this machine, or an upload (browser). */
export type Source = { readonly kind: 'file'; readonly path: string } | { readonly kind: 'upload'; readonly token: string; readonly name: string }

/** Where a file goes: a path of this machine, or a one-time download address (browser). */
export type Target = { readonly kind: 'file'; readonly path: string } | { readonly kind: 'download' }

/** A file that was written. */
export interface WrittenFile {
  readonly fileName: string
  /** Absolute path, for a file target. */
  readonly path?: string
  /** Address relative to the page, good for one download. */
  readonly url?: string
  readonly bytes: number
}

export interface RescueResult extends WrittenFile {
  readonly kind: 'rescue'
}

export interface OriginalResult extends WrittenFile {
  readonly kind: 'original'
}

/** What was found when a written file was read back. */
export interface FoundInFile {
  /** 已核对: what the file says, read back after it was written. */
  readonly checked: Checked
  /** 替代字体: slots that a PDF is drawn in another family, and pages counted by another. */
  readonly substitutes: readonly Substitute[]
  /** Characters that no font of this machine has: a PDF shows an empty box for each. */
  readonly missingCharacters: readonly string[]
}

export interface ExportResult extends WrittenFile, FoundInFile {
  readonly kind: 'export'
  /** Font families the file asks for that this machine does not have. */
  readonly missingFonts: readonly string[]
}

/** A PDF in a folder of the program's (`path`), or at an address that shows it once (`url`). */
export interface PrintResult extends WrittenFile, FoundInFile {
  readonly kind: 'print'
}

/** Pages of a file, and how much stands on a full one. */
export interface Checked {
  readonly pages: number
  readonly columns: number
  /** Characters in a line, lines in a column. */
  readonly characters: number
  readonly lines: number
}

export interface Substitute {
  /** 仿宋 */
  readonly slot: string
  readonly asked: string
  /** The family that is drawn. */
  readonly family: string
}

/** What came of one document: of a file of one notice, or of each in a whole issue. */
export interface ImportedFile {
  readonly file: string
  readonly ok: boolean
  readonly id?: Id
  readonly documentNumber?: string | null
  readonly title?: string
  readonly doubts: readonly Doubt[]
  /** Why not, where `ok` is false. */
  readonly message?: string
  /** Something worth knowing, e.g. the encoding that was read. */
  readonly remarks: readonly string[]
  /** The line of a whole issue, which stands before those of its documents; then there is no `id`. */
  readonly issue?: IssueRecord
}

/** The tables of a workbook (.xlsx), one for each sheet that shows some text; ids are fresh. */
export interface WorkbookTables {
  readonly file: string
  readonly sheets: readonly WorkbookSheet[]
  /** Of the file as a whole: hidden sheets, sheets that are no tables. */
  readonly doubts: readonly Doubt[]
}

export interface WorkbookSheet {
  readonly name: string
  /** Null where the sheet is larger than a table of a document can be; `problem` says so and what to do. */
  readonly content: SheetTable | null
  readonly problem: string | null
  readonly doubts: readonly Doubt[]
}

/** An issue of a gazette in the library. */
export interface IssueRecord extends Issue {
  readonly id: Id
  /** What the import was unsure of in the issue as a whole; that of a document stands with it. */
  readonly doubts: readonly Doubt[]
}

export interface ImportResult {
  readonly kind: 'import'
  readonly files: readonly ImportedFile[]
}
