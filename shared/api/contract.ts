/**
 * The contract between interface and machine, on one page: channel → signature.
 * Requests and replies are JSON. File bytes never cross: see `Source` and `Target`.
 */
import type { AttachmentPart } from '../document/types.ts'
import type { Id } from '../lib/id.ts'
import type { Families } from '../layout/slots.ts'
import type { BackupState, Restored } from './backup-types.ts'
import type { AllocateRequest, Allocation, BookChange, NewSeries, NumberDetail, NumberKey, NumberSheet, ReserveRequest, Series, SeriesChange, Warning } from './register-types.ts'
import type { SearchAnswer, SearchPlaces, SearchRequest } from './search-types.ts'
import type { JobRequest } from './job-types.ts'
import type {
  ActRequest,
  CreateLibraryRequest,
  DocumentRecord,
  DocumentSummary,
  FontState,
  HistoryEntry,
  ImageFile,
  LayoutSetting,
  LibraryStatus,
  Profile,
  SaveRequest,
  SignRequest,
  Snapshot,
  SnapshotSummary,
  Source,
  Target,
  TemplateSummary,
  WorkbookTables,
} from './types.ts'

export interface Contract {
  /** Is there a library, and whose. The first call of every start. */
  'library.status': (request: Record<string, never>) => LibraryStatus
  /** 新建资料库. Refused: libraryExists, readOnly, diskFull. */
  'library.create': (request: CreateLibraryRequest) => LibraryStatus
  /** 打开示例: the invented county, with its series, notices and drafts. Refused like `library.create`. */
  'library.createSample': (request: Record<string, never>) => LibraryStatus
  /** Changes office, user or gazette name. */
  'library.setProfile': (request: Profile) => LibraryStatus
  /** What was done with series, book and library as a whole (made, exported, printed, read in, backed up, restored), oldest first. */
  'library.log': (request: Record<string, never>) => readonly HistoryEntry[]

  'templates.list': (request: Record<string, never>) => readonly TemplateSummary[]
  /** An attachment from an attachment template, to be put into a draft; fresh ids each time. Refused: notFound, noLibrary. */
  'templates.attachment': (request: { readonly templateId: string }) => AttachmentPart

  /** All documents that are not discarded, last changed first. */
  'documents.list': (request: Record<string, never>) => readonly DocumentSummary[]
  /** 废稿: drafts that were taken out of the list, last changed first. */
  'documents.listDiscarded': (request: Record<string, never>) => readonly DocumentSummary[]
  'documents.get': (request: { readonly id: Id }) => DocumentRecord
  /** A draft from a template, with the profile's office filled in. */
  'documents.create': (request: { readonly templateId: string }) => DocumentRecord
  /** 另存为新稿: a draft with the content of any document, without its number. `document` replaces the stored content (a stale draft's own). */
  'documents.copy': (request: { readonly id: Id; readonly document?: SaveRequest['document'] }) => DocumentRecord
  /** Saves a draft. Refused: stale, locked. */
  'documents.save': (request: SaveRequest) => { readonly revision: number; readonly savedAt: number }
  /** 移到废稿: takes a draft out of the list; `documents.restore` brings it back. Only drafts. */
  'documents.discard': (request: { readonly id: Id }) => Record<string, never>
  'documents.restore': (request: { readonly id: Id }) => DocumentRecord
  /** 签发: freezes the text with a snapshot. Refused: notReady (what is missing), wrongState, stale. */
  'documents.sign': (request: SignRequest) => DocumentRecord
  /** A step on the way: 送审, 撤回, 退回, 核稿通过, 印发, 归档, 作废. Refused: wrongState, badRequest (an opinion, a name is missing), stale. */
  'documents.act': (request: ActRequest) => DocumentRecord
  /** What was frozen of a document, newest first. */
  'documents.snapshots': (request: { readonly id: Id }) => readonly SnapshotSummary[]
  /** What exactly was sent, signed, printed. Refused: notFound. */
  'documents.snapshot': (request: { readonly id: Id }) => Snapshot
  /** Names that acts were done or documents sent under, most used first. */
  'documents.people': (request: Record<string, never>) => readonly string[]

  /** 资料库: documents by words, filters and facets. */
  'search.query': (request: SearchRequest) => SearchAnswer
  /** All places of words in one document. Refused: notFound. */
  'search.places': (request: { readonly id: Id; readonly words: string }) => SearchPlaces

  /** Templates and running head for the pages of a document (版面). */
  'layout.setting': (request: { readonly id: Id }) => LayoutSetting

  /**
   * Measures of the fonts that this machine has, read anew each time, and what each slot is drawn with. `families` asks for others than
   * those of the gazette's template; the office's own are not laid over them.
   */
  'fonts.metrics': (request: { readonly families?: Families }) => FontState
  /** 字体设置: the office's own families; "" takes the template's. Refused: noLibrary. */
  'fonts.setFamilies': (request: { readonly families: Families }) => FontState
  /** Families that can be chosen, Chinese names first. */
  'fonts.installed': (request: Record<string, never>) => readonly string[]

  /**
   * Takes an image into the library and says how large it would be placed, in pt. The page has it at `/blob/<sha256>` from then on.
   * Refused: badRequest (no PNG, JPEG, GIF or BMP; cut off), tooLarge, fileMissing.
   */
  'images.add': (request: { readonly source: Source }) => ImageFile
  /** Reads a workbook into tables, to be put into a draft; nothing is kept. Refused: notText (no .xlsx, broken, locked, empty), tooLarge, fileMissing. */
  'tables.read': (request: { readonly source: Source }) => WorkbookTables

  /** The series with their state in one year, in the order in which they were made. */
  'register.series': (request: { readonly year: number }) => readonly Series[]
  /** Makes a series. Refused: badRequest (a code that is no 机关代字, or is there already). */
  'register.addSeries': (request: NewSeries) => readonly Series[]
  /** Names a series, or sets where it starts; a start above numbers that were taken is refused. Refused: unknownSeries, badRequest. */
  'register.changeSeries': (request: SeriesChange) => readonly Series[]
  /** All numbers of a series in a year, gaps included. Refused: unknownSeries. */
  'register.numbers': (request: { readonly seriesId: Id; readonly year: number }) => NumberSheet
  /** One number and its history. Refused: unknownSeries. */
  'register.number': (request: NumberKey) => NumberDetail
  /** What to know before a number is taken. Refused: unknownSeries. */
  'register.advice': (request: Omit<AllocateRequest, 'expected'>) => { readonly serial: number; readonly printed: string; readonly warnings: readonly Warning[] }
  /** 编号 or 占号: takes one number in one transaction. Refused: wrongState, unknownSeries, stale, numberTaken. */
  'register.allocate': (request: AllocateRequest) => Allocation
  /** 预留: one or a block. Refused: numberTaken, badRequest. */
  'register.reserve': (request: ReserveRequest) => readonly NumberKey[]
  /** 线下占用: a number that was given out on paper. Refused: numberTaken. */
  'register.takeOnPaper': (request: NumberKey & { readonly title: string; readonly reason: string }) => NumberDetail
  /** 释放: of a reservation, a hold, a number on paper. A number that a document has is corrected or voided instead. Refused: wrongState. */
  'register.release': (request: NumberKey & { readonly reason: string }) => NumberDetail
  /** 作废: the number stays in the book and is never used again; its document becomes 已作废. Refused: wrongState. */
  'register.void': (request: NumberKey & { readonly reason: string }) => NumberDetail
  /** 补说明: why nobody has this number. Refused: wrongState. */
  'register.explain': (request: NumberKey & { readonly reason: string }) => NumberDetail
  /** Gives a held number to its document. Refused: wrongState, notFound. */
  'register.bind': (request: NumberKey & { readonly documentId: Id }) => Allocation
  /** 更正: gives a numbered document another number; the old one is voided, or free again, and says why. Refused: wrongState, numberTaken. */
  'register.correct': (request: AllocateRequest & { readonly documentId: Id; readonly reason: string; readonly old: 'void' | 'free' }) => Allocation
  /** 登记簿更正: a cell of the book, with a trace. Refused: notFound. */
  'register.amend': (request: BookChange) => NumberDetail

  /** Backups of this library. */
  'backups.list': (request: Record<string, never>) => BackupState
  /** Makes one now, opens and counts it. Refused: diskFull, readOnly. */
  'backups.make': (request: Record<string, never>) => BackupState
  /** Puts a backup in the library's place; what is there now becomes a backup first. Refused: fileMissing, libraryDamaged, libraryNewer, busy. */
  'backups.restore': (request: { readonly file: string }) => Restored

  /** Starts a long task; its progress and end come as events. */
  'jobs.start': (request: JobRequest) => { readonly job: Id }
  'jobs.cancel': (request: { readonly job: Id }) => Record<string, never>

  /** Asks where to write. In a browser always a download; null when the person cancelled. */
  'shell.chooseTarget': (request: { readonly suggestedName: string }) => Target | null
  /** Asks for files to import. In a browser null: the page has its own file input and uploads. */
  'shell.chooseSources': (request: Record<string, never>) => readonly Source[] | null
  /** Asks for one image. In a browser null, as with `shell.chooseSources`. */
  'shell.chooseImage': (request: Record<string, never>) => Source | null
  /** Asks for a workbook to take tables from. In a browser null, as for `chooseSources`. */
  'shell.chooseWorkbook': (request: Record<string, never>) => Source | null
  /** Opens a written file with the system's program (Word, WPS), or shows it in its folder. Refused in a browser: badRequest. */
  'shell.openPath': (request: { readonly path: string; readonly how: 'open' | 'reveal' }) => Record<string, never>
  /** The interface has drawn its first usable screen. */
  'shell.ready': (request: Record<string, never>) => ShellInfo
}

/** What kind of shell the interface runs in. */
export interface ShellInfo {
  readonly kind: 'electron' | 'browser'
  readonly platform: 'win32' | 'linux' | 'darwin' | 'other'
  readonly version: string
}

export type Channel = keyof Contract
export type RequestOf<C extends Channel> = Parameters<Contract[C]>[0]
export type ValueOf<C extends Channel> = ReturnType<Contract[C]>

/** Total over the contract: a missing handler does not compile. Handlers throw `Refusal` for expected refusals. */
export type Handlers = {
  readonly [C in Channel]: (request: RequestOf<C>) => Promise<ValueOf<C>> | ValueOf<C>
}
