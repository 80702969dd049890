/** What can be done with a table, and why not. Pure; only 删除行 and 删除列 take text away. */
import type { Id } from '../lib/id.ts'
import { without } from '../lib/without.ts'
import type { Area } from './cell-grid.ts'
import { addColumns, addRows, mergeCells, removeColumns, removeRows, splitCells, splitIntoColumns, splitIntoRows } from './table-changes.ts'
import { fromSquares, isWithin, squareOver, toSquares, type Square, type Squares } from './table-squares.ts'
import type { CellAlign, Table } from './types.ts'

/** In the order of the menu. */
export const TABLE_ACTS = [
  'rowAbove', 'rowBelow', 'columnLeft', 'columnRight', 'removeRows', 'removeColumns', 'merge', 'split', 'splitColumns', 'splitRows',
  'left', 'center', 'right', 'header', 'total', 'evenWidths', 'fitWidths', 'landscape',
] as const
export type TableAct = (typeof TABLE_ACTS)[number]

/** What an act made of a table, and the cell that the caret goes to, if it is to go anywhere. */
export interface Acted {
  readonly table: Table
  readonly caret?: Id
}

/** As many columns as Word takes. */
const MOST_COLUMNS = 63
/** As far as a cell may reach; the document's door lets no more in. */
const MOST_SPAN = 1000
const MOST_HEADER_ROWS = 3

interface Place {
  readonly squares: Squares
  readonly area: Area
  readonly chosen: readonly Square[]
}

type Check = (place: Place) => true | string
type Run = (place: Place) => Squares

/** True, or why the act is not possible for the chosen cells. The area cuts no cell (`wholeArea` in cell-grid.ts). */
export function canActOnTable(table: Table, area: Area, act: TableAct): true | string {
  if (table.look === 'roster' && !FOR_ROSTERS.includes(act)) return '名单固定是三栏，只能加行、删行'
  return CHECKS[act](placeOf(table, area))
}

/** Does what `canActOnTable` allows; the very same table where nothing changes. */
export function actOnTable(table: Table, area: Area, act: TableAct): Acted {
  if (canActOnTable(table, area, act) !== true) return { table }
  const next = RUNS[act](placeOf(table, area))
  const goal = GOALS[act]?.(area)
  const row = goal && Math.min(goal.row, next.rows.length - 1)
  const caret = goal && row !== undefined ? squareOver(next, row, Math.min(goal.column, next.columns - 1)) : undefined
  return { table: fromSquares(next), ...(caret ? { caret: caret.cell.id } : {}) }
}

/** True where the act is a switch and is on, so that doing it again takes it back. */
export function isTableActOn(table: Table, area: Area, act: TableAct): boolean {
  switch (act) {
    case 'left':
    case 'center':
    case 'right':
      return placeOf(table, area).chosen.every(({ cell }) => cell.align === act)
    case 'header':
      return table.headerRows > 0 && area.bottom === table.headerRows
    case 'total':
      return table.totalRow === true
    case 'landscape':
      return table.landscape === true
    default:
      return false
  }
}

function placeOf(table: Table, area: Area): Place {
  const squares = toSquares(table)
  return { squares, area, chosen: squares.cells.filter((one) => isWithin(one, area)) }
}

const FOR_ROSTERS: readonly TableAct[] = ['rowAbove', 'rowBelow', 'removeRows']

/** As many rows or columns are put in as are selected; one for a single cell, whatever it spans. */
function countOf({ chosen }: Place, selected: number): number {
  return chosen.length > 1 ? selected : 1
}

const rowCount = (place: Place): number => countOf(place, place.area.bottom - place.area.top)
const columnCount = (place: Place): number => countOf(place, place.area.right - place.area.left)

const always: Check = () => true

const canAddColumns: Check = (place) => place.squares.columns + columnCount(place) <= MOST_COLUMNS || `一张表最多 ${MOST_COLUMNS} 列`

const canAddRows =
  (at: (area: Area) => number): Check =>
  (place) => {
    const { squares, area } = place
    const [row, count] = [at(area), rowCount(place)]
    const { headerRows, totalRow } = squares.table
    if (row === squares.rows.length && totalRow) return '合计行是最后一行，请在它上方插入'
    if (row < headerRows && headerRows + count > MOST_HEADER_ROWS) return `标题行最多 ${MOST_HEADER_ROWS} 行`
    const grows = squares.cells.some((one) => one.row < row && one.row + one.rowSpan > row && one.rowSpan + count > MOST_SPAN)
    return !grows || `一个单元格最多跨 ${MOST_SPAN} 行`
  }

const canMerge: Check = ({ squares, area, chosen }) => {
  if (chosen.length < 2) return '先选中要合并的单元格：按住鼠标拖过，或按 Shift 加方向键'
  const { headerRows } = squares.table
  return area.bottom <= headerRows || area.top >= headerRows || '标题行在每页重复，不能和下面的行合并'
}

const canSplitInto =
  (side: 'columns' | 'rows'): Check =>
  ({ squares, chosen }) => {
    const [one] = chosen
    if (chosen.length !== 1 || !one) return '一次只能拆一个单元格，先把光标放进去'
    if (side === 'columns') return one.colSpan > 1 || squares.columns < MOST_COLUMNS || `一张表最多 ${MOST_COLUMNS} 列`
    const { headerRows, totalRow } = squares.table
    if (one.rowSpan > 1) return true
    if (totalRow && one.row === squares.rows.length - 1) return '合计行不能拆成两行'
    return one.row >= headerRows || headerRows < MOST_HEADER_ROWS || `标题行最多 ${MOST_HEADER_ROWS} 行`
  }

const canBeHeader: Check = ({ squares, area }) => {
  const { headerRows } = squares.table
  if (headerRows > 0 && area.bottom === headerRows) return true
  if (area.top > 0) return '标题行从第一行起：请从第一行选到最后一行标题'
  if (area.bottom > MOST_HEADER_ROWS) return `标题行最多 ${MOST_HEADER_ROWS} 行`
  if (area.bottom >= squares.rows.length) return '标题行下面要有别的行'
  const isCut = squares.cells.some((one) => one.row < area.bottom && one.row + one.rowSpan > area.bottom)
  return !isCut || '有单元格跨到下面的行，请把那些行一起选中'
}

const canBeTotal: Check = ({ squares }) => {
  const { table, rows } = squares
  if (table.totalRow) return true
  return table.headerRows < rows.length || '合计行上面要有别的行'
}

const CHECKS: Readonly<Record<TableAct, Check>> = {
  rowAbove: canAddRows(({ top }) => top),
  rowBelow: canAddRows(({ bottom }) => bottom),
  columnLeft: canAddColumns,
  columnRight: canAddColumns,
  removeRows: ({ squares, area }) => area.bottom - area.top < squares.rows.length || '选中的是全部行，请用“删除表格”',
  removeColumns: ({ squares, area }) => area.right - area.left < squares.columns || '选中的是全部列，请用“删除表格”',
  merge: canMerge,
  split: ({ chosen }) => chosen.some((one) => one.rowSpan > 1 || one.colSpan > 1) || '这里没有合并过的单元格；要拆开一格，用“拆成两列”或“拆成两行”',
  splitColumns: canSplitInto('columns'),
  splitRows: canSplitInto('rows'),
  left: always,
  center: always,
  right: always,
  header: canBeHeader,
  total: canBeTotal,
  evenWidths: always,
  fitWidths: ({ squares }) => squares.table.widths !== undefined || '列宽已经是自动的',
  landscape: always,
}

const align =
  (side: CellAlign): Run =>
  ({ squares, chosen }) => {
    const isOn = chosen.every(({ cell }) => cell.align === side)
    const cells = squares.cells.map((one): Square => {
      if (!chosen.includes(one)) return one
      const cell = without(one.cell, 'align')
      return { ...one, cell: isOn ? cell : { ...cell, align: side } }
    })
    return { ...squares, cells }
  }

const ifOne =
  (run: (squares: Squares, one: Square) => Squares): Run =>
  ({ squares, chosen: [one] }) =>
    one ? run(squares, one) : squares

const RUNS: Readonly<Record<TableAct, Run>> = {
  rowAbove: (place) => addRows(place.squares, place.area.top, rowCount(place), place.area.top),
  rowBelow: (place) => addRows(place.squares, place.area.bottom, rowCount(place), place.area.bottom - 1),
  columnLeft: (place) => addColumns(place.squares, place.area.left, columnCount(place), place.area.left),
  columnRight: (place) => addColumns(place.squares, place.area.right, columnCount(place), place.area.right - 1),
  removeRows: ({ squares, area }) => removeRows(squares, area.top, area.bottom),
  removeColumns: ({ squares, area }) => removeColumns(squares, area.left, area.right),
  merge: ({ squares, area }) => mergeCells(squares, area),
  split: ({ squares, area }) => splitCells(squares, area),
  splitColumns: ifOne(splitIntoColumns),
  splitRows: ifOne(splitIntoRows),
  left: align('left'),
  center: align('center'),
  right: align('right'),
  header: ({ squares: { table, ...rest }, area }) => ({ ...rest, table: { ...table, headerRows: table.headerRows === area.bottom ? 0 : area.bottom } }),
  total: ({ squares: { table, ...rest } }) => ({ ...rest, table: table.totalRow ? without(table, 'totalRow') : { ...table, totalRow: true } }),
  evenWidths: ({ squares: { table, ...rest } }) => ({ ...rest, table: { ...table, widths: new Array<number>(rest.columns).fill(1) } }),
  fitWidths: ({ squares: { table, ...rest } }) => ({ ...rest, table: without(table, 'widths') }),
  landscape: ({ squares: { table, ...rest } }) => ({ ...rest, table: table.landscape ? without(table, 'landscape') : { ...table, landscape: true } }),
}

/** The square that the caret goes to; it stays where it is after what changes no cell's place. */
const GOALS: Readonly<Partial<Record<TableAct, (area: Area) => { readonly row: number; readonly column: number }>>> = {
  rowAbove: ({ top, left }) => ({ row: top, column: left }),
  rowBelow: ({ bottom, left }) => ({ row: bottom, column: left }),
  columnLeft: ({ top, left }) => ({ row: top, column: left }),
  columnRight: ({ top, right }) => ({ row: top, column: right }),
  removeRows: ({ top, left }) => ({ row: top, column: left }),
  removeColumns: ({ top, left }) => ({ row: top, column: left }),
  merge: ({ top, left }) => ({ row: top, column: left }),
  split: ({ top, left }) => ({ row: top, column: left }),
  splitColumns: ({ top, left }) => ({ row: top, column: left }),
  splitRows: ({ top, left }) => ({ row: top, column: left }),
}
