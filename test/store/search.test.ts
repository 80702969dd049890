/** The library room's search on a real library. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { SearchRequest } from '../../shared/api/search-types.ts'
import type { Store } from '../../electron/store/store.ts'
import { newDraft, newLibrary, newSigned, openLibrary, readyDocument, refusal, seriesOf } from './library.ts'
import { request } from './search-model.ts'

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

test('filters let through what they say, and count what the words match', async () => {
  const store = newLibrary()
  const mine = await newDraft(store)
  const other = (await store.createDraft({ document: readyDocument(), who: '邵一帆', what: 'created', detail: '' })).id
  await store.act({ id: other, act: 'submit', opinion: '', handler: '林禾', who: '邵一帆' })
  const numbered = await newSigned(store)
  await store.allocateNumber({ documentId: numbered, seriesId: (await seriesOf(store, '河政发')).id, year: 2024, who: '林禾' })
  const gone = await newDraft(store)
  await store.discardDraft(gone, '林禾')
  const arrival = { document: { ...readyDocument(), header: { ...readyDocument().header, documentNumber: '河政发〔2023〕9号' } }, who: '林禾', what: 'imported', detail: '' } as const
  const issued = (await store.importIssued(arrival, { code: '河政发', year: 2023, serial: 9 })).id

  const of = async (filter: SearchRequest['filter'], words: string): Promise<ReadonlySet<string>> => new Set(await find(store, words, { filter }))
  for (const words of ['', '检修']) {
    expect(await of('all', words)).toEqual(new Set([mine, other, numbered, issued]))
    expect(await of('mine', words)).toEqual(new Set([mine]))
    expect(await of('waiting', words)).toEqual(new Set([other]))
    expect(await of('unprinted', words)).toEqual(new Set([numbered]))
    expect(await of('unpublished', words)).toEqual(new Set([issued]))
    expect(await of('discarded', words)).toEqual(new Set([gone]))
    expect((await store.search(request(words), '林禾')).filters).toEqual({ all: 4, mine: 1, waiting: 1, unprinted: 1, unpublished: 1, discarded: 1 })
  }
  expect((await store.search(request('没有'), '林禾')).filters).toEqual({ all: 0, mine: 0, waiting: 0, unprinted: 0, unpublished: 0, discarded: 0 })
  expect((await store.search(request('检修', { states: ['issued'] }), '林禾')).facets).toEqual({
    states: [{ value: 'draft', count: 1 }, { value: 'submitted', count: 1 }, { value: 'numbered', count: 1 }, { value: 'issued', count: 1 }],
    genres: [{ value: '通知', count: 4 }],
    organs: [{ value: '河湾县人民政府办公室', count: 4 }],
    years: [{ value: 2024, count: 3 }, { value: 2023, count: 1 }],
  })
  expect(new Set(await find(store, '检修', { years: [2023], states: ['issued', 'draft'] }))).toEqual(new Set([issued]))
  expect(await find(store, '检修', { organs: ['河湾县水利局'] })).toEqual([])
})

test('orders, from either end, in pages that together are the whole', async () => {
  const store = newLibrary()
  const titles = ['关于防汛的通知', '关于春耕的通知', '关于10号水库的通知', '关于9号水库的通知']
  const ids = new Map<string, string>()
  for (const title of titles) ids.set(await newDraft(store, readyDocument(title)), title)
  const in_ = async (rest: Partial<SearchRequest>): Promise<readonly (string | undefined)[]> => (await find(store, '', rest)).map((id) => ids.get(id))
  expect(await in_({ order: 'title' })).toEqual(['关于9号水库的通知', '关于10号水库的通知', '关于春耕的通知', '关于防汛的通知'])
  expect(await in_({ order: 'title', reversed: true })).toEqual(['关于防汛的通知', '关于春耕的通知', '关于10号水库的通知', '关于9号水库的通知'])
  for (const order of ['relevance', 'date', 'number', 'title', 'updated'] as const) {
    const whole = await in_({ order })
    const pages = [await in_({ order, limit: 3 }), await in_({ order, offset: 3, limit: 3 })]
    expect(pages.flat()).toEqual(whole)
  }
})

test('all places of words in one document, in the order of the text', async () => {
  const store = newLibrary()
  const id = await newDraft(store, readyDocument('关于供暖检修的通知'))
  const { places } = await store.places(id, '检修 乡镇')
  expect(places.map(({ place, pieces }) => [place, pieces.filter(({ hit }) => hit).map(({ text }) => text)])).toEqual([['标题', ['检修']], ['主送机关', ['乡镇']], ['正文', ['乡镇', '检修']]])
  await refusal('notFound', () => store.places('00000000-0000-7000-8000-000000000000', '检修'))
})

test('where another process writes, the search waits for nobody, says what it does not know yet, and finds it by its title', async () => {
  const store = newLibrary()
  const id = await newDraft(store, readyDocument('关于春耕的通知', '请做好农田灌溉。'))
  const writer = new SQLite(store.file)
  writer.exec('BEGIN IMMEDIATE')
  expect(await store.search(request('灌溉'), '林禾')).toMatchObject({ total: 0, pending: 1 })
  const byTitle = await store.search(request('春耕'), '林禾')
  expect(byTitle.rows.map((row) => [row.id, row.contexts[0]?.place])).toEqual([[id, '标题']])
  writer.exec('ROLLBACK')
  writer.close()
  expect(await store.search(request('灌溉'), '林禾')).toMatchObject({ total: 1, pending: 0 })
})

test('after a backup is restored, every open program finds what is there now', async () => {
  const store = newLibrary()
  const other = openLibrary(store.file)
  const id = await newDraft(store, readyDocument('关于春耕的通知'))
  const gone = await newDraft(store, readyDocument('关于防汛的通知'))
  const backup = await store.makeBackup('manual')
  for (let revision = 1; revision < 6; revision++) await store.saveDraft({ id, revision, document: readyDocument('关于供暖的通知'), now: Date.now() })
  await store.discardDraft(gone, '林禾')
  expect(await find(other, '供暖')).toEqual([id])
  await store.restoreBackup(backup.file, '林禾')
  for (const one of [store, other]) {
    expect((await one.search(request('春耕'), '林禾')).rows.map(({ title }) => title)).toEqual(['关于春耕的通知'])
    expect(new Set(await find(one, ''))).toEqual(new Set([id, gone]))
    expect(await find(one, '供暖 关于')).toEqual([])
  }
})

test('what another program indexes is no change that anybody is told of; what it saves is, also where both come at once', async () => {
  const store = newLibrary()
  const other = openLibrary(store.file)
  const id = await newDraft(store)
  const { revision, document } = await store.getDocument(id)
  await store.saveDraft({ id, revision, document: { ...document, parts: [...document.parts] }, now: 1 })
  const saved = await other.changesElsewhere()
  expect(saved).toBeGreaterThan(0)
  expect(await store.changesElsewhere()).toBe(0)
  expect(await store.indexSome()).toBe(0)
  expect(await find(other, '检修')).toEqual([id])
  expect(await other.changesElsewhere()).toBe(saved)

  await store.saveDraft({ id, revision: revision + 1, document: readyDocument('关于春耕的通知'), now: 2 })
  await store.indexSome()
  expect(await other.changesElsewhere()).toBe(saved + 1)
  // An own change is none from elsewhere.
  await other.discardDraft(id, '林禾')
  expect(await other.changesElsewhere()).toBe(saved + 1)
  await store.setFontFamilies({ kai: '楷体' })
  expect(await other.changesElsewhere()).toBe(saved + 2)
})

test('what is left alone is indexed in the idle, what is being typed is not', async () => {
  const store = newLibrary()
  const id = await newDraft(store)
  const { revision, document } = await store.getDocument(id)
  expect(await store.indexSome()).toBe(0)
  const due = (): unknown => { const database = new SQLite(store.file); try { return database.prepare('SELECT due FROM searched').pluck().get() } finally { database.close() } }
  expect(due()).toBe(1)
  // Saved long ago.
  await store.saveDraft({ id, revision, document: { ...document, parts: [...document.parts] }, now: 1 })
  expect(await store.indexSome()).toBe(0)
  expect(due()).toBe(0)
})

test('a process that is killed while it saves and indexes leaves an index that is whole', async () => {
  const store = newLibrary()
  for (const lines of [1, 4]) {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'search-process.ts'), store.file], { stdio: ['ignore', 'pipe', 'inherit'] })
    const told: string[] = []
    createInterface({ input: child.stdout }).on('line', (line) => {
      told.push(line)
      if (told.length === lines) child.kill('SIGKILL')
    })
    await once(child, 'close')
    const database = new SQLite(store.file)
    database.exec("INSERT INTO searched_pair (searched_pair) VALUES ('integrity-check')")
    database.close()
    const found = await find(store, '渡口')
    expect(found).toEqual(expect.arrayContaining(told))
    expect((await store.search(request('水库 巡查'), '林禾')).rows.every(({ title }) => title.includes('水库'))).toBe(true)
  }
}, 120_000)
