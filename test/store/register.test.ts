import { expect, test } from 'vitest'
import { newLibrary, newSigned, openLibrary, readyDocument, refusal, seriesOf } from './library.ts'
import type { Store } from '../../electron/store/store.ts'

async function take(store: Store, code: string, year: number, expected?: number): Promise<string | null> {
  const { id: seriesId } = await seriesOf(store, code)
  const documentId = await newSigned(store)
  const { record } = await store.allocateNumber({ documentId, seriesId, year, expected, who: '林禾' })
  return record!.document.header.documentNumber
}

const arrival = (title: string) => ({ document: readyDocument(title), who: '林禾', what: 'imported', detail: '旧件.txt' }) as const

test('a number is taken, entered and written into the document in one step', async () => {
  const store = newLibrary()
  const { id: seriesId } = await seriesOf(store, '河政办发')
  const documentId = await newSigned(store)
  const { number, record } = await store.allocateNumber({ documentId, seriesId, year: 2024, expected: 1, who: '林禾' })
  expect(number).toBe(1)
  expect(record).toMatchObject({ state: 'numbered', revision: 3 })
  expect(record!.document.header.documentNumber).toBe('河政办发〔2024〕1号')
  expect(record!.history.at(-1)).toMatchObject({ what: 'numbered', detail: '河政办发〔2024〕1号' })
  expect((await store.listDocuments())[0]).toMatchObject({ documentNumber: '河政办发〔2024〕1号', state: 'numbered' })
  expect(await seriesOf(openLibrary(store.file), '河政办发')).toMatchObject({ used: 1, last: 1, next: 2 })
})

test('each series and each year counts by itself', async () => {
  const store = newLibrary()
  expect(await take(store, '河政发', 2024)).toBe('河政发〔2024〕1号')
  expect(await take(store, '河政发', 2024)).toBe('河政发〔2024〕2号')
  expect(await take(store, '河政办发', 2024)).toBe('河政办发〔2024〕1号')
  expect(await take(store, '河政发', 2025)).toBe('河政发〔2025〕1号')
  expect(await take(store, '河政发', 2024)).toBe('河政发〔2024〕3号')
})

test('another number than the one that was shown is refused, not taken silently', async () => {
  const store = newLibrary()
  await take(store, '河政发', 2024)
  const { message } = await refusal('stale', () => take(store, '河政发', 2024, 1))
  expect(message).toContain('下一个号是2')
  expect(await seriesOf(store, '河政发')).toMatchObject({ used: 1, next: 2 })
})

test('a series that is not there is refused; the document keeps its state', async () => {
  const store = newLibrary()
  const documentId = await newSigned(store)
  await refusal('unknownSeries', () => store.allocateNumber({ documentId, seriesId: documentId, year: 2024, who: '林禾' }))
  expect((await store.getDocument(documentId)).state).toBe('signed')
})

test('series stand in the order in which they were made, and a code stands once', async () => {
  const codes = ['河政发', '河政办发', '河政任', '河政函', '河政通告', '河政字', '安政发', '白政发']
  const store = newLibrary(codes)
  await store.addSeries({ code: '河发', who: '林禾' })
  expect((await store.listSeries(2024)).map((series) => series.code)).toEqual([...codes, '河发'])
  await refusal('badRequest', () => store.addSeries({ code: '河政任', who: '林禾' }))
})

test('a document that arrives with its number makes its series and leaves the gap before it open', async () => {
  const store = newLibrary()
  const record = await store.importIssued(arrival('旧件'), { code: '河政函', year: 2024, serial: 5 })
  expect(record).toMatchObject({ state: 'issued' })
  expect(await seriesOf(store, '河政函')).toMatchObject({ used: 1, last: 5, next: 6 })
  expect(await take(store, '河政函', 2024)).toBe('河政函〔2024〕6号')
  await store.importIssued(arrival('补来的'), { code: '河政函', year: 2024, serial: 2 })
  expect(await seriesOf(store, '河政函')).toMatchObject({ used: 3, last: 6, next: 7 })
})

test('a number that is taken, by a draft of ours or by an import, is not given to an import', async () => {
  const store = newLibrary()
  await take(store, '河政发', 2024)
  await store.importIssued(arrival('旧件'), { code: '河政发', year: 2023, serial: 9 })
  const before = await store.listDocuments()
  const ours = await refusal('numberTaken', () => store.importIssued(arrival('又一件'), { code: '河政发', year: 2024, serial: 1 }))
  expect(ours.message).toContain('关于做好冬季供暖工作的通知')
  const theirs = await refusal('numberTaken', () => store.importIssued(arrival('又一件'), { code: '河政发', year: 2023, serial: 9 }))
  expect(theirs.message).toContain('旧件')
  expect(await store.listDocuments()).toEqual(before)
})
