/** The library room's part of the store on SQLite. */
import type { Database } from 'better-sqlite3'
import type { SearchAnswer, SearchRequest, SearchRow } from '../../shared/api/search-types.ts'
import type { Id } from '../../shared/lib/id.ts'
import { findIn } from '../../shared/search/contexts.ts'
import { packLines, unpackLines, type SearchText } from '../../shared/search/text.ts'
import { wordsOf } from '../../shared/search/words.ts'
import { requireRow } from './rows.ts'
import { openCatalogue, type Entry } from './search-catalogue.ts'
import { countDue, indexDue, type Portion } from './search-index.ts'
import { linesOf, linesReader } from './search-lines.ts'
import { countFilters, facetsOf, firstOf, groupsOf, listed, orderBy, passes } from './search-list.ts'
import { openMatcher } from './search-match.ts'
import type { SearchStore } from './search-port.ts'
import type { Transactions } from './transactions.ts'

/** What is indexed in one go: in the idle, where a key may be pressed meanwhile, and in front of a search, which must know what was saved. */
const IDLE = { most: 10, milliseconds: 10 }
const BEFORE_SEARCH = { most: 50, milliseconds: 50 }
/** How long a text is left alone after it was saved, in milliseconds. */
const SETTLED_MS = 2000
/** Contexts that a row shows. */
const CONTEXTS = 3

export function searchStore(database: Database, { read }: Transactions): SearchStore {
  const catalogueNow = openCatalogue(database)
  const match = openMatcher(database)
  const keptLines = linesReader(database)
  const linesNow = (id: Id): SearchText => unpackLines(packLines(linesOf(requireRow(database, id).content)))

  const rowOf = (entry: Entry, words: readonly string[]): SearchRow => {
    const { due, summary, issue, traits: { drafter, handler, year } } = entry
    const found = words.length === 0 ? { hits: 0, contexts: [] } : findIn(due ? linesNow(summary.id) : keptLines(entry), words, CONTEXTS)
    return { ...summary, drafter, handler, year, issue, ...found }
  }
  const find = (request: SearchRequest, user: string): Omit<SearchAnswer, 'milliseconds'> => {
    const words = wordsOf(request.words)
    const catalogue = catalogueNow()
    const matches = match(catalogue, words)
    const groups = groupsOf(matches, catalogue.traits)
    const filtered = groups.filter(({ traits }) => passes(traits, request.filter, user))
    const shown = listed(matches, filtered, request)
    const ahead = orderBy(request.order)
    const page = firstOf(shown, request.offset + request.limit, request.reversed ? (a, b) => ahead(b, a) : ahead).slice(request.offset)
    return {
      total: shown.length,
      rows: page.map(({ entry }) => rowOf(entry, words)),
      facets: facetsOf(filtered),
      filters: countFilters(groups, user),
      pending: catalogue.due.length,
    }
  }
  return {
    async search(request, user) {
      const began = performance.now()
      drain(database)
      const answer = await read(() => find(request, user))
      return { ...answer, milliseconds: performance.now() - began }
    },
    places: (id, words) => read(() => ({ places: findIn(linesNow(id), wordsOf(words)).contexts })),
    indexSome: async () => {
      const savedBefore = Date.now() - SETTLED_MS
      const left = await read(() => countDue(database, savedBefore))
      if (left === 0 || !indexAtOnce(database, { ...IDLE, savedBefore })) return left
      return await read(() => countDue(database, savedBefore))
    },
  }
}

/** Indexes what was saved last, where that can be now: a search says how many documents are due, and finds what can be found. */
function drain(database: Database): void {
  if (countDue(database, Number.MAX_SAFE_INTEGER) === 0) return
  try {
    indexAtOnce(database, BEFORE_SEARCH)
  } catch {
    // A full disk, a file that may not be written: whoever saves is told.
  }
}

/** Indexes in a transaction of its own, without waiting for the write lock; false where another has it. */
function indexAtOnce(database: Database, portion: Portion): boolean {
  const patience = Number(database.pragma('busy_timeout', { simple: true }))
  try {
    database.pragma('busy_timeout = 0')
    database.transaction(() => indexDue(database, portion)).immediate()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) return false
    throw error
  } finally {
    database.pragma(`busy_timeout = ${patience}`)
  }
}
