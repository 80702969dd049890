/** Filters, counts and orders of what was found. */
import { SAVED_FILTERS, type Facet, type SavedFilter, type SearchAnswer, type SearchOrder, type SearchRequest } from '../../shared/api/search-types.ts'
import { GENRES } from '../../shared/document/types.ts'
import { DOCUMENT_STATES } from '../../shared/workflow/states.ts'
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
  const count = (filter: SavedFilter): number => matches.reduce((sum, { entry }) => sum + Number(passes(entry, filter, user)), 0)
  return Object.fromEntries(SAVED_FILTERS.map((filter) => [filter, count(filter)])) as Record<SavedFilter, number>
}

/** Which values the documents have, with how many have each: states and kinds in their own order, years from the last on, organs by their number. */
export function facetsOf(matches: readonly Match[]): SearchAnswer['facets'] {
  const states = tally(matches, ({ summary }) => [summary.state])
  const genres = tally(matches, ({ summary }) => (summary.genre === null ? [] : [summary.genre]))
  const organs = tally(matches, ({ summary }) => summary.issuers)
  const years = tally(matches, ({ year }) => (year === null ? [] : [year]))
  return {
    states: inOrder(states, DOCUMENT_STATES),
    genres: inOrder(genres, GENRES),
    organs: facets(organs).sort((a, b) => b.count - a.count || compare(a.value, b.value)),
    years: facets(years).sort((a, b) => b.value - a.value),
  }
}

function tally<T>(matches: readonly Match[], valuesOf: (entry: Entry) => readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>()
  for (const { entry } of matches) {
    const values = valuesOf(entry)
    values.forEach((value, at) => {
      // An organ that is named twice has one document.
      if (values.indexOf(value) === at) counts.set(value, (counts.get(value) ?? 0) + 1)
    })
  }
  return counts
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
