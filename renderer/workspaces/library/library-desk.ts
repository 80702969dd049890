/**
 * What the library room looks for and has found. No React here. It outlives the room: words, filters, rows and the chosen row are there
 * again when one comes back. Typing never waits for an answer, and an answer that comes late is dropped.
 */
import type { Client } from '../../../shared/api/client.ts'
import type { SavedFilter } from '../../../shared/api/search-types.ts'
import { createObservable } from '../../api/observable.ts'
import type { LibraryState } from './library-state.ts'
import { isSameQuery, NO_FACETS, START, tidyWords, type Query } from './query.ts'
import { createReading } from './reading.ts'

export interface LibraryDesk {
  readonly state: () => LibraryState
  readonly subscribe: (listener: () => void) => () => void
  /** Takes what is typed; searches after a short pause. */
  readonly type: (text: string) => void
  /** Shows in the box what an input method is still writing. */
  readonly show: (text: string) => void
  /** Searches at once. Words that wait to be looked for go with it. */
  readonly seek: (patch: Partial<Query>) => void
  /** Takes what a visit to the room asks for, and leaves out what was chosen before. */
  readonly visit: (wish: { readonly words?: string; readonly filter?: SavedFilter }) => void
  /** Asks again for what is in sight; the rows stay until the answer is there. */
  readonly refresh: () => void
  /** Rows from one place up to another are in sight or near it: reads those that are not there. */
  readonly see: (first: number, last: number) => void
  readonly choose: (at: number | null) => void
  /** Where the rows were left. */
  readonly place: { scrollTop: number }
}

/** Milliseconds of quiet after which typed words are looked for. */
export const PAUSE = 160

/** Runs a function after some milliseconds; returns what calls it off. */
export type Later = (run: () => void, milliseconds: number) => () => void

const BY_TIMER: Later = (run, milliseconds) => {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}

const DESKS = new WeakMap<Client, LibraryDesk>()

/** The one desk of a client. */
export function deskOf(client: Client): LibraryDesk {
  const desk = DESKS.get(client) ?? createLibraryDesk(client)
  DESKS.set(client, desk)
  return desk
}

/** A desk that has asked for nothing yet. `later` is the clock. */
export function createLibraryDesk(client: Client, later: Later = BY_TIMER): LibraryDesk {
  const shown = createObservable<LibraryState>({ typed: '', query: START, answered: START, found: null, files: null, pages: new Map(), at: null, error: null, waiting: false })
  const update = (patch: Partial<LibraryState>): void => shown.set({ ...shown.get(), ...patch })
  const reading = createReading(client, shown)
  let callOff = (): void => undefined
  const seek = (patch: Partial<Query>): void => {
    callOff()
    const { query, typed, answered, found, error, waiting } = shown.get()
    const words = patch.words ?? tidyWords(typed)
    const next = { ...query, ...patch, words }
    update({ query: next, ...(patch.words === undefined ? {} : { typed: patch.words }) })
    if (error === null && found !== null && !waiting && isSameQuery(next, answered)) return
    reading.ask()
  }
  return {
    state: shown.get,
    subscribe: shown.subscribe,
    show(text) {
      callOff()
      update({ typed: text })
    },
    type(text) {
      callOff()
      update({ typed: text })
      callOff = later(() => seek({}), PAUSE)
    },
    seek,
    visit: ({ words = '', filter = 'all' }) => seek({ words: tidyWords(words), filter, ...NO_FACETS }),
    refresh: reading.refresh,
    see: reading.see,
    place: { scrollTop: 0 },
    choose(at) {
      const total = shown.get().found?.total ?? 0
      update({ at: at === null || total === 0 ? null : Math.max(0, Math.min(at, total - 1)) })
    },
  }
}
