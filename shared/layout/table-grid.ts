/** The grid of a table as it is printed, row by row: every row covers every column exactly once. */
import { cellGrid } from '../document/cell-grid.ts'
import type { Cell, Row, Table } from '../document/types.ts'

/** One cell of a grid row: a cell that begins here, the lower part of one that began above, or a gap in a short row. */
export type GridCell =
  | { readonly kind: 'cell'; readonly cell: Cell; readonly column: number; readonly colSpan: number; readonly rowSpan: number }
  | { readonly kind: 'covered'; readonly column: number; readonly colSpan: number }
  | { readonly kind: 'gap'; readonly column: number; readonly colSpan: number }

export interface TableGrid {
  readonly columns: number
  readonly rows: readonly (readonly GridCell[])[]
  /** How wide the columns are to be, as weights; absent where the table does not say it. */
  readonly weights?: readonly number[]
}

/** The grid of a table, without rows and cells whose deletion is tracked. Columns that no cell ends at are drawn together. */
export function tableGrid(table: Table): TableGrid {
  const rows = table.children.filter((row) => row.change?.kind !== 'del')
  const { placed, columns } = placeCells(rows)
  return drawTogether(placed, table.widths?.length === columns ? table.widths : undefined)
}

function placeCells(rows: readonly Row[]): { readonly placed: readonly (readonly GridCell[])[]; readonly columns: number } {
  const { cells, columns } = cellGrid(rows.map((row) => row.children.filter(({ change }) => change?.kind !== 'del')))
  const placed: GridCell[][] = rows.map(() => [])
  for (const { cell, row, column, colSpan, rowSpan } of cells) {
    placed[row]?.push({ kind: 'cell', cell, column, colSpan, rowSpan })
    for (let below = row + 1; below < row + rowSpan; below++) placed[below]?.push({ kind: 'covered', column, colSpan })
  }
  return { placed: placed.map((row) => fillGaps(row, columns)), columns }
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

function drawTogether(rows: readonly (readonly GridCell[])[], widths: readonly number[] | undefined): TableGrid {
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
    ...(widths ? { weights: starts.map((start, at) => widths.slice(start, starts[at + 1]).reduce((sum, width) => sum + width, 0)) } : {}),
  }
}
