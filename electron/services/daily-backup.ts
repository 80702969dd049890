/** The day's backup: when a library is opened, and when the program runs over midnight. */
import { Refusal } from '../../shared/api/reply.ts'
import { dateOf } from '../../shared/backup/name.ts'
import type { Store } from '../store/store.ts'

/** How often the date is looked at, in milliseconds. */
const LOOK_MS = 60_000
/** How long after a failure it is tried again. */
const RETRY_MS = 30 * 60_000

export interface DailyBackup {
  /** A library that was made just now holds nothing yet: its first day has no backup of its own accord. */
  readonly isNew: boolean
  /** A backup was made, or could not be: who shows them reads them again. */
  readonly changed: () => void
  /** Faults of the program; a refusal is kept by the store for the list of backups. */
  readonly report: (error: unknown) => void
}

/** Keeps a store's daily backup until the function that comes back is called. */
export function keepDaily(store: Store, { isNew, changed, report }: DailyBackup): () => void {
  let done = isNew ? dateOf(Date.now()) : ''
  let notBefore = 0
  const look = async (): Promise<void> => {
    const now = Date.now()
    const today = dateOf(now)
    if (today === done || now < notBefore) return
    done = today
    try {
      if (await store.dailyBackup()) changed()
    } catch (error) {
      done = ''
      notBefore = now + RETRY_MS
      if (!(error instanceof Refusal)) report(error)
      else if (error.error.code !== 'cancelled') changed()
    }
  }
  const timer = setInterval(() => void look(), LOOK_MS)
  timer.unref()
  void look()
  return () => clearInterval(timer)
}
