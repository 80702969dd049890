/**
 * A table laid out for changing: cells with their places instead of rows with spans. Gaps of short rows are filled with empty cells here, so that
 * whatever is done next leaves a grid in which each square is covered once.
 */
import { newId } from '../lib/id.ts'
import { without } from '../lib/without.ts'
import { makeParagraph } from './build.ts'
import { areaOf, cellGrid, type Area, type Placed } from './cell-grid.ts'
import type { Cell, CellAlign, Row, Table } from './types.ts'

/** A cell at its place. */
export type Square = Omit<Placed<Cell>, 'index'>

export interface Squares {
  readonly table: Table
  readonly rows: readonly Row[]
  readonly columns: number
  /** In any order. */
  readonly cells: readonly Square[]
}

/** Lays a table out. */
export function toSquares(table: Table): Squares {
  const grid = cellGrid(table.children.map((row) => row.children))
  const cells: Square[] = grid.cells.map(({ cell, row, column, rowSpan, colSpan }) => ({ cell, row, column, rowSpan, colSpan }))
  for (const [row, column] of gaps(cells, grid.rows, grid.columns)) cells.push(emptySquare(row, column))
  return { table, rows: table.children, columns: grid.columns, cells }
}

function gaps(cells: readonly Square[], rows: number, columns: number): readonly (readonly [row: number, column: number])[] {
  const isFree = Array.from({ length: rows }, () => Array.from({ length: columns }, () => true))
  for (const one of cells) {
    const { top, bottom, left, right } = areaOf(one)
    for (let row = top; row < bottom; row++) isFree[row]?.fill(false, left, right)
  }
  return isFree.flatMap((free, row) => free.flatMap((is, column) => (is ? [[row, column] as const] : [])))
}

/** A new cell without text over one square. */
export function emptySquare(row: number, column: number, align?: CellAlign): Square {
  return { cell: { type: 'cell', id: newId(), ...(align ? { align } : {}), children: [makeParagraph('')] }, row, column, rowSpan: 1, colSpan: 1 }
}

/** A new row; its cells come with the squares. */
export function emptyRow(): Row {
  return { type: 'row', id: newId(), children: [] }
}

/** The table again. Header rows are never more than there are rows; widths that do not fit the columns go. */
export function fromSquares({ table, rows, columns, cells }: Squares): Table {
  const { widths, headerRows, ...rest } = table
  const sorted = [...cells].sort((a, b) => a.column - b.column)
  return {
    ...rest,
    headerRows: Math.min(headerRows, rows.length),
    ...(widths?.length === columns ? { widths } : {}),
    children: rows.map((row, at) => withCells(row, sorted.filter((one) => one.row === at).map(spanned))),
  }
}

/** A cell that says what it spans; the same object where it said so already. */
function spanned({ cell, rowSpan, colSpan }: Square): Cell {
  if ((cell.rowSpan ?? 1) === rowSpan && (cell.colSpan ?? 1) === colSpan) return cell
  return { ...without(cell, 'rowSpan', 'colSpan'), ...(colSpan > 1 ? { colSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) }
}

function withCells(row: Row, cells: readonly Cell[]): Row {
  const isSame = row.children.length === cells.length && cells.every((cell, at) => cell === row.children[at])
  return isSame ? row : { ...row, children: cells }
}

/** The cell over a square of the grid. */
export function squareOver({ cells }: Squares, row: number, column: number): Square | undefined {
  return cells.find((one) => one.row <= row && row < one.row + one.rowSpan && one.column <= column && column < one.column + one.colSpan)
}

/** True for a cell that lies within an area. */
export function isWithin(one: Square, { top, bottom, left, right }: Area): boolean {
  return one.row >= top && one.row + one.rowSpan <= bottom && one.column >= left && one.column + one.colSpan <= right
}
