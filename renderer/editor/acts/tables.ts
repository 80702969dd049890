/** Rows and columns of the table that holds the caret. Spans that a new row or column would cut grow with it. */
import { Editor, Path, Transforms } from 'slate'
import { newId } from '../../../shared/lib/id.ts'
import { cellAt, selectedPlace, tableAt, type Entry } from '../sheet/find.ts'
import { isOneOf, type SheetEditor, type SheetElement } from '../sheet/types.ts'
import { removeBlock } from '../sheet/with-deletion.ts'
import { emptyLine } from '../sheet/with-structure.ts'
import { gridOf, type Grid, type GridCell } from '../table/grid.ts'

export type TableAct = 'addRow' | 'removeRow' | 'addColumn' | 'removeColumn' | 'removeTable'

interface Place {
  readonly path: Path
  readonly table: SheetElement
  readonly grid: Grid
  readonly at: GridCell
}

/** True, or why the act is not possible where the caret is. */
export function canChangeTable(editor: SheetEditor, act: TableAct): true | string {
  const place = current(editor)
  if (!place) return '光标不在表格里'
  const { grid, at } = place
  if (act === 'removeRow') {
    if (grid.rows <= at.rowSpan) return '只剩这一行，请删表格'
    const reachesDown = grid.cells.some((cell) => cell.row === at.row && cell.rowSpan > 1)
    return !reachesDown || '这一行有跨行的单元格，不能单独删'
  }
  return act !== 'removeColumn' || grid.columns > 1 || '只剩这一列，请删表格'
}

/** Does what `canChangeTable` allows; the caret stays in the table. */
export function changeTable(editor: SheetEditor, act: TableAct): void {
  const place = current(editor)
  if (!place || canChangeTable(editor, act) !== true) return
  Editor.withoutNormalizing(editor, () => ACTS[act](editor, place))
}

const ACTS: Readonly<Record<TableAct, (editor: SheetEditor, place: Place) => void>> = {
  addRow,
  removeRow,
  addColumn,
  removeColumn,
  removeTable: (editor, { path }) => removeBlock(editor, path),
}

function current(editor: SheetEditor): Place | null {
  const [table, cell] = [tableAt(editor), cellAt(editor)]
  if (!table || !cell) return null
  const grid = gridOf(table[0])
  const at = grid.cells.find((one) => one.cell === cell[0])
  return at ? { path: table[1], table: table[0], grid, at } : null
}

function emptyCell(): SheetElement {
  return { type: 'cell', id: newId(), children: [emptyLine('paragraph')] }
}

function addRow(editor: SheetEditor, { path, table, grid, at }: Place): void {
  const row = at.row + at.rowSpan
  const crossing = grid.cells.filter((cell) => cell.row < row && cell.row + cell.rowSpan > row)
  for (const cell of crossing) setSpan(editor, path, cell, 'rowSpan', cell.rowSpan + 1)
  const width = grid.columns - crossing.reduce((sum, cell) => sum + cell.colSpan, 0)
  const added: SheetElement = { type: 'row', id: newId(), children: Array.from({ length: width }, emptyCell) }
  Transforms.insertNodes(editor, added, { at: [...path, row] })
  const headers = table.headerRows ?? 0
  if (row < headers) Transforms.setNodes<SheetElement>(editor, { headerRows: headers + 1 }, { at: path })
  if (width > 0) Transforms.select(editor, Editor.start(editor, [...path, row]))
}

function removeRow(editor: SheetEditor, { path, table, grid, at }: Place): void {
  for (const cell of grid.cells) {
    if (cell.row < at.row && cell.row + cell.rowSpan > at.row) setSpan(editor, path, cell, 'rowSpan', cell.rowSpan - 1)
  }
  Transforms.removeNodes(editor, { at: [...path, at.row] })
  const headers = table.headerRows ?? 0
  if (at.row < headers) Transforms.setNodes<SheetElement>(editor, { headerRows: headers - 1 }, { at: path })
  Transforms.select(editor, Editor.start(editor, [...path, Math.min(at.row, grid.rows - 2)]))
}

function addColumn(editor: SheetEditor, { path, grid, at }: Place): void {
  const column = at.column + at.colSpan
  const crossing = grid.cells.filter((cell) => cell.column < column && cell.column + cell.colSpan > column)
  for (const cell of crossing) setSpan(editor, path, cell, 'colSpan', cell.colSpan + 1)
  for (let row = 0; row < grid.rows; row++) {
    if (crossing.some((cell) => cell.row <= row && row < cell.row + cell.rowSpan)) continue
    const before = grid.cells.filter((cell) => cell.row === row && cell.column < column).length
    Transforms.insertNodes(editor, emptyCell(), { at: [...path, row, before] })
    if (row === at.row) Transforms.select(editor, Editor.start(editor, [...path, row, before]))
  }
}

function removeColumn(editor: SheetEditor, { path, grid, at }: Place): void {
  const hit = grid.cells.filter((cell) => cell.column <= at.column && at.column < cell.column + cell.colSpan)
  // From the back, so that the indices of what is still to come stay right.
  for (const cell of hit.reverse()) {
    if (cell.colSpan > 1) setSpan(editor, path, cell, 'colSpan', cell.colSpan - 1)
    else Transforms.removeNodes(editor, { at: cellPath(path, cell) })
  }
  const inRow = Math.max(0, Math.min(at.index, grid.cells.filter((cell) => cell.row === at.row).length - 2))
  Transforms.select(editor, Editor.start(editor, [...path, at.row, inRow]))
}

function setSpan(editor: SheetEditor, table: Path, cell: GridCell, side: 'rowSpan' | 'colSpan', span: number): void {
  const at = cellPath(table, cell)
  if (span > 1) Transforms.setNodes<SheetElement>(editor, { [side]: span }, { at })
  else Transforms.unsetNodes<SheetElement>(editor, side, { at })
}

function cellPath(table: Path, cell: GridCell): Path {
  return [...table, cell.row, cell.index]
}

/**
 * Whether Tab in a table goes to the next unfilled place rather than to the next cell: what a template has written in cells
 * between (序号) is not to be typed over, and a last cell makes a new row only when nothing is left to fill in.
 */
export function tabsToPlace(editor: SheetEditor, backwards: boolean): boolean {
  const [table, cell] = [tableAt(editor), cellAt(editor)]
  if (!table || !cell) return true
  if (placesIn(editor, cell[1]) > (selectedPlace(editor) ? 1 : 0)) return true
  const cells = [...Editor.nodes<SheetElement>(editor, { at: table[1], match: (node) => isOneOf(node, ['cell']) })]
  const now = cells.findIndex(([, path]) => Path.equals(path, cell[1]))
  const ahead = backwards ? cells.slice(0, now).reverse() : cells.slice(now + 1)
  if (ahead.length === 0) return !backwards && placesIn(editor, []) > 0
  const next = ahead.find(([, path]) => placesIn(editor, path) > 0 || Editor.string(editor, path) === '')
  return next !== undefined && placesIn(editor, next[1]) > 0
}

function placesIn(editor: SheetEditor, at: Path): number {
  return [...Editor.nodes(editor, { at, voids: true, match: (node) => isOneOf(node, ['place']) })].length
}

/** Tab and Shift+Tab in a table: the next cell in reading order, a new row after the last. False outside tables. */
export function moveByCell(editor: SheetEditor, backwards: boolean): boolean {
  const [table, cell] = [tableAt(editor), cellAt(editor)]
  if (!table || !cell) return false
  const cells = [...Editor.nodes<SheetElement>(editor, { at: table[1], match: (node) => isOneOf(node, ['cell']) })]
  const now = cells.findIndex(([, path]) => Path.equals(path, cell[1]))
  const next: Entry | undefined = cells[now + (backwards ? -1 : 1)]
  if (next) Transforms.select(editor, Editor.range(editor, next[1]))
  else if (!backwards) addRowAtEnd(editor, table)
  return true
}

function addRowAtEnd(editor: SheetEditor, [table, path]: Entry): void {
  const added: SheetElement = { type: 'row', id: newId(), children: Array.from({ length: gridOf(table).columns }, emptyCell) }
  const at = [...path, table.children.length]
  Transforms.insertNodes(editor, added, { at })
  Transforms.select(editor, Editor.start(editor, at))
}
