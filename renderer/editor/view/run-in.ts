/** Run-in headings: the text up to the first 。 in the face of its level, the rest as running text. */
import { Element, Text, type DecoratedRange, type NodeEntry } from 'slate'
import { runIn } from '../../../shared/document/text.ts'
import { textOf } from '../clipboard/copied.ts'
import type { SheetElement } from '../sheet/types.ts'

/** Where the heading of a block ends, as a length of its printed text; null where the heading stands alone, 0 for a numbered sentence. */
export function runInLength(block: SheetElement): number | null {
  if (block.type !== 'heading') return null
  const [heading, rest] = runIn(block.children.map(textOf).join(''))
  return rest === '' ? null : heading.length
}

const NOTHING: DecoratedRange[] = []

/** Slate's decorations: the heading part of a run-in heading carries `face`. */
export function decorateRunIn([node, path]: NodeEntry): DecoratedRange[] {
  if (!Element.isElement(node)) return NOTHING
  let rest = runInLength(node)
  if (rest === null) return NOTHING
  const ranges: DecoratedRange[] = []
  for (const [at, child] of node.children.entries()) {
    if (rest <= 0) break
    if (!Text.isText(child) || 'del' in child) {
      rest -= textOf(child).length
      continue
    }
    const end = Math.min(rest, child.text.length)
    const point = { path: [...path, at] }
    // Slate's leaves carry whatever a decoration adds.
    if (end > 0) ranges.push({ anchor: { ...point, offset: 0 }, focus: { ...point, offset: end }, face: true } as DecoratedRange)
    rest -= end
  }
  return ranges
}
