/** Filters, counts and orders of what was found. */
import { SAVED_FILTERS, type Facet, type SavedFilter, type SearchAnswer, type SearchOrder, type SearchRequest } from '../../shared/api/search-types.ts'
import { GENRES, type Genre } from '../../shared/document/types.ts'
import { DOCUMENT_STATES, type DocumentState } from '../../shared/workflow/states.ts'
import type { Entry, Traits } from './search-catalogue.ts'
import type { Match } from './search-match.ts'

/** How many documents of each traits were found; traits of which there are none are left out. */
export interface Group {
  readonly traits: Traits
  readonly count: number
}

/** The documents by their traits: of thousands there are some dozens. */
export function groupsOf(matches: readonly Match[], traits: readonly Traits[]): readonly Group[] {
  const counts = new Uint32Array(traits.length)
  for (const { entry } of matches) counts[entry.traits.at] = (counts[entry.traits.at] ?? 0) + 1
  return traits.flatMap((one) => (counts[one.at] ? [{ traits: one, count: counts[one.at] ?? 0 }] : []))
}

/** What each saved filter lets through; all but the last nothing that is discarded. */
export function passes({ state, drafter, handler, published, discarded }: Traits, filter: SavedFilter, user: string): boolean {
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
      return (state === 'printed' || state === 'archived' || state === 'issued') && !published
    case 'discarded':
      return false
  }
}

/** How many of the documents each saved filter lets through. */
export function countFilters(groups: readonly Group[], user: string): Readonly<Record<SavedFilter, number>> {
  const counts: Record<SavedFilter, number> = { all: 0, mine: 0, waiting: 0, unprinted: 0, unpublished: 0, discarded: 0 }
  for (const filter of SAVED_FILTERS) for (const { traits, count } of groups) if (passes(traits, filter, user)) counts[filter] += count
  return counts
}

/** Which values the documents have, with how many have each: states and kinds in their own order, years from the last on, organs by their number. */
export function facetsOf(groups: readonly Group[]): SearchAnswer['facets'] {
  const states = new Map<DocumentState, number>()
  const genres = new Map<Genre, number>()
  const organs = new Map<string, number>()
  const years = new Map<number, number>()
  for (const { traits: { state, genre, year, issuers }, count } of groups) {
    add(states, state, count)
    if (genre !== null) add(genres, genre, count)
    if (year !== null) add(years, year, count)
    for (const organ of issuers) add(organs, organ, count)
  }
  return {
    states: inOrder(states, DOCUMENT_STATES),
    genres: inOrder(genres, GENRES),
    organs: facets(organs).sort((a, b) => b.count - a.count || compare(a.value, b.value)),
    years: facets(years).sort((a, b) => b.value - a.value),
  }
}

function add<T>(counts: Map<T, number>, value: T, count: number): void {
  counts.set(value, (counts.get(value) ?? 0) + count)
}

function facets<T>(counts: ReadonlyMap<T, number>): Facet<T>[] {
  return [...counts].map(([value, count]) => ({ value, count }))
}

function inOrder<T>(counts: ReadonlyMap<T, number>, order: readonly T[]): readonly Facet<T>[] {
  return facets(counts).sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value))
}

/** Those of the matches that are in one of the groups and have the values chosen in the facets: of each facet any; none chosen lets all through. */
export function listed(matches: readonly Match[], groups: readonly Group[], { states, genres, organs, years }: SearchRequest): readonly Match[] {
  const shown = new Set<Traits>()
  let count = 0
  for (const { traits, count: more } of groups) {
    const { state, genre, issuers, year } = traits
    if (states.length > 0 && !states.includes(state)) continue
    if (genres.length > 0 && (genre === null || !genres.includes(genre))) continue
    if (organs.length > 0 && !issuers.some((organ) => organs.includes(organ))) continue
    if (years.length > 0 && (year === null || !years.includes(year))) continue
    shown.add(traits)
    count += more
  }
  return count === matches.length ? matches : matches.filter(({ entry }) => shown.has(entry.traits))
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
