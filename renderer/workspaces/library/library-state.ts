/** What the library room has before it. */
import type { ApiError } from '../../../shared/api/reply.ts'
import type { SearchAnswer, SearchRow } from '../../../shared/api/search-types.ts'
import { PAGE, type Query } from './query.ts'

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

/** A row, where it is read. */
export function rowAt({ pages }: Pick<LibraryState, 'pages'>, at: number): SearchRow | null {
  return pages.get(Math.floor(at / PAGE))?.[at % PAGE] ?? null
}
