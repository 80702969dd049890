/** Thousands of acts on the register, by two connections, against a simple reference: test/store/register-reference.ts. */
import SQLite from 'better-sqlite3'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { ACTS, type Real } from './register-acts.ts'
import { newLibrary, openLibrary } from './library.ts'
import { Reference, SERIES, type Entry, type Place } from './register-reference.ts'

/** Two connections on a new library, and one that only looks. */
async function start(): Promise<Real & { readonly looker: SQLite.Database }> {
  const first = newLibrary(['河政发'])
  const second = openLibrary(first.file)
  const [shared] = await first.listSeries(2030)
  await first.addSeries({ code: '河政办发', sharesWith: shared!.id, who: '林禾' })
  await second.addSeries({ code: '河政令', yearly: false, who: '林禾' })
  const looker = new SQLite(first.file, { readonly: true })
  onTestFinished(() => void looker.close())
  const state = (): string => JSON.stringify([looker.prepare('SELECT * FROM number ORDER BY rowid').raw().all(), looker.prepare('SELECT id, state, revision, document_number FROM document').raw().all(), looker.prepare('SELECT max(seq) FROM log').raw().all()])
  const series = new Map((await first.listSeries(2030)).map(({ id, code }) => [code, id]))
  return { stores: [first, second], series, documents: [], state, looker }
}

const kind = (entry: Entry | undefined): string => (!entry ? 'gap' : entry.status === 'free' ? (entry.explained ? 'explained' : 'gap') : entry.status)

/** The sheet of a series says what the reference says: every serial from the first to the last, and what is reserved above. */
async function assertSheet(reference: Reference, real: Real, place: Place): Promise<void> {
  const [store] = real.stores
  const { rows, series } = await store.numbers(real.series.get(place.code)!, place.year)
  const entries = reference.at(place)
  const last = reference.last(place)
  expect([series.last, series.next]).toEqual([last, reference.next(place)])
  const whole = await store.book(real.series.get(place.code)!, SERIES.find(({ code }) => code === place.code)!.yearly ? place.year : null)
  const expected = Array.from({ length: Math.max(last, ...entries.keys(), 0) }, (_, at) => at + 1)
    .filter((serial) => serial <= last || entries.get(serial)?.status === 'reserved')
    .map((serial) => [serial, kind(entries.get(serial)), entries.get(serial)?.title ?? '', entries.get(serial)?.remarks ?? ''])
  expect(whole.map(({ serial, kind: found, entry }) => [serial, found, entry?.book.title ?? '', entry?.book.remarks ?? ''])).toEqual(expected)
  expect(series.gaps).toBe(rows.filter((row) => row.kind === 'gap').length)
  for (const { entry, code } of whole) if (entry && entry.status !== 'free') expect([code, entry.year]).toEqual([entries.get(entry.serial)!.code, entries.get(entry.serial)!.year])
}

/** Each document has the number that the reference gave it, printed; each number tells the act that made it what it is. */
async function assertDocuments(reference: Reference, real: Real): Promise<void> {
  const [store] = real.stores
  for (const [at, held] of reference.documents.entries()) {
    if (!held) continue
    const { state, document } = await store.getDocument(real.documents[at]!)
    const { row, history } = await store.number({ seriesId: real.series.get(held.place.code)!, year: held.place.year, serial: held.serial })
    expect([state, document.header.documentNumber, row.kind, row.entry?.documentId, row.same]).toEqual(['numbered', row.printed, 'used', real.documents[at], true])
    expect(history.some(({ what }) => ['numbered', 'bound', 'corrected'].includes(what))).toBe(true)
  }
}

/** How many sequences, of up to `ACTS_IN_ONE` acts each; more of them with GONGBAO_SEQUENCES. */
const SEQUENCES = 16
const ACTS_IN_ONE = 250

test('whatever two connections do to the register, it holds what the reference holds', { timeout: 3_600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(ACTS, { maxCommands: ACTS_IN_ONE, size: 'max' }), async (acts) => {
      const real = await start()
      const reference = new Reference()
      const log = (): unknown[] => real.looker.prepare('SELECT * FROM log ORDER BY seq').raw().all()
      const before = log()
      await fc.asyncModelRun(() => ({ model: reference, real }), acts)

      for (const { code } of SERIES) for (const year of [2030, 2031] as const) await assertSheet(reference, real, { code, year })
      await assertDocuments(reference, real)
      expect(log().slice(0, before.length)).toEqual(before)
      // Every number that was ever touched has a line that says so.
      const touched = [...reference.runs.values()].reduce((sum, run) => sum + run.size, 0)
      expect(real.looker.prepare('SELECT count(*) FROM (SELECT DISTINCT run_id, period, serial FROM log WHERE serial IS NOT NULL)').pluck().get()).toBe(touched)
      expect(real.looker.pragma('integrity_check', { simple: true })).toBe('ok')
      for (const store of real.stores) await store.close()
    }),
    { numRuns: Number(process.env.GONGBAO_SEQUENCES ?? SEQUENCES) },
  )
})
