/** The library room's part of the store's port. */
import type { SearchAnswer, SearchPlaces, SearchRequest } from '../../shared/api/search-types.ts'
import type { Id } from '../../shared/lib/id.ts'

export interface SearchStore {
  /** `user`: whose drafts are "mine", and who is "me" for what waits. What was saved just now is found. */
  search(request: SearchRequest, user: string): Promise<SearchAnswer>
  /** Refused: notFound. */
  places(id: Id, words: string): Promise<SearchPlaces>
  /**
   * Indexes a few of the documents that are due, in a short transaction; resolves with how many are left. A text that was saved in the last
   * seconds is not meant: it may be in the middle of being typed.
   */
  indexSome(): Promise<number>
}
