/** Where the sheet holds what is looked for. */
import { Element, Path, type Descendant, type Point, type Range } from 'slate'
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
  let known = new WeakMap<SheetElement, Found>()
  return (search) => {
    if (last?.search !== search) known = new WeakMap()
    else if (last.children === editor.children) return last.hits
    const hits = hitsIn(editor.children, [], search, known)
    last = { search, children: editor.children, hits }
    return hits
  }
}

/** The hits of an element, at the path where it stood. */
interface Found {
  readonly path: Path
  readonly hits: readonly Hit[]
}

function hitsIn(nodes: readonly Descendant[], parent: Path, search: Search, known: WeakMap<SheetElement, Found>): readonly Hit[] {
  const all: Hit[] = []
  for (const [at, node] of nodes.entries()) {
    if (!Element.isElement(node) || isDeleted(node)) continue
    const path = [...parent, at]
    const old = known.get(node)
    const hits = old ? moved(old, path) : isOneOf(node, LINES) ? hitsOf(node, path, search) : hitsIn(node.children, path, search, known)
    if (hits !== old?.hits) known.set(node, { path, hits })
    for (const hit of hits) all.push(hit)
  }
  return all
}

function hitsOf(line: SheetElement, path: Path, search: Search): readonly Hit[] {
  // A line's children have the shape of the document's.
  return matchesIn(line.children as unknown as readonly Inline[], search).map((match) => ({ line, path, match }))
}

/** The same hits where nothing moved. */
function moved({ path, hits }: Found, to: Path): readonly Hit[] {
  if (hits.length === 0 || Path.equals(path, to)) return hits
  return hits.map((hit) => ({ ...hit, path: [...to, ...hit.path.slice(path.length)] }))
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
