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
import type { Finder } from './finder.ts'
import type { Hit } from './hits.ts'

/** Names for the style sheet: ::highlight(find-hit). */
const HIT = 'find-hit'
const CURRENT = 'find-current'

/** Marks all hits of the finder in the sheet of a session, and the current one apart, while the component lives. */
export function useFindMarks(finder: Finder, session: EditorSession): void {
  useEffect(() => {
    const { editor } = sheetOf(session)
    const hits = new Highlight()
    const current = new Highlight()
    // Where both are, the current one is seen.
    current.priority = 1
    CSS.highlights.set(HIT, hits)
    CSS.highlights.set(CURRENT, current)
    const keep = createKeeper(editor, hits)
    let waiting: number | null = null
    const draw = (): void => {
      waiting = null
      if (!ReactEditor.isMounted(editor)) return
      if (IS_NODE_MAP_DIRTY.get(editor)) {
        // The sheet has changed and is not drawn yet.
        drawSoon()
        return
      }
      const all = finder.hits()
      keep(all)
      current.clear()
      const hit = all[finder.state().at ?? -1]
      for (const range of hit ? rangesOf(editor, hit.line, [hit.match]) : []) current.add(range)
    }
    const drawSoon = (): void => {
      waiting ??= requestAnimationFrame(draw)
    }
    draw()
    const stop = finder.subscribe(draw)
    return () => {
      stop()
      if (waiting !== null) cancelAnimationFrame(waiting)
      CSS.highlights.delete(HIT)
      CSS.highlights.delete(CURRENT)
    }
  }, [finder, session])
}

/** The ranges of a line, as long as neither line nor hits are others. */
interface Drawn {
  readonly matches: readonly Match[]
  readonly ranges: readonly StaticRange[]
}

/** Keeps a highlight in step with the hits; lines that stay the same keep their ranges. */
function createKeeper(editor: SheetEditor, highlight: Highlight): (hits: readonly Hit[]) => void {
  let drawn = new Map<SheetElement, Drawn>()
  return (hits) => {
    const next = new Map<SheetElement, Drawn>()
    for (const [line, matches] of byLine(hits)) {
      const old = drawn.get(line)
      const stays = old?.ranges.every((range) => range.startContainer.isConnected) && isSame(old.matches, matches)
      if (old && stays) {
        next.set(line, old)
        drawn.delete(line)
        continue
      }
      const ranges = rangesOf(editor, line, matches)
      for (const range of ranges) highlight.add(range)
      next.set(line, { matches, ranges })
    }
    for (const { ranges } of drawn.values()) for (const range of ranges) highlight.delete(range)
    drawn = next
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

function isSame(one: readonly Match[], other: readonly Match[]): boolean {
  return one.length === other.length && one.every((match, at) => match === other[at])
}

function rangesOf(editor: SheetEditor, line: SheetElement, matches: readonly Match[]): readonly StaticRange[] {
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

function rangeOf(texts: readonly Text[], { start, end }: Portion): StaticRange | null {
  let from: Pick<StaticRangeInit, 'startContainer' | 'startOffset'> | null = null
  let before = 0
  for (const text of texts) {
    const upTo = before + text.length
    if (!from && start < upTo) from = { startContainer: text, startOffset: start - before }
    if (from && end <= upTo) return new StaticRange({ ...from, endContainer: text, endOffset: end - before })
    before = upTo
  }
  return null
}
