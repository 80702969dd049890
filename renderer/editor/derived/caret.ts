/** Where the caret is, in the words of the frame. */
import type { Id } from '../../../shared/lib/id.ts'
import type { Part } from '../../../shared/document/types.ts'
import { kindOf } from '../acts/kinds.ts'
import type { CaretState } from '../session.ts'
import { elementAt } from '../sheet/find.ts'
import { isOneOf, LINE_PARTS, type SheetEditor } from '../sheet/types.ts'

const NOWHERE: CaretState = { part: null, partId: null, blockId: null, blockKind: null }

/** The state for the end of the selection that moves. */
export function caretOf(editor: SheetEditor): CaretState {
  const path = editor.selection?.focus.path
  const part = path && elementAt(editor, path.slice(0, 1))
  if (!part) return NOWHERE
  // Only parts stand at the top of the tree.
  const type = part.type as Part['type']
  const block = isOneOf(part, LINE_PARTS) ? undefined : elementAt(editor, path.slice(0, 2))
  if (!block || block.type === 'innerTitle') return { part: type, partId: part.id, blockId: null, blockKind: null }
  const blockId: Id = block.id
  return { part: type, partId: part.id, blockId, blockKind: block.type === 'table' ? (block.look ?? 'table') : block.type === 'image' ? 'image' : kindOf(block) }
}
