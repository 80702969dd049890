/** Walking through the places of some words in a sheet that is only read. Nothing is selected, and the keyboard stays where it is. */
import { Path, Point } from 'slate'
import { createSearch } from '../../../shared/document/search.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { sheetOf } from '../create-session.ts'
import type { EditorSession } from '../session.ts'
import { elementAt } from '../sheet/find.ts'
import type { SheetEditor } from '../sheet/types.ts'
import { createHitReader, rangeOf, type Hit } from './hits.ts'
import type { Marked } from './marks.ts'

/** A place of one of the words, as another sheet of the document finds it. */
export interface WordPlace {
  /** The line, as the sheet names it. */
  readonly id: Id
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

/** The places of any of the words, upper and lower case, full and half width alike; of two that overlap, the one that begins first. */
export function createWalk(session: EditorSession, words: readonly string[]): Walk {
  const hits = hitsOf(session, words)
  let state: WalkState = { count: hits.length, at: null }
  const listeners = new Set<() => void>()
  const goTo = (at: number): void => {
    const hit = hits[at]
    if (!hit) return
    state = { ...state, at }
    for (const listener of [...listeners]) listener()
    sheetOf(session).view?.revealRange(rangeOf(hit))
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
      const at = within === undefined ? -1 : hits.findIndex(({ path }) => isWithin(sheetOf(session).editor, path, within))
      goTo(Math.max(at, 0))
    },
    place() {
      const hit = hits[state.at ?? -1]
      return hit ? { id: hit.line.id, word: hit.word } : null
    },
  }
}

function isWithin(editor: SheetEditor, path: Path, id: Id): boolean {
  return Path.levels(path).some((one) => one.length > 0 && elementAt(editor, one)?.id === id)
}

function hitsOf(session: EditorSession, words: readonly string[]): readonly WordHit[] {
  const { editor } = sheetOf(session)
  const found = [...new Set(words)].flatMap((word) => createHitReader(editor)(createSearch(word, { matchCase: false, matchWidth: false })).map((hit) => ({ ...hit, word })))
  const inOrder = found.sort((one, other) => Point.compare(rangeOf(one).anchor, rangeOf(other).anchor) || Point.compare(rangeOf(other).focus, rangeOf(one).focus))
  const apart: WordHit[] = []
  for (const hit of inOrder) {
    const last = apart.at(-1)
    const isApart = !last || !Path.equals(last.path, hit.path) || !Point.isBefore(rangeOf(hit).anchor, rangeOf(last).focus)
    if (isApart) apart.push(hit)
  }
  return apart
}
