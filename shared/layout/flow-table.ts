/** A table of a document as the gazette sets it: caption and unit above, text size by the number of columns, fitted widths. */
import type { Cell, Table } from '../document/types.ts'
import type { Id } from '../lib/id.ts'
import { flowLine } from './flow-lines.ts'
import type { PageLook } from './look.ts'
import { emOf, gapOf } from './gazette.ts'
import type { FlowItem, FlowTable } from './flow.ts'
import { lineLength } from './flow.ts'
import { printableText, printedLine } from './printable.ts'
import { tableGrid, type TableGrid } from './table-grid.ts'
import { fitColumnWidths, weighColumns, type WidthCell } from './table-widths.ts'
import { lineCount } from './text-width.ts'

/** Space on each side of a cell's text, in twips: less where the columns are many. */
export function cellMargin(look: PageLook, columns: number): number {
  return columns >= look.tables.smallFrom ? 40 : 80
}

/** Caption, unit line and table; nothing for a table without any cell. `turned`: it stands in a part whose pages are all landscape. */
export function tableItems(table: Table, look: PageLook, turned = false): readonly FlowItem[] {
  const grid = tableGrid(table)
  if (grid.columns === 0) return []
  const items: FlowItem[] = []
  const caption = printableText(table.caption ?? '')
  const unit = printableText(table.unit ?? '')
  if (caption !== '') items.push(flowLine('tableCaption', caption))
  if (unit !== '') items.push(flowLine('tableUnit', unit))
  const kept = table.children.slice(0, table.headerRows).filter((row) => row.change?.kind !== 'del').length
  const headerRows = closedHeader(grid, kept)
  // Wished for, or too wide for a page that stands.
  const landscape = turned || table.landscape === true || grid.columns >= look.tables.landscapeFrom
  const totalRow = table.totalRow === true && table.children.at(-1)?.change?.kind !== 'del' && headerRows < grid.rows.length
  items.push({ kind: 'table', grid, headerRows, totalRow, landscape, ...measured(grid, headerRows, landscape, look) })
  return items
}

/**
 * How many rows are the header: with those into which its cells go on. Rows repeat on each page, so there must be others to repeat them for; where
 * a cell of the header goes on to the foot of the table there is no header.
 */
function closedHeader({ rows }: TableGrid, wanted: number): number {
  let end = Math.min(wanted, rows.length - 1)
  for (let row = 0; row < end; row++) {
    for (const one of rows[row] ?? []) if (one.kind === 'cell') end = Math.max(end, row + one.rowSpan)
  }
  return end < rows.length ? end : 0
}

function measured(grid: TableGrid, headerRows: number, landscape: boolean, look: PageLook): Pick<FlowTable, 'widths' | 'size' | 'aligns' | 'lines' | 'headLines'> {
  const { size: large, smallSize, smallFrom } = look.tables
  const size = grid.columns >= smallFrom ? smallSize : large
  const rows = grid.rows.map((row) =>
    row.map((one) => ({ column: one.column, colSpan: one.colSpan, text: one.kind === 'cell' ? cellText(one.cell) : '' })),
  )
  const em = emOf(size)
  const gap = gapOf(look)
  // The rule's width, and a little for what renderers round.
  const padding = 2 * cellMargin(look, grid.columns) + 20
  const total = lineLength(look, { columns: 1, landscape })
  const widths = grid.weights ? weighColumns(grid.weights, { total, em, padding }) : fitColumnWidths(rows, { total, columns: grid.columns, em, padding, gap })
  const linesIn = ({ column, colSpan, text }: WidthCell): number => {
    const room = widths.slice(column, column + colSpan).reduce((sum, width) => sum + width, -padding)
    return lineCount(text, Math.max(1, room / em), gap)
  }
  const wraps = widths.map((_width, column) => rows.some((row) => row.some((one) => one.column === column && one.colSpan === 1 && linesIn(one) > 1)))
  return { widths, size, aligns: wraps.map((wrapped) => (wrapped ? 'left' : 'center')), ...rowLines(grid, headerRows, rows.map((row) => row.map(linesIn))) }
}

/** Lines of the rows, from the lines of their cells. */
function rowLines({ rows }: TableGrid, headerRows: number, cells: readonly (readonly number[])[]): Pick<FlowTable, 'lines' | 'headLines'> {
  const linesOf = (row: number, cell: number): number => cells[row]?.[cell] ?? 1
  const lines = rows.map((row, at) => Math.max(1, ...row.map((one, cell) => (one.kind === 'cell' && one.rowSpan > 1 ? 1 : linesOf(at, cell)))))
  const headLines = new Array<number>(headerRows).fill(0)
  rows.forEach((row, at) => {
    row.forEach((one, cell) => {
      if (one.kind !== 'cell' || one.rowSpan === 1) return
      // A cell over several rows makes only the last of them higher, by what the others lack.
      const last = at + one.rowSpan - 1
      const lacking = linesOf(at, cell) - lines.slice(at, last).reduce((sum, count) => sum + count, 0)
      lines[last] = Math.max(lines[last] ?? 1, lacking)
      if (last < headerRows) headLines[last] = Math.max(headLines[last] ?? 0, lacking)
    })
  })
  return { lines, headLines }
}

/** The paragraphs of a cell as printed, each with its id. */
export function cellParagraphs(cell: Cell): readonly { readonly id: Id; readonly text: string }[] {
  return cell.children.filter(({ change }) => change?.kind !== 'del').map(({ id, children }) => ({ id, text: printedLine(children) }))
}

/** The paragraphs of a cell as printed. */
export function cellLines(cell: Cell): readonly string[] {
  return cellParagraphs(cell).map(({ text }) => text)
}

function cellText(cell: Cell): string {
  return cellLines(cell).join('\n')
}
