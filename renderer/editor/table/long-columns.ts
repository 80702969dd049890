/** Which columns of a table hold text that takes several lines. */
import { textOf } from '../clipboard/copied.ts'
import type { SheetElement } from '../sheet/types.ts'
import { gridOf } from './grid.ts'

/** Characters that a row of the sheet's tables holds, borders and margins taken off. */
const ROW = 33
/** Shorter entries are centred in any column: numbers, names. */
const SHORT = 6

/**
 * Columns (from 1) whose text takes several lines: it begins at the left, as the printed table has it, and the others are
 * centred. The style sheet reads them from `data-left`.
 */
export function longColumns(table: SheetElement): readonly number[] {
  const { cells, columns } = gridOf(table)
  const lengths = Array.from({ length: columns }, () => 0)
  for (const { cell, row, column, colSpan } of cells) {
    if (colSpan === 1 && row >= (table.headerRows ?? 0)) lengths[column] = Math.max(lengths[column] ?? 0, ...cell.children.map((line) => textOf(line).length))
  }
  if (lengths.reduce((sum, length) => sum + Math.max(length, 2), 0) <= ROW) return []
  return lengths.flatMap((length, at) => (length > Math.max(SHORT, ROW / columns) ? [at + 1] : []))
}
