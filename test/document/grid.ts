import type { Cell, Table } from '../../shared/document/types.ts'

/** The squares of a table's grid, each with the cell that covers it. Throws where spans overlap, leave a hole or reach out. */
export function gridOf(table: Table): Cell[][] {
  const grid: Cell[][] = table.children.map(() => [])
  table.children.forEach((row, at) => {
    let column = 0
    for (const cell of row.children) {
      while (grid[at]?.[column]) column++
      for (let down = 0; down < (cell.rowSpan ?? 1); down++) {
        for (let right = 0; right < (cell.colSpan ?? 1); right++) {
          const line = grid[at + down]
          if (!line) throw new Error(`row ${at + 1}: a cell reaches out of the table`)
          if (line[column + right]) throw new Error(`row ${at + 1}: two cells overlap`)
          line[column + right] = cell
        }
      }
    }
  })
  const width = grid[0]?.length ?? 0
  for (const [at, line] of grid.entries()) {
    if (line.length !== width || line.includes(undefined as never)) throw new Error(`row ${at + 1}: not ${width} squares`)
  }
  return grid
}
