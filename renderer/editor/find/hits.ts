/** Where the sheet holds what is looked for. */
import { Element, type Descendant, type Path, type Point, type Range } from 'slate'
import { matchesIn, type Match, type Search } from '../../../shared/document/search.ts'
import type { Block, Inline } from '../../../shared/document/types.ts'
import { isOneOf, LINES, type SheetEditor, type SheetElement } from '../sheet/types.ts'

/** One match and the line that holds it. */
export interface Hit {
  readonly line: SheetElement
  readonly path: Path
  readonly match: Match
}

/** Reads the hits of a search in reading order. What has not changed since the last time is not searched again. */
export function createHitReader(editor: SheetEditor): (search: Search) => readonly Hit[] {
  let last: { readonly search: Search; readonly children: unknown; readonly hits: readonly Hit[] } | null = null
  let known = new WeakMap<SheetElement, readonly Match[]>()
  const read = (line: SheetElement, search: Search): readonly Match[] => {
    const old = known.get(line)
    if (old) return old
    // A line's children have the shape of the document's.
    const matches = matchesIn(line.children as unknown as readonly Inline[], search)
    known.set(line, matches)
    return matches
  }
  return (search) => {
    if (last?.search !== search) known = new WeakMap()
    else if (last.children === editor.children) return last.hits
    const hits: Hit[] = []
    eachLine(editor.children, [], (line, path) => {
      for (const match of read(line, search)) hits.push({ line, path, match })
    })
    last = { search, children: editor.children, hits }
    return hits
  }
}

function eachLine(nodes: readonly Descendant[], parent: Path, see: (line: SheetElement, path: Path) => void): void {
  for (const [at, node] of nodes.entries()) {
    if (!Element.isElement(node) || isDeleted(node)) continue
    const path = [...parent, at]
    if (isOneOf(node, LINES)) see(node, path)
    else eachLine(node.children, path, see)
  }
}

/** True for a block, row or cell whose deletion is tracked. */
function isDeleted(element: SheetElement): boolean {
  // Blocks keep whatever the document has for them.
  return (element as Pick<Block, 'change'>).change?.kind === 'del'
}

/** What a hit covers, from its first character to its last. */
export function rangeOf({ path, match }: Hit): Range {
  const [first, last] = [match[0], match.at(-1)]
  const at = (child: number, offset: number): Point => ({ path: [...path, child], offset })
  // A match has a portion.
  return { anchor: at(first?.child ?? 0, first?.start ?? 0), focus: at(last?.child ?? 0, last?.end ?? 0) }
}
