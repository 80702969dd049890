/**
 * Automatic saving of one open draft, as a small state machine without React or DOM.
 *
 * Promise: as long as the machine lives, the newest content is either stored, on its way, or held here and tried again;
 * it is given up only by `stop`. One save is under way at a time; each carries the revision that the last one returned.
 */
import type { ApiError } from '../../../shared/api/reply.ts'
import type { Document } from '../../../shared/document/types.ts'
import { createObservable } from '../../api/observable.ts'

/** Milliseconds from the last change to its save. */
export const QUIET = 350
/** Milliseconds from the first unsaved change to its save, however fast the typing goes on. */
export const LONGEST = 800
/** Milliseconds after a failure before the next attempt. */
export const RETRY = 3000

export type AutosaveState =
  | { readonly kind: 'saved'; readonly at: number | null } // Unix milliseconds; null: not changed since it was opened
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly error: ApiError }
  /** Changed or locked elsewhere: nothing is tried any more until the person has chosen. */
  | { readonly kind: 'conflict'; readonly error: ApiError }

/** Time, so that tests can be their own. `after` returns the function that takes the appointment back. */
export interface Clock {
  readonly now: () => number
  after(milliseconds: number, run: () => void): () => void
}

export interface AutosaveOptions {
  readonly revision: number
  save(document: Document, revision: number): Promise<{ readonly revision: number; readonly savedAt: number }>
  /** Makes an error of whatever `save` rejected with. */
  readonly explain: (error: unknown) => ApiError
  readonly clock?: Clock
}

export interface Autosave {
  readonly state: () => AutosaveState
  readonly subscribe: (listener: () => void) => () => void
  /** The draft has new content. */
  readonly change: (document: Document) => void
  /** Saves all there is, now. False when something could not be stored. */
  readonly flush: () => Promise<boolean>
  /** Content that is not stored yet, or null. */
  readonly pending: () => Document | null
  /** The revision that the stored draft had after the last save. */
  readonly revision: () => number
  /** Ends it, giving up what is not stored; running saves still finish. */
  readonly stop: () => void
}

const CONFLICTS: ReadonlySet<ApiError['code']> = new Set(['stale', 'locked', 'wrongState', 'notFound'])

const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}

/** Starts automatic saving of a draft that was read at `revision`. */
export function createAutosave(options: AutosaveOptions): Autosave {
  const clock = options.clock ?? SYSTEM_CLOCK
  const shown = createObservable<AutosaveState>({ kind: 'saved', at: null })
  let revision = options.revision
  let waiting: Document | null = null // changed since the running save began
  let running: { readonly document: Document; readonly done: Promise<void> } | null = null
  let firstChange = 0
  let takeBack: () => void = () => undefined
  let stopped = false

  const appoint = (milliseconds: number): void => {
    takeBack()
    takeBack = clock.after(milliseconds, () => void begin())
  }
  const succeed = (saved: { revision: number; savedAt: number }): void => {
    revision = saved.revision
    if (waiting && !stopped) {
      shown.set({ kind: 'unsaved' })
      appoint(Math.max(0, Math.min(QUIET, firstChange + LONGEST - clock.now())))
    } else shown.set({ kind: 'saved', at: saved.savedAt })
  }
  const fail = (document: Document, cause: unknown): void => {
    waiting ??= document
    const error = options.explain(cause)
    if (CONFLICTS.has(error.code)) { shown.set({ kind: 'conflict', error }); return; }
    shown.set({ kind: 'failed', error })
    if (!stopped) appoint(RETRY)
  }
  /** Saves what is waiting, unless a save is under way; resolves when the save under way has ended, well or badly. */
  const begin = (): Promise<void> => {
    if (running) return running.done
    if (!waiting || stopped || shown.get().kind === 'conflict') return Promise.resolve()
    takeBack()
    const document = waiting
    waiting = null
    const attempt = async (): Promise<void> => {
      try {
        const saved = await options.save(document, revision)
        running = null
        succeed(saved)
      } catch (error) {
        running = null
        fail(document, error)
      }
    }
    // `attempt` waits at least one turn before it clears `running`, so the assignment below always comes first.
    const done = Promise.resolve().then(attempt)
    running = { document, done }
    shown.set({ kind: 'saving' })
    return done
  }

  return {
    state: shown.get,
    subscribe: shown.subscribe,
    change(document) {
      if (stopped) return
      if (!waiting) firstChange = clock.now()
      waiting = document
      if (shown.get().kind === 'conflict' || running) return
      if (shown.get().kind !== 'unsaved') shown.set({ kind: 'unsaved' })
      appoint(Math.max(0, Math.min(QUIET, firstChange + LONGEST - clock.now())))
    },
    async flush() {
      while (running || (waiting && !stopped)) {
        await begin()
        if (shown.get().kind === 'failed' || shown.get().kind === 'conflict') return false
      }
      return shown.get().kind !== 'conflict'
    },
    pending: () => waiting ?? running?.document ?? null,
    revision: () => revision,
    stop() {
      stopped = true
      takeBack()
      waiting = null
    },
  }
}
