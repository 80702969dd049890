/**
 * Draws the hits on the page. They are highlights of the page's own (CSS.highlights) and no elements of the sheet, so that nothing of
 * the text is drawn anew for them, and typing does not wait.
 */
import { useEffect } from 'react'
import { IS_NODE_MAP_DIRTY } from 'slate-dom'
import { ReactEditor } from 'slate-react'
import type { Match, Portion } from '../../../shared/document/search.ts'
import { sheetOf } from '../create-session.ts'
import type { EditorSession } from '../session.ts'
import type { SheetEditor, SheetElement } from '../sheet/types.ts'
import type { Hit } from './hits.ts'

/** Names for the style sheet: ::highlight(find-hit). */
const HIT = 'find-hit'
const CURRENT = 'find-current'

/** Whoever knows the hits of a sheet and which of them is the current one. */
export interface Marked {
  readonly hits: () => readonly Hit[]
  readonly state: () => { readonly at: number | null }
  /** Called when either has changed; returns the function that ends it. */
  readonly subscribe: (listener: () => void) => () => void
}

/**
 * Marks hits in the sheet of a session, and the current one apart, while the component lives. What is out of sight
 * is marked when it comes near: the page paints all lines with marks anew at each key.
 */
export function useFindMarks(marked: Marked, session: EditorSession): void {
  useEffect(() => {
    const { editor } = sheetOf(session)
    const hits = createMarks(HIT)
    const current = createMarks(CURRENT)
    // Where both are, the current one is seen.
    current.highlight.priority = 1
    let waiting: number | null = null
    const draw = (): void => {
      waiting = null
      if (!ReactEditor.isMounted(editor)) return
      if (IS_NODE_MAP_DIRTY.get(editor)) {
        // The sheet has changed and is not drawn yet.
        drawSoon()
        return
      }
      const all = marked.hits()
      const { at } = marked.state()
      const lines = [...byLine(all)].filter(isNear(editor))
      hits.show(lines.flatMap(([line, matches]) => rangesOf(editor, line, matches)))
      current.show(all.slice(at ?? all.length, (at ?? 0) + 1).flatMap(({ line, match }) => rangesOf(editor, line, [match])))
    }
    const drawSoon = (): void => {
      waiting ??= requestAnimationFrame(draw)
    }
    draw()
    const stop = marked.subscribe(draw)
    const leave = onMove(drawSoon)
    return () => {
      stop()
      leave()
      if (waiting !== null) cancelAnimationFrame(waiting)
      hits.end()
      current.end()
    }
  }, [marked, session])
}

/** One kind of marks on the page. */
interface Marks {
  readonly highlight: Highlight
  /** Marks these and no others; marks that stay the same are left alone, since the page paints whatever is changed. */
  readonly show: (ranges: readonly Range[]) => void
  readonly end: () => void
}

/** All sheets share the page's one highlight of a name: one that is hidden behind another room keeps its marks. */
function createMarks(name: string): Marks {
  const highlight = CSS.highlights.get(name) ?? new Highlight()
  let shown: readonly Range[] = []
  CSS.highlights.set(name, highlight)
  return {
    highlight,
    show(ranges) {
      const old = new Map<Node, Range[]>()
      for (const range of shown) old.set(range.startContainer, [...(old.get(range.startContainer) ?? []), range])
      const next = ranges.map((range) => old.get(range.startContainer)?.find((one) => isSame(one, range)) ?? range)
      const stays = new Set(next)
      for (const range of shown) if (!stays.has(range)) highlight.delete(range)
      for (const range of next) if (!highlight.has(range)) highlight.add(range)
      shown = next
    },
    end() {
      for (const range of shown) highlight.delete(range)
      shown = []
    },
  }
}

function isSame(one: Range, other: Range): boolean {
  return one.startOffset === other.startOffset && one.endContainer === other.endContainer && one.endOffset === other.endOffset
}

/** What brings lines into sight. */
const MOVES = ['scroll', 'resize', 'contentvisibilityautostatechange'] as const

function onMove(see: () => void): () => void {
  for (const move of MOVES) window.addEventListener(move, see, true)
  return () => {
    for (const move of MOVES) window.removeEventListener(move, see, true)
  }
}

/** Pixels beyond the window's edges within which a line counts as near. */
const NEAR = 400

/** True for lines that are in sight or near it. Lines of a chunk that is not laid out are not asked where they are. */
function isNear(editor: SheetEditor): (entry: readonly [SheetElement, unknown]) => boolean {
  const known = new Map<Element, boolean>()
  return ([line]) => {
    const element = ReactEditor.toDOMNode(editor, line)
    const chunk = element.closest('.chunk')
    const isLaidOut = (chunk && known.get(chunk)) ?? element.checkVisibility({ contentVisibilityAuto: true })
    if (chunk) known.set(chunk, isLaidOut)
    if (!isLaidOut) return false
    const { top, bottom } = element.getBoundingClientRect()
    return bottom > -NEAR && top < window.innerHeight + NEAR
  }
}

function byLine(hits: readonly Hit[]): ReadonlyMap<SheetElement, readonly Match[]> {
  const lines = new Map<SheetElement, Match[]>()
  for (const { line, match } of hits) {
    const matches = lines.get(line)
    if (matches) matches.push(match)
    else lines.set(line, [match])
  }
  return lines
}

function rangesOf(editor: SheetEditor, line: SheetElement, matches: readonly Match[]): readonly Range[] {
  const strings = new Map<number, readonly Text[]>()
  const stringsOf = (child: number): readonly Text[] => {
    const known = strings.get(child)
    if (known) return known
    const leaf = line.children[child]
    const found = leaf ? textsOf(ReactEditor.toDOMNode(editor, leaf)) : []
    strings.set(child, found)
    return found
  }
  return matches.flat().flatMap((portion) => rangeOf(stringsOf(portion.child), portion) ?? [])
}

/** The page's texts of one leaf of the sheet: a run-in heading has two. */
function textsOf(leaf: HTMLElement): readonly Text[] {
  return [...leaf.querySelectorAll('[data-slate-string]')].map((string) => string.firstChild).filter((node) => node instanceof Text)
}

function rangeOf(texts: readonly Text[], { start, end }: Portion): Range | null {
  // Live, so that it stays at its words while an input method writes before them, of which the sheet knows only at the end.
  const range = document.createRange()
  let before = 0
  for (const text of texts) {
    const upTo = before + text.length
    if (before <= start && start < upTo) range.setStart(text, start - before)
    if (before < end && end <= upTo) {
      range.setEnd(text, end - before)
      return range
    }
    before = upTo
  }
  return null
}
