/**
 * Tables of a template, a row a line: `序号 | 乡镇 | 资金 | <`. A cell that is `<` belongs to the cell on its left, `^` to the
 * cell above, so that every row has all grid columns and a merged header can be seen as it will stand.
 */
import { makeCell, makeParagraph, makeRow, makeTable } from './build.ts'
import { readSpans, toInlines, type Read, type Span, type TemplateValues } from './template-spans.ts'
import type { Cell, CellAlign, Table } from './types.ts'

export interface TableOptions {
  readonly headerRows: number
  readonly caption?: string | undefined
  readonly unit?: string | undefined
  /** Of the rows below the header, by grid column. Header cells are centred. */
  readonly align?: readonly CellAlign[] | undefined
}

/** A cell where it begins in the grid; `lines` are its paragraphs. */
export interface TemplateCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
  readonly lines: readonly (readonly Span[])[]
}

export interface TemplateTable {
  readonly kind: 'table'
  readonly rows: number
  readonly cells: readonly TemplateCell[]
  readonly options: TableOptions
}

/** Reads the rows. Refused: rows of different length, merges that are no rectangle or reach out of the header. */
export function readTable(rows: readonly string[], options: TableOptions): Read<TemplateTable> {
  const grid = rows.map((row) => row.split('|').map((cell) => cell.replace(/^[ \t]+|[ \t]+$/g, '')))
  const width = grid[0]?.length ?? 0
  const odd = grid.findIndex((row) => row.length !== width)
  if (odd >= 0) return { fault: `第${odd + 1}行有${grid[odd]?.length ?? 0}格，第1行有${width}格；合并的格写“<”或“^”，不能省` }
  if (options.headerRows > rows.length) return { fault: `表头有${options.headerRows}行，全表只有${rows.length}行` }
  if (options.align && options.align.length !== width) return { fault: `align 有${options.align.length}列，表有${width}列` }
  const cells: TemplateCell[] = []
  for (const area of areasOf(grid)) {
    if ('fault' in area) return area
    const { row, rowSpan } = area.value
    if (row < options.headerRows && row + rowSpan > options.headerRows) return { fault: `第${row + 1}行的格从表头伸进了表身` }
    const lines = readLines(area.value.text)
    if ('fault' in lines) return { fault: `第${row + 1}行第${area.value.column + 1}格：${lines.fault}` }
    cells.push({ ...area.value, lines: lines.value })
  }
  return { value: { kind: 'table', rows: rows.length, cells, options } }
}

function readLines(text: string): Read<readonly (readonly Span[])[]> {
  const lines: (readonly Span[])[] = []
  for (const line of text.split('\n')) {
    const spans = readSpans(line)
    if ('fault' in spans) return spans
    lines.push(spans.value)
  }
  return { value: lines }
}

interface Area extends Omit<TemplateCell, 'lines'> {
  readonly text: string
}

/** The cells with what they cover. A cell whose `<` and `^` form no rectangle is refused. */
function areasOf(grid: readonly (readonly string[])[]): readonly Read<Area>[] {
  const owners = ownersOf(grid)
  if ('fault' in owners) return [owners]
  const covered = new Map<string, { right: number; bottom: number; count: number }>()
  owners.value.forEach((line, row) =>
    line.forEach((owner, column) => {
      const area = covered.get(owner) ?? { right: 0, bottom: 0, count: 0 }
      covered.set(owner, { right: Math.max(area.right, column), bottom: Math.max(area.bottom, row), count: area.count + 1 })
    }),
  )
  return [...covered].map(([owner, { right, bottom, count }]): Read<Area> => {
    const [row = 0, column = 0] = owner.split(',').map(Number)
    const [rowSpan, colSpan] = [bottom - row + 1, right - column + 1]
    if (rowSpan * colSpan !== count) return { fault: `第${row + 1}行第${column + 1}格合并得不成方块` }
    return { value: { row, column, rowSpan, colSpan, text: grid[row]?.[column] ?? '' } }
  })
}

/** For every square of the grid "row,column" of the cell that it belongs to. */
function ownersOf(grid: readonly (readonly string[])[]): Read<readonly (readonly string[])[]> {
  const owners: string[][] = []
  for (const [row, line] of grid.entries()) {
    const here: string[] = []
    for (const [column, text] of line.entries()) {
      const owner = text === '<' ? here[column - 1] : text === '^' ? owners[row - 1]?.[column] : `${row},${column}`
      if (owner === undefined) return { fault: `第${row + 1}行第${column + 1}格的“${text}”没有可并入的格` }
      here.push(owner)
    }
    owners.push(here)
  }
  return { value: owners }
}

/** The table with fresh ids. */
export function toTable({ rows, cells, options }: TemplateTable, values: TemplateValues): Table {
  const { headerRows, caption, unit } = options
  const lines = Array.from({ length: rows }, (_, row) =>
    makeRow(cells.filter((cell) => cell.row === row).map((cell) => toCell(cell, options, values))),
  )
  return makeTable(lines, {
    headerRows,
    ...(caption === undefined ? {} : { caption }),
    ...(unit === undefined ? {} : { unit }),
  })
}

function toCell(cell: TemplateCell, options: TableOptions, values: TemplateValues): Cell {
  const align = cell.row < options.headerRows ? 'center' : options.align?.[cell.column]
  const empty = makeCell('', {
    ...(cell.colSpan > 1 ? { colSpan: cell.colSpan } : {}),
    ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
    ...(align === undefined ? {} : { align }),
  })
  return { ...empty, children: cell.lines.map((spans) => makeParagraph(toInlines(spans, values))) }
}
