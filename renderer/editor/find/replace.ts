/** Putting another text where hits are. */
import { Editor } from 'slate'
import type { SheetEditor } from '../sheet/types.ts'
import type { Hit } from './hits.ts'

/**
 * Replaces hits, given in reading order. Only text changes: lines keep their ids and kinds, and deleted text inside a hit stays
 * where it is. The new text stands where the first character of its hit stood, and is inserted text where that was.
 */
export function replaceHits(editor: SheetEditor, hits: readonly Hit[], text: string): void {
  Editor.withoutNormalizing(editor, () => {
    // From the back, so that what is still to come keeps its place.
    for (const hit of [...hits].reverse()) replaceHit(editor, hit, text)
  })
}

function replaceHit(editor: SheetEditor, { line, path, match }: Hit, text: string): void {
  for (const { child, start, end } of [...match].reverse()) {
    const leaf = line.children[child]
    if (!leaf || !('text' in leaf)) continue
    editor.apply({ type: 'remove_text', path: [...path, child], offset: start, text: leaf.text.slice(start, end) })
  }
  const [first] = match
  if (first && text !== '') editor.apply({ type: 'insert_text', path: [...path, first.child], offset: first.start, text })
}
