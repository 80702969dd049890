/** Putting in cross references: one at the caret, or in place of every mention that was typed. */
import { Editor, Path, Range, Text, Transforms } from 'slate'
import { makeReference } from '../../../shared/document/build.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { mentionsOf } from '../../../shared/numbering/mentions.ts'
import type { ReferenceTarget } from '../../../shared/numbering/references.ts'
import { byId, lineAt } from '../sheet/find.ts'
import { isOneOf, TEXT_BLOCKS, type SheetEditor, type SheetElement } from '../sheet/types.ts'
import { createDocumentReader } from '../sheet/value.ts'
import { leavePlace } from '../sheet/with-typing.ts'

/** True where a reference can stand: in running text and in cells, not in titles. */
export function canRefer(editor: SheetEditor): boolean {
  const line = editor.selection && lineAt(editor, editor.selection)
  return line !== null && line !== undefined && isOneOf(line[0], TEXT_BLOCKS)
}

/** A reference in place of what is selected; the caret goes behind it. */
export function insertReference(editor: SheetEditor, { id, text }: Pick<ReferenceTarget, 'id' | 'text'>): void {
  if (!canRefer(editor)) return
  leavePlace(editor)
  if (editor.selection && Range.isExpanded(editor.selection)) Editor.deleteFragment(editor)
  // A reference of the document has the shape of its element.
  const reference = makeReference(id, text) as unknown as SheetElement
  Transforms.insertNodes(editor, reference)
  const path = byId(editor, reference.id)?.[1]
  if (path) Transforms.select(editor, Editor.start(editor, Path.next(path)))
}

/** Mentions that `linkMentions` would make references of. */
export function countMentions(editor: SheetEditor): number {
  return mentionsOf(createDocumentReader()(editor.children)).length
}

/** Makes references of all mentions; returns how many. */
export function linkMentions(editor: SheetEditor): number {
  // What is read here has the very leaves of the sheet; a document as it was opened may have others.
  const mentions = mentionsOf(createDocumentReader()(editor.children))
  const lines = new Map<Id, Path>()
  for (const [line, path] of Editor.nodes<SheetElement>(editor, { at: [], match: (node) => isOneOf(node, TEXT_BLOCKS) })) lines.set(line.id, path)
  Editor.withoutNormalizing(editor, () => {
    // From the back, so that the places of those in front stay true.
    for (const { line, leaf, start, end, target } of [...mentions].reverse()) {
      const path = lines.get(line)
      if (path) replaceMention(editor, [...path, leaf], start, end, target)
    }
  })
  return mentions.length
}

function replaceMention(editor: SheetEditor, path: Path, offset: number, end: number, target: Id): void {
  const [leaf] = Editor.node(editor, path)
  if (!Text.isText(leaf)) return
  const text = leaf.text.slice(offset, end)
  // The words stay marked as inserted where they were.
  const reference = { ...makeReference(target, text), children: [{ ...leaf, text }] } as unknown as SheetElement
  editor.apply({ type: 'remove_text', path, offset, text })
  Transforms.insertNodes(editor, reference, { at: { path, offset }, select: false })
}
