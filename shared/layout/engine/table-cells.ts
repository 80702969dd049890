/** A table whose cells are broken into lines, once for all the pages it will stand on. */
import { cellMargin, cellParagraphs } from '../flow-table.ts'
import type { FlowTable } from '../flow.ts'
import type { Id } from '../../lib/id.ts'
import type { LineStyle } from '../print.ts'
import type { GridCell } from '../table-grid.ts'
import { cellAlign, cellLook, CELL_FRAME, leastRowHeight, mayRowSplit, TABLE_RULE } from '../table-measures.ts'
import { linesArea, paperOf } from './frames.ts'
import { setParagraph, type SetLine } from './paragraph.ts'
import type { Setting } from './setting.ts'

/** A line of a cell; its runs are placed from the left end of the cell's text. */
export interface CellLine extends SetLine {
  /** The paragraph it belongs to; absent where no cell is. */
  readonly source?: Id
}

export interface SetCell {
  readonly row: number
  readonly column: number
  readonly colSpan: number
  readonly rowSpan: number
  /** Left end and length of its lines of text, from the table's left edge. */
  readonly x: number
  readonly width: number
  readonly lines: readonly CellLine[]
  /** Where each line begins below the cell's first, and last where the text ends. */
  readonly tops: readonly number[]
}

export interface SetRow {
  /** The cells that begin in it and those that come down from above, from left to right. */
  readonly cells: readonly SetCell[]
  readonly least: number
  readonly maySplit: boolean
}

/** Heights and places in twips. */
export interface SetTable {
  /** From the middle of its left rule to the middle of its right one. */
  readonly width: number
  /** Where each column begins, and last where the table ends: the middles of its upright rules. */
  readonly edges: readonly number[]
  readonly rows: readonly SetRow[]
  /** Rows that are repeated on each page: none where they would fill a page by themselves. */
  readonly headerRows: number
}

const set = new WeakMap<FlowTable, { readonly setting: Setting; readonly table: SetTable }>()

/** Breaks the cells of a table. The same table and setting give the same object. */
export function setTable(flow: FlowTable, setting: Setting): SetTable {
  const known = set.get(flow)
  if (known && isSame(known.setting, setting)) return known.table
  const table = breakCells(flow, setting)
  set.set(flow, { setting, table })
  return table
}

function isSame({ print, metrics }: Setting, other: Setting): boolean {
  return metrics === other.metrics && print.cells === other.print.cells && print.look === other.print.look
}

function breakCells(flow: FlowTable, setting: Setting): SetTable {
  const edges = flow.widths.reduce<number[]>((all, width) => [...all, (all.at(-1) ?? 0) + width], [TABLE_RULE / 2])
  const inCell: Setting = { ...setting, inCell: true }
  const above: (SetCell | undefined)[] = []
  const cells = flow.grid.rows.map((row, at) =>
    row.map((one) => {
      const hanging = above[one.column]
      if (one.kind === 'covered' && hanging) return hanging
      const cell = setCell(one, at, edges, flow, inCell)
      above[one.column] = cell
      return cell
    }),
  )
  const least = cells.map((_row, at) => leastRowHeight(flow, at, setting.print))
  const heights = wholeHeights(cells, least)
  const page = linesArea(setting.print, paperOf(setting.print.look, flow).frame).height - TABLE_RULE
  const { headerRows } = flow
  return {
    width: sum(flow.widths),
    edges,
    // A row that no page can take whole has to split, whatever was wished for.
    rows: cells.map((row, at) => ({ cells: row, least: least[at] ?? 0, maySplit: mayRowSplit(flow, at) || (heights[at] ?? 0) > page })),
    // A header that leaves no row room below it is none.
    headerRows: sum(heights.slice(0, headerRows)) + (least.at(-1) ?? 0) <= page ? headerRows : 0,
  }
}

/** Heights of the rows where no page's end parts them: a cell over several rows makes the last one as high as it needs. */
function wholeHeights(rows: readonly (readonly SetCell[])[], least: readonly number[]): readonly number[] {
  const heights: number[] = []
  for (const [at, cells] of rows.entries()) {
    const ending = cells.filter(({ row, rowSpan }) => row + rowSpan - 1 === at)
    heights.push(Math.max(least[at] ?? 0, ...ending.map(({ row, tops }) => (tops.at(-1) ?? 0) + CELL_FRAME - sum(heights.slice(row, at)))))
  }
  return heights
}

function setCell(one: GridCell, row: number, edges: readonly number[], flow: FlowTable, setting: Setting): SetCell {
  const { print } = setting
  const { column, colSpan } = one
  const margin = cellMargin(print.look, flow.grid.columns)
  const x = (edges[column] ?? 0) + margin
  const width = (edges[column + colSpan] ?? 0) - margin - x
  const style: LineStyle = { ...print.cells[cellLook(flow, row, print)], align: cellAlign(flow, row, one) }
  const lines = linesOf(one, style, width, setting)
  const tops = lines.reduce<number[]>((all, { height }) => [...all, (all.at(-1) ?? 0) + height], [0])
  const rowSpan = one.kind === 'cell' ? Math.min(one.rowSpan, flow.grid.rows.length - row) : 1
  return { row, column, colSpan, rowSpan, x, width, lines, tops }
}

/** Also a cell without any text is a line high. */
function linesOf(one: GridCell, style: LineStyle, width: number, setting: Setting): readonly CellLine[] {
  const set = (text: string, source?: Id): readonly CellLine[] =>
    setParagraph({ kind: 'line', line: 'body', spans: [{ text }] }, style, width, setting).map((line) => (source === undefined ? line : { ...line, source }))
  const paragraphs = one.kind === 'cell' ? cellParagraphs(one.cell) : []
  return paragraphs.length > 0 ? paragraphs.flatMap(({ id, text }) => set(text, id)) : set('')
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}
