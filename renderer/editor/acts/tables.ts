/** What is done with the table that holds the selection, in the sheet. What an act means is in shared/document/table-acts.ts. */
import { Editor, Path, Transforms } from 'slate'
import { areaOf, cellOver, type Placed } from '../../../shared/document/cell-grid.ts'
import { actOnTable, canActOnTable, isTableActOn as isOn, type TableAct } from '../../../shared/document/table-acts.ts'
import type { Table } from '../../../shared/document/types.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { byId, cellAt, selectedPlace, tableAt } from '../sheet/find.ts'
import { isOneOf, type SheetEditor, type SheetElement } from '../sheet/types.ts'
import { openTable, storedTable } from '../sheet/value.ts'
import { removeBlock } from '../sheet/with-deletion.ts'
import { cellPath, chosenCells, type Chosen } from '../table/chosen.ts'
import { replaceTable } from '../table/replace-table.ts'

/** Everything that can be done with a table as a whole or with its chosen cells. */
export type SheetTableAct = TableAct | 'removeTable'

/** True, or why the act is not possible where the selection is. */
export function canChangeTable(editor: SheetEditor, act: SheetTableAct): true | string {
  const chosen = chosenCells(editor)
  if (!chosen) return '光标不在表格里'
  return act === 'removeTable' || canActOnTable(storedForm(chosen), chosen.area, act)
}

/** True where the act is a switch and is on. */
export function isTableActOn(editor: SheetEditor, act: SheetTableAct): boolean {
  const chosen = act === 'removeTable' ? null : chosenCells(editor)
  return chosen !== null && act !== 'removeTable' && isOn(storedForm(chosen), chosen.area, act)
}

/** True, or why the table that holds the selection has no caption and unit to write. */
export function hasCaption(editor: SheetEditor): true | string {
  const [table] = tableAt(editor) ?? []
  if (!table) return '光标不在表格里'
  return table.look !== 'roster' || '名单没有表题'
}

/** Does what `canChangeTable` allows; the caret stays in the table. */
export function changeTable(editor: SheetEditor, act: SheetTableAct): void {
  const chosen = chosenCells(editor)
  if (!chosen) return
  if (act === 'removeTable') removeBlock(editor, chosen.path)
  else run(editor, chosen, act)
}

function run(editor: SheetEditor, chosen: Pick<Chosen, 'table' | 'path' | 'area'>, act: TableAct): void {
  const stored = storedForm(chosen)
  const { table, caret } = actOnTable(stored, chosen.area, act)
  if (table === stored) return
  // A table of the document has the shape of its element.
  replaceTable(editor, chosen.path, openTable(table as unknown as SheetElement))
  const goal = caret === undefined ? undefined : byId(editor, caret)
  if (goal) Transforms.select(editor, Editor.start(editor, goal[1]))
}

function storedForm({ table }: Pick<Chosen, 'table'>): Table {
  return storedTable(table) as unknown as Table
}

/** Sets how wide the columns are to be, as weights; null leaves it to what they hold. */
export function setColumnWidths(editor: SheetEditor, table: Id, widths: readonly number[] | null): void {
  const [, at] = byId(editor, table) ?? []
  if (!at) return
  if (widths) Transforms.setNodes<SheetElement>(editor, { widths }, { at })
  else Transforms.unsetNodes<SheetElement>(editor, 'widths', { at })
}

/** Writes a line above a table; an empty one goes. */
export function setTableLine(editor: SheetEditor, table: Id, line: 'caption' | 'unit', text: string): void {
  const [, at] = byId(editor, table) ?? []
  if (!at) return
  if (text === '') Transforms.unsetNodes<SheetElement>(editor, line, { at })
  else Transforms.setNodes<SheetElement>(editor, { [line]: text }, { at })
}

/**
 * Whether Tab in a table goes to the next unfilled place rather than to the next cell: what a template has written in cells
 * between (序号) is not to be typed over, and a last cell makes a new row only when nothing is left to fill in.
 */
export function tabsToPlace(editor: SheetEditor, backwards: boolean): boolean {
  const [table, cell] = [tableAt(editor), cellAt(editor, editor.selection?.focus)]
  if (!table || !cell) return true
  if (placesIn(editor, cell[1]) > (selectedPlace(editor) ? 1 : 0)) return true
  const cells = [...Editor.nodes<SheetElement>(editor, { at: table[1], match: (node) => isOneOf(node, ['cell']) })]
  const now = cells.findIndex(([, path]) => Path.equals(path, cell[1]))
  const ahead = backwards ? cells.slice(0, now).reverse() : cells.slice(now + 1)
  if (ahead.length === 0) return !backwards && placesIn(editor, []) > 0
  // An empty role of a roster is that of the row above, and nothing to fill in.
  const isRole = (path: Path): boolean => table[0].look === 'roster' && path.at(-1) === 0
  const next = ahead.find(([, path]) => placesIn(editor, path) > 0 || (Editor.string(editor, path) === '' && !isRole(path)))
  return next !== undefined && placesIn(editor, next[1]) > 0
}

function placesIn(editor: SheetEditor, at: Path): number {
  return [...Editor.nodes(editor, { at, voids: true, match: (node) => isOneOf(node, ['place']) })].length
}

/** Tab and Shift+Tab in a table: the next cell in reading order, a new row after the last, above a total. False outside tables. */
export function moveByCell(editor: SheetEditor, backwards: boolean): boolean {
  const chosen = chosenCells(editor)
  if (!chosen) return false
  const { table, path, grid, focus } = chosen
  const next = grid.cells[grid.cells.indexOf(focus) + (backwards ? -1 : 1)]
  if (next) Transforms.select(editor, Editor.range(editor, cellPath(path, next)))
  else if (!backwards) run(editor, { table, path, area: { top: grid.rows - 1, bottom: grid.rows, left: 0, right: 1 } }, table.totalRow ? 'rowAbove' : 'rowBelow')
  return true
}

export type Direction = 'up' | 'down' | 'left' | 'right'

/** The cell next to the one that holds the moving end of the selection, by the grid; undefined at the table's edge. */
export function cellBeside({ grid, focus }: Pick<Chosen, 'grid' | 'focus'>, direction: Direction): Placed<SheetElement> | undefined {
  const { top, bottom, left, right } = areaOf(focus)
  switch (direction) {
    case 'up':
      return cellOver(grid, top - 1, left)
    case 'down':
      return cellOver(grid, bottom, left)
    case 'left':
      return cellOver(grid, top, left - 1)
    case 'right':
      return cellOver(grid, top, right)
  }
}

/** Shift and an arrow: the rectangle of cells grows or shrinks by a cell. False where no cell is on that side, or outside tables. */
export function extendByCell(editor: SheetEditor, direction: Direction): boolean {
  const chosen = chosenCells(editor)
  const next = chosen && cellBeside(chosen, direction)
  if (!editor.selection || !next) return chosen?.isRectangle ?? false
  Transforms.select(editor, { anchor: editor.selection.anchor, focus: Editor.start(editor, cellPath(chosen.path, next)) })
  return true
}
