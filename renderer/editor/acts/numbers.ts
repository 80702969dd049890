/** 按规则重新编号: numbers as they were printed go, so that all are derived. */
import { Editor, Transforms } from 'slate'
import type { Document } from '../../../shared/document/types.ts'
import { numberDifferences } from '../../../shared/numbering/differences.ts'
import { isOneOf, type SheetEditor, type SheetElement } from '../sheet/types.ts'

const NUMBERED = ['heading', 'chapter', 'article', 'item', 'attachment'] as const

/** Takes all printed numbers away; returns how many numbers are others now. */
export function renumber(editor: SheetEditor, document: Document): number {
  const changed = numberDifferences(document).length
  const printed = [...Editor.nodes<SheetElement>(editor, { at: [], match: (node) => isOneOf(node, NUMBERED) && node.printed !== undefined })]
  Editor.withoutNormalizing(editor, () => {
    for (const [, path] of printed) Transforms.unsetNodes<SheetElement>(editor, 'printed', { at: path })
  })
  return changed
}
