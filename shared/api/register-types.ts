/** Records of the register (发文登记) that cross between interface and machine. */
import type { Id } from '../lib/id.ts'
import type { BookField, BookFields, NumberEntry } from '../register/entry.ts'
import type { NumberForm, SeriesRule } from '../register/series.ts'
import type { DocumentState } from '../workflow/states.ts'
import type { DocumentRecord, HistoryEntry, Source, Target, WrittenFile } from './types.ts'

/** A series with its state in one year. */
export interface Series extends SeriesRule {
  /** The year that was asked for. */
  readonly year: number
  readonly used: number // serials that a document or a reason has, also on paper
  readonly last: number // highest serial taken, without reservations; 0 where none
  readonly next: number // what the next allocation takes
  readonly gaps: number // serials below the last that nobody has and nobody explained
  readonly reserved: number
  /** Codes of the other series of its run. */
  readonly sharedWith: readonly string[]
  /** Years in which it has numbers, newest first. */
  readonly years: readonly number[]
}

export interface NewSeries {
  readonly code: string
  readonly name?: string
  readonly form?: NumberForm // 'bracket' without it
  readonly yearly?: boolean // by the form without it: orders run on
  readonly start?: number // 1 without it
  readonly startYear?: number | null
  /** A series whose run it shares. */
  readonly sharesWith?: Id
}

export type SeriesChange = { readonly id: Id } & Partial<Pick<SeriesRule, 'name' | 'start' | 'startYear'>>

/** What an act names one number by. */
export interface NumberKey {
  readonly seriesId: Id
  readonly year: number
  readonly serial: number
}

/** One serial in the strip and the book. */
export interface NumberRow {
  readonly serial: number
  readonly printed: string // 河政发〔2024〕3号
  /** gap: below the last, nobody has it and nobody said why; explained: the same with an explanation. */
  readonly kind: 'used' | 'held' | 'reserved' | 'expired' | 'paper' | 'void' | 'gap' | 'explained'
  /** Null for a gap without any history. */
  readonly entry: NumberEntry | null
  /** Of the run's series the one that has it. */
  readonly code: string
  readonly state: DocumentState | null // of its document
  /** False where the document's text is no longer the one that the number was given to. */
  readonly same: boolean
  /** Name of the issue of the gazette that printed it; "" for none. */
  readonly issue: string
}

/** All numbers of a series in a year, by serial. */
export interface NumberSheet {
  readonly series: Series
  readonly rows: readonly NumberRow[]
}

/** One number with everything that ever happened to it, newest last. */
export interface NumberDetail {
  readonly row: NumberRow
  readonly history: readonly HistoryEntry[]
}

/** What a person should know before a number is taken. `doubt` does not forbid. */
export interface Warning {
  readonly kind: 'fine' | 'doubt'
  readonly text: string
}

/**
 * Takes numbers. Without `serial` the next; with it that one: a gap, a reservation, or one written by hand (a jump is warned of, not
 * refused). Either for a document or for a reason (占号).
 */
export interface AllocateRequest {
  readonly seriesId: Id
  readonly year: number
  readonly documentId?: Id
  readonly reason?: string
  readonly serial?: number
  /** The number that was shown to the person; another one is refused as `stale`, never taken silently. */
  readonly expected?: number | undefined
}

export interface Allocation {
  readonly documentNumber: string
  readonly number: number
  readonly warnings: readonly Warning[]
  /** The document that has it now; null for a number that was taken for a reason. */
  readonly record: DocumentRecord | null
}

/** Keeps serials for a purpose: given ones, or the next `count`. */
export interface ReserveRequest {
  readonly seriesId: Id
  readonly year: number
  readonly from?: number
  readonly count: number
  readonly purpose: string
  readonly expires: string | null // 2024-06-15
}

/** One change of a cell of the book. */
export interface BookChange extends NumberKey {
  readonly field: BookField
  readonly value: string
}

/** What an import of a book would do, or did, with each of its lines. */
export interface BookImportRow {
  readonly sheet: string
  readonly line: number // of the sheet, from 1
  readonly printed: string
  readonly title: string
  /** same: it says what the register says; refused: `what` says why. */
  readonly outcome: 'new' | 'changed' | 'same' | 'refused'
  readonly what: string
  readonly fields: BookFields
}

export interface BookImportResult {
  readonly kind: 'bookImport'
  readonly file: string
  readonly dryRun: boolean
  readonly rows: readonly BookImportRow[]
  /** Codes for which a series was, or would be, made. */
  readonly newSeries: readonly string[]
  /** What was passed over: sheets without a head, hidden ones. */
  readonly notes: readonly string[]
}

export interface BookResult extends WrittenFile {
  readonly kind: 'book'
  readonly numbers: number
  /** Characters that no font of this machine has: a PDF shows an empty box for each. */
  readonly missingCharacters: readonly string[]
}

/** Where a book goes; `show`: a PDF to be printed, in no place of the person's. */
export type BookTarget = Target | { readonly kind: 'show' }

export type RegisterJob =
  /** The book of one series, or of all (`seriesId` null), for one year or all: an Excel file, or the pages of the paper book as a PDF. */
  | { readonly kind: 'book'; readonly seriesId: Id | null; readonly year: number | null; readonly format: 'xlsx' | 'pdf'; readonly target: BookTarget }
  /** Reads a book (.xlsx); with `dryRun` nothing is written, and the result says what would be. */
  | { readonly kind: 'bookImport'; readonly source: Source; readonly dryRun: boolean }
