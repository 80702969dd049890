/** The arrow keys in a table: from cell to cell by the grid. The browser goes by the order of the text, which takes Down to the right. */
import { Editor, Range, Transforms } from 'slate'
import { ReactEditor } from 'slate-react'
import { leaveTable } from '../acts/select.ts'
import { cellBeside, extendByCell, type Direction } from '../acts/tables.ts'
import type { SheetEditor } from '../sheet/types.ts'
import { cellPath, chosenCells, type Chosen } from '../table/chosen.ts'

/** Moves the caret, or with Shift the end of the selection, out of its cell. False where it stays in its cell, or is in none: the browser moves it. */
export function moveInTable(editor: SheetEditor, direction: Direction, extend: boolean): boolean {
  const chosen = chosenCells(editor)
  const { selection } = editor
  if (!chosen || !selection) return false
  if (extend) return (chosen.isRectangle || isAtEdgeOfCell(editor, chosen, direction)) && extendByCell(editor, direction)
  if (Range.isExpanded(selection) || direction === 'left' || direction === 'right' || !isAtEdgeOfCell(editor, chosen, direction)) return false
  const next = cellBeside(chosen, direction)
  if (next) Transforms.select(editor, pointIn(editor, [...cellPath(chosen.path, next)], direction))
  else if (!leaveTable(editor, direction)) return goOutside(editor, chosen, direction)
  return true
}

/** To the end of the line above the table, or to the start of the one below. */
function goOutside(editor: SheetEditor, { path }: Chosen, direction: 'up' | 'down'): boolean {
  const point = direction === 'up' ? Editor.before(editor, Editor.start(editor, path)) : Editor.after(editor, Editor.end(editor, path))
  if (point) Transforms.select(editor, point)
  return point !== undefined
}

/** True when the caret's line is the first or last one of its cell on the page, or the caret at the end of its text; within a cell the arrows go by lines. */
function isAtEdgeOfCell(editor: SheetEditor, { path, focus }: Chosen, direction: Direction): boolean {
  const caret = editor.selection?.focus
  if (!caret) return false
  if (direction === 'left') return Editor.isStart(editor, caret, cellPath(path, focus))
  if (direction === 'right') return Editor.isEnd(editor, caret, cellPath(path, focus))
  const box = caretBox()
  if (!box) return false
  const round = ReactEditor.toDOMNode(editor, focus.cell).getBoundingClientRect()
  return direction === 'up' ? box.top - round.top < box.height : round.bottom - box.bottom < box.height
}

/** Where the moving end of the selection is on the screen. */
function caretBox(): DOMRect | null {
  const selection = window.getSelection()
  const node = selection?.focusNode
  if (!selection || !node) return null
  const range = document.createRange()
  range.setStart(node, selection.focusOffset)
  const box = range.getBoundingClientRect()
  // A caret on an empty line has no box in Chromium; the line itself has.
  return box.height > 0 ? box : (node.parentElement?.closest('.line')?.getBoundingClientRect() ?? null)
}

/** The point of a cell right below (or above) the caret, in its first (or last) line; its start where that is out of sight. */
function pointIn(editor: SheetEditor, path: number[], direction: 'up' | 'down'): ReturnType<typeof Editor.start> {
  const edge = direction === 'down' ? Editor.start(editor, path) : Editor.end(editor, path)
  const [cell] = Editor.node(editor, path)
  const element = ReactEditor.toDOMNode(editor, cell)
  const lines = [...element.querySelectorAll('.line')]
  const line = (direction === 'down' ? lines[0] : lines.at(-1))?.getBoundingClientRect()
  const caret = caretBox()
  if (!line || !caret) return edge
  const inside = element.getBoundingClientRect()
  const x = Math.max(inside.left + 1, Math.min(caret.left, inside.right - 1))
  const found = document.caretPositionFromPoint(x, direction === 'down' ? line.top + 4 : line.bottom - 4)
  if (!found || !element.contains(found.offsetNode)) return edge
  return ReactEditor.toSlatePoint(editor, [found.offsetNode, found.offset], { exactMatch: false, suppressThrow: true }) ?? edge
}
