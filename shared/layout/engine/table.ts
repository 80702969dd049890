/** A table as rows of set cells, and how many of its rows a page takes. */
import { cellLines } from '../flow-table.ts'
import { cellMargin } from '../flow-table.ts'
import type { FlowTable } from '../flow.ts'
import type { Mark, PlacedLine } from '../page.ts'
import { setParagraph } from './paragraph.ts'
import type { Setting } from './setting.ts'

/** A table whose cells are broken into lines. Heights and places in twips. */
export interface SetTable {
  readonly width: number
  readonly rows: readonly SetRow[]
  readonly headerRows: number
}

export interface SetRow {
  readonly height: number
  /** Relative to the row's upper left corner. */
  readonly marks: readonly Mark[]
}

/** Where to go on in a table that a page could not take whole. */
export interface TableRest {
  readonly row: number
}

export interface TakenRows {
  readonly height: number
  /** Relative to the table's upper left corner on this page. */
  readonly marks: readonly Mark[]
  /** Absent when the table is done. */
  readonly rest?: TableRest
}

/** Breaks the cells of a table. */
export function setTable(flow: FlowTable, setting: Setting): SetTable {
  const { look, cells } = setting.print
  const small = flow.size < look.tables.size
  const margin = cellMargin(look, flow.grid.columns)
  const edges = flow.widths.reduce<number[]>((all, width) => [...all, (all.at(-1) ?? 0) + width], [0])
  const rows = flow.grid.rows.map((row, at): SetRow => {
    const bold = at < flow.headerRows || (flow.totalRow && at === flow.grid.rows.length - 1)
    const style = cells[bold ? (small ? 'smallHead' : 'head') : small ? 'smallText' : 'text']
    const marks: Mark[] = []
    let height = flow.size * 40
    for (const one of row) {
      const x = edges[one.column] ?? 0
      const width = (edges[one.column + one.colSpan] ?? 0) - x
      marks.push({ kind: 'rule', role: 'table', x, y: 0, x2: x + width, y2: 0, width: 10 })
      marks.push({ kind: 'rule', role: 'table', x, y: 0, x2: x, y2: height, width: 10 })
      if (one.kind !== 'cell') continue
      let y = 40
      for (const text of cellLines(one.cell)) {
        for (const line of setParagraph({ kind: 'line', line: 'body', spans: [{ text }] }, style, width - 2 * margin, setting)) {
          const placed: PlacedLine = {
            kind: 'line', role: 'cell', x: x + margin, y, width: width - 2 * margin, height: line.height, baseline: y + line.baseline,
            runs: line.runs.map((run) => ({ ...run, x: run.x + x + margin })),
          }
          marks.push(placed)
          y += line.height
        }
      }
      height = Math.max(height, y + 40)
    }
    return { height, marks }
  })
  return { width: edges.at(-1) ?? 0, rows, headerRows: flow.headerRows }
}

/** Rows from `rest` on (all, without it) that fit into `room` twips; at the head of a page (`atTop`) at least one. */
export function takeRows(table: SetTable, rest: TableRest | undefined, room: number, atTop: boolean): TakenRows {
  const marks: Mark[] = []
  let y = 0
  const put = (row: SetRow): void => {
    for (const mark of row.marks) marks.push(moved(mark, 0, y))
    y += row.height
  }
  const from = rest?.row ?? 0
  if (from > 0) for (const row of table.rows.slice(0, table.headerRows)) put(row)
  for (let at = from; at < table.rows.length; at++) {
    const row = table.rows[at]
    if (!row) break
    if (y + row.height > room && !(atTop && at === from)) return { height: y, marks, rest: { row: at } }
    put(row)
  }
  return { height: y, marks }
}

/** A mark elsewhere. */
export function moved(mark: Mark, dx: number, dy: number): Mark {
  switch (mark.kind) {
    case 'line':
      return { ...mark, x: mark.x + dx, y: mark.y + dy, baseline: mark.baseline + dy, runs: mark.runs.map((run) => ({ ...run, x: run.x + dx })) }
    case 'rule':
      return { ...mark, x: mark.x + dx, x2: mark.x2 + dx, y: mark.y + dy, y2: mark.y2 + dy }
    case 'image':
      return { ...mark, x: mark.x + dx, y: mark.y + dy }
  }
}
