/** What the preview shows: the document of the chosen row as it is stored, or a text that was frozen of it. */
import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Client } from '../../../shared/api/client.ts'
import type { ApiError } from '../../../shared/api/reply.ts'
import type { SearchRow } from '../../../shared/api/search-types.ts'
import type { Snapshot } from '../../../shared/api/types.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { useMachine } from '../../api/client-context.tsx'
import { toApiError } from '../../api/connection.ts'
import { createSession } from '../../editor/create-session.ts'
import { createWalk, type Walk } from '../../editor/find/walk.ts'
import type { EditorSession } from '../../editor/session.ts'
import { spanFinder } from './span-finder.ts'

/** A text that is drawn. */
export interface Shown {
  readonly row: SearchRow
  /** Null for the document as it is. */
  readonly snapshot: Snapshot | null
  readonly session: EditorSession
  /** Another one for each text: it is drawn on a new sheet, which begins at its top. */
  readonly key: number
}

export interface Preview {
  /** The last text that was read; null before the first. */
  readonly shown: Shown | null
  /** `shown` belongs to another row than the chosen one. */
  readonly isBehind: boolean
  readonly error: ApiError | null
  readonly again: () => void
  readonly walk: Walk | null
  /** Shows a frozen text; null goes back to the document as it is. */
  readonly showSnapshot: (id: Id | null) => void
  /** Goes to a block, row or part of a document, as soon as that is drawn. */
  readonly showPlace: (document: Id, block: Id) => void
}

/** Milliseconds that a row stays chosen before its text is read: whoever runs down the rows reads none of those between. */
const STAY = 90

export function usePreview(row: SearchRow | null, words: string): Preview {
  const { client } = useMachine()
  const [frozen, setFrozen] = useState<{ readonly of: Id; readonly id: Id } | null>(null)
  const snapshotId = frozen && frozen.of === row?.id ? frozen.id : null
  const { shown, error, again } = useText(client, row, snapshotId)
  const walk = useMemo(() => shown && createWalk(shown.session, spanFinder(words)), [shown, words])
  const wanted = useRef<{ readonly of: Id; readonly block: Id } | null>(null)
  useEffect(() => {
    if (!walk || !shown) return
    const place = wanted.current
    wanted.current = null
    walk.start(place?.of === shown.row.id ? place.block : undefined)
  }, [shown, walk])
  const rowId = row?.id
  const showSnapshot = useCallback((id: Id | null) => setFrozen(id === null || rowId === undefined ? null : { of: rowId, id }), [rowId])
  const showPlace = (of: Id, block: Id): void => {
    if (shown?.row.id === of) walk?.start(block)
    else wanted.current = { of, block }
  }
  return { shown, isBehind: shown !== null && shown.row.id !== rowId, error, again, walk, showSnapshot, showPlace }
}

/** Reads the text of a row, again when it has changed. The last one stays until the next is there. */
function useText(client: Client, row: SearchRow | null, snapshotId: Id | null): Pick<Preview, 'shown' | 'error' | 'again'> {
  const [shown, setShown] = useState<Shown | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const [tries, setTries] = useState(0)
  const latest = useRef(row)
  useEffect(() => {
    latest.current = row
  })
  const drawn = useRef<Id | null>(null)
  const reads = useRef(0)
  const [id, version] = [row?.id, row && `${row.state} ${row.updatedAt}`]
  useEffect(() => {
    if (id === undefined) return
    let isLate = false
    const read = async (): Promise<void> => {
      const snapshot = snapshotId === null ? null : await client.call('documents.snapshot', { id: snapshotId })
      const document = snapshot?.document ?? (await client.call('documents.get', { id })).document
      const { current } = latest
      if (isLate || current?.id !== id) return
      drawn.current = id
      reads.current += 1
      const next = { row: current, snapshot, session: createSession(document, { readOnly: true }), key: reads.current }
      // Drawing a long text may take a moment: a key in the box is answered first.
      startTransition(() => {
        setShown(next)
        setError(null)
      })
    }
    const timer = setTimeout(() => void read().catch((cause: unknown) => !isLate && setError(toApiError(cause))), drawn.current === id || drawn.current === null ? 0 : STAY)
    return () => {
      isLate = true
      clearTimeout(timer)
    }
  }, [client, id, snapshotId, tries, version])
  const again = useCallback(() => setTries((count) => count + 1), [])
  return { shown: row ? shown : null, error, again }
}
