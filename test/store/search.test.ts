/** The library room's search on a real library. */
import { expect, test } from 'vitest'
import type { SearchRequest } from '../../shared/api/search-types.ts'
import type { Store } from '../../electron/store/store.ts'
import { newDraft, newLibrary, openLibrary, readyDocument } from './library.ts'

/** A request for words and nothing else. */
export const request = (words: string, rest: Partial<SearchRequest> = {}): SearchRequest => ({
  words, filter: 'all', states: [], genres: [], organs: [], years: [], order: 'relevance', offset: 0, limit: 200, ...rest,
})

const find = async (store: Store, words: string, rest: Partial<SearchRequest> = {}): Promise<readonly string[]> =>
  (await store.search(request(words, rest), '林禾')).rows.map(({ id }) => id)

test('what was saved is found by the next search, by whoever asks', async () => {
  const store = newLibrary()
  const other = openLibrary(store.file)
  const id = await newDraft(store, readyDocument('关于春耕的通知', '请做好农田灌溉。'))
  expect(await find(store, '灌溉')).toEqual([id])
  expect(await find(other, '灌溉')).toEqual([id])
  const { revision } = await store.getDocument(id)
  await store.saveDraft({ id, revision, document: readyDocument('关于春耕的通知', '请做好森林防火。'), now: Date.now() })
  expect(await find(other, '灌溉')).toEqual([])
  expect(await find(other, '森林 春耕')).toEqual([id])
  const answer = await store.search(request('防火 森林'), '林禾')
  expect(answer).toMatchObject({ total: 1, pending: 0 })
  expect(answer.rows[0]).toMatchObject({ id, hits: 2, contexts: [{ place: '正文', pieces: [{ text: '请做好', hit: false }, { text: '森林防火', hit: true }, { text: '。', hit: false }] }] })
})
