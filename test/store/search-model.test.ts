/** Whatever is done to documents, the search finds exactly those that hold the words, on every connection. */
import SQLite from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Store } from '../../electron/store/store.ts'
import { SAVED_FILTERS } from '../../shared/api/search-types.ts'
import { makeAttachment, makeBody, makeCell, makeDocument, makeHeading, makeLine, makeParagraph, makePrinted, makeRow, makeTable } from '../../shared/document/build.ts'
import type { Document } from '../../shared/document/types.ts'
import { newId } from '../../shared/lib/id.ts'
import { newLibrary, openLibrary } from './library.ts'
import { expected, request, type Known } from './search-model.ts'

const LETTERS = fc.constantFrom('县', '人', '民', '政', '府', '9', '2', 'a', 'Ａ', '（', '〔', '，', '-', '/', ' ', '𠮷')
const text = fc.string({ unit: LETTERS, maxLength: 10 })
const by = { id: newId(), author: '林禾', date: '2024-05-08T09:00:00Z' }

/** Documents with a line of every kind. */
const documents = fc.record({ title: text, body: fc.array(text, { maxLength: 3 }), gone: text, cells: fc.array(text, { minLength: 1, maxLength: 3 }), printed: text, attached: text, organ: text, day: fc.integer({ min: 1, max: 3 }) }).map(
  ({ title, body, gone, cells, printed, attached, organ, day }): Document =>
    makeDocument({ issuers: [organ], genre: '通知', documentNumber: null }, [
      makeLine('title', title),
      makeBody([makeHeading(1, attached), ...body.map((one) => makeParagraph([{ text: one }, { text: gone, del: by }, { text: organ }])), makeTable([makeRow(cells.map((one) => makeCell(one)))], { caption: printed })]),
      makeLine('signatureOrgan', organ),
      makeLine('signatureDate', `2024年5月${day}日`),
      makePrinted(printed, [makeParagraph(attached)]),
      makeAttachment(attached, [makeParagraph(title)]),
    ]),
)

/** What is done; `at` names the document, counted round. */
const acts = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('create' as const), document: documents }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('import' as const), document: documents, serial: fc.integer({ min: 1, max: 30 }) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('save' as const), at: fc.nat(), document: documents }) },
  fc.record({ do: fc.constantFrom('discard' as const, 'restore' as const, 'submit' as const, 'index' as const), at: fc.nat() }),
)
type Act = typeof acts extends fc.Arbitrary<infer T> ? T : never

/** One run: a library and what is known of it. */
class Run {
  readonly store = newLibrary()
  readonly ids: { readonly id: string; discarded: boolean }[] = []

  /** Does one thing, where the state allows it. */
  async do(act: Act, store: Store): Promise<void> {
    if (act.do === 'create') this.ids.push({ id: (await store.createDraft({ document: act.document, who: '林禾', what: 'created', detail: '' })).id, discarded: false })
    else if (act.do === 'import') await this.import(act, store)
    else if (act.do === 'index') await store.indexSome()
    else {
      const one = this.ids[act.at % this.ids.length]
      if (one) await this.change(act, one, store)
    }
  }

  private async import({ document, serial }: Extract<Act, { do: 'import' }>, store: Store): Promise<void> {
    const numbered = { ...document, header: { ...document.header, documentNumber: `河政发〔2024〕${serial}号` } }
    const arrival = { document: numbered, who: '林禾', what: 'imported', detail: '' } as const
    await store.importIssued(arrival, { code: '河政发', year: 2024, serial }).then(({ id }) => this.ids.push({ id, discarded: false }), () => undefined)
  }

  private async change(act: Exclude<Act, { do: 'create' | 'import' }>, one: { readonly id: string; discarded: boolean }, store: Store): Promise<void> {
    const { state, revision } = await store.getDocument(one.id)
    if (state !== 'draft') return
    if (act.do === 'save' && 'document' in act) await store.saveDraft({ id: one.id, revision, document: act.document, now: Date.now() })
    else if (act.do === 'discard' || act.do === 'restore') {
      await (act.do === 'discard' ? store.discardDraft(one.id, '林禾') : store.restoreDraft(one.id, '林禾'))
      one.discarded = act.do === 'discard'
    } else if (act.do === 'submit' && !one.discarded) await store.act({ id: one.id, act: 'submit', opinion: '', handler: '陈望秋', who: '林禾' })
  }

  async known(): Promise<readonly Known[]> {
    return Promise.all(this.ids.map(async ({ id, discarded }) => ({ record: await this.store.getDocument(id), discarded })))
  }
}

test('the search finds what holds the words, in the order that is promised, whatever was done, by whichever connection', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(acts, fc.boolean()), { minLength: 1, maxLength: 14 }), fc.array(fc.array(fc.string({ unit: LETTERS, minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 }), { minLength: 4, maxLength: 4 }), async (done, searches) => {
      const run = new Run()
      const stores = [run.store, openLibrary(run.store.file)] as const
      for (const [act, second] of done) {
        await run.do(act, stores[second ? 1 : 0])
        // The other one has a catalogue of before.
        await stores[second ? 0 : 1].search(request('县'), '林禾')
      }
      const known = await run.known()
      for (const [at, words] of searches.map((list) => list.join(' ')).entries()) {
        for (const store of stores) {
          const found = await store.search(request(words), '林禾')
          const wanted = words.trim() === '' ? null : expected(known, words)
          if (wanted === null) continue
          expect(found.pending).toBe(0)
          expect(new Set(found.rows.map(({ id }) => id)), words).toEqual(new Set(wanted))
          // Two changes of one millisecond may come in either order.
          const order = found.rows.map(({ id }) => known.find(({ record }) => record.id === id)?.record)
          const rank = (ids: readonly (string | undefined)[]): unknown => ids.map((id) => known.find(({ record }) => record.id === id)?.record.updatedAt)
          expect(rank(order.map((record) => record?.id)), words).toEqual(rank(wanted))
          const discarded = await store.search(request(words, { filter: 'discarded' }), '林禾')
          expect(new Set(discarded.rows.map(({ id }) => id)), words).toEqual(new Set(expected(known, words, true)))
        }
        await assertCounts(stores[at % 2 === 0 ? 0 : 1], words)
      }
      assertSound(run.store.file)
    }),
    { numRuns: 15 },
  )
}, 60_000)

/** Filters and facets count what is listed when one looks through them. */
async function assertCounts(store: Store, words: string): Promise<void> {
  const { filters } = await store.search(request(words), '陈望秋')
  for (const filter of SAVED_FILTERS) {
    const { total, rows, facets } = await store.search(request(words, { filter }), '陈望秋')
    expect([total, rows.length], words).toEqual([filters[filter], filters[filter]])
    expect(new Map(facets.states.map(({ value, count }) => [value, count]))).toEqual(tally(rows.map(({ state }) => state)))
    expect(new Map(facets.years.map(({ value, count }) => [value, count]))).toEqual(tally(rows.flatMap(({ year }) => year ?? [])))
    expect(new Map(facets.organs.map(({ value, count }) => [value, count]))).toEqual(tally(rows.flatMap(({ issuers }) => issuers)))
    for (const { value, count } of facets.organs) {
      const chosen = await store.search(request(words, { filter, organs: [value] }), '陈望秋')
      expect([chosen.total, chosen.rows.every(({ issuers }) => issuers.includes(value))]).toEqual([count, true])
    }
  }
}

function tally<T>(values: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** The index itself, and one row of each kind for each indexed document. */
function assertSound(file: string): void {
  const database = new SQLite(file)
  database.exec("INSERT INTO searched_pair (searched_pair) VALUES ('integrity-check')")
  const ids = (sql: string): unknown => database.prepare(sql).pluck().all()
  const indexed = ids('SELECT id FROM searched WHERE pairs IS NOT NULL ORDER BY id')
  expect(ids('SELECT id FROM searched_pair_docsize ORDER BY id')).toEqual(indexed)
  expect(ids('SELECT id FROM searched_lines ORDER BY id')).toEqual(indexed)
  expect(ids('SELECT document_id FROM searched ORDER BY 1')).toEqual(ids('SELECT id FROM document ORDER BY 1'))
  database.close()
}
