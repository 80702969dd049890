/** A table as letters on squares: the plain model that the acts on tables are held against. A square knows nothing of spans. */
import fc from 'fast-check'
import { makeCell, makeRow, makeTable } from '../../shared/document/build.ts'
import type { Area } from '../../shared/document/cell-grid.ts'
import type { TableAct } from '../../shared/document/table-acts.ts'
import { textOf } from '../../shared/document/text.ts'
import type { Cell, Table } from '../../shared/document/types.ts'
import { gridOf } from './grid.ts'

export interface Model {
  /** For each square, which cell covers it. */
  squares: number[][]
  /** What each cell says, a line a paragraph. */
  texts: Map<number, readonly string[]>
  headerRows: number
  totalRow: boolean
  widths: number[] | null
}

let fresh = 1000
const create = (model: Model): number => {
  model.texts.set(++fresh, [''])
  return fresh
}

/** The model of a table whose grid is full. Throws where it is not. */
export function modelOf(table: Table): Model {
  const ids = new Map<Cell, number>()
  const texts = new Map<number, readonly string[]>()
  const squares = gridOf(table).map((line) =>
    line.map((cell) => {
      const id = ids.get(cell) ?? ids.size
      ids.set(cell, id)
      texts.set(id, cell.children.map(({ children }) => textOf(children)))
      return id
    }),
  )
  return { squares, texts, headerRows: table.headerRows, totalRow: table.totalRow === true, widths: table.widths ? [...table.widths] : null }
}

/** What two models that mean the same have in common: cells numbered as they are met. */
export function drawn({ squares, texts, headerRows, totalRow, widths }: Model): unknown {
  const met: number[] = []
  const grid = squares.map((line) =>
    line.map((id) => {
      if (!met.includes(id)) met.push(id)
      return met.indexOf(id)
    }),
  )
  return { grid, texts: met.map((id) => texts.get(id)), headerRows, totalRow, widths }
}

/** Does an act that is possible on squares alone. */
export function actOnModel(model: Model, { top, bottom, left, right }: Area, act: TableAct): void {
  const { squares } = model
  const ids = new Set(squares.slice(top, bottom).flatMap((line) => line.slice(left, right)))
  const [rows, columns] = ids.size > 1 ? [bottom - top, right - left] : [1, 1]
  switch (act) {
    case 'rowAbove':
      insertRows(model, top, rows)
      return
    case 'rowBelow':
      insertRows(model, bottom, rows)
      return
    case 'columnLeft':
      insertColumns(model, left, columns, left)
      return
    case 'columnRight':
      insertColumns(model, right, columns, right - 1)
      return
    case 'removeRows':
      if (bottom === squares.length) model.totalRow = false
      squares.splice(top, bottom - top)
      model.headerRows -= Math.max(0, Math.min(bottom, model.headerRows) - top)
      return
    case 'removeColumns':
      for (const line of squares) line.splice(left, right - left)
      model.widths?.splice(left, right - left)
      return
    case 'merge':
      merge(model, [...ids], { top, bottom, left, right })
      return
    case 'split':
      split(model, { top, bottom, left, right })
      return
    case 'splitColumns':
      splitColumns(model, { top, bottom, left, right })
      return
    case 'splitRows':
      splitRows(model, { top, bottom, left, right })
      return
    case 'header':
      model.headerRows = model.headerRows === bottom ? 0 : bottom
      return
    case 'total':
      model.totalRow = !model.totalRow
      return
    case 'evenWidths':
      model.widths = (squares[0] ?? []).map(() => 1)
      return
    case 'fitWidths':
      model.widths = null
      return
    default:
  }
}

function insertRows(model: Model, at: number, count: number): void {
  const { squares } = model
  const added = Array.from({ length: count }, () => (squares[0] ?? []).map((_, column) => through(squares[at - 1]?.[column], squares[at]?.[column]) ?? create(model)))
  squares.splice(at, 0, ...added)
  if (at < model.headerRows) model.headerRows += count
}

function insertColumns(model: Model, at: number, count: number, like: number): void {
  for (const line of model.squares) {
    const id = through(line[at - 1], line[at])
    line.splice(at, 0, ...Array.from({ length: count }, () => id ?? create(model)))
  }
  model.widths?.splice(at, 0, ...Array.from({ length: count }, () => model.widths?.[like] ?? 1))
}

const NEW = -1

/** The cell that goes through between two neighbours. */
function through(before: number | undefined, after: number | undefined): number | undefined {
  return before !== undefined && before === after ? before : undefined
}

function merge(model: Model, ids: readonly number[], area: Area): void {
  const written = ids.flatMap((id) => model.texts.get(id) ?? []).filter((text) => text !== '')
  const [first] = ids
  if (first === undefined) return
  model.texts.set(first, written.length > 0 ? written : [''])
  fill(model, area, () => first)
}

function split(model: Model, area: Area): void {
  const met = new Set<number>()
  fill(model, area, (id) => {
    if (met.has(id)) return create(model)
    met.add(id)
    return id
  })
}

function splitColumns(model: Model, { top, bottom, left, right }: Area): void {
  if (right - left === 1) {
    for (const line of model.squares) line.splice(right, 0, line[left] ?? NEW)
    const width = (model.widths?.[left] ?? 0) / 2
    model.widths?.splice(left, 1, width, width)
  }
  const half = create(model)
  fill(model, { top, bottom, left: left + Math.ceil(Math.max(2, right - left) / 2), right: Math.max(right, left + 2) }, () => half)
}

function splitRows(model: Model, { top, bottom, left, right }: Area): void {
  if (bottom - top === 1) {
    model.squares.splice(bottom, 0, [...(model.squares[top] ?? [])])
    if (top < model.headerRows) model.headerRows += 1
  }
  const half = create(model)
  fill(model, { left, right, top: top + Math.ceil(Math.max(2, bottom - top) / 2), bottom: Math.max(bottom, top + 2) }, () => half)
}

function fill(model: Model, { top, bottom, left, right }: Area, next: (id: number) => number): void {
  for (let row = top; row < bottom; row++) {
    const line = model.squares[row] ?? []
    for (let column = left; column < right; column++) line[column] = next(line[column] ?? NEW)
  }
}

const letters = ['甲', '乙', '丙', '丁', '戊', '己', '', '两行\n文字']

/** Tables whose grid is full, with spans both ways, up to three header rows that no span leaves, with and without widths and total row. */
export const anyTable: fc.Arbitrary<Table> = fc
  .record({
    rows: fc.integer({ min: 1, max: 5 }),
    columns: fc.integer({ min: 1, max: 5 }),
    headerRows: fc.nat(3),
    totalRow: fc.boolean(),
    widths: fc.boolean(),
    spans: fc.array(fc.record({ row: fc.nat(4), column: fc.nat(4), rowSpan: fc.integer({ min: 1, max: 3 }), colSpan: fc.integer({ min: 1, max: 3 }) }), { maxLength: 5 }),
    texts: fc.array(fc.constantFrom(...letters), { minLength: 25, maxLength: 25 }),
  })
  .map(({ rows, columns, headerRows, totalRow, widths, spans, texts }) => {
    const header = Math.min(headerRows, rows)
    const taken = new Set<string>()
    const squaresOf = (row: number, column: number, rowSpan: number, colSpan: number): readonly string[] =>
      Array.from({ length: rowSpan * colSpan }, (_, at) => `${row + Math.floor(at / colSpan)} ${column + (at % colSpan)}`)
    const fitting = spans.filter(({ row, column, rowSpan, colSpan }) => {
      const crosses = row < header && row + rowSpan > header
      const own = squaresOf(row, column, rowSpan, colSpan)
      if (crosses || row + rowSpan > rows || column + colSpan > columns || own.some((one) => taken.has(one))) return false
      own.forEach((one) => taken.add(one))
      return true
    })
    const lines = Array.from({ length: rows }, (_, row) => {
      const cells = Array.from({ length: columns }, (__, column) => {
        const span = fitting.find((one) => one.row === row && one.column === column)
        if (!span) return taken.has(`${row} ${column}`) ? [] : [makeCell(texts[row * 5 + column] ?? '')]
        return [makeCell(texts[row * 5 + column] ?? '', { ...(span.colSpan > 1 ? { colSpan: span.colSpan } : {}), ...(span.rowSpan > 1 ? { rowSpan: span.rowSpan } : {}) })]
      })
      return makeRow(cells.flat())
    })
    return makeTable(lines, { headerRows: header, ...(totalRow ? { totalRow } : {}), ...(widths ? { widths: Array.from({ length: columns }, (_, at) => at + 1) } : {}) })
  })
