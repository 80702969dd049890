/**
 * The grid of a table: which columns each cell covers. A document's rows leave out what a span covers, and imported tables have
 * rows that are too short or spans that run out of the table; here every row covers every column exactly once.
 */
import type { Cell, Row, Table } from '../document/types.ts'

/** One cell of a grid row: a cell that begins here, the lower part of one that began above, or a gap in a short row. */
export type GridCell =
  | { readonly kind: 'cell'; readonly cell: Cell; readonly column: number; readonly colSpan: number; readonly rowSpan: number }
  | { readonly kind: 'covered'; readonly column: number; readonly colSpan: number }
  | { readonly kind: 'gap'; readonly column: number; readonly colSpan: number }

export interface TableGrid {
  readonly columns: number
  readonly rows: readonly (readonly GridCell[])[]
}

/** The grid of a table, without rows and cells whose deletion is tracked. Columns that no cell ends at are drawn together. */
export function tableGrid(table: Table): TableGrid {
  const rows = table.children.filter((row) => row.change?.kind !== 'del')
  return drawTogether(placeCells(rows))
}

function placeCells(rows: readonly Row[]): readonly (readonly GridCell[])[] {
  const placed: GridCell[][] = rows.map(() => [])
  /** For each column, the first row below the cell that covers it. */
  const freeFrom: number[] = []
  rows.forEach((row, at) => {
    let column = 0
    for (const cell of row.children.filter(({ change }) => change?.kind !== 'del')) {
      while ((freeFrom[column] ?? 0) > at) column++
      const colSpan = freeRun(freeFrom, at, column, cell.colSpan ?? 1)
      const rowSpan = Math.min(cell.rowSpan ?? 1, rows.length - at)
      placed[at]?.push({ kind: 'cell', cell, column, colSpan, rowSpan })
      for (let below = at + 1; below < at + rowSpan; below++) placed[below]?.push({ kind: 'covered', column, colSpan })
      freeFrom.length = Math.max(freeFrom.length, column + colSpan)
      for (let one = column; one < column + colSpan; one++) freeFrom[one] = at + rowSpan
      column += colSpan
    }
  })
  const columns = Math.max(0, ...placed.flat().map((one) => one.column + one.colSpan))
  return placed.map((row) => fillGaps(row, columns))
}

/** How many of `wanted` columns from `column` on are free in this row: a cell never runs into one that hangs down from above. */
function freeRun(freeFrom: readonly number[], row: number, column: number, wanted: number): number {
  let run = 1
  while (run < wanted && (freeFrom[column + run] ?? 0) <= row) run++
  return run
}

function fillGaps(row: readonly GridCell[], columns: number): readonly GridCell[] {
  const whole: GridCell[] = []
  let column = 0
  for (const one of [...row].sort((a, b) => a.column - b.column)) {
    if (one.column > column) whole.push({ kind: 'gap', column, colSpan: one.column - column })
    whole.push(one)
    column = one.column + one.colSpan
  }
  if (column < columns) whole.push({ kind: 'gap', column, colSpan: columns - column })
  return whole
}

function drawTogether(rows: readonly (readonly GridCell[])[]): TableGrid {
  const starts = [...new Set(rows.flatMap((row) => row.map((one) => one.column)))].sort((a, b) => a - b)
  const index = new Map(starts.map((start, at) => [start, at]))
  const columnAt = (column: number): number => index.get(column) ?? starts.length
  return {
    columns: starts.length,
    rows: rows.map((row) =>
      row.map((one) => {
        const column = columnAt(one.column)
        return { ...one, column, colSpan: columnAt(one.column + one.colSpan) - column }
      }),
    ),
  }
}
