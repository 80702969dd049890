/** One document in Slate: the plugins together, and the way back to a document. */
import { createEditor, Editor } from 'slate'
import { HistoryEditor } from 'slate-history'
import { withReact } from 'slate-react'
import type { Document } from '../../../shared/document/types.ts'
import { readTree } from '../clipboard/html/tree.ts'
import type { PastePage } from '../clipboard/paste.ts'
import { withClipboard } from '../clipboard/with-clipboard.ts'
import { createDerived, type Derived } from '../derived/derived.ts'
import type { SheetEditor } from './types.ts'
import { createDocumentReader, toValue } from './value.ts'
import { withCells } from './with-cells.ts'
import { withDeletion } from './with-deletion.ts'
import { withIds } from './with-ids.ts'
import { withImages } from './with-images.ts'
import { withReferences } from './with-references.ts'
import { withStructure } from './with-structure.ts'
import { withTypedNumbers } from './with-typed-numbers.ts'
import { withTyping } from './with-typing.ts'
import { withUndo } from './with-undo.ts'

/** Blocks that are drawn and laid out together; larger chunks save nothing. */
const CHUNK = 20

export interface Sheet {
  readonly editor: SheetEditor
  readonly derived: Derived
  readonly readOnly: boolean
  /** What pasting asks of the page; the mounted page says how to tell. */
  readonly paste: PastePage
  /** The document as it stands; the same object as long as nothing changed, and the first one again when all is undone. */
  readonly document: () => Document
}

/** Opens a document that came through `parseDocument`. */
export function createSheet(opened: Document, readOnly: boolean): Sheet {
  const editor = withImages(withReferences(withCells(withDeletion(withTypedNumbers(withTyping(withIds(withStructure(withUndo(withReact(createEditor()))))))))))
  editor.getChunkSize = (node) => (!Editor.isEditor(node) && node.type !== 'table' && node.type !== 'row' ? CHUNK : null)
  editor.children = toValue(opened)
  // Slate keeps a text on both sides of a place and in every row; what it adds is no change of the document.
  HistoryEditor.withoutSaving(editor, () => Editor.normalize(editor, { force: true }))
  editor.operations = []
  const read = createDocumentReader()
  let children = editor.children
  let document = opened
  const current = (): Document => {
    if (editor.children === children) return document
    children = editor.children
    document = editor.hasUndoneAll() ? opened : read(children)
    return document
  }
  const derived = createDerived(editor, opened)
  const paste: PastePage = { parseHtml: readTree, tell: () => undefined }
  withClipboard(editor, (id) => derived.numbers.get(id), paste)
  return { editor, derived, readOnly, paste, document: current }
}
