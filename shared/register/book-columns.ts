/** The book (发文登记簿) as a sheet: which columns it has, and what a row says in each. Pure. */
import { BOOK_FIELD_NAMES, type BookFields } from './entry.ts'

/** One number in the book, or one that nobody has. */
export interface BookEntry {
  readonly serial: number
  readonly printed: string // 河政发〔2024〕3号
  /** How the row is drawn: gap for a number that nobody has, explained or not. */
  readonly look: 'plain' | 'gap' | 'void'
  /** 已印发, 占号, 作废, 缺号 … */
  readonly status: string
  /** Who has it and what for, why it is void, why nobody has it. */
  readonly explanation: string
  readonly fields: BookFields
}

/** The numbers of one run in one period: one book, one sheet. */
export interface Book {
  /** 河政发〔2024〕; of series that share a run all codes. */
  readonly name: string
  /** The series' own name; "" where nobody named it. */
  readonly about: string
  readonly entries: readonly BookEntry[]
}

const COLUMN_KEYS = ['serial', 'number', 'date', 'secrecy', 'title', 'sentTo', 'copies', 'signer', 'drafter', 'status', 'explanation', 'filed', 'remarks'] as const
export type BookColumn = (typeof COLUMN_KEYS)[number]

/** The columns in their order. */
export const BOOK_COLUMNS: readonly { readonly key: BookColumn; readonly name: string }[] = COLUMN_KEYS.map((key) => ({ key, name: nameOf(key) }))

/** A gap that nobody has explained says so. */
export const NO_EXPLANATION = '没有说明'

function nameOf(key: BookColumn): string {
  switch (key) {
    case 'serial':
      return '顺序号'
    case 'number':
      return '发文字号'
    case 'status':
      return '状态'
    case 'explanation':
      return '说明'
    default:
      return BOOK_FIELD_NAMES[key]
  }
}

/** What a row says in a column. */
export function bookText({ serial, printed, status, explanation, fields }: BookEntry, key: BookColumn): string {
  switch (key) {
    case 'serial':
      return String(serial)
    case 'number':
      return printed
    case 'status':
      return status
    case 'explanation':
      return explanation
    default:
      return fields[key]
  }
}
