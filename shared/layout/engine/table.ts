/** A table as what a page takes of it and draws. */
import type { Mark } from '../page.ts'
import { setTable, type SetTable } from './table-cells.ts'
import { tableMarks } from './table-marks.ts'
import { takePart, type TableRest } from './table-part.ts'

export { setTable, type SetTable, type TableRest }

export interface TakenRows {
  /** 0 where nothing fits here. */
  readonly height: number
  /** Relative to the table's upper left corner on this page. */
  readonly marks: readonly Mark[]
  /** Absent when the table is done. */
  readonly rest?: TableRest
}

/**
 * What fits into `room` twips of a table from `rest` on (of all of it, without `rest`), under its repeated header. At the head of a page
 * (`atTop`) it is never nothing.
 */
export function takeRows(table: SetTable, rest: TableRest | undefined, room: number, atTop: boolean): TakenRows {
  const part = takePart(table, rest, room, atTop)
  return { height: part.height, marks: tableMarks(table, part), ...(part.rest ? { rest: part.rest } : {}) }
}
