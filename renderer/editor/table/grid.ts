/** The grid of a table in the sheet. */
import { cellGrid, type CellGrid } from '../../../shared/document/cell-grid.ts'
import { isOneOf, type SheetElement } from '../sheet/types.ts'

/** Which squares each cell of a table covers. A row that is all covered holds a text and no cell. */
export function gridOf(table: SheetElement): CellGrid<SheetElement> {
  return cellGrid(table.children.map((row) => (isOneOf(row, ['row']) ? row.children.filter((child) => isOneOf(child, ['cell'])) : [])))
}
