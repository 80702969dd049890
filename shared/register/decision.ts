/** What the rules of the register answer: a refusal, or what becomes of a number with the lines for the log. */
import type { Id } from '../lib/id.ts'
import type { HistoryKind } from '../workflow/history.ts'
import { EMPTY_BOOK } from './book.ts'
import type { NumberEntry } from './entry.ts'

/** A refusal as a value; it says what did not happen, and what to do. */
export interface Refused {
  readonly kind: 'refused'
  readonly code: 'badRequest' | 'notFound' | 'stale' | 'wrongState' | 'numberTaken'
  readonly message: string
  readonly safe: string
  readonly next: string
}

/** An entry as the rules make it; its id and its run are the library's. */
export type EntryDraft = Omit<NumberEntry, 'id'>

export interface Done {
  readonly kind: 'done'
  readonly entry: EntryDraft
  readonly log: LogLine
}

export interface LogLine {
  readonly what: HistoryKind
  readonly detail: string
  /** The document whose history tells of it too. */
  readonly documentId?: Id | null
}

export type Decision = Refused | Done

/** Which number is asked for, and by whom. */
export interface Asked {
  readonly seriesId: Id
  readonly year: number
  readonly serial: number
  /** 河政发〔2024〕3号 */
  readonly printed: string
  /** How to name it where another series of its run has it: 河政发〔2024〕3号（同一流水的河政办发〔2024〕3号）. */
  readonly takenAs?: string
  readonly who: string
  readonly at: number // Unix milliseconds
}

/** A refusal that left the register as it was. */
export function refused(code: Refused['code'], message: string, next: string): Refused {
  return { kind: 'refused', code, message, safe: '登记簿没有改动', next }
}

/** A number as whoever asks for it begins with it. */
export function blank({ seriesId, year, serial, who, at }: Asked): Omit<EntryDraft, 'status' | 'reason'> {
  return { seriesId, year, serial, holder: who, at, documentId: null, expires: null, fingerprint: null, book: EMPTY_BOOK }
}
