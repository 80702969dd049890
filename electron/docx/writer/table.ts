/** A table of the page as a Word table: fixed widths, merged cells, repeated header rows, rows that do not split. */
import { AlignmentType, HeightRule, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, VerticalMergeType, WidthType } from 'docx'
import { cellLines, cellMargin } from '../../../shared/layout/flow-table.ts'
import type { Print } from '../../../shared/layout/print.ts'
import type { FlowTable } from '../../../shared/layout/flow.ts'
import type { GridCell } from '../../../shared/layout/table-grid.ts'
import { textRuns } from './runs.ts'
import { STYLE } from './styles.ts'

/** Rows of so many lines may split between pages: kept whole, they would leave too much of a page empty, or fit on none. */
const SPLIT_FROM_LINES = 9

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

/** The Word table of one table. */
export function wordTable(flow: FlowTable, print: Print): Table {
  const { grid, widths, headerRows } = flow
  const margin = cellMargin(print.look, grid.columns)
  return new Table({
    style: STYLE.table,
    layout: TableLayoutType.FIXED,
    width: { size: sum(widths), type: WidthType.DXA },
    columnWidths: widths,
    margins: { marginUnitType: WidthType.DXA, top: 40, bottom: 40, left: margin, right: margin },
    rows: grid.rows.map((row, at) => tableRow(row, { flow, print, isHead: at < headerRows, isTotal: flow.totalRow && at === grid.rows.length - 1, lines: flow.lines[at] ?? 1 })),
  })
}

interface RowContext {
  readonly flow: FlowTable
  readonly print: Print
  readonly isHead: boolean
  readonly isTotal: boolean
  readonly lines: number
}

function tableRow(row: readonly GridCell[], context: RowContext): TableRow {
  return new TableRow({
    ...(context.isHead ? { tableHeader: true } : {}),
    ...(context.lines < SPLIT_FROM_LINES ? { cantSplit: true } : {}),
    height: { value: Math.round(context.flow.size * 40), rule: HeightRule.ATLEAST },
    children: row.map((one) => tableCell(one, context)),
  })
}

function tableCell(one: GridCell, { flow, print: { look, cells }, isHead, isTotal }: RowContext): TableCell {
  const small = flow.size < look.tables.size
  const isBold = isHead || isTotal
  const style = isBold ? (small ? STYLE.smallHeadCell : STYLE.headCell) : small ? STYLE.smallCell : STYLE.cell
  const slot = cells[isBold ? 'head' : 'text'].slot
  const align = one.kind === 'cell' ? (one.cell.align ?? (isHead || one.colSpan > 1 ? 'center' : flow.aligns[one.column])) : undefined
  const lines = one.kind === 'cell' ? cellLines(one.cell) : []
  const merge = one.kind === 'covered' ? VerticalMergeType.CONTINUE : one.kind === 'cell' && one.rowSpan > 1 ? VerticalMergeType.RESTART : undefined
  return new TableCell({
    width: { size: sum(flow.widths.slice(one.column, one.column + one.colSpan)), type: WidthType.DXA },
    ...(one.colSpan > 1 ? { columnSpan: one.colSpan } : {}),
    ...(merge === undefined ? {} : { verticalMerge: merge }),
    verticalAlign: VerticalAlignTable.CENTER,
    // A cell always holds a paragraph, also an empty one.
    children: (lines.length > 0 ? lines : ['']).map(
      (text) =>
        new Paragraph({
          style,
          ...(align === undefined || align === 'center' ? {} : { alignment: ALIGN[align] }),
          children: textRuns([{ text }], slot, look),
        }),
    ),
  })
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}
