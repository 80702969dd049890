/** The way of a document on real libraries: what the table allows happens whole, all else is refused and changes nothing. */
import SQLite from 'better-sqlite3'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import type { Store } from '../../electron/store/store.ts'
import { Refusal, type ErrorCode } from '../../shared/api/reply.ts'
import type { ActRequest, DocumentRecord } from '../../shared/api/types.ts'
import { canAct, DOCUMENT_ACTS, isEditable, TRANSITIONS, type DocumentAct } from '../../shared/workflow/states.ts'
import { newDraft, newLibrary, newSigned, readyDocument, refusal, seriesOf } from './library.ts'

const PEOPLE = ['林禾', '邵一帆', '陈望秋'] as const

/** What is tried; `given`: with what the act asks for. */
type Try =
  | { readonly kind: 'act'; readonly act: DocumentAct; readonly given: boolean; readonly stale: boolean; readonly who: string }
  | { readonly kind: 'save'; readonly title: string; readonly stale: boolean }
  | { readonly kind: 'discard' | 'restore' | 'export' }

const tries: fc.Arbitrary<Try> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('act' as const), act: fc.constantFrom(...DOCUMENT_ACTS), given: fc.boolean(), stale: fc.integer({ min: 0, max: 7 }).map((one) => one === 0), who: fc.constantFrom(...PEOPLE) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('save' as const), title: fc.constantFrom('甲', '乙'), stale: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('discard' as const, 'restore' as const, 'export' as const) }) },
)

/** All that the library holds, as text. */
function dump(file: string): string {
  const database = new SQLite(file, { readonly: true })
  try {
    return JSON.stringify(['document', 'snapshot', 'log', 'number'].map((table) => database.prepare(`SELECT * FROM ${table} ORDER BY rowid`).all()))
  } finally {
    database.close()
  }
}

interface Outcome {
  readonly record: DocumentRecord | null
  readonly refused: ErrorCode | null
}

async function attempt(work: () => Promise<unknown>, read: () => Promise<DocumentRecord>): Promise<Outcome> {
  try {
    await work()
    return { record: await read(), refused: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { record: null, refused: error.error.code }
  }
}

function perform(store: Store, seriesId: string, { id, revision }: DocumentRecord, one: Try): Promise<unknown> {
  const stale = 'stale' in one && one.stale
  const seen = stale ? revision + 1 : revision
  switch (one.kind) {
    case 'save':
      return store.saveDraft({ id, revision: seen, document: readyDocument(one.title), now: 5 })
    case 'discard':
      return store.discardDraft(id, '林禾')
    case 'restore':
      return store.restoreDraft(id, '林禾')
    case 'export':
      return store.recordWritten(id, { what: 'exported', who: '林禾', detail: '通知.docx', document: readyDocument() })
    case 'act':
      if (one.act === 'sign') return store.signDocument(id, '县长 周明远', one.who, seen)
      if (one.act === 'number') return store.allocateNumber({ documentId: id, seriesId, year: 2024, who: one.who })
      return store.act(request(id, one.act, one.given, seen, one.who))
  }
}

function request(id: string, act: ActRequest['act'], given: boolean, revision: number, who: string): ActRequest & { readonly who: string } {
  return { id, act, revision, who, opinion: given ? '请核对数字' : '', ...(given ? { handler: '邵一帆', copies: 85, filed: '2024-3-12' } : {}) }
}

function lacksSomething(act: DocumentAct): boolean {
  const { opinion, handler, copies, filed } = TRANSITIONS[act]
  return [opinion, handler, copies, filed].some((asked) => asked?.needed)
}

/** The refusal that the rules ask for; null where it has to happen. */
function expected({ state }: DocumentRecord, discarded: boolean, one: Try): ErrorCode | null {
  switch (one.kind) {
    case 'export':
      return null
    case 'discard':
    case 'restore':
      return state === 'draft' ? null : 'locked'
    case 'save':
      if (!isEditable(state)) return 'locked'
      return one.stale ? 'stale' : null
    case 'act':
      if (canAct(state, one.act) !== true || discarded) return 'wrongState'
      if (one.act === 'number') return null
      if (one.stale) return 'stale'
      return !one.given && lacksSomething(one.act) ? 'badRequest' : null
  }
}

test('whatever is tried, a document only moves along the table, and what is refused has changed nothing', async () => {
  const store = newLibrary()
  const { id: seriesId } = await seriesOf(store, '河政发')
  await fc.assert(
    fc.asyncProperty(fc.array(tries, { minLength: 6, maxLength: 18 }), async (steps) => {
      const id = await newDraft(store)
      const read = () => store.getDocument(id)
      let discarded = false
      for (const one of steps) {
        const before = await read()
        const whole = dump(store.file)
        const { record, refused } = await attempt(() => perform(store, seriesId, before, one), read)
        expect(refused).toBe(expected(before, discarded, one))
        if (record === null) expect(dump(store.file)).toBe(whole)
        else {
          expectMoved(before, record, one)
          if (one.kind === 'discard' || one.kind === 'restore') discarded = one.kind === 'discard'
        }
      }
    }),
    { numRuns: 25 },
  )
})

function expectMoved(before: DocumentRecord, after: DocumentRecord, one: Try): void {
  if (one.kind !== 'act') {
    expect(after.state).toBe(before.state)
    return
  }
  const { to, history, waitsFor, handler } = TRANSITIONS[one.act]
  expect(after.state).toBe(to)
  expect(after.revision).toBeGreaterThan(before.revision)
  expect(after.history.slice(0, -1)).toEqual(before.history)
  expect(after.history.at(-1)).toMatchObject({ what: history, who: one.who })
  const named = one.given && handler ? '邵一帆' : ''
  expect(after.handler).toBe({ named, drafter: after.drafter, nobody: '' }[waitsFor])
  // No step changes what the document says; a number is no part of that.
  expect({ ...after.document, header: null }).toEqual({ ...before.document, header: null })
}

test('the log of the way: to whom, which opinion, how many copies, where it is filed', async () => {
  const store = newLibrary()
  const id = await newDraft(store)
  const by = { id, who: '林禾', opinion: '' } as const
  await store.act({ ...by, act: 'submit', handler: '陈望秋' })
  await store.act({ ...by, act: 'return', who: '陈望秋', opinion: '第三段数字请核' })
  await store.act({ ...by, act: 'submit', handler: '陈望秋', opinion: '已核' })
  await store.act({ ...by, act: 'withdraw' })
  await store.act({ ...by, act: 'submit', handler: '陈望秋' })
  await store.act({ ...by, act: 'approve', who: '陈望秋', opinion: '同意', handler: '周明远' })
  await store.signDocument(id, '县长 周明远', '林禾')
  const { id: seriesId } = await seriesOf(store, '河政发')
  await store.allocateNumber({ documentId: id, seriesId, year: 2024, who: '林禾' })
  await store.act({ ...by, act: 'print', copies: 85, opinion: '送印刷厂' })
  const { history, handler, state } = await store.act({ ...by, act: 'archive', filed: '2024年永久卷3' })
  expect(history.map(({ what, who, detail }) => [what, who, detail])).toEqual([
    ['created', '林禾', '通知·部署'],
    ['submitted', '林禾', '送 陈望秋'],
    ['returned', '陈望秋', '第三段数字请核'],
    ['submitted', '林禾', '送 陈望秋；已核'],
    ['withdrawn', '林禾', ''],
    ['submitted', '林禾', '送 陈望秋'],
    ['approved', '陈望秋', '送 周明远；同意'],
    ['signed', '林禾', '签发人：县长 周明远'],
    ['numbered', '林禾', expect.stringContaining('河政发〔2024〕1号') as string],
    ['printed', '林禾', '85 份；送印刷厂'],
    ['archived', '林禾', '归卷：2024年永久卷3'],
  ])
  expect([handler, state]).toEqual(['', 'archived'])
  const { row } = await store.number({ seriesId, year: 2024, serial: 1 })
  expect(row.entry?.book).toMatchObject({ copies: '85', filed: '2024年永久卷3', signer: '县长 周明远', drafter: '林禾' })
})

test('a document that is voided takes its number along, which stays in the book and is given to no other', async () => {
  const store = newLibrary()
  const { id: seriesId } = await seriesOf(store, '河政发')
  const id = await newSigned(store)
  await store.allocateNumber({ documentId: id, seriesId, year: 2024, who: '林禾' })
  await store.act({ id, act: 'void', opinion: '文件并入另一份', who: '林禾' })
  const { row, history } = await store.number({ seriesId, year: 2024, serial: 1 })
  expect(row).toMatchObject({ kind: 'void', state: 'void', entry: { reason: '文件并入另一份' } })
  expect(history.map(({ what }) => what)).toContain('voided')
  expect((await store.getDocument(id)).history.filter(({ what }) => what === 'voided')).toHaveLength(1)
  const next = await newSigned(store)
  expect(await store.allocateNumber({ documentId: next, seriesId, year: 2024, who: '林禾' })).toMatchObject({ number: 2 })
  await refusal('numberTaken', async () => store.allocateNumber({ documentId: await newSigned(store), seriesId, year: 2024, serial: 1, who: '林禾' }))
})

test('what was frozen is what was there then: newest first, each event listed, the same bytes kept once', async () => {
  const store = newLibrary()
  const id = await newDraft(store, readyDocument('关于甲的通知'))
  await store.act({ id, act: 'submit', handler: '陈望秋', opinion: '', who: '林禾' })
  const { revision } = await store.getDocument(id)
  expect((await store.snapshots(id)).map(({ reason, same }) => [reason, same])).toEqual([['submitted', true]])
  // Whoever reviews corrects; what was sent stays as it was sent.
  await store.saveDraft({ id, revision, document: readyDocument('关于乙的通知'), now: 5 })
  expect((await store.snapshots(id)).map(({ reason, same }) => [reason, same])).toEqual([['submitted', false]])
  await store.signDocument(id, '县长 周明远', '陈望秋')
  const { document } = await store.getDocument(id)
  await store.recordWritten(id, { what: 'exported', who: '林禾', detail: '公文版式，PDF', document })
  await store.recordWritten(id, { what: 'printedOut', who: '林禾', detail: '公文版式', document })
  const all = await store.snapshots(id)
  expect(all.map(({ reason, who, detail, same }) => [reason, who, detail, same])).toEqual([
    ['printedOut', '林禾', '公文版式', true],
    ['exported', '林禾', '公文版式，PDF', true],
    ['signed', '陈望秋', '签发人：县长 周明远', true],
    ['submitted', '林禾', '送 陈望秋', false],
  ])
  const texts = await Promise.all(all.map(async (one) => (await store.snapshot(one.id)).document))
  expect(texts).toEqual([document, document, document, readyDocument('关于甲的通知')].map((one, at) => (at < 3 ? one : texts[3])))
  expect(JSON.stringify(texts[3])).toContain('关于甲的通知')
  const database = new SQLite(store.file)
  onTestFinished(() => void database.close())
  expect(database.prepare('SELECT count(content) FROM snapshot').pluck().get()).toBe(2)
  expect(() => database.exec("UPDATE snapshot SET who = '别人'")).toThrow('frozen')
  expect(() => database.exec('DELETE FROM snapshot')).toThrow('kept')
  await refusal('notFound', () => store.snapshot(id))
})

test('a draft in the bin goes nowhere until it is taken back', async () => {
  const store = newLibrary()
  const id = await newDraft(store)
  await store.discardDraft(id, '林禾')
  const { message } = await refusal('wrongState', () => store.act({ id, act: 'submit', handler: '陈望秋', opinion: '', who: '林禾' }))
  expect(message).toContain('废稿')
  await store.restoreDraft(id, '林禾')
  expect((await store.act({ id, act: 'submit', handler: '陈望秋', opinion: '', who: '林禾' })).state).toBe('submitted')
  await refusal('locked', () => store.discardDraft(id, '林禾'))
})

test('names that were used before are offered, most used first', async () => {
  const store = newLibrary()
  const id = await newDraft(store)
  await store.act({ id, act: 'submit', handler: '陈望秋', opinion: '', who: '邵一帆' })
  expect(await store.people()).toEqual(['林禾', '邵一帆', '陈望秋'].sort((a, b) => Number(b === '林禾') - Number(a === '林禾')))
})
