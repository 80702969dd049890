/** The versions of a document: the different texts among what was frozen of it. Pure. */
import type { SnapshotReason, SnapshotSummary } from '../../../shared/api/types.ts'
import type { Id } from '../../../shared/lib/id.ts'

export interface Version {
  /** Counted from the first text on. */
  readonly number: number
  /** The last time that this text was frozen. */
  readonly id: Id
  readonly at: number
  /** At which events it was frozen, oldest first, each once. */
  readonly reasons: readonly SnapshotReason[]
  /** The document says so now. */
  readonly same: boolean
  /** Everything that was frozen with this text. */
  readonly ids: ReadonlySet<Id>
}

/** Newest first. A text that comes back after another is the same version again. `snapshots`: newest first. */
export function versionsOf(snapshots: readonly SnapshotSummary[]): readonly Version[] {
  const texts = new Map<string, SnapshotSummary[]>()
  for (const one of [...snapshots].reverse()) texts.set(one.fingerprint, [...(texts.get(one.fingerprint) ?? []), one])
  return [...texts.values()]
    .flatMap((all, index): readonly Version[] => {
      const last = all.at(-1)
      if (!last) return []
      return [{ number: index + 1, id: last.id, at: last.at, reasons: [...new Set(all.map(({ reason }) => reason))], same: last.same, ids: new Set(all.map(({ id }) => id)) }]
    })
    .reverse()
}
