/** What is typed in parts of one line is brought into its written form when they are left, in the form and in the sheet alike. */
import { useEffect } from 'react'
import { partText } from '../../../shared/document/text.ts'
import type { EditorSession, LineField } from '../../editor/session.ts'
import { tidyDate } from './date-entry.ts'

/** The colon of the recipients and the brackets of the note are printed, not written; dates have one form. */
export const TIDY = {
  recipients: (text: string) => text.replace(/[：:]\s*$/, ''),
  signatureDate: tidyDate,
  note: (text: string) => text.trim().replace(/^[（(](.*)[）)]$/, '$1'),
} as const satisfies Partial<Record<LineField, (text: string) => string>>

const FIELDS = ['recipients', 'signatureDate', 'note'] as const satisfies readonly (keyof typeof TIDY)[]

/** Tidies all of them, or only one. */
export function tidyLines(session: EditorSession, only?: string | null): void {
  for (const field of FIELDS) {
    if (only !== undefined && field !== only) continue
    const text = partText(session.document(), field)
    const tidied = TIDY[field](text)
    if (tidied !== text) session.setLine(field, tidied)
  }
}

/** Tidies a part of the sheet when the caret leaves it, and when the keyboard leaves the sheet. */
export function useTidy(session: EditorSession | null): void {
  useEffect(() => {
    if (!session) return
    let last = session.caret().part
    const stop = session.subscribe(() => {
      const left = last
      last = session.caret().part
      // The session tells of a change in the midst of it; the next turn is the first moment for another.
      if (left !== last) queueMicrotask(() => tidyLines(session, left))
    })
    const leave = ({ target }: FocusEvent): void => {
      if (target instanceof Element && target.matches('.sheet-text')) tidyLines(session, session.caret().part)
    }
    document.addEventListener('focusout', leave)
    return () => {
      stop()
      document.removeEventListener('focusout', leave)
    }
  }, [session])
}
