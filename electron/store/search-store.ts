/** The library room's part of the store on SQLite. */
import type { Database } from 'better-sqlite3'
import type { SearchAnswer, SearchRequest, SearchRow } from '../../shared/api/search-types.ts'
import { findIn } from '../../shared/search/contexts.ts'
import { wordsOf } from '../../shared/search/words.ts'
import { requireRow } from './rows.ts'
import { openCatalogue, type Entry } from './search-catalogue.ts'
import { countDue, indexDue, linesOf } from './search-index.ts'
import { chosen, countFilters, facetsOf, orderBy, passes } from './search-list.ts'
import { openMatcher } from './search-match.ts'
import type { SearchStore } from './search-port.ts'
import type { Transactions } from './transactions.ts'

/** Documents that one short transaction indexes at most. */
const AT_ONCE = 20
/** How long a text is left alone after it was saved, in milliseconds. */
const SETTLED_MS = 2000
/** Contexts that a row shows. */
const CONTEXTS = 3

export function searchStore(database: Database, { read, write }: Transactions): SearchStore {
  const catalogueNow = openCatalogue(database)
  const match = openMatcher(database)

  const find = (request: SearchRequest, user: string): Omit<SearchAnswer, 'milliseconds'> => {
    const words = wordsOf(request.words)
    const catalogue = catalogueNow()
    const matches = match(catalogue, words)
    const filtered = matches.filter(({ entry }) => passes(entry, request.filter, user))
    const isChosen = chosen(request)
    const listed = filtered.filter(({ entry }) => isChosen(entry)).sort(orderBy(request.order))
    if (request.reversed) listed.reverse()
    return {
      total: listed.length,
      rows: listed.slice(request.offset, request.offset + request.limit).map(({ entry }) => rowOf(database, entry, words)),
      facets: facetsOf(filtered),
      filters: countFilters(matches, user),
      pending: countDue(database, Number.MAX_SAFE_INTEGER),
    }
  }
  return {
    async search(request, user) {
      const began = performance.now()
      drain(database)
      const answer = await read(() => find(request, user))
      return { ...answer, milliseconds: performance.now() - began }
    },
    places: (id, words) => read(() => ({ places: findIn(linesOf(requireRow(database, id).content), wordsOf(words)).contexts })),
    indexSome: () => {
      const savedBefore = Date.now() - SETTLED_MS
      const left = read(() => countDue(database, savedBefore))
      return left.then((count) => (count === 0 ? 0 : write(() => (indexDue(database, { most: AT_ONCE, savedBefore }), countDue(database, savedBefore)))))
    },
  }
}

/** Indexes what was saved last, where the lock is free: a search waits for nobody, and says how many documents are due. */
function drain(database: Database): void {
  if (countDue(database, Number.MAX_SAFE_INTEGER) === 0) return
  const patience = Number(database.pragma('busy_timeout', { simple: true }))
  try {
    database.pragma('busy_timeout = 0')
    database.transaction(() => indexDue(database, { most: AT_ONCE })).immediate()
  } catch {
    // Busy, full, read-only: what can be found is found all the same.
  } finally {
    database.pragma(`busy_timeout = ${patience}`)
  }
}

function rowOf(database: Database, { summary, drafter, handler, year, issue }: Entry, words: readonly string[]): SearchRow {
  const content = words.length === 0 ? undefined : database.prepare<[string], string>('SELECT content FROM document WHERE id = ?').pluck().get(summary.id)
  const { hits, contexts } = content === undefined ? { hits: 0, contexts: [] } : findIn(linesOf(content), words, CONTEXTS)
  return { ...summary, drafter, handler, year, issue, hits, contexts }
}
