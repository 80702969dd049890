/**
 * Asking the machine for what the library room shows: the pages in sight when the question changes or documents have changed, others as
 * they come into sight. Answers may come in any order.
 */
import type { Client } from '../../../shared/api/client.ts'
import type { SearchAnswer } from '../../../shared/api/search-types.ts'
import { toApiError } from '../../api/connection.ts'
import type { Observable } from '../../api/observable.ts'
import { rowAt, type LibraryState, type Pages } from './library-state.ts'
import { isSameQuery, PAGE, requestOf, type Query } from './query.ts'

export interface Reading {
  /** Asks at once; whatever was asked before counts no more. */
  readonly ask: () => void
  /** Documents have changed: asks again, after what is under way. */
  readonly refresh: () => void
  /** Rows from one place up to another are in sight or near it. */
  readonly see: (first: number, last: number) => void
}

export function createReading(client: Client, shown: Observable<LibraryState>): Reading {
  const update = (patch: Partial<LibraryState>): void => shown.set({ ...shown.get(), ...patch })
  let asked = 0
  /** Documents have changed since the question that is under way. */
  let isOld = false
  let near: readonly number[] = [0]
  let onTheWay = new Set<number>()

  const load = (page: number, replaces: boolean): void => {
    const { answered } = shown.get()
    const mine = onTheWay
    mine.add(page)
    client.call('search.query', requestOf(answered, page)).then(
      ({ rows }) => {
        mine.delete(page)
        const { pages } = shown.get()
        if (mine === onTheWay && (replaces || !pages.has(page))) update({ pages: new Map(pages).set(page, rows) })
      },
      (cause: unknown) => {
        mine.delete(page)
        if (mine === onTheWay) update({ error: toApiError(cause) })
      },
    )
  }
  const take = (answers: readonly SearchAnswer[], asking: readonly number[], query: Query): void => {
    const [first] = answers
    if (!first) return
    const now = shown.get()
    const isSame = now.found !== null && isSameQuery(now.answered, query)
    if (!isSame) onTheWay = new Set()
    // What came into sight meanwhile stays until it is read again.
    const kept = isSame ? near.filter((page) => !asking.includes(page) && now.pages.has(page)) : []
    const pages: Pages = new Map([...kept.map((page) => [page, now.pages.get(page) ?? []] as const), ...answers.map(({ rows }, index) => [asking[index] ?? 0, rows] as const)])
    const files = query.words === '' ? first.filters.all : now.files
    update({ answered: query, found: first, files, pages, at: chosenIn(now, query, pages, first.total), error: null, waiting: false })
    for (const page of kept) load(page, true)
  }
  const ask = (): void => {
    const mine = ++asked
    isOld = false
    const { query, answered } = shown.get()
    const pages = isSameQuery(query, answered) ? near : [0]
    update({ waiting: true })
    Promise.all(pages.map((page) => client.call('search.query', requestOf(query, page)))).then(
      (answers) => {
        if (mine !== asked) return
        take(answers, pages, query)
        if (isOld) ask()
      },
      (cause: unknown) => {
        if (mine === asked) update({ error: toApiError(cause), waiting: false })
      },
    )
  }
  return {
    ask,
    refresh() {
      // Whoever saves again and again must not keep an answer from coming.
      if (shown.get().waiting) isOld = true
      else ask()
    },
    see(first, last) {
      const [from, to] = [Math.floor(first / PAGE), Math.floor(last / PAGE)]
      near = Array.from({ length: to - from + 1 }, (_, index) => from + index)
      const { answered, query, pages, waiting } = shown.get()
      // Rows of a question that nobody asks any more.
      if (waiting && !isSameQuery(answered, query)) return
      for (const page of near) if (!pages.has(page) && !onTheWay.has(page)) load(page, false)
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
