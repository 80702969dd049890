/** Ctrl+A and the caret's ways that the browser does not know. */
import { Editor, Path, Range, Transforms } from 'slate'
import { above, coversAll, elementAt, tableAt } from '../sheet/find.ts'
import { ISOLATED, isOneOf, type SheetEditor } from '../sheet/types.ts'
import { emptyLine } from '../sheet/with-structure.ts'

/** Selects all text of the title, cell or part that holds the caret; again: of what holds that; at last the document. */
export function selectMore(editor: SheetEditor): void {
  const { selection } = editor
  if (!selection) return
  let round: Path | undefined = above(editor, selection, AROUND)?.[1]
  while (round && coversAll(editor, selection, round)) round = above(editor, round, AROUND)?.[1]
  Transforms.select(editor, Editor.range(editor, round ?? []))
}

const AROUND = [...ISOLATED, 'table'] as const

/**
 * Out of a table that is the last (or first) block of its part, to a paragraph that is made there: otherwise nobody could
 * write below it. False when the caret is elsewhere.
 */
export function leaveTable(editor: SheetEditor, direction: 'up' | 'down'): boolean {
  const { selection } = editor
  const table = tableAt(editor)
  if (!selection || !table || Range.isExpanded(selection)) return false
  const [, path] = table
  const row = selection.anchor.path[path.length] ?? 0
  const isEdge = direction === 'down' ? row === table[0].children.length - 1 : row === 0
  const beside = direction === 'down' ? elementAt(editor, Path.next(path)) : Path.hasPrevious(path) ? elementAt(editor, Path.previous(path)) : undefined
  if (!isEdge || (beside && !isOneOf(beside, ['innerTitle', 'table']))) return false
  const at = direction === 'down' ? Path.next(path) : path
  Transforms.insertNodes(editor, emptyLine('paragraph'), { at })
  Transforms.select(editor, Editor.start(editor, at))
  return true
}
