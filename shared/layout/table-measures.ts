/** What rows and cells of a printed table measure and how their text stands: the same for the page that is computed and for the Word file. */
import type { CellAlign } from '../document/types.ts'
import type { FlowTable } from './flow.ts'
import type { AnyPrint, CellStyles } from './print.ts'
import type { GridCell } from './table-grid.ts'

/** Space above and below a cell's text, in twips. */
export const CELL_SPACE = 40

/** Width of a table's rules in twips: half a point. */
export const TABLE_RULE = 10

/** Rows of so many lines may split between pages: kept whole, they would leave too much of a page empty, or fit on none. */
const SPLIT_FROM_LINES = 9

/** True for a row that may begin on one page and end on the next. */
export function mayRowSplit({ lines }: FlowTable, row: number): boolean {
  return (lines[row] ?? 1) >= SPLIT_FROM_LINES
}

/** What a cell adds to its lines: the rule above it and the space above and below. A table ends with one more rule. */
export const CELL_FRAME = TABLE_RULE + 2 * CELL_SPACE

/**
 * A row is at least so high, in twips, the rule above it included. Rows of a header make room for the cells that end in them, because LibreOffice forgets
 * those where the header is repeated.
 */
export function leastRowHeight(flow: FlowTable, row: number, print: AnyPrint): number {
  const lines = flow.headLines[row] ?? 0
  const pitch = print.cells[cellLook(flow, row, print)].line ?? 0
  return Math.max(Math.round(flow.size * 40), lines > 1 ? lines * pitch + CELL_FRAME : 0)
}

/** Which look the cells of a row have: head and total in the face of the head, the text of a table with many columns smaller. */
export function cellLook({ grid, headerRows, totalRow, size }: FlowTable, row: number, { look }: Pick<AnyPrint, 'look'>): keyof CellStyles {
  const small = size < look.tables.size
  const head = row < headerRows || (totalRow && row === grid.rows.length - 1)
  return head ? (small ? 'smallHead' : 'head') : small ? 'smallText' : 'text'
}

/** How a cell's text stands: as the cell says, heads and cells over several columns centred, others as their column. */
export function cellAlign({ headerRows, aligns }: FlowTable, row: number, one: GridCell): CellAlign {
  if (one.kind !== 'cell') return 'center'
  return one.cell.align ?? (row < headerRows || one.colSpan > 1 ? 'center' : (aligns[one.column] ?? 'center'))
}
