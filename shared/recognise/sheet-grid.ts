/** The squares that a sheet shows, and what can be left out of them without losing any text. */
import type { CellAlign } from '../document/types.ts'

/** A cell that begins at its square. Spans count squares. */
export interface SheetCell {
  readonly text: string
  readonly align: CellAlign | null
  readonly colSpan: number
  readonly rowSpan: number
}

/** Rows of squares, all as long; null where a span covers the square. No span reaches out of the rows. */
export type SheetRows = readonly (readonly (SheetCell | null)[])[]

/** What a sheet shows. */
export interface SheetGrid {
  readonly rows: SheetRows
  /** For each row, whether lines are drawn around its cells. */
  readonly ruled: readonly boolean[]
  /** Width of each column; null where all are as the program made them. */
  readonly widths: readonly number[] | null
  /** How many rows from the top are printed again on each page (打印标题), where the sheet says so. */
  readonly printedAgain: number | null
}

/** The texts of a row's cells that have any, from left to right. */
export function textsOf(row: SheetRows[number]): readonly string[] {
  return row.flatMap((cell) => (cell && cell.text !== '' ? [cell.text] : []))
}

/** Index of the last one that fits; -1 where none does. */
export function lastWhere<T>(list: readonly T[], fits: (one: T, at: number) => boolean): number {
  return list.reduce((last, one, at) => (fits(one, at) ? at : last), -1)
}

/** True where no cell of the rows from `from` up to `to` reaches below them. */
export function isFree(rows: SheetRows, from: number, to: number): boolean {
  return rows.slice(from, to).every((row, at) => row.every((cell) => !cell || from + at + cell.rowSpan <= to))
}

/**
 * Columns at the ends without any text go, which only a title was merged over; and rows and columns in which no cell begins are
 * drawn together with what covers them.
 */
export function drawnTogether({ rows, widths }: Pick<SheetGrid, 'rows' | 'widths'>): Pick<SheetGrid, 'rows' | 'widths'> {
  const columns = rows[0]?.length ?? 0
  const filled = (column: number): boolean => rows.some((row) => (row[column]?.text ?? '') !== '')
  let [from, to] = [0, columns]
  while (from < to - 1 && !filled(from)) from += 1
  while (to - 1 > from && !filled(to - 1)) to -= 1
  const inside = rows.map((row) => cut(row, from, to))
  const begins = Array.from({ length: to - from }, (_, column) => column === 0 || inside.some((row) => (row[column] ?? null) !== null))
  const kept = inside.map((row, at) => at === 0 || row.some((cell) => cell !== null))
  const narrowed = inside.map((row, at) => row.flatMap((cell, column) => (begins[column] ? [cell && shrunk(cell, { begins, kept, at, column })] : [])))
  return { rows: narrowed.filter((_, at) => kept[at]), widths: widths && summed(widths.slice(from, to), begins) }
}

/** The columns from `from` up to `to`; nothing with text begins outside. */
function cut(row: SheetRows[number], from: number, to: number): SheetRows[number] {
  const line = row.slice(from, to).map((cell, column) => cell && { ...cell, colSpan: Math.min(cell.colSpan, to - from - column) })
  const [first] = line
  // An empty cell began further left: what of it is inside stays an empty cell.
  const cutOff = first === null ? lastWhere(row, (cell, column) => column < from && cell !== null && column + cell.colSpan > from) : -1
  const cell = row[cutOff]
  if (cell) line[0] = { ...cell, colSpan: Math.min(cutOff + cell.colSpan, to) - from }
  return line
}

interface Shrinking {
  readonly begins: readonly boolean[]
  readonly kept: readonly boolean[]
  readonly at: number
  readonly column: number
}

function shrunk(cell: SheetCell, { begins, kept, at, column }: Shrinking): SheetCell {
  const count = (flags: readonly boolean[], from: number, length: number): number => flags.slice(from, from + length).filter(Boolean).length
  return { ...cell, colSpan: count(begins, column, cell.colSpan), rowSpan: count(kept, at, cell.rowSpan) }
}

function summed(widths: readonly number[], begins: readonly boolean[]): readonly number[] {
  const sums: number[] = []
  widths.forEach((width, column) => {
    if (begins[column]) sums.push(width)
    else sums[sums.length - 1] = (sums.at(-1) ?? 0) + width
  })
  return sums.map((sum) => Math.round(sum * 100) / 100)
}
