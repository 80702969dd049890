/** Up and Down at an image: the browser would pass it over, because there is no text in it. */
import { Editor, Range, Transforms } from 'slate'
import { ReactEditor } from 'slate-react'
import { imageBeside } from '../acts/images.ts'
import { lineAt } from '../sheet/find.ts'
import type { SheetEditor } from '../sheet/types.ts'
import { selectedImage, writeBelow } from '../sheet/with-images.ts'

/** Selects the image above or below the caret's line, or leaves the one that is selected. False where the caret is elsewhere. */
export function moveByImage(editor: SheetEditor, direction: 'up' | 'down'): boolean {
  const image = selectedImage(editor)
  if (image) return leave(editor, image[1], direction)
  const line = lineAt(editor)
  if (!line || !editor.selection || Range.isExpanded(editor.selection)) return false
  const beside = imageBeside(editor, line[1], direction)
  if (!beside || !isAtEdge(editor, line[0], direction)) return false
  Transforms.select(editor, Editor.start(editor, beside))
  return true
}

function leave(editor: SheetEditor, path: number[], direction: 'up' | 'down'): boolean {
  const point = direction === 'up' ? Editor.before(editor, Editor.start(editor, path)) : Editor.after(editor, Editor.end(editor, path))
  if (point) Transforms.select(editor, point)
  // Nothing stands below the last one.
  else if (direction === 'down') writeBelow(editor, path)
  return true
}

/** True when the caret is in the first or last row of its line on the page. */
function isAtEdge(editor: SheetEditor, line: Parameters<typeof ReactEditor.toDOMNode>[1], direction: 'up' | 'down'): boolean {
  const selection = window.getSelection()
  if (!selection || selection.rangeCount === 0) return false
  const round = ReactEditor.toDOMNode(editor, line).getBoundingClientRect()
  const caret = selection.getRangeAt(0).getBoundingClientRect()
  // A caret on an empty line has no box in Chromium; the line itself has.
  const box = caret.height > 0 ? caret : round
  return direction === 'up' ? box.top - round.top < box.height : round.bottom - box.bottom < box.height
}
