/** The columns of the paper book (发文登记簿) on the screen. */
import type { BookField } from '../../../shared/register/entry.ts'
import type { SortKey } from './book-rows.ts'

export interface Column {
  readonly id: BookField | 'serial' | 'state'
  readonly name: string
  /** CSS pixels; null takes what is left over. */
  readonly width: number | null
  readonly sort?: SortKey
  /** Shown where there is room for the whole book only. */
  readonly isWide?: true
}

const COLUMNS: readonly Column[] = [
  { id: 'serial', name: '号', width: 54, sort: 'serial' },
  { id: 'title', name: '标题', width: null, sort: 'title' },
  { id: 'date', name: '日期', width: 78, sort: 'date' },
  { id: 'drafter', name: '拟稿', width: 66 },
  { id: 'secrecy', name: '密级', width: 52, isWide: true },
  { id: 'sentTo', name: '主送', width: 100, isWide: true },
  { id: 'copies', name: '份数', width: 52 },
  { id: 'signer', name: '签发人', width: 76, isWide: true },
  { id: 'filed', name: '归卷', width: 68, isWide: true },
  { id: 'remarks', name: '备注', width: 72, isWide: true },
  { id: 'state', name: '状态', width: 108 },
]

/** CSS pixels that the whole book needs, with a title of a line. */
const WHOLE = 960

export function columnsFor(width: number): readonly Column[] {
  return width >= WHOLE ? COLUMNS : COLUMNS.filter(({ isWide }) => isWide !== true)
}

/** The fields of the columns that are shown, left to right. */
export function fieldsOf(columns: readonly Column[]): readonly BookField[] {
  return columns.flatMap(({ id }) => (id === 'serial' || id === 'state' ? [] : [id]))
}
