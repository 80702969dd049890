/**
 * The grid of a table: which rows and columns each cell covers. A document's rows leave out what a span covers, and imported tables have rows that
 * are too short, or spans that run out of the table or into each other. The layout, the editor and the acts on tables all read it here.
 */

/** What the grid wants to know of a cell. Spans default to 1. */
export interface Spanning {
  readonly colSpan?: number
  readonly rowSpan?: number
}

/** A cell and what it covers. */
export interface Placed<C> {
  readonly cell: C
  /** Its index among the cells of its own row. */
  readonly index: number
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
}

export interface CellGrid<C> {
  readonly rows: number
  readonly columns: number
  /** In reading order. */
  readonly cells: readonly Placed<C>[]
}

/** A rectangle of the grid: from `top` and `left` up to, but not including, `bottom` and `right`. */
export interface Area {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** Places the cells of rows. A span ends with the table, and at a cell that hangs down from above. */
export function cellGrid<C extends Spanning>(rows: readonly (readonly C[])[]): CellGrid<C> {
  const cells: Placed<C>[] = []
  /** For each column, the first row below the cell that covers it. */
  const freeFrom: number[] = []
  rows.forEach((row, at) => {
    let column = 0
    row.forEach((cell, index) => {
      while ((freeFrom[column] ?? 0) > at) column++
      const colSpan = freeRun(freeFrom, at, column, cell.colSpan ?? 1)
      const rowSpan = Math.min(cell.rowSpan ?? 1, rows.length - at)
      cells.push({ cell, index, row: at, column, rowSpan, colSpan })
      for (let one = column; one < column + colSpan; one++) freeFrom[one] = at + rowSpan
      column += colSpan
    })
  })
  return { rows: rows.length, columns: Math.max(0, ...cells.map((one) => one.column + one.colSpan)), cells }
}

/** How many of `wanted` columns from `column` on are free in this row. */
function freeRun(freeFrom: readonly number[], row: number, column: number, wanted: number): number {
  let run = 1
  while (run < wanted && (freeFrom[column + run] ?? 0) <= row) run++
  return run
}

/** What a cell covers. */
export function areaOf({ row, column, rowSpan, colSpan }: Omit<Placed<unknown>, 'cell' | 'index'>): Area {
  return { top: row, bottom: row + rowSpan, left: column, right: column + colSpan }
}

/** The cell that covers a square of the grid; undefined in the gap of a short row. */
export function cellOver<C>({ cells }: CellGrid<C>, row: number, column: number): Placed<C> | undefined {
  return cells.find((one) => meets(areaOf(one), { top: row, bottom: row + 1, left: column, right: column + 1 }))
}

/** The cells that an area touches, in reading order. */
export function cellsIn<C>({ cells }: CellGrid<C>, area: Area): readonly Placed<C>[] {
  return cells.filter((one) => meets(areaOf(one), area))
}

/** The smallest rectangle round both areas that cuts no cell. */
export function wholeArea<C>(grid: CellGrid<C>, a: Area, b: Area = a): Area {
  const asked = around([a, b])
  const wide = around([asked, ...cellsIn(grid, asked).map(areaOf)])
  const isWhole = wide.top === asked.top && wide.bottom === asked.bottom && wide.left === asked.left && wide.right === asked.right
  return isWhole ? asked : wholeArea(grid, wide)
}

function around(areas: readonly Area[]): Area {
  return {
    top: Math.min(...areas.map(({ top }) => top)),
    bottom: Math.max(...areas.map(({ bottom }) => bottom)),
    left: Math.min(...areas.map(({ left }) => left)),
    right: Math.max(...areas.map(({ right }) => right)),
  }
}

function meets(a: Area, b: Area): boolean {
  return a.top < b.bottom && b.top < a.bottom && a.left < b.right && b.left < a.right
}
