/** A table of the page as a Word table: fixed widths, merged cells, repeated header rows, rows that do not split. */
import { AlignmentType, HeightRule, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, VerticalMergeType, WidthType } from 'docx'
import { cellLines, cellMargin } from '../../../shared/layout/flow-table.ts'
import type { CellStyles, Print } from '../../../shared/layout/print.ts'
import type { FlowTable } from '../../../shared/layout/flow.ts'
import type { GridCell } from '../../../shared/layout/table-grid.ts'
import { cellAlign, cellLook, CELL_SPACE, leastRowHeight, mayRowSplit } from '../../../shared/layout/table-measures.ts'
import { textRuns } from './runs.ts'
import { STYLE } from './styles.ts'

const ALIGN = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT } as const

/** The Word table of one table. */
export function wordTable(flow: FlowTable, print: Print): Table {
  const { grid, widths } = flow
  const { headerRows } = flow
  const margin = cellMargin(print.look, grid.columns)
  return new Table({
    style: STYLE.table,
    layout: TableLayoutType.FIXED,
    width: { size: sum(widths), type: WidthType.DXA },
    columnWidths: widths,
    margins: { marginUnitType: WidthType.DXA, top: CELL_SPACE, bottom: CELL_SPACE, left: margin, right: margin },
    rows: grid.rows.map(
      (row, at) =>
        new TableRow({
          ...(at < headerRows ? { tableHeader: true } : {}),
          ...(mayRowSplit(flow, at) ? {} : { cantSplit: true }),
          height: { value: leastRowHeight(flow, at, print), rule: HeightRule.ATLEAST },
          children: row.map((one) => tableCell(one, at, flow, print)),
        }),
    ),
  })
}

/** Styles of the looks that cells have. */
const CELL_STYLES = { text: STYLE.cell, head: STYLE.headCell, smallText: STYLE.smallCell, smallHead: STYLE.smallHeadCell } as const satisfies Record<keyof CellStyles, string>

function tableCell(one: GridCell, row: number, flow: FlowTable, print: Print): TableCell {
  const look = cellLook(flow, row, print)
  const align = cellAlign(flow, row, one)
  const lines = one.kind === 'cell' ? cellLines(one.cell) : []
  const merge = one.kind === 'covered' ? VerticalMergeType.CONTINUE : one.kind === 'cell' && one.rowSpan > 1 ? VerticalMergeType.RESTART : undefined
  return new TableCell({
    width: { size: sum(flow.widths.slice(one.column, one.column + one.colSpan)), type: WidthType.DXA },
    ...(one.colSpan > 1 ? { columnSpan: one.colSpan } : {}),
    ...(merge === undefined ? {} : { verticalMerge: merge }),
    // What a page's end cuts off a cell over several rows goes on at the top: LibreOffice would push text that is centred there out of its cell.
    verticalAlign: one.kind === 'covered' ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
    // A cell always holds a paragraph, also an empty one.
    children: (lines.length > 0 ? lines : ['']).map(
      (text) =>
        new Paragraph({
          style: CELL_STYLES[look],
          ...(align === 'center' ? {} : { alignment: ALIGN[align] }),
          children: textRuns({ spans: [{ text }] }, print.cells[look].slot, print.look),
        }),
    ),
  })
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}
