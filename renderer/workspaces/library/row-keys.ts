/** Keys that move through the rows and act on the chosen one, in the box and in the rows alike. */
import type { KeyboardEvent } from 'react'
import type { LibraryActs } from './acts.ts'
import { canDiscard } from './acts.ts'
import type { LibraryDesk } from './library-desk.ts'
import { rowAt } from './library-state.ts'
import { tidyWords } from './query.ts'

export interface RowKeyParts {
  readonly desk: LibraryDesk
  readonly acts: LibraryActs
  readonly open: () => void
  readonly togglePreview: () => void
  /** Null where the preview stands beside the rows. */
  readonly closePreview: (() => void) | null
}

/** Rows that PageUp and PageDown go. */
const SCREEN = 10

/** Returns whether a key was one of the rows'. */
export function rowKeys({ desk, acts, open, togglePreview, closePreview }: RowKeyParts): (event: KeyboardEvent) => boolean {
  return ({ key, ctrlKey, metaKey, altKey, nativeEvent }) => {
    if (nativeEvent.isComposing || ctrlKey || metaKey || altKey) return false
    const step = stepOf(key, desk)
    if (step !== null) {
      desk.choose(step)
      return true
    }
    switch (key) {
      case 'Enter':
        openChosen(desk, open)
        return true
      case ' ':
        togglePreview()
        return true
      case 'Delete':
        discardChosen(desk, acts)
        return true
      case 'Escape':
        closePreview?.()
        return closePreview !== null
      default:
        return false
    }
  }
}

/** Where a key leads; null for one that leads nowhere. */
function stepOf(key: string, desk: LibraryDesk): number | null {
  const { at, found } = desk.state()
  const end = (found?.total ?? 0) - 1
  const steps: Readonly<Record<string, number>> = { ArrowDown: (at ?? -1) + 1, ArrowUp: (at ?? 1) - 1, PageDown: (at ?? 0) + SCREEN, PageUp: (at ?? 0) - SCREEN, Home: 0, End: end }
  return steps[key] ?? null
}

/** What was typed just now is looked for first: nobody opens what the words before it found. */
function openChosen(desk: LibraryDesk, open: () => void): void {
  const { typed, answered, waiting } = desk.state()
  if (waiting || tidyWords(typed) !== answered.words) desk.seek({})
  else open()
}

function discardChosen(desk: LibraryDesk, acts: LibraryActs): void {
  const { at, answered } = desk.state()
  const row = at === null ? null : rowAt(desk.state(), at)
  if (row && answered.filter !== 'discarded' && canDiscard(row.state) === true) acts.discard(row)
}
