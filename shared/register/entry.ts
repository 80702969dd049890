/** What the register knows of one number. */
import type { Id } from '../lib/id.ts'

/**
 * used: a document has it. held (占号): taken for a reason, its document is still to come. reserved (预留): kept for a purpose until a day.
 * paper (线下占用): given out on paper. void (作废): never to be used again. free: released, or never taken but explained.
 */
export const NUMBER_STATUSES = ['used', 'held', 'reserved', 'paper', 'void', 'free'] as const
export type NumberStatus = (typeof NUMBER_STATUSES)[number]

export const STATUS_NAMES: Record<NumberStatus, string> = {
  used: '已用',
  held: '占号',
  reserved: '预留',
  paper: '线下占用',
  void: '作废',
  free: '空号',
}

/** The columns of the paper book (发文登记簿). Text as written; "" where nothing is. Filled from the document when a number is given, and amended by hand with a trace. */
export const BOOK_FIELDS = ['date', 'title', 'secrecy', 'sentTo', 'copies', 'signer', 'drafter', 'filed', 'remarks'] as const
export type BookField = (typeof BOOK_FIELDS)[number]
export type BookFields = Readonly<Record<BookField, string>>

export const BOOK_FIELD_NAMES: Record<BookField, string> = {
  date: '成文日期',
  title: '标题',
  secrecy: '密级',
  sentTo: '主送',
  copies: '份数',
  signer: '签发人',
  drafter: '拟稿人',
  filed: '归卷',
  remarks: '备注',
}

/** One serial of a run in a period. A serial without an entry was never touched. */
export interface NumberEntry {
  readonly id: Id
  /** The series that took it, of those that share the run. */
  readonly seriesId: Id
  readonly year: number // as printed or, for a run over the years, the year in which it was taken
  readonly serial: number
  readonly status: NumberStatus
  readonly documentId: Id | null
  /** Who has it: who took, reserved or entered it. */
  readonly holder: string
  /** Purpose of a reservation, reason of a hold or of voiding, explanation of a gap. */
  readonly reason: string
  /** Last day of a reservation (2024-06-15); null: none. */
  readonly expires: string | null
  /** Of the text that the number was given to (SHA-256, hex); null where no document has it. */
  readonly fingerprint: string | null
  readonly book: BookFields
  readonly at: number // since when it is what it is, Unix milliseconds; amending the book leaves it
}
