/** The register's part of the store's port. Refusals as in the contract (`shared/api/contract.ts`, register.*); a refused operation has changed nothing. */
import type {
  AllocateRequest,
  BookChange,
  BookImportRow,
  NewSeries,
  NumberDetail,
  NumberKey,
  NumberRow,
  NumberSheet,
  ReserveRequest,
  Series,
  SeriesChange,
  Warning,
} from '../../shared/api/register-types.ts'
import type { DocumentRecord } from '../../shared/api/types.ts'
import type { Id } from '../../shared/lib/id.ts'
import type { BookFields } from '../../shared/register/entry.ts'

/** Who acts. */
export interface By {
  readonly who: string
}

/** What was taken. */
export interface Taken {
  readonly number: number
  readonly printed: string
  readonly warnings: readonly Warning[]
  readonly record: DocumentRecord | null
}

/** One line of a book that is read in. */
export interface BookLine {
  readonly sheet: string
  readonly line: number // of the sheet, from 1
  readonly printed: string
  readonly code: string
  readonly year: number
  readonly serial: number
  /** What the book says of the number: given out, void, or that nobody has it (空号), for a reason. */
  readonly status: 'paper' | 'void' | 'free'
  /** "" where the book gives none. */
  readonly reason: string
  /** "" where the line says nothing: what the register has stays. */
  readonly fields: BookFields
}

/** A row of the whole book: of which series and year it is, beside what the row says. */
export interface BookRow extends NumberRow {
  readonly seriesId: Id
  readonly year: number
}

export interface RegisterStore {
  listSeries(year: number): Promise<readonly Series[]>
  addSeries(request: NewSeries & By): Promise<void>
  changeSeries(request: SeriesChange & By): Promise<void>
  numbers(seriesId: Id, year: number): Promise<NumberSheet>
  number(key: NumberKey): Promise<NumberDetail>
  advice(request: Omit<AllocateRequest, 'expected'>): Promise<{ readonly serial: number; readonly printed: string; readonly warnings: readonly Warning[] }>
  /** One number for a document or a reason, in one transaction. */
  allocateNumber(request: AllocateRequest & By): Promise<Taken>
  reserve(request: ReserveRequest & By): Promise<readonly NumberKey[]>
  takeOnPaper(request: NumberKey & { readonly title: string; readonly reason: string } & By): Promise<NumberDetail>
  release(request: NumberKey & { readonly reason: string } & By): Promise<NumberDetail>
  voidNumber(request: NumberKey & { readonly reason: string } & By): Promise<NumberDetail>
  explain(request: NumberKey & { readonly reason: string } & By): Promise<NumberDetail>
  bind(request: NumberKey & { readonly documentId: Id } & By): Promise<Taken>
  correct(request: AllocateRequest & { readonly documentId: Id; readonly reason: string; readonly old: 'void' | 'free' } & By): Promise<Taken>
  amend(request: BookChange & By): Promise<NumberDetail>
  /** All rows of the book, by series, year and serial; null: of all series, of all years. */
  book(seriesId: Id | null, year: number | null): Promise<readonly BookRow[]>
  /** Reads lines in: as one transaction, or with `dryRun` not at all. Says for each line what became, or would become, of it. */
  importBook(lines: readonly BookLine[], how: { readonly dryRun: boolean; readonly file: string } & By): Promise<{ readonly rows: readonly BookImportRow[]; readonly newSeries: readonly string[] }>
}
