/** The book that goes out says, when it comes in again, exactly what the register says. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BookLine } from '../../electron/store/register-port.ts'
import { Refusal } from '../../shared/api/reply.ts'
import { BOOK_FIELDS, type BookFields } from '../../shared/register/entry.ts'
import { readyDocument, seriesOf } from '../store/library.ts'
import { bookDesk, bookLine, type Desk } from './book-desk.ts'

const CODES = ['河政发', '河政办发', '河政函', '河政令'] as const
const YEARS = [2022, 2024] as const

/** What people write into the cells of a book, and what a workbook might take for something else. */
const words = fc.oneof(
  fc.constantFrom('', '关于做好防汛工作的通知', '作废', '空号', '占号', '合计', '标题', '编号', '2023.5.8', '5月8日', '45054', '2024年5月8日', '二〇二四年五月八日', '60', '060', '60份', '=1+1', '_x0041_', '—', '无', ' 首尾 ', '第一行\n第二行', '各乡镇人民政府：', '河政发〔2021〕3号', '<&">', "'5", '没有说明', '（河政办发）', '1e5', '\u2028'),
  fc.string({ unit: fc.constantFrom('河', 'a', '1', ' ', '.', '年', '月', '日', '号', '（', '〔', '/', '-', '_', '=', '\n', '\t', '\u0000', '\u0085', '\ufffd', '\ufdd0', '\ufeff', '\u{1f600}', '\ud800', '\u200b'), maxLength: 12 }),
)
const fields = fc.record(Object.fromEntries(BOOK_FIELDS.map((field) => [field, words])) as Record<keyof BookFields, typeof words>)
const place = { code: fc.constantFrom(...CODES), year: fc.constantFrom(...YEARS), serial: fc.integer({ min: 1, max: 14 }) }

type Act = (desk: Desk) => Promise<unknown>
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ ...place, fields, reason: words, status: fc.constantFrom<BookLine['status']>('paper', 'void', 'free') }).map((one): Act => ({ store }) => {
    const printed = one.code === '河政令' ? { printed: `第${one.serial}号` } : {}
    return store.importBook([bookLine(one.code, one.year, one.serial, one.fields, { reason: one.reason.trim(), status: one.status, ...printed })], { dryRun: false, file: '旧簿.xlsx', who: '林禾' })
  }),
  fc.record({ ...place, title: words }).map(({ title, ...number }): Act => ({ store }) => store.importIssued({ document: readyDocument(title), who: '林禾', what: 'imported', detail: '' }, number)),
  fc.record({ ...place, purpose: words, expires: fc.constantFrom(null, '2020-01-01', '2999-12-31') }).map((one): Act => async ({ store }) =>
    store.reserve({ seriesId: (await seriesOf(store, one.code, one.year)).id, year: one.year, from: one.serial, count: 1, purpose: one.purpose, expires: one.expires, who: '邵一帆' })),
  fc.record({ ...place, reason: words }).map((one): Act => async ({ store }) => store.allocateNumber({ seriesId: (await seriesOf(store, one.code, one.year)).id, year: one.year, serial: one.serial, reason: one.reason, who: '林禾' })),
  fc.record({ ...place, reason: words }).map((one): Act => async ({ store }) => store.voidNumber({ seriesId: (await seriesOf(store, one.code, one.year)).id, year: one.year, serial: one.serial, reason: one.reason, who: '林禾' })),
  fc.record({ ...place, field: fc.constantFrom(...BOOK_FIELDS), value: words }).map((one): Act => async ({ store }) =>
    store.amend({ seriesId: (await seriesOf(store, one.code, one.year)).id, year: one.year, serial: one.serial, field: one.field, value: one.value, who: '林禾' })),
)

/** Does what can be done; what the register refuses has changed nothing. */
async function perform(desk: Desk, acts: readonly Act[]): Promise<void> {
  for (const one of acts) {
    try {
      await one(desk)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
}

test('a book that is written and read changes nothing, whatever the register holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 25 }), fc.boolean(), async (acts, shared) => {
      const desk = await bookDesk(['河政发', '河政办发'])
      const [first] = await desk.store.listSeries(2024)
      await desk.store.addSeries({ code: '河政令', form: 'order', ...(shared && first ? { sharesWith: first.id } : {}), who: '林禾' })
      await desk.store.addSeries({ code: '河政函', name: '河政办发以外的函', ...(shared && first ? { sharesWith: first.id } : {}), who: '林禾' })
      await perform(desk, acts)
      const rows = await desk.store.book(null, null)
      if (rows.length === 0) return
      await desk.out('登记簿.xlsx')
      const { rows: read, newSeries, notes } = await desk.in('登记簿.xlsx')
      expect(read.filter(({ outcome }) => outcome !== 'same')).toEqual([])
      expect({ newSeries, notes }).toEqual({ newSeries: [], notes: [] })
      // Read in in earnest it changes nothing either.
      await desk.in('登记簿.xlsx', false)
      expect(await desk.store.book(null, null)).toEqual(rows)
    }),
    { numRuns: 12 },
  )
})
