/** Indexes texts for the search in the idle of a program that runs on, a few at a time: nobody who types or saves waits for it. */
import type { Store } from '../store/store.ts'

/** How often it is looked whether something is due, and how long calls come first between two portions, in milliseconds. */
const LOOK_MS = 1000
const PAUSE_MS = 30
/** How long after a failure it is tried again: a full disk stays full for a while. */
const RETRY_MS = 60_000

/** Keeps a store's index up to date until the function that comes back is called. Each fault is reported once. */
export function keepIndexed(store: Store, report: (error: unknown) => void): () => void {
  let timer: NodeJS.Timeout
  let ended = false
  let reported = ''
  const again = (pause: number): void => {
    if (ended) return
    timer = setTimeout(() => void work(), pause)
    timer.unref()
  }
  const work = async (): Promise<void> => {
    try {
      again((await store.indexSome()) > 0 ? PAUSE_MS : LOOK_MS)
    } catch (error) {
      if (!ended && String(error) !== reported) report(error)
      reported = String(error)
      again(RETRY_MS)
    }
  }
  again(LOOK_MS)
  return () => {
    ended = true
    clearTimeout(timer)
  }
}
