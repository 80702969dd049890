/** Rows pasted into a table go into its cells, from the caret's cell to the right and down, as in a spreadsheet. */
import { Editor, Transforms } from 'slate'
import { cellOver } from '../../../shared/document/cell-grid.ts'
import { newId } from '../../../shared/lib/id.ts'
import { isOneOf, type SheetEditor, type SheetElement } from '../sheet/types.ts'
import { emptyLine } from '../sheet/with-structure.ts'
import { chosenCells } from '../table/chosen.ts'
import { gridOf } from '../table/grid.ts'
import { textOf } from './copied.ts'
import type { Rows } from './text-items.ts'

/**
 * Writes the rows over the cells that are there; rows below the last (above a total) are added, and what reaches beyond the last column
 * stands in it. The caret goes behind what was written last.
 */
export function fillCells(editor: SheetEditor, rows: Rows): void {
  const chosen = chosenCells(editor)
  const start = chosen?.cells[0]
  if (!chosen || !start) return
  const { table, path, grid } = chosen
  const { rows: height, columns } = grid
  const below = table.totalRow ? 1 : 0
  for (let row = height; row < start.row + rows.length; row++) Transforms.insertNodes(editor, emptyRow(columns), { at: [...path, row - below] })
  const now = gridOf(Editor.node(editor, path)[0] as SheetElement)
  for (const [down, texts] of rows.entries()) {
    for (const [right, text] of fitted(texts, columns - start.column).entries()) {
      const target = now.cells.find((one) => one.row === start.row + down && one.column === start.column + right)
      // A place that a span covers has no cell; its text would be lost, so it goes to the one that covers it.
      const cover = target ?? cellOver(now, start.row + down, start.column + right)
      if (cover) write(editor, [...path, cover.row, cover.index], text, target === undefined)
    }
  }
}

function fitted(texts: readonly string[], room: number): readonly string[] {
  return texts.length <= room ? texts : [...texts.slice(0, room - 1), texts.slice(room - 1).join('　')]
}

function write(editor: SheetEditor, at: number[], text: string, isAdded: boolean): void {
  if (isAdded && text === '') return
  const before = isAdded ? textOf(Editor.node(editor, at)[0]) : ''
  const lines = (before + text).split('\n').map((line): SheetElement => ({ ...emptyLine('paragraph'), children: [{ text: line }] }))
  const [cell] = Editor.node(editor, at)
  if (!isOneOf(cell, ['cell'])) return
  Transforms.insertNodes(editor, lines, { at: [...at, 0] })
  for (let old = cell.children.length; old > 0; old--) Transforms.removeNodes(editor, { at: [...at, lines.length + old - 1] })
  Transforms.select(editor, Editor.end(editor, at))
}

function emptyRow(columns: number): SheetElement {
  const cell = (): SheetElement => ({ type: 'cell', id: newId(), children: [emptyLine('paragraph')] })
  return { type: 'row', id: newId(), children: Array.from({ length: columns }, cell) }
}
