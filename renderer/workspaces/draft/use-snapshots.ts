/** What was frozen of a document, read anew as the document changes. */
import { useCallback, useEffect, useState } from 'react'
import type { SnapshotSummary } from '../../../shared/api/types.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { useEvents, useMachine } from '../../api/client-context.tsx'

const NONE: readonly SnapshotSummary[] = []

/** Newest first; none while `id` is null, or nothing is read yet. */
export function useSnapshots(id: Id | null): readonly SnapshotSummary[] {
  const { client } = useMachine()
  const [read, setRead] = useState<{ readonly id: Id; readonly list: readonly SnapshotSummary[] } | null>(null)
  const ask = useCallback(() => {
    if (id === null) return
    // What cannot be read now is read with the next event.
    client.call('documents.snapshots', { id }).then((list) => setRead({ id, list }), () => undefined)
  }, [client, id])
  useEffect(ask, [ask])
  useEvents(client, (event) => {
    if (event.kind === 'documents.changed' || (event.kind === 'draft.changed' && event.id === id)) ask()
  })
  return read?.id === id ? read.list : NONE
}
