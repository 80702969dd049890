import { expect, test } from 'vitest'
import { EMPTY_BOOK } from '../../shared/register/book.ts'
import type { BookFields } from '../../shared/register/entry.ts'
import type { BookLine } from '../../electron/store/register-port.ts'
import { newDraft, newLibrary, newSigned, readyDocument, refusal, seriesOf } from './library.ts'

const arrival = (title: string, text?: string) => ({ document: readyDocument(title, text), who: '林禾', what: 'imported', detail: '旧件.txt' }) as const

function line(serial: number, fields: Partial<BookFields>, more: Partial<BookLine> = {}): BookLine {
  return { sheet: '2023年', line: serial + 2, printed: `河政发〔2023〕${serial}号`, code: '河政发', year: 2023, serial, status: 'paper', reason: '', fields: { ...EMPTY_BOOK, ...fields }, ...more }
}

test('a number tells its signer and drafter, and what becomes of its text', async () => {
  const store = newLibrary()
  const { id: seriesId } = await seriesOf(store, '河政发')
  const documentId = await newSigned(store)
  const { number } = await store.allocateNumber({ documentId, seriesId, year: 2024, who: '邵一帆' })
  const key = { seriesId, year: 2024, serial: number }
  const { row, history } = await store.number(key)
  expect(row).toMatchObject({ kind: 'used', same: true, state: 'numbered', entry: { holder: '邵一帆', book: { signer: '陈望秋', drafter: '林禾', title: '关于做好冬季供暖工作的通知', date: '2024年9月30日', sentTo: '各乡镇人民政府' } } })
  expect(history.map(({ what }) => what)).toEqual(['signed', 'numbered'])
  await store.act({ id: documentId, act: 'print', opinion: '', copies: 60, who: '林禾' })
  const printed = await store.amend({ ...key, field: 'copies', value: '85', who: '沈望舒' })
  expect(printed.row.entry?.book.copies).toBe('85')
  expect(printed.history.at(-1)).toMatchObject({ what: 'amended', who: '沈望舒', detail: '份数 60 改为 85' })
  const same = await store.amend({ ...key, field: 'copies', value: '85', who: '沈望舒' })
  expect(same.history).toEqual(printed.history)
})

test('what an issue printed otherwise than the text that the number was given to is seen at its number', async () => {
  const store = newLibrary()
  const document = { ...readyDocument('关于春耕的通知', '请做好备耕。'), header: { ...readyDocument().header, documentNumber: '河政发〔2024〕5号' } }
  const { id } = await store.importIssued({ ...arrival('关于春耕的通知'), document }, { code: '河政发', year: 2024, serial: 5 })
  const { id: seriesId } = await seriesOf(store, '河政发')
  const key = { seriesId, year: 2024, serial: 5 }
  expect(await store.number(key)).toMatchObject({ row: { same: true, issue: '', entry: { documentId: id } }, history: [{ what: 'imported', detail: '旧件.txt' }] })
  const other = { ...document, parts: document.parts.map((part) => (part.type === 'body' ? readyDocument('', '请做好备耕和防旱。').parts.find(({ type }) => type === 'body')! : part)) }
  const facts = { gazetteName: '河湾县人民政府公报', year: 2024, numbers: [2], supplement: false, total: null, date: '', sponsor: '', board: [], introduction: '', cover: '' }
  await store.importIssue({ facts, sections: [{ name: '县政府文件', documents: [{ document: other, doubts: [], listed: null }] }], doubts: [], who: '林禾', original: { name: '公报.txt', bytes: Uint8Array.of(1) } })
  expect((await store.numbers(seriesId, 2024)).rows.at(-1)).toMatchObject({ serial: 5, same: false, issue: '《河湾县人民政府公报》2024年第2期' })
})

test('a document that arrives takes a number that the book has on paper under its title; any other holder is named', async () => {
  const store = newLibrary()
  const { id: seriesId } = await seriesOf(store, '河政发')
  await store.takeOnPaper({ seriesId, year: 2024, serial: 1, title: '关于春耕的通知', reason: '', who: '邵一帆' })
  await store.allocateNumber({ seriesId, year: 2024, reason: '机构改革配套文件', who: '邵一帆' })
  await store.importIssued(arrival('关于春耕的通知'), { code: '河政发', year: 2024, serial: 1 })
  expect((await store.number({ seriesId, year: 2024, serial: 1 })).history.map(({ what, detail }) => [what, detail])).toEqual([['paper', '《关于春耕的通知》'], ['imported', '旧件.txt；原登记为线下占用']])
  const { message } = await refusal('numberTaken', () => store.importIssued(arrival('关于防汛的通知'), { code: '河政发', year: 2024, serial: 2 }))
  expect(message).toMatch(/河政发〔2024〕2号已由邵一帆占用（.*，机构改革配套文件）/)
})

test('a book is read in once: tried first, then for good, and the same again says so; what a document has is not taken from it', async () => {
  const store = newLibrary()
  await store.importIssued(arrival('关于春耕的通知'), { code: '河政发', year: 2023, serial: 3 })
  const lines = [
    line(1, { title: '关于植树的通知', copies: '60' }),
    line(2, {}, { status: 'void', reason: '内容重复' }),
    line(3, { title: '关于春耕的通知', remarks: '附件另寄' }),
    line(3, { title: '关于别的通知' }),
    line(5, {}, { status: 'free', reason: '印制时空出' }),
    line(6, { title: '关于水库的通知' }, { code: '河水发' }),
    line(7, {}, { code: 'ABC' }),
  ]
  const how = { file: '登记簿.xlsx', who: '林禾' }
  const before = await store.book(null, null)
  const tried = await store.importBook(lines, { ...how, dryRun: true })
  expect(await store.book(null, null)).toEqual(before)
  expect(tried.rows.map(({ outcome }) => outcome)).toEqual(['new', 'new', 'changed', 'refused', 'new', 'new', 'refused'])
  expect(tried.rows[2]?.what).toBe('备注填为 附件另寄')
  expect(tried.rows[3]?.what).toMatch(/河政发〔2023〕3号已经给了《关于春耕的通知》.*表格里是《关于别的通知》/)
  expect(tried.newSeries).toEqual(['河水发'])
  expect(await store.importBook(lines, { ...how, dryRun: false })).toEqual(tried)
  const again = await store.importBook(lines, { ...how, dryRun: false })
  expect(again.rows.map(({ outcome }) => outcome)).toEqual(['same', 'same', 'same', 'refused', 'same', 'same', 'refused'])
  expect(again.newSeries).toEqual([])
  const book = (await store.book(null, 2023)).map(({ printed, kind, entry }) => [printed, kind, entry?.book.title ?? '', entry?.reason ?? ''])
  expect(book).toEqual([
    ['河政发〔2023〕1号', 'paper', '关于植树的通知', ''],
    ['河政发〔2023〕2号', 'void', '', '内容重复'],
    ['河政发〔2023〕3号', 'used', '关于春耕的通知', ''],
    ...[1, 2, 3, 4, 5].map((serial) => [`河水发〔2023〕${serial}号`, 'gap', '', '']),
    ['河水发〔2023〕6号', 'paper', '关于水库的通知', ''],
  ])
  const { id: seriesId } = await seriesOf(store, '河政发')
  expect((await store.number({ seriesId, year: 2023, serial: 3 })).history.at(-1)?.detail).toBe('备注填为 附件另寄（登记簿.xlsx 2023年第5行）')
})

test('orders run on over the years: one strip, and each year its own part of the book', async () => {
  const store = newLibrary([])
  await store.addSeries({ code: '河政令', form: 'order', who: '林禾' })
  const { id: seriesId } = await seriesOf(store, '河政令')
  const take = async (year: number, serial?: number): Promise<string> => (await store.allocateNumber({ seriesId, year, reason: '先占', who: '林禾', ...(serial === undefined ? {} : { serial }) })).printed
  expect([await take(2023), await take(2023), await take(2024, 4), await take(2024)]).toEqual(['第1号', '第2号', '第4号', '第5号'])
  const part = async (year: number | null): Promise<unknown> => (await store.book(seriesId, year)).map(({ serial, kind, year: own }) => [serial, kind, own])
  expect(await part(2023)).toEqual([[1, 'held', 2023], [2, 'held', 2023]])
  expect(await part(2024)).toEqual([[3, 'gap', 2024], [4, 'held', 2024], [5, 'held', 2024]])
  expect(await part(null)).toHaveLength(5)
  expect(await seriesOf(store, '河政令', 2024)).toMatchObject({ used: 2, gaps: 1, last: 5, next: 6, years: [2024, 2023] })
  await refusal('wrongState', async () => store.allocateNumber({ seriesId, year: 2024, documentId: await newDraft(store), who: '林禾' }))
})
