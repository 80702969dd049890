/** A sheet of a workbook as a table of a document: its title, unit and notes stand around the grid, as people write them in Excel. */
import { makeCell, makeParagraph, makeRow, makeTable } from '../document/build.ts'
import type { Cell, Paragraph, Table } from '../document/types.ts'
import { countHeaderRows } from './header-rows.ts'
import { drawnTogether, lastWhere, textsOf, type SheetCell, type SheetGrid, type SheetRows } from './sheet-grid.ts'
import { sheetLines } from './sheet-lines.ts'

/** The table, and the lines of the sheet that are no part of its grid. */
export interface SheetTable {
  readonly before: readonly Paragraph[]
  readonly table: Table
  readonly after: readonly Paragraph[]
  /** The mark in the corner (附件2), which the document gives by itself; null where there is none. */
  readonly label: string | null
  /** Ruled rows without text that stood below the table and were left out. */
  readonly emptyRows: number
}

const MOST_HEADER_ROWS = 10
/** A cell of the first row that reaches further down is no head. */
const DEEPEST_HEAD = 4
/** Ruled empty rows below a table are there to be written in; more of them are only a long sheet. */
const MOST_EMPTY_ROWS = 20

/** Reads a sheet that shows some text. */
export function readSheetTable(grid: SheetGrid): SheetTable {
  const { from, to, label, caption, unit, before, after } = sheetLines(grid.rows)
  const last = lastWhere(grid.rows, (row, at) => at < to && textsOf(row).length > 0)
  const ruledTo = lastWhere(grid.ruled, (ruled, at) => at < to && ruled)
  const emptyRows = Math.max(0, ruledTo - last)
  const end = emptyRows > MOST_EMPTY_ROWS ? last : last + emptyRows
  const { rows, widths } = drawnTogether({ rows: ending(grid.rows.slice(from, end + 1)), widths: grid.widths })
  const again = (grid.printedAgain ?? 0) - from
  const headerRows = Math.min(again > 0 ? again : countHeads(rows), rows.length - 1, MOST_HEADER_ROWS)
  const table = makeTable(rows.map((row, at) => makeRow(row.flatMap((cell) => (cell ? [toCell(cell, at < headerRows)] : [])))), {
    headerRows,
    ...(caption === null ? {} : { caption }),
    ...(unit === null ? {} : { unit }),
    ...(widths === null ? {} : { widths }),
    ...(isTotal(rows.at(-1)) && rows.length > 1 ? { totalRow: true as const } : {}),
  })
  return {
    before: before.map((line) => makeParagraph(line)),
    table,
    after: after.map((line) => makeParagraph(line, 'note')),
    label,
    emptyRows: end === last ? emptyRows : 0,
  }
}

/** Spans end with the last row. */
function ending(rows: SheetRows): SheetRows {
  return rows.map((row, at) => row.map((cell) => cell && { ...cell, rowSpan: Math.min(cell.rowSpan, rows.length - at) }))
}

function countHeads(rows: SheetRows): number {
  const texts = rows.map((row) => row.map((cell) => cell?.text ?? ''))
  const words = countHeaderRows(texts)
  const [first, second] = rows
  if (!first || words === 0) return 0
  const spans = first.flatMap((cell) => (cell && cell.rowSpan <= DEEPEST_HEAD ? [cell.rowSpan] : []))
  return Math.max(words, ...spans, second && isSubhead(first, second) ? 2 : 1)
}

/** True for a row of heads below those that reach over several columns: nothing of its own stands beside them. */
function isSubhead(first: SheetRows[number], second: SheetRows[number]): boolean {
  const below = new Set(first.flatMap((cell, at) => (cell && cell.colSpan > 1 && cell.rowSpan === 1 ? Array.from({ length: cell.colSpan }, (_, step) => at + step) : [])))
  const texts = textsOf(second)
  if (below.size === 0 || texts.some((text) => /^[\d.,%]+$/.test(text))) return false
  const beside = second.filter((_, at) => !below.has(at))
  return beside.length > 0 ? beside.every((cell) => !cell || cell.text === '') : new Set(texts).size < texts.length
}

function isTotal(row: SheetRows[number] | undefined): boolean {
  const [first = ''] = textsOf(row ?? [])
  return /^(?:合计|总计|共计|总合计)$/.test(first.replace(/\s/g, ''))
}

/** A head is centred anyway. */
function toCell({ text, align, colSpan, rowSpan }: SheetCell, isHead: boolean): Cell {
  return makeCell(text, {
    ...(colSpan > 1 ? { colSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    ...(align === null || (isHead && align === 'center') ? {} : { align }),
  })
}
