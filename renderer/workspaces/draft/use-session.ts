/** Reading an editor session from React without drawing more than changes. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Document, Header } from '../../../shared/document/types.ts'
import type { EditorSession } from '../../editor/session.ts'

/** A primitive read from the session; the component is drawn again only when it differs. */
export function useSessionValue<T extends string | number | boolean | null>(session: EditorSession, read: (session: EditorSession) => T): T {
  return useSyncExternalStore(
    (listener) => session.subscribe(listener),
    () => read(session),
  )
}

/** The document's fields; the same object as long as none of them changed. */
export function useHeader(session: EditorSession): Header {
  return useSyncExternalStore(
    (listener) => session.subscribe(listener),
    () => session.document().header,
  )
}

/** Milliseconds between two readings of a document that is being typed in. */
const SETTLE = 200

/** The document for outline, counts and checks: a little behind the typing, so that no key waits for them. */
export function useSettledDocument(session: EditorSession): Document {
  const [settled, setSettled] = useState(() => ({ session, document: session.document() }))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const read = (): void => {
      timer = null
      setSettled({ session, document: session.document() })
    }
    read()
    const stop = session.subscribe(() => (timer ??= setTimeout(read, SETTLE)))
    return () => {
      stop()
      if (timer) clearTimeout(timer)
    }
  }, [session])
  return settled.session === session ? settled.document : session.document()
}
