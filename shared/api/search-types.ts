/** Records of the library room (资料库): search and filters. */
import type { Genre } from '../document/types.ts'
import type { Id } from '../lib/id.ts'
import type { DocumentState } from '../workflow/states.ts'
import type { DocumentSummary } from './types.ts'

/** 常用筛选. mine: my drafts; waiting: sent to me; unprinted: numbered, not printed; unpublished: printed, in no issue; discarded: 废稿. */
export const SAVED_FILTERS = ['all', 'mine', 'waiting', 'unprinted', 'unpublished', 'discarded'] as const
export type SavedFilter = (typeof SAVED_FILTERS)[number]

export type SearchOrder = 'relevance' | 'date' | 'number' | 'title' | 'updated'

export interface SearchRequest {
  /** Words, apart by spaces; all of them have to be there. "" lists everything. */
  readonly words: string
  readonly filter: SavedFilter
  /** Of each facet any of the chosen values; an empty list: all. */
  readonly states: readonly DocumentState[]
  readonly genres: readonly Genre[]
  readonly organs: readonly string[]
  readonly years: readonly number[]
  readonly order: SearchOrder
  /** From the other end: dates from the earliest on, titles from Z. */
  readonly reversed?: boolean
  readonly offset: number
  readonly limit: number // at most 200
}

/** Words in their context: pieces of one line, marked or not. */
export interface SearchContext {
  /** Where it is, as a reader names it: 一、（二）; 附件1 第3行; 标题. */
  readonly place: string
  /** The block, row or part that holds it. */
  readonly blockId: Id
  readonly pieces: readonly { readonly text: string; readonly hit: boolean }[]
}

export interface SearchRow extends DocumentSummary {
  readonly drafter: string
  readonly handler: string
  readonly year: number | null // of its number, else of its date
  /** Name of the issue that printed it; "" for none. */
  readonly issue: string
  readonly hits: number
  /** The first few places. */
  readonly contexts: readonly SearchContext[]
}

export interface Facet<T> {
  readonly value: T
  readonly count: number
}

export interface SearchAnswer {
  readonly total: number
  readonly rows: readonly SearchRow[]
  /** Counts among the documents that match words and filter, whatever is chosen in the facets. */
  readonly facets: {
    readonly states: readonly Facet<DocumentState>[]
    readonly genres: readonly Facet<Genre>[]
    readonly organs: readonly Facet<string>[]
    readonly years: readonly Facet<number>[]
  }
  readonly filters: Readonly<Record<SavedFilter, number>>
  /** Documents whose text is still to be indexed; their titles and numbers are found already. */
  readonly pending: number
  readonly milliseconds: number
}

/** A part of a document that a preview is opened at: all places of the words, in the order of the text. */
export interface SearchPlaces {
  readonly places: readonly SearchContext[]
}
