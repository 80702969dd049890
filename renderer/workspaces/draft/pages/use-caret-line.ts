/** The printed line that shows the caret. */
import { useMemo, useSyncExternalStore } from 'react'
import { lineOfText, linesOf, type FoundLine } from '../../../../shared/layout/places.ts'
import type { Page } from '../../../../shared/layout/page.ts'
import type { EditorSession } from '../../../editor/session.ts'

/** One word for where the caret is; "" where it is in no line. */
export function caretKey(session: EditorSession): string {
  const place = session.placeOfCaret()
  return place ? `${place.ids[0]} ${place.offset}` : ''
}

/** The line on the pages, and a word that changes with the caret. */
export function useCaretLine(session: EditorSession, pages: readonly Page[]): { readonly key: string; readonly found: FoundLine | undefined } {
  const key = useSyncExternalStore(
    (listener) => session.subscribe(listener),
    () => caretKey(session),
  )
  const found = useMemo(() => (key === '' ? undefined : lineOfCaret(session, pages)), [key, session, pages])
  return { key, found }
}

/** The caret's line, or the first of what holds it where the line itself is not printed. */
function lineOfCaret(session: EditorSession, pages: readonly Page[]): FoundLine | undefined {
  const place = session.placeOfCaret()
  for (const [at, id] of (place?.ids ?? []).entries()) {
    const lines = linesOf(pages, id)
    if (lines.length > 0) return at === 0 ? lineOfText(lines, session.ownWords(id), place?.offset ?? 0) : lines[0]
  }
  return undefined
}
