/**
 * What the library room looks for and has found. No React here. It outlives the room: words, filters, rows and the chosen row are there
 * again when one comes back. Typing never waits for an answer, and an answer that comes late is dropped.
 */
import type { Client } from '../../../shared/api/client.ts'
import type { ApiError } from '../../../shared/api/reply.ts'
import type { SavedFilter, SearchAnswer, SearchRow } from '../../../shared/api/search-types.ts'
import { toApiError } from '../../api/connection.ts'
import { createObservable, type Observable } from '../../api/observable.ts'
import { isSameQuery, NO_FACETS, PAGE, requestOf, START, tidyWords, type Query } from './query.ts'

/** What is known of all that was found, whichever rows are read. */
export type Found = Omit<SearchAnswer, 'rows'>

export type Pages = ReadonlyMap<number, readonly SearchRow[]>

export interface LibraryState {
  /** What stands in the box; runs ahead of the query's words. */
  readonly typed: string
  readonly query: Query
  /** The query that `found` and `pages` answer. */
  readonly answered: Query
  /** Null before the first answer. */
  readonly found: Found | null
  /** Documents of the library, when it was last asked without words; null before. */
  readonly files: number | null
  readonly pages: Pages
  /** Place of the chosen row among all; null where none is chosen. */
  readonly at: number | null
  /** Why the last question has no answer. */
  readonly error: ApiError | null
  /** A newer question is under way. */
  readonly waiting: boolean
}

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
    refresh: reading.ask,
    see: reading.see,
    place: { scrollTop: 0 },
    choose(at) {
      const total = shown.get().found?.total ?? 0
      update({ at: at === null || total === 0 ? null : Math.max(0, Math.min(at, total - 1)) })
    },
  }
}

interface Reading {
  readonly ask: () => void
  readonly see: LibraryDesk['see']
}

/** Asks the machine: for the pages in sight when the question changes, for others as they come into sight. */
function createReading(client: Client, shown: Observable<LibraryState>): Reading {
  const update = (patch: Partial<LibraryState>): void => shown.set({ ...shown.get(), ...patch })
  let asked = 0
  let near: readonly number[] = [0]
  let onTheWay = new Set<number>()

  const take = (answers: readonly SearchAnswer[], pages: readonly number[], query: Query): void => {
    const [first] = answers
    if (!first) return
        const next: Pages = new Map(answers.map(({ rows }, index) => [pages[index] ?? 0, rows]))
    const files = query.words === '' ? first.filters.all : shown.get().files
    update({ answered: query, found: first, files, pages: next, at: chosenIn(shown.get(), query, next, first.total), error: null, waiting: false })
  }
  return {
    ask() {
      const mine = ++asked
      const { query, answered } = shown.get()
      const pages = isSameQuery(query, answered) ? near : [0]
      onTheWay = new Set()
      update({ waiting: true })
      Promise.all(pages.map((page) => client.call('search.query', requestOf(query, page)))).then(
        (answers) => {
          if (mine === asked) take(answers, pages, query)
        },
        (cause: unknown) => {
          if (mine === asked) update({ error: toApiError(cause), waiting: false })
        },
      )
    },
    see(first, last) {
      const [from, to] = [Math.floor(first / PAGE), Math.floor(last / PAGE)]
      near = Array.from({ length: to - from + 1 }, (_, index) => from + index)
      const { answered, pages, waiting } = shown.get()
      if (waiting) return
      const mine = asked
      const wanted = onTheWay
      for (const page of near) {
        if (pages.has(page) || wanted.has(page)) continue
        wanted.add(page)
        client.call('search.query', requestOf(answered, page)).then(
          ({ rows }) => {
            if (mine === asked) update({ pages: new Map(shown.get().pages).set(page, rows) })
          },
          (cause: unknown) => {
            wanted.delete(page)
            if (mine === asked) update({ error: toApiError(cause) })
          },
        )
      }
    },
  }
}

/** Which row is chosen in a new answer: the same document where the question is the same; else the best of what was found by words. */
function chosenIn(now: LibraryState, query: Query, pages: Pages, total: number): number | null {
  const isSame = isSameQuery(now.answered, query) && now.found !== null
  if (total === 0) return null
  // Also where the index had to grow before there was a first.
  if (!isSame || now.at === null) return query.words === '' ? null : 0
  const id = rowAt(now, now.at)?.id
  for (const [page, rows] of pages) {
    const index = rows.findIndex((row) => row.id === id)
    if (index >= 0) return page * PAGE + index
  }
  return Math.min(now.at, total - 1)
}

/** A row, where it is read. */
export function rowAt({ pages }: Pick<LibraryState, 'pages'>, at: number): SearchRow | null {
  return pages.get(Math.floor(at / PAGE))?.[at % PAGE] ?? null
}
