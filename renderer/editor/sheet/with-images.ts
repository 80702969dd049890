/** An image is one thing: it is selected before it goes, Enter writes on below it, and nothing joins it. */
import { Editor, Path, Range, Transforms } from 'slate'
import { above, elementAt, lineAt, type Entry } from './find.ts'
import { isBlank, isOneOf, type SheetEditor } from './types.ts'
import { removeBlock } from './with-deletion.ts'
import { emptyLine } from './with-structure.ts'

/** The image that is selected, and nothing else. */
export function selectedImage(editor: SheetEditor): Entry | undefined {
  return editor.selection ? above(editor, editor.selection, ['image']) : undefined
}

/** Slate's plugin. */
export function withImages(editor: SheetEditor): SheetEditor {
  const { deleteBackward, deleteForward, deleteFragment, insertBreak } = editor
  const remove = (): boolean => {
    const image = selectedImage(editor)
    if (image) removeBlock(editor, image[1])
    return image !== undefined
  }
  editor.deleteFragment = (options) => {
    if (!remove()) deleteFragment(options)
  }
  editor.deleteBackward = (unit) => {
    if (!remove() && !stepTo(editor, 'up')) deleteBackward(unit)
  }
  editor.deleteForward = (unit) => {
    if (!remove() && !stepTo(editor, 'down')) deleteForward(unit)
  }
  editor.insertBreak = () => {
    const image = selectedImage(editor)
    if (image) writeBelow(editor, image[1])
    else insertBreak()
  }
  return editor
}

/** From the edge of a line to the image beside it; an empty line goes. False where there is none. */
function stepTo(editor: SheetEditor, direction: 'up' | 'down'): boolean {
  const { selection } = editor
  const [line, path] = lineAt(editor) ?? []
  if (!selection || Range.isExpanded(selection) || !line || !path) return false
  // A heading becomes running text first, as everywhere.
  if (direction === 'up' && (line.type !== 'paragraph' || line.role)) return false
  const isAtEdge = direction === 'up' ? Editor.isStart(editor, selection.anchor, path) : Editor.isEnd(editor, selection.anchor, path)
  const beside = direction === 'down' ? Path.next(path) : Path.hasPrevious(path) ? Path.previous(path) : null
  if (!isAtEdge || !beside || elementAt(editor, beside)?.type !== 'image') return false
  Editor.withoutNormalizing(editor, () => {
    Transforms.select(editor, Editor.start(editor, beside))
    if (line.type === 'paragraph' && isBlank(line)) Transforms.removeNodes(editor, { at: path })
  })
  return true
}

/** An empty line below, made where there is none. */
export function writeBelow(editor: SheetEditor, path: Path): void {
  const next = Path.next(path)
  const below = elementAt(editor, next)
  if (!below || !isOneOf(below, ['paragraph']) || !isBlank(below)) Transforms.insertNodes(editor, emptyLine('paragraph'), { at: next })
  Transforms.select(editor, Editor.start(editor, next))
}
