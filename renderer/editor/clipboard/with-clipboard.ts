/** Copying keeps kinds and numbers; pasting makes blocks that are legal where the caret is. */
import { Editor, Element, Range, Text, type Node } from 'slate'
import { lineAt } from '../sheet/find.ts'
import type { SheetEditor, SheetElement } from '../sheet/types.ts'
import { emptyLine } from '../sheet/with-structure.ts'
import { copiedBlocks, html, plainText, type NumberOf } from './copied.ts'
import { insertBlocks } from './insert.ts'
import { pasteData, type PastePage } from './paste.ts'
import { encodeBlocks, OWN_FORMAT } from './pasted.ts'
import { encodeWhole, WHOLE_FORMAT } from './whole.ts'

/** Slate's plugin. `numberOf` gives the number in front of a heading as it stands now. */
export function withClipboard(editor: SheetEditor, numberOf: NumberOf, page: PastePage): SheetEditor {
  editor.setFragmentData = (data) => {
    const blocks = copiedBlocks(editor)
    const [first] = blocks
    if (!first) return
    const reader = numberReader(editor, numberOf, first)
    data.setData('text/plain', plainText(blocks, reader))
    data.setData('text/html', html(blocks, reader))
    data.setData(OWN_FORMAT, encodeBlocks(blocks))
    const whole = encodeWhole(editor)
    if (whole !== null) data.setData(WHOLE_FORMAT, whole)
  }
  editor.insertData = (data) => pasteData(editor, data, numberOf, page)
  editor.insertFragment = (fragment) => insertBlocks(editor, fragment.flatMap(toBlocks))
  return editor
}

/** A heading that is cut before the selection starts goes without its number. */
function numberReader(editor: SheetEditor, numberOf: NumberOf, first: SheetElement): NumberOf {
  if (!editor.selection) return numberOf
  const start = Range.start(editor.selection)
  const line = lineAt(editor, start)
  const isCut = line?.[0].id === first.id && !Editor.isStart(editor, start, line[1])
  return (id) => (isCut && id === first.id ? undefined : numberOf(id))
}

function toBlocks(node: Node): readonly SheetElement[] {
  if (Text.isText(node)) return [{ ...emptyLine('paragraph'), children: [node] }]
  return Element.isElement(node) ? [node] : []
}
