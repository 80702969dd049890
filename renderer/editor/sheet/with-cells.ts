/** Chosen cells: Delete empties them and leaves the grid, and what is typed or pasted over them goes into the first. */
import { Editor, Element, Transforms } from 'slate'
import type { Placed } from '../../../shared/document/cell-grid.ts'
import { cellPath, chosenRectangle, type Chosen } from '../table/chosen.ts'
import { isBlank, type SheetEditor, type SheetElement } from './types.ts'
import { removeBlock } from './with-deletion.ts'

/** Slate's plugin. Deletion without a direction makes room for what is typed; a key that deletes says which way. */
export function withCells(editor: SheetEditor): SheetEditor {
  const { deleteFragment, insertText, insertBreak } = editor
  editor.deleteFragment = (options) => {
    const chosen = chosenRectangle(editor)
    if (!chosen) deleteFragment(options)
    else if (options?.direction === undefined) clearFirst(editor, chosen)
    else if (options.direction === 'backward' && isWholeTable(chosen)) removeBlock(editor, chosen.path)
    else emptyCells(editor, chosen)
  }
  editor.insertText = (text, options) => {
    const chosen = chosenRectangle(editor)
    if (chosen) clearFirst(editor, chosen)
    insertText(text, options)
  }
  editor.insertBreak = () => {
    const chosen = chosenRectangle(editor)
    // Enter is no wish to lose anything: it leaves the caret in the first cell.
    if (chosen) Transforms.select(editor, Editor.end(editor, firstPath(chosen)))
    else insertBreak()
  }
  return editor
}

/** Empties all chosen cells; they stay chosen. */
export function emptyCells(editor: SheetEditor, { path, cells }: Chosen): void {
  const { selection } = editor
  const ends = selection && [selection.anchor, selection.focus].map((point) => point.path.slice(0, path.length + 2))
  Editor.withoutNormalizing(editor, () => {
    for (const one of cells) empty(editor, path, one)
    const [anchor, focus] = ends ?? []
    if (anchor && focus) Transforms.select(editor, { anchor: Editor.start(editor, anchor), focus: Editor.start(editor, focus) })
  })
}

function clearFirst(editor: SheetEditor, chosen: Chosen): void {
  const [first] = chosen.cells
  if (!first) return
  Editor.withoutNormalizing(editor, () => {
    empty(editor, chosen.path, first)
    Transforms.select(editor, Editor.start(editor, firstPath(chosen)))
  })
}

/** Leaves one empty paragraph, the first one. */
function empty(editor: SheetEditor, table: Chosen['path'], placed: Placed<SheetElement>): void {
  const at = cellPath(table, placed)
  const [first, ...others] = placed.cell.children
  if (!first || !Element.isElement(first) || (others.length === 0 && isBlank(first))) return
  for (let line = placed.cell.children.length - 1; line >= 0; line--) Transforms.removeNodes(editor, { at: [...at, line] })
  editor.apply({ type: 'insert_node', path: [...at, 0], node: { type: 'paragraph', id: first.id, children: [{ text: '' }] } })
}

function firstPath({ path, cells: [first] }: Chosen): Chosen['path'] {
  return first ? cellPath(path, first) : path
}

function isWholeTable({ grid, area }: Chosen): boolean {
  return area.top === 0 && area.left === 0 && area.bottom === grid.rows && area.right === grid.columns
}
