/** What the library room looks for. Pure. */
import type { SavedFilter, SearchOrder, SearchRequest } from '../../../shared/api/search-types.ts'
import type { Genre } from '../../../shared/document/types.ts'
import type { DocumentState } from '../../../shared/workflow/states.ts'

/** The facets, by the names that the request has for them. */
export type FacetName = 'years' | 'genres' | 'states' | 'organs'

/** What is chosen. Found documents and the plain list keep an order each: whoever clears the words has the list as it was. */
export interface Query {
  readonly words: string
  readonly filter: SavedFilter
  readonly years: readonly number[]
  readonly genres: readonly Genre[]
  readonly states: readonly DocumentState[]
  readonly organs: readonly string[]
  readonly foundOrder: SearchOrder
  readonly listOrder: SearchOrder
  /** The list from its other end. */
  readonly reversed: boolean
}

export const START: Query = { words: '', filter: 'all', years: [], genres: [], states: [], organs: [], foundOrder: 'relevance', listOrder: 'updated', reversed: false }

/** Nothing chosen in any facet. */
export const NO_FACETS = { years: [], genres: [], states: [], organs: [] } as const satisfies Pick<Query, FacetName>

/** Documents that are asked for at a time. */
export const PAGE = 50

/** The request for a page of the answer, counted from 0. */
export function requestOf(query: Query, page: number): SearchRequest {
  const { words, filter, years, genres, states, organs } = query
  const reversed = words === '' && query.reversed ? { reversed: true } : {}
  return { words, filter, years, genres, states, organs, order: orderOf(query), ...reversed, offset: page * PAGE, limit: PAGE }
}

/** The order that counts now. */
export function orderOf({ words, foundOrder, listOrder }: Query): SearchOrder {
  return words === '' ? listOrder : foundOrder
}

/** Another order for what is shown now. */
export function orderedBy({ words }: Query, order: SearchOrder): Partial<Query> {
  return words === '' ? { listOrder: order, reversed: false } : { foundOrder: order }
}

/** The list by a column; the column that it is sorted by turns it round. */
export function sortedBy({ listOrder, reversed }: Query, order: SearchOrder): Partial<Query> {
  return { listOrder: order, reversed: listOrder === order && !reversed }
}

/** Words as they are asked for: without the spaces round them, a single one between them. */
export function tidyWords(typed: string): string {
  return typed.trim().replace(/\s+/g, ' ')
}

/** Whether something is chosen in a facet. */
export function hasFacets({ years, genres, states, organs }: Query): boolean {
  return [years, genres, states, organs].some((chosen) => chosen.length > 0)
}

/** Whether two queries find the same in the same order. */
export function isSameQuery(one: Query, other: Query): boolean {
  return JSON.stringify(requestOf(one, 0)) === JSON.stringify(requestOf(other, 0))
}

/** What the saved filters are called, in the order in which they stand. */
export const FILTER_NAMES: Record<SavedFilter, string> = {
  all: '全部',
  mine: '我的拟稿',
  waiting: '等我处理',
  unprinted: '已编号未印发',
  unpublished: '已印发未入公报',
  discarded: '废稿',
}
