/** Filters, counts and orders of what was found. */
import { SAVED_FILTERS, type Facet, type SavedFilter, type SearchAnswer, type SearchOrder, type SearchRequest } from '../../shared/api/search-types.ts'
import { GENRES, type Genre } from '../../shared/document/types.ts'
import { DOCUMENT_STATES, type DocumentState } from '../../shared/workflow/states.ts'
import type { Entry } from './search-catalogue.ts'
import type { Match } from './search-match.ts'

/** What each saved filter lets through; all but the last nothing that is discarded. */
export function passes({ summary: { state }, drafter, handler, issue, discarded }: Entry, filter: SavedFilter, user: string): boolean {
  if (discarded) return filter === 'discarded'
  switch (filter) {
    case 'all':
      return true
    case 'mine':
      return state === 'draft' && drafter === user
    case 'waiting':
      return (state === 'submitted' || state === 'reviewed') && handler === user
    case 'unprinted':
      return state === 'numbered'
    case 'unpublished':
      return (state === 'printed' || state === 'archived' || state === 'issued') && issue === ''
    case 'discarded':
      return false
  }
}

/** How many of the documents each saved filter lets through. */
export function countFilters(matches: readonly Match[], user: string): Readonly<Record<SavedFilter, number>> {
  const counts: Record<SavedFilter, number> = { all: 0, mine: 0, waiting: 0, unprinted: 0, unpublished: 0, discarded: 0 }
  for (const { entry } of matches) for (const filter of SAVED_FILTERS) if (passes(entry, filter, user)) counts[filter] += 1
  return counts
}

/** Which values the documents have, with how many have each: states and kinds in their own order, years from the last on, organs by their number. */
export function facetsOf(matches: readonly Match[]): SearchAnswer['facets'] {
  const states = new Map<DocumentState, number>()
  const genres = new Map<Genre, number>()
  const organs = new Map<string, number>()
  const years = new Map<number, number>()
  for (const { entry: { summary, year } } of matches) {
    add(states, summary.state)
    if (summary.genre !== null) add(genres, summary.genre)
    if (year !== null) add(years, year)
    // An organ that is named twice has one document.
    for (const [at, organ] of summary.issuers.entries()) if (summary.issuers.indexOf(organ) === at) add(organs, organ)
  }
  return {
    states: inOrder(states, DOCUMENT_STATES),
    genres: inOrder(genres, GENRES),
    organs: facets(organs).sort((a, b) => b.count - a.count || compare(a.value, b.value)),
    years: facets(years).sort((a, b) => b.value - a.value),
  }
}

function add<T>(counts: Map<T, number>, value: T): void {
  counts.set(value, (counts.get(value) ?? 0) + 1)
}

function facets<T>(counts: ReadonlyMap<T, number>): Facet<T>[] {
  return [...counts].map(([value, count]) => ({ value, count }))
}

function inOrder<T>(counts: ReadonlyMap<T, number>, order: readonly T[]): readonly Facet<T>[] {
  return facets(counts).sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value))
}

/** A filter for the values that are chosen in the facets: of each facet any; none chosen lets all through. */
export function chosen({ states, genres, organs, years }: SearchRequest): (entry: Entry) => boolean {
  return ({ summary, year }) =>
    (states.length === 0 || states.includes(summary.state)) &&
    (genres.length === 0 || (summary.genre !== null && genres.includes(summary.genre))) &&
    (organs.length === 0 || summary.issuers.some((organ) => organs.includes(organ))) &&
    (years.length === 0 || (year !== null && years.includes(year)))
}

/** Up to how many the first are picked one by one: to sort all takes longer. */
const PICKED = 500

/** The first `count` in an order. */
export function firstOf(matches: readonly Match[], count: number, order: (a: Match, b: Match) => number): readonly Match[] {
  if (count > PICKED || count >= matches.length) return [...matches].sort(order).slice(0, count)
  const first: Match[] = []
  for (const match of matches) {
    const last = first[count - 1]
    if (last && order(match, last) >= 0) continue
    let [low, high] = [0, first.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (order(match, first[middle] ?? match) < 0) high = middle
      else low = middle + 1
    }
    first.splice(low, 0, match)
    if (first.length > count) first.pop()
  }
  return first
}

/** Every order in full, so that pages never overlap: what is equal is in the order of the last changes, then of the making. */
export function orderBy(order: SearchOrder): (a: Match, b: Match) => number {
  switch (order) {
    case 'relevance':
      return (a, b) => b.inHead - a.inHead || b.hits - a.hits || b.entry.day - a.entry.day || byUpdate(a, b)
    case 'date':
      return (a, b) => b.entry.day - a.entry.day || byUpdate(a, b)
    case 'number':
      return (a, b) => byNumber(a.entry, b.entry) || byUpdate(a, b)
    case 'title':
      return (a, b) => TITLES.compare(a.entry.summary.title, b.entry.summary.title) || byUpdate(a, b)
    case 'updated':
      return byUpdate
  }
}

function byUpdate(a: Match, b: Match): number {
  return b.entry.summary.updatedAt - a.entry.summary.updatedAt || b.entry.key - a.entry.key
}

/** By code, the last number first; what has none comes last. */
function byNumber(a: Entry, b: Entry): number {
  if ((a.number.code === '') !== (b.number.code === '')) return a.number.code === '' ? 1 : -1
  return TITLES.compare(a.number.code, b.number.code) || b.number.year - a.number.year || b.number.serial - a.number.serial
}

/** As a dictionary has them: by their sound, digits by their value. */
const TITLES = new Intl.Collator('zh-CN', { numeric: true })

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
