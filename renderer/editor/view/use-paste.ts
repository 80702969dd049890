/** Pasting on the page: the key for text as it is (Ctrl+Shift+V), and the message on what did not come along. */
import { useCallback, useEffect, useRef, type ClipboardEvent, type KeyboardEvent } from 'react'
import { ReactEditor } from 'slate-react'
import { useReport } from '../../components/report.tsx'
import { pasteText } from '../clipboard/paste.ts'
import { sheetOf } from '../create-session.ts'
import type { EditorSession } from '../session.ts'
import { readSelection } from './use-view.ts'

export interface Paste {
  /** Sees every key before it acts. */
  readonly watchKey: (event: KeyboardEvent) => void
  /** True when it was pasted. */
  readonly onPaste: (event: ClipboardEvent) => boolean
}

/** Handlers for the editable element. */
export function usePaste(session: EditorSession): Paste {
  const { done } = useReport()
  useEffect(() => {
    const { paste } = sheetOf(session)
    const tell = (text: string, note: string): void => done(text, { note })
    paste.tell = tell
    return () => {
      if (paste.tell === tell) paste.tell = () => undefined
    }
  }, [session, done])
  // The event of the paste itself does not tell Ctrl+Shift+V from a text that another program copied.
  const isPlain = useRef(false)
  const watchKey = useCallback((event: KeyboardEvent) => {
    isPlain.current = event.type === 'keydown' && event.code === 'KeyV' && (event.ctrlKey || event.metaKey) && event.shiftKey && !event.altKey
  }, [])
  const onPaste = useCallback(
    (event: ClipboardEvent) => {
      const { editor, readOnly, paste } = sheetOf(session)
      if (readOnly) return false
      readSelection(editor)
      // The browser would do it with a later event, and parse the HTML itself.
      event.preventDefault()
      if (isPlain.current) pasteText(editor, event.clipboardData.getData('text/plain'), paste)
      else ReactEditor.insertData(editor, event.clipboardData)
      isPlain.current = false
      return true
    },
    [session],
  )
  return { watchKey, onPaste }
}
