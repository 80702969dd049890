/** A selection of the whole document goes to the clipboard with its parts, and comes back with them: cut all, paste, and nothing has changed. */
import { Editor, Range, Transforms } from 'slate'
import { reidentify } from '../../../shared/document/build.ts'
import { DocumentFault, parseDocument } from '../../../shared/document/parse.ts'
import { DOCUMENT_VERSION, type Document } from '../../../shared/document/types.ts'
import { coversAll } from '../sheet/find.ts'
import { isBlank, isOneOf, LINES, type SheetEditor } from '../sheet/types.ts'
import { createDocumentReader, NO_HEADER, toValue } from '../sheet/value.ts'

/** The clipboard format of all parts of a document. */
export const WHOLE_FORMAT = 'application/x-gongbao-document'

/** The parts, where all of them are selected; null otherwise. The header's fields are the document's own and stay behind. */
export function encodeWhole(editor: SheetEditor): string | null {
  if (!editor.selection || Range.isCollapsed(editor.selection) || !coversAll(editor, editor.selection, [])) return null
  return JSON.stringify(createDocumentReader()(editor.children).parts)
}

/**
 * Puts the parts in place of all that is there, with new ids. False when `json` holds no parts, or when something of the
 * document stays beside the selection: then only blocks can be pasted.
 */
export function pasteWhole(editor: SheetEditor, json: string): boolean {
  if (json === '' || !editor.selection || !(isEmpty(editor) || coversAll(editor, editor.selection, []))) return false
  const document = decodeWhole(json)
  if (!document) return false
  const [title] = editor.children
  const header = title && isOneOf(title, ['title']) ? (title.header ?? NO_HEADER) : NO_HEADER
  const value = toValue(reidentify({ ...document, header }))
  Editor.withoutNormalizing(editor, () => {
    for (let at = editor.children.length - 1; at >= 0; at--) Transforms.removeNodes(editor, { at: [at] })
    Transforms.insertNodes(editor, value, { at: [0] })
  })
  Transforms.select(editor, Editor.end(editor, []))
  return true
}

function isEmpty(editor: SheetEditor): boolean {
  const [filled] = Editor.nodes(editor, { at: [], voids: true, match: (node) => isOneOf(node, ['image']) || (isOneOf(node, LINES) && !isBlank(node)) })
  return filled === undefined
}

function decodeWhole(json: string): Document | null {
  try {
    return parseDocument({ version: DOCUMENT_VERSION, header: NO_HEADER, parts: JSON.parse(json) as unknown })
  } catch (error) {
    if (error instanceof DocumentFault || error instanceof SyntaxError) return null
    throw error
  }
}
