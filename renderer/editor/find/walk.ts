/** Walking through places in a sheet that is only read. Nothing is selected, and the keyboard stays where it is. */
import { Element, Node, type Descendant, type Path, type Range } from 'slate'
import type { Portion } from '../../../shared/document/search.ts'
import type { Block } from '../../../shared/document/types.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { sheetOf } from '../create-session.ts'
import type { EditorSession } from '../session.ts'
import { elementAt } from '../sheet/find.ts'
import { isOneOf, LINES, type SheetEditor, type SheetElement } from '../sheet/types.ts'
import type { Hit } from './hits.ts'
import type { Marked } from './marks.ts'

/** A stretch of a line's text, in UTF-16 units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Where a line's text has what is looked for, in any order; spans may overlap. */
export type SpanFinder = (text: string) => readonly Span[]

/** A place, as another sheet of the same document finds it. */
export interface WordPlace {
  /** The line, as the sheet names it. */
  readonly id: Id
  /** What stands there. */
  readonly word: string
}

export interface WalkState {
  readonly count: number
  /** The current place, counted from 0; null before the first step. */
  readonly at: number | null
}

export interface Walk extends Marked {
  /** The same object as long as nothing of it changed. */
  readonly state: () => WalkState
  /** To the next place or the one before, round the end of the document, and scrolls there. */
  readonly step: (backwards: boolean) => void
  /** To the first place in a block, row, part or line, else in the document; for a document without one, nothing. */
  readonly start: (within?: Id) => void
  /** Where the walk stands; null before the first step. */
  readonly place: () => WordPlace | null
}

interface WordHit extends Hit {
  readonly word: string
}

/** All places in reading order. Deleted text (tracked) and the hints of unfilled places are not read; references are. */
export function createWalk(session: EditorSession, find: SpanFinder): Walk {
  const { editor } = sheetOf(session)
  const hits = hitsIn(editor.children, [], find)
  let state: WalkState = { count: hits.length, at: null }
  const listeners = new Set<() => void>()
  const goTo = (at: number): void => {
    const hit = hits[at]
    if (!hit) return
    state = { ...state, at }
    for (const listener of [...listeners]) listener()
    sheetOf(session).view?.revealRange(rangeOf(editor, hit))
  }
  return {
    hits: () => hits,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    step(backwards) {
      const from = state.at ?? (backwards ? 0 : -1)
      goTo((from + (backwards ? -1 : 1) + hits.length) % hits.length)
    },
    start(within) {
      const at = within === undefined ? -1 : hits.findIndex(({ path }) => isWithin(editor, path, within))
      goTo(Math.max(at, 0))
    },
    place() {
      const hit = hits[state.at ?? -1]
      return hit ? { id: hit.line.id, word: hit.word } : null
    },
  }
}

function isWithin(editor: SheetEditor, path: Path, id: Id): boolean {
  return path.some((_, index) => elementAt(editor, path.slice(0, index + 1))?.id === id)
}

function hitsIn(nodes: readonly Descendant[], parent: Path, find: SpanFinder): readonly WordHit[] {
  return nodes.flatMap((node, at) => {
    // Blocks keep whatever the document has for them.
    if (!Element.isElement(node) || (node as Pick<Block, 'change'>).change?.kind === 'del') return []
    const path = [...parent, at]
    return isOneOf(node, LINES) ? hitsOf(node, path, find) : hitsIn(node.children, path, find)
  })
}

function hitsOf(line: SheetElement, path: Path, find: SpanFinder): readonly WordHit[] {
  const pieces = piecesOf(line)
  const text = pieces.map((piece) => piece.text).join('')
  const spans = [...find(text)].sort((one, other) => one.start - other.start || other.end - one.end)
  return spans.map(({ start, end }) => ({ line, path, match: portionsOf(pieces, start, end), word: text.slice(start, end) }))
}

interface Piece {
  readonly child: number
  readonly start: number
  readonly text: string
}

function piecesOf(line: SheetElement): readonly Piece[] {
  let start = 0
  return line.children.map((node, child) => {
    const isRead = Element.isElement(node) ? isOneOf(node, ['reference']) : !('del' in node)
    const piece = { child, start, text: isRead ? Node.string(node) : '' }
    start += piece.text.length
    return piece
  })
}

function portionsOf(pieces: readonly Piece[], start: number, end: number): readonly Portion[] {
  return pieces.flatMap((piece) => {
    const [from, to] = [Math.max(start - piece.start, 0), Math.min(end - piece.start, piece.text.length)]
    return from < to ? [{ child: piece.child, start: from, end: to }] : []
  })
}

/** What a hit covers: the text of a reference is one level further down. */
function rangeOf(editor: SheetEditor, { path, match }: Hit): Range {
  const at = (portion: Portion | undefined, end: 'start' | 'end') => {
    const child = [...path, portion?.child ?? 0]
    return { path: elementAt(editor, child) ? [...child, 0] : child, offset: portion?.[end] ?? 0 }
  }
  return { anchor: at(match[0], 'start'), focus: at(match.at(-1), 'end') }
}
