/** Reading an editor session from React without drawing more than changes. */
import { startTransition, useEffect, useState, useSyncExternalStore } from 'react'
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
    const read = (): void => setSettled((last) => (last.session === session && last.document === session.document() ? last : { session, document: session.document() }))
    read()
    return whenSettled(session, read)
  }, [session])
  return settled.session === session ? settled.document : session.document()
}

interface Settling {
  readonly readers: Set<() => void>
  readonly stop: () => void
}

const SETTLING = new WeakMap<EditorSession, Settling>()

/** All who read a session do so in the same moment, and are drawn together; a key that comes meanwhile is drawn first. */
function whenSettled(session: EditorSession, read: () => void): () => void {
  const { readers, stop } = SETTLING.get(session) ?? settle(session)
  readers.add(read)
  return () => {
    readers.delete(read)
    if (readers.size > 0) return
    stop()
    SETTLING.delete(session)
  }
}

function settle(session: EditorSession): Settling {
  const readers = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | null = null
  const tell = (): void => {
    timer = null
    startTransition(() => {
      for (const read of readers) read()
    })
  }
  const unsubscribe = session.subscribe(() => (timer ??= setTimeout(tell, SETTLE)))
  const stop = (): void => {
    unsubscribe()
    if (timer) clearTimeout(timer)
  }
  const settling = { readers, stop }
  SETTLING.set(session, settling)
  return settling
}
