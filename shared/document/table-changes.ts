/** Rows, columns and spans of a table that is laid out. Whether a change makes sense is asked before, in table-acts.ts. */
import { without } from '../lib/without.ts'
import type { Area } from './cell-grid.ts'
import { emptyRow, emptySquare, isWithin, squareOver, type Square, type Squares } from './table-squares.ts'
import type { Paragraph, Row, Table } from './types.ts'

/** `count` empty rows in front of row `at`. What reaches over the place grows; new cells stand as those of row `like` do. */
export function addRows(squares: Squares, at: number, count: number, like: number): Squares {
  const grown = squares.cells.map((one): Square => {
    if (one.row >= at) return { ...one, row: one.row + count }
    return one.row + one.rowSpan > at ? { ...one, rowSpan: one.rowSpan + count } : one
  })
  const rows = [...squares.rows.slice(0, at), ...Array.from({ length: count }, emptyRow), ...squares.rows.slice(at)]
  const next: Squares = { ...squares, rows, cells: grown, table: withHeader(squares.table, squares.table.headerRows + (at < squares.table.headerRows ? count : 0)) }
  return filled(next, { top: at, bottom: at + count, left: 0, right: squares.columns }, (_, column) => squareOver(squares, like, column))
}

/** `count` empty columns in front of column `at`, as wide as column `like`. */
export function addColumns(squares: Squares, at: number, count: number, like: number): Squares {
  const grown = squares.cells.map((one): Square => {
    if (one.column >= at) return { ...one, column: one.column + count }
    return one.column + one.colSpan > at ? { ...one, colSpan: one.colSpan + count } : one
  })
  const { widths } = squares.table
  const table = withWidths(squares.table, widths && [...widths.slice(0, at), ...new Array<number>(count).fill(widths[like] ?? 1), ...widths.slice(at)])
  const next: Squares = { ...squares, columns: squares.columns + count, cells: grown, table }
  return filled(next, { top: 0, bottom: squares.rows.length, left: at, right: at + count }, (row) => squareOver(squares, row, like))
}

/** An empty cell on each square of the area that nothing covers. */
function filled(squares: Squares, { top, bottom, left, right }: Area, like: (row: number, column: number) => Square | undefined): Squares {
  const added: Square[] = []
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) {
      if (!squareOver(squares, row, column)) added.push(emptySquare(row, column, like(row, column)?.cell.align))
    }
  }
  return { ...squares, cells: [...squares.cells, ...added] }
}

/** Takes rows away. What reaches into them from above or out of them downwards shrinks and keeps its text. */
export function removeRows(squares: Squares, top: number, bottom: number): Squares {
  const cells = squares.cells.flatMap((one): readonly Square[] => {
    const [row, rowSpan] = cutOut(one.row, one.rowSpan, top, bottom)
    return rowSpan === 0 ? [] : [{ ...one, row, rowSpan }]
  })
  const { headerRows } = squares.table
  const [, header] = cutOut(0, headerRows, top, bottom)
  const table = withHeader(bottom === squares.rows.length ? without(squares.table, 'totalRow') : squares.table, header)
  return { ...squares, table, cells, rows: [...squares.rows.slice(0, top), ...squares.rows.slice(bottom)] }
}

/** Takes columns away, as `removeRows` does rows. */
export function removeColumns(squares: Squares, left: number, right: number): Squares {
  const cells = squares.cells.flatMap((one): readonly Square[] => {
    const [column, colSpan] = cutOut(one.column, one.colSpan, left, right)
    return colSpan === 0 ? [] : [{ ...one, column, colSpan }]
  })
  const { widths } = squares.table
  const table = withWidths(squares.table, widths && [...widths.slice(0, left), ...widths.slice(right)])
  return { ...squares, table, cells, columns: squares.columns - (right - left) }
}

/** What is left of a stretch, and where it begins, when all from `from` up to `to` is taken out. */
function cutOut(start: number, length: number, from: number, to: number): readonly [start: number, length: number] {
  const lost = Math.max(0, Math.min(start + length, to) - Math.max(start, from))
  return [start <= from ? start : Math.max(from, start - (to - from)), length - lost]
}

/** One cell of all cells of an area, their paragraphs in reading order; the first cell stays. */
export function mergeCells(squares: Squares, area: Area): Squares {
  const inside = squares.cells.filter((one) => isWithin(one, area)).sort((a, b) => a.row - b.row || a.column - b.column)
  const [first] = inside
  if (!first) return squares
  const written = inside.flatMap(({ cell }) => cell.children.filter((line) => !isEmpty(line)))
  const children = written.length > 0 ? written : first.cell.children.slice(0, 1)
  const merged: Square = { cell: { ...first.cell, children }, row: area.top, column: area.left, rowSpan: area.bottom - area.top, colSpan: area.right - area.left }
  return { ...squares, cells: [...squares.cells.filter((one) => !inside.includes(one)), merged] }
}

function isEmpty({ children }: Paragraph): boolean {
  return children.every((child) => !('type' in child) && child.text === '')
}

/** The merged cells of an area fall into the squares of the grid; their text stays in the first of each. */
export function splitCells(squares: Squares, area: Area): Squares {
  const cells = squares.cells.flatMap((one) => (isWithin(one, area) ? singles(one) : [one]))
  return { ...squares, cells }
}

function singles(one: Square): readonly Square[] {
  return Array.from({ length: one.rowSpan * one.colSpan }, (_, at) => {
    const [row, column] = [one.row + Math.floor(at / one.colSpan), one.column + (at % one.colSpan)]
    return at === 0 ? { ...one, rowSpan: 1, colSpan: 1 } : emptySquare(row, column, one.cell.align)
  })
}

/** Two cells side by side of one; where it is one column wide, the table gets a column, and the other cells reach over both. */
export function splitIntoColumns(squares: Squares, target: Square): Squares {
  if (target.colSpan > 1) {
    const colSpan = Math.ceil(target.colSpan / 2)
    const rest: Square = { ...emptySquare(target.row, target.column + colSpan, target.cell.align), rowSpan: target.rowSpan, colSpan: target.colSpan - colSpan }
    return withCells(squares, target, [{ ...target, colSpan }, rest])
  }
  const at = target.column + 1
  const cells = squares.cells.map((one): Square => {
    if (one.column >= at) return { ...one, column: one.column + 1 }
    return one !== target && one.column + one.colSpan >= at ? { ...one, colSpan: one.colSpan + 1 } : one
  })
  const half = { ...emptySquare(target.row, at, target.cell.align), rowSpan: target.rowSpan }
  const { widths } = squares.table
  const width = (widths?.[target.column] ?? 1) / 2
  const table = withWidths(squares.table, widths && [...widths.slice(0, target.column), width, width, ...widths.slice(at)])
  return { ...squares, table, columns: squares.columns + 1, cells: [...cells, half] }
}

/** Two cells one above the other, as `splitIntoColumns` does it. */
export function splitIntoRows(squares: Squares, target: Square): Squares {
  if (target.rowSpan > 1) {
    const rowSpan = Math.ceil(target.rowSpan / 2)
    const rest: Square = { ...emptySquare(target.row + rowSpan, target.column, target.cell.align), colSpan: target.colSpan, rowSpan: target.rowSpan - rowSpan }
    return withCells(squares, target, [{ ...target, rowSpan }, rest])
  }
  const at = target.row + 1
  const cells = squares.cells.map((one): Square => {
    if (one.row >= at) return { ...one, row: one.row + 1 }
    return one !== target && one.row + one.rowSpan >= at ? { ...one, rowSpan: one.rowSpan + 1 } : one
  })
  const half = { ...emptySquare(at, target.column, target.cell.align), colSpan: target.colSpan }
  const rows: readonly Row[] = [...squares.rows.slice(0, at), emptyRow(), ...squares.rows.slice(at)]
  const { headerRows } = squares.table
  return { ...squares, table: withHeader(squares.table, headerRows + (target.row < headerRows ? 1 : 0)), rows, cells: [...cells, half] }
}

function withCells(squares: Squares, old: Square, now: readonly Square[]): Squares {
  return { ...squares, cells: [...squares.cells.filter((one) => one !== old), ...now] }
}

function withHeader(table: Table, headerRows: number): Table {
  return headerRows === table.headerRows ? table : { ...table, headerRows }
}

function withWidths(table: Table, widths: readonly number[] | undefined): Table {
  return widths ? { ...table, widths } : table
}
