/** The columns of the paper book (发文登记簿) on the screen. */
import type { BookField } from '../../../shared/register/entry.ts'
import type { SortKey } from './book-rows.ts'

export interface Column {
  readonly id: BookField | 'serial' | 'state'
  readonly name: string
  /** CSS pixels; null takes what is left over. */
  readonly width: number | null
  readonly sort?: SortKey
  /** CSS pixels that the table has to have for it; always shown without. */
  readonly from?: number
}

/** Where there is room for the whole book, with a title of a line. */
const WHOLE = 960
/** Where there is room for more than what a number is. */
const SOME = 600

const COLUMNS: readonly Column[] = [
  { id: 'serial', name: '号', width: 54, sort: 'serial' },
  { id: 'title', name: '标题', width: null, sort: 'title' },
  { id: 'date', name: '日期', width: 78, sort: 'date' },
  { id: 'drafter', name: '拟稿', width: 66, from: SOME },
  { id: 'secrecy', name: '密级', width: 52, from: WHOLE },
  { id: 'sentTo', name: '主送', width: 100, from: WHOLE },
  { id: 'copies', name: '份数', width: 52, from: SOME },
  { id: 'signer', name: '签发人', width: 76, from: WHOLE },
  { id: 'filed', name: '归卷', width: 92, from: WHOLE },
  { id: 'remarks', name: '备注', width: 72, from: WHOLE },
  { id: 'state', name: '状态', width: 108 },
]

/** The columns for which a table of this width (CSS pixels) has room. */
export function columnsFor(width: number): readonly Column[] {
  return COLUMNS.filter(({ from = 0 }) => width >= from)
}

/** The fields of the columns that are shown, left to right. */
export function fieldsOf(columns: readonly Column[]): readonly BookField[] {
  return columns.flatMap(({ id }) => (id === 'serial' || id === 'state' ? [] : [id]))
}
