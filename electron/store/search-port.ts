/** The library room's part of the store's port. */
import type { SearchAnswer, SearchPlaces, SearchRequest } from '../../shared/api/search-types.ts'
import type { Id } from '../../shared/lib/id.ts'

export interface SearchStore {
  /** `user`: whose drafts are "mine", and who is "me" for what waits. */
  search(request: SearchRequest, user: string): Promise<SearchAnswer>
  places(id: Id, words: string): Promise<SearchPlaces>
  /** Indexes a little of what is still to be indexed, in a short transaction; resolves with how many documents are left. */
  indexSome(): Promise<number>
}
