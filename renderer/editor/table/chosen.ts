/**
 * The cells that are chosen. A selection that begins in one cell and ends in another is the rectangle between them, widened so that it cuts no cell:
 * it needs no state of its own, and every way of selecting text selects cells.
 */
import { Path, type Range } from 'slate'
import { areaOf, cellsIn, wholeArea, type Area, type CellGrid, type Placed } from '../../../shared/document/cell-grid.ts'
import { cellAt, tableAt, type Entry } from '../sheet/find.ts'
import type { SheetEditor, SheetElement } from '../sheet/types.ts'
import { gridOf } from './grid.ts'

export interface Chosen {
  readonly table: SheetElement
  readonly path: Path
  readonly grid: CellGrid<SheetElement>
  readonly area: Area
  /** In reading order. */
  readonly cells: readonly Placed<SheetElement>[]
  /** Whole cells are chosen, and not text or a caret within one. */
  readonly isRectangle: boolean
  /** The cell that holds the end of the selection that moves. */
  readonly focus: Placed<SheetElement>
}

/** What is chosen of a table; null where the selection is not within one. */
export function chosenCells(editor: SheetEditor, selection: Range | null = editor.selection): Chosen | null {
  const table = selection && tableAt(editor, selection)
  if (!table) return null
  const grid = gridOf(table[0])
  const [anchor, focus] = [selection.anchor, selection.focus].map((point) => placedAt(grid, cellAt(editor, point)))
  if (!anchor || !focus) return null
  const area = wholeArea(grid, areaOf(anchor), areaOf(focus))
  return { table: table[0], path: table[1], grid, area, cells: cellsIn(grid, area), isRectangle: anchor !== focus, focus }
}

/** The chosen cells where whole cells are chosen; null otherwise. Quick to say so for a caret. */
export function chosenRectangle(editor: SheetEditor, selection: Range | null = editor.selection): Chosen | null {
  if (!selection || Path.equals(selection.anchor.path, selection.focus.path)) return null
  const chosen = chosenCells(editor, selection)
  return chosen?.isRectangle ? chosen : null
}

function placedAt(grid: CellGrid<SheetElement>, cell: Entry | undefined): Placed<SheetElement> | undefined {
  return cell && grid.cells.find((one) => one.cell === cell[0])
}

/** Where a cell of a table is. */
export function cellPath(table: Path, { row, index }: Pick<Placed<unknown>, 'row' | 'index'>): Path {
  return [...table, row, index]
}
