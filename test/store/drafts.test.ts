import SQLite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { partText } from '../../shared/document/text.ts'
import { newDraft, newLibrary, newSigned, openLibrary, readyDocument, refusal, seriesOf } from './library.ts'

test('a draft is kept as it was written, with its origin in the history', async () => {
  const store = newLibrary()
  const document = readyDocument()
  const { id } = await store.createDraft({ document, who: '林禾', what: 'created', detail: '通知·部署', templateId: 'notice-deploy' })

  const record = await openLibrary(store.file).getDocument(id)
  expect(record).toMatchObject({ id, state: 'draft', revision: 1, templateId: 'notice-deploy', document, doubts: [] })
  expect(record.history).toMatchObject([{ who: '林禾', what: 'created', detail: '通知·部署' }])
})

test('a number in the header of a draft is dropped: only the register gives numbers', async () => {
  const store = newLibrary()
  const document = readyDocument()
  const numbered = { ...document, header: { ...document.header, documentNumber: '河政发〔2024〕9号' } }
  const id = await newDraft(store, numbered)
  expect((await store.getDocument(id)).document.header.documentNumber).toBeNull()

  await store.saveDraft({ id, revision: 1, document: numbered, now: 1 })
  expect((await store.getDocument(id)).document.header.documentNumber).toBeNull()
})

test('a save counts the revision up; one that was read before it is refused and changes nothing', async () => {
  const store = newLibrary()
  const id = await newDraft(store)
  const saved = await store.saveDraft({ id, revision: 1, document: readyDocument('第二次的标题'), now: 1_700_000_000_000 })
  expect(saved).toEqual({ revision: 2, savedAt: 1_700_000_000_000 })

  const other = openLibrary(store.file)
  await refusal('stale', () => other.saveDraft({ id, revision: 1, document: readyDocument('别处的标题'), now: 2 }))
  const record = await store.getDocument(id)
  expect(record.revision).toBe(2)
  expect(record.updatedAt).toBe(1_700_000_000_000)
  expect(partText(record.document, 'title')).toBe('第二次的标题')
})

test('the same save once more, after its answer was lost, is no conflict', async () => {
  const store = newLibrary()
  const id = await newDraft(store)
  const save = { id, revision: 1, document: readyDocument('存上了'), now: 1 }
  const saved = await store.saveDraft(save)
  expect(await store.saveDraft({ ...save, now: 2 })).toEqual(saved)
  await refusal('stale', () => store.saveDraft({ ...save, document: readyDocument('又改了') }))
})

test('what is not there is refused by name', async () => {
  const store = newLibrary()
  const id = '0190a000-0000-7000-8000-000000000000'
  await refusal('notFound', () => store.getDocument(id))
  await refusal('notFound', () => store.saveDraft({ id, revision: 1, document: readyDocument(), now: 1 }))
  await refusal('notFound', () => store.discardDraft(id, '林禾'))
  await refusal('notFound', () => store.signDocument(id, '陈望秋', '林禾'))
})

test('a signed, numbered or issued document is locked against saving and discarding', async () => {
  const store = newLibrary()
  const signed = await newSigned(store)
  const numbered = await newSigned(store)
  const { id: seriesId } = await seriesOf(store, '河政发')
  await store.allocateNumber({ documentId: numbered, seriesId, year: 2024, who: '林禾' })
  const arrival = { document: readyDocument(), who: '林禾', what: 'imported', detail: '通知.txt' } as const
  const { id: issued } = await store.importIssued(arrival, { code: '河政任', year: 2023, serial: 3 })

  for (const id of [signed, numbered, issued]) {
    const before = await store.getDocument(id)
    await refusal('locked', () => store.saveDraft({ id, revision: before.revision, document: readyDocument('改过'), now: 1 }))
    await refusal('locked', () => store.discardDraft(id, '林禾'))
    expect(await store.getDocument(id)).toEqual(before)
  }
})

test('a discarded draft leaves the list, cannot be signed, and comes back as it was', async () => {
  const store = newLibrary()
  const kept = await newDraft(store, readyDocument('留下的'))
  const id = await newDraft(store, readyDocument('废去的'))
  await store.discardDraft(id, '林禾')
  expect((await store.listDocuments()).map((one) => one.id)).toEqual([kept])
  expect((await store.listDiscarded()).map((one) => one.id)).toEqual([id])
  await refusal('wrongState', () => store.signDocument(id, '陈望秋', '林禾'))

  const record = await store.restoreDraft(id, '林禾')
  expect(record.state).toBe('draft')
  expect(partText(record.document, 'title')).toBe('废去的')
  expect(record.history.map((entry) => entry.what)).toEqual(['created', 'discarded', 'restored'])
  expect(await store.listDiscarded()).toEqual([])
  expect(await store.listDocuments()).toHaveLength(2)
})

test('the list shows what the content says, last changed first, also within one millisecond', async () => {
  const store = newLibrary()
  const ids: string[] = []
  for (let at = 0; at < 30; at++) ids.push(await newDraft(store, readyDocument(`第${at}份\n通知`)))
  const list = await store.listDocuments()
  expect(list.map((one) => one.id)).toEqual([...ids].reverse())
  expect(list[0]).toMatchObject({
    title: '第29份通知',
    genre: '通知',
    issuers: ['河湾县人民政府办公室'],
    documentNumber: null,
    signatureDate: '2024年9月30日',
  })
  await store.saveDraft({ id: ids[3]!, revision: 1, document: readyDocument('又改了'), now: Date.now() + 1000 })
  expect((await store.listDocuments())[0]).toMatchObject({ id: ids[3], title: '又改了' })
})

test('an imported original is kept once for the same bytes', async () => {
  const store = newLibrary()
  const original = { name: '通知.txt', bytes: new TextEncoder().encode('河政发〔2024〕9号') }
  const doubts = [{ where: '署名', what: '没有找到署名' }]
  for (const name of ['通知.txt', '通知 副本.txt']) {
    await store.createDraft({ document: readyDocument(), who: '林禾', what: 'imported', detail: name, doubts, original: { ...original, name } })
  }
  const [one] = await store.listDocuments()
  expect((await store.getDocument(one!.id)).doubts).toEqual(doubts)
  const database = new SQLite(store.file, { readonly: true })
  onTestFinished(() => void database.close())
  expect(database.prepare('SELECT bytes FROM blob').pluck().all()).toEqual([Buffer.from(original.bytes)])
  expect(database.prepare('SELECT original_name FROM document ORDER BY rowid').pluck().all()).toEqual(['通知.txt', '通知 副本.txt'])
})

test('the profile can be changed; another connection sees it and that the library changed', async () => {
  const store = newLibrary()
  const other = openLibrary(store.file)
  const seen = await other.changesElsewhere()
  const profile = { office: '河湾县水利局', user: '罗一鸣', gazetteName: '' }
  await store.setProfile(profile)
  expect(await other.profile()).toEqual(profile)
  expect(await other.changesElsewhere()).not.toBe(seen)
})
