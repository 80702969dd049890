/**
 * The contract between interface and machine, on one page: channel → signature.
 * Requests and replies are JSON. File bytes never cross: see `Source` and `Target`.
 */
import type { AttachmentPart } from '../document/types.ts'
import type { Id } from '../lib/id.ts'
import type { Families } from '../layout/slots.ts'
import type {
  AllocateRequest,
  Allocation,
  CreateLibraryRequest,
  DocumentRecord,
  DocumentSummary,
  FontState,
  ImageFile,
  JobRequest,
  LayoutSetting,
  LibraryStatus,
  Profile,
  SaveRequest,
  Series,
  SignRequest,
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
  /** 退回修改: a signed document without a number becomes a draft again. Refused: wrongState. */
  'documents.reopen': (request: { readonly id: Id }) => DocumentRecord

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

  /** The series with their state in one year, by code. */
  'register.series': (request: { readonly year: number }) => readonly Series[]
  /** Makes a series. Refused: badRequest (a code that is no 机关代字, or is there already). */
  'register.addSeries': (request: { readonly code: string }) => readonly Series[]
  /** 编号: the next number of a series and year, for a signed document, in one transaction. Refused: wrongState, unknownSeries, stale. */
  'register.allocate': (request: AllocateRequest) => Allocation

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
