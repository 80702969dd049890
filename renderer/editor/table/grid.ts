/** A table as a grid: which cell stands in which row and column, spans counted. */
import { isOneOf, type SheetElement } from '../sheet/types.ts'

export interface GridCell {
  readonly cell: SheetElement
  /** Its index among the cells of its own row. */
  readonly index: number
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
}

export interface Grid {
  readonly rows: number
  readonly columns: number
  readonly cells: readonly GridCell[]
}

/** Lays the cells of a table out. A span that reaches below the last row is cut there. */
export function gridOf(table: SheetElement): Grid {
  const cells: GridCell[] = []
  const covered = table.children.map(() => new Set<number>())
  const rows = table.children.length
  table.children.forEach((rowNode, row) => {
    const own = isOneOf(rowNode, ['row']) ? rowNode.children.filter((child) => isOneOf(child, ['cell'])) : []
    let column = 0
    own.forEach((cell, index) => {
      while (covered[row]?.has(column)) column++
      const rowSpan = Math.min(cell.rowSpan ?? 1, rows - row)
      const colSpan = cell.colSpan ?? 1
      for (let r = row; r < row + rowSpan; r++) for (let c = column; c < column + colSpan; c++) covered[r]?.add(c)
      cells.push({ cell, index, row, column, rowSpan, colSpan })
    })
  })
  const columns = Math.max(0, ...covered.flatMap((set) => [...set].map((column) => column + 1)))
  return { rows, columns, cells }
}
