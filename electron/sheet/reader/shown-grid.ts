/** What a sheet shows as squares: hidden rows and columns gone, merged cells as spans, from its first to its last text. */
import type { SheetCell, SheetGrid } from '../../../shared/recognise/sheet-grid.ts'
import type { Shown } from './cells.ts'
import { SHEET_FAULTS } from './fault.ts'
import { MOST_COLUMNS, MOST_MERGE_STEPS, MOST_SQUARES } from './limits.ts'
import { placeMerges, type ShownCells } from './merges.ts'
import type { Area } from './places.ts'
import type { RawSheet } from './read-sheet.ts'

/** The squares, and how much text of the sheet is not among them. */
export interface ShownGrid {
  readonly grid: SheetGrid
  readonly hiddenColumns: number
  /** Cells with a text of their own that a merge covers. */
  readonly covered: number
}

/** Null for a sheet that shows no text. Throws a fault where it is larger than a table can be. */
export function shownGrid(sheet: RawSheet, printedAgain: number | null): ShownGrid | null {
  const { cells, areas, covered } = placeMerges(sheet)
  const texts = [...cells].filter(([at]) => !sheet.hiddenRows.has(at)).flatMap(([at, row]) => [...row].flatMap(([column, { text }]) => (text === '' ? [] : [{ at, column }])))
  const filled = new Set(texts.map(({ column }) => column))
  const shown = texts.filter(({ column }) => !sheet.hiddenColumns.has(column))
  if (shown.length === 0) return null
  const last = Math.max(...sheet.cells.keys(), ...cells.keys())
  const rows = between(shown.map(({ at }) => at), last, sheet.hiddenRows)
  const columns = between(shown.map(({ column }) => column), -1, sheet.hiddenColumns)
  if (columns.length > MOST_COLUMNS) throw SHEET_FAULTS.oversized(`有文字的列超过 ${MOST_COLUMNS} 列`)
  if (columns.length * rows.length > MOST_SQUARES) throw SHEET_FAULTS.oversized(`有 ${rows.length} 行 ${columns.length} 列`)
  const squares = new Squares(cells, rows, columns)
  for (const area of areas) squares.merge(area)
  squares.centreAcross()
  const hasWidths = columns.some((column) => sheet.widths.has(column))
  return {
    grid: {
      rows: squares.rows,
      ruled: rows.map((row) => [...(sheet.cells.get(row)?.values() ?? [])].some(({ ruled }) => ruled)),
      widths: hasWidths ? columns.map((column) => sheet.widths.get(column) ?? sheet.usualWidth) : null,
      printedAgain: printedAgain === null ? null : rows.filter((row) => row < printedAgain).length,
    },
    hiddenColumns: [...filled].filter((column) => sheet.hiddenColumns.has(column)).length,
    covered,
  }
}

class Squares {
  readonly rows: (SheetCell | null)[][]
  readonly #cells: ShownCells
  /** The sheet's row and column of each square. */
  readonly #at: readonly number[]
  readonly #column: readonly number[]
  #steps = 0

  constructor(cells: ShownCells, rows: readonly number[], columns: readonly number[]) {
    this.#cells = cells
    this.#at = rows
    this.#column = columns
    this.rows = rows.map((row) => columns.map((column) => single(cells.get(row)?.get(column))))
  }

  /** Makes an area a span. One that overlaps an earlier one is a fault of the file and is left. */
  merge({ from, to }: Area): void {
    const [top, bottom] = inside(this.#at, from.row, to.row)
    const [left, right] = inside(this.#column, from.column, to.column)
    this.#steps += Math.max(0, bottom - top + 1) * Math.max(0, right - left + 1)
    if (this.#steps > MOST_MERGE_STEPS) throw SHEET_FAULTS.oversized('合并的单元格太多')
    if (top > bottom || left > right) return
    const squares = this.rows.slice(top, bottom + 1).flatMap((row) => row.slice(left, right + 1))
    const [first] = squares
    if (!first || squares.some((cell) => !cell || cell.colSpan > 1 || cell.rowSpan > 1)) return
    this.#cover({ ...first, colSpan: right - left + 1, rowSpan: bottom - top + 1 }, top, left)
  }

  /** A text that is centred over the empty cells beside it covers them. */
  centreAcross(): void {
    this.rows.forEach((row, at) => {
      const isFree = (column: number): boolean => row[column]?.colSpan === 1 && row[column].rowSpan === 1
      const isAcross = (column: number): boolean => isFree(column) && this.#cells.get(this.#at[at] ?? -1)?.get(this.#column[column] ?? -1)?.across === true
      row.forEach((cell, column) => {
        if (!cell || cell.text === '' || !isAcross(column)) return
        let end = column + 1
        while (end < row.length && row[end]?.text === '' && isAcross(end)) end += 1
        if (end > column + 1) this.#cover({ ...cell, colSpan: end - column }, at, column)
      })
    })
  }

  #cover(cell: SheetCell, top: number, left: number): void {
    for (const row of this.rows.slice(top, top + cell.rowSpan)) row.fill(null, left, left + cell.colSpan)
    const first = this.rows[top]
    if (first) first[left] = cell
  }
}

/** First and last index of the shown ones between two of the sheet. */
function inside(shown: readonly number[], from: number, to: number): readonly [number, number] {
  const first = shown.findIndex((one) => one >= from)
  return [first < 0 ? shown.length : first, shown.findLastIndex((one) => one <= to)]
}

function single(shown: Shown | undefined): SheetCell {
  return { text: shown?.text ?? '', align: shown?.text ? shown.align : null, colSpan: 1, rowSpan: 1 }
}

/** All from the first of `some` to the last of them, or to `last`, but those that are hidden. */
function between(some: readonly number[], last: number, hidden: ReadonlySet<number>): readonly number[] {
  const found: number[] = []
  const end = some.reduce((most, one) => Math.max(most, one), last)
  for (let one = some.reduce((least, other) => Math.min(least, other)); one <= end; one++) if (!hidden.has(one)) found.push(one)
  return found
}
