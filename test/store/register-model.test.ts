import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Store } from '../../electron/store/store.ts'
import { newLibrary, newSigned, openLibrary, readyDocument, refusal, seriesOf } from './library.ts'

/** What the register must hold: the serials of each series and year, and how often each was given out. */
interface Model {
  readonly taken: Map<string, number[]>
}
/** Two connections, as the open program and a terminal command beside it. */
type Real = readonly [Store, Store]

const CODES = ['河政发', '河政办发', '河政函'] as const
const slot = { code: fc.constantFrom(...CODES), year: fc.constantFrom(2023, 2024), by: fc.constantFrom(0 as const, 1 as const) }
interface Slot {
  readonly code: string
  readonly year: number
  readonly by: 0 | 1
}

const serials = (model: Model, { code, year }: Slot): number[] => model.taken.get(`${code}${year}`) ?? []
const add = (model: Model, slot: Slot, serial: number): unknown =>
  model.taken.set(`${slot.code}${slot.year}`, [...serials(model, slot), serial])
/** Gaps are never filled: the next is after the highest. */
const next = (model: Model, slot: Slot): number => Math.max(0, ...serials(model, slot)) + 1

class Allocate implements fc.AsyncCommand<Model, Real> {
  readonly slot: Slot
  constructor(slot: Slot) {
    this.slot = slot
  }
  check = (model: Model) => this.slot.code !== '河政函' || ['河政函2023', '河政函2024'].some((key) => model.taken.has(key))
  async run(model: Model, real: Real) {
    const { code, year, by } = this.slot
    const store = real[by]
    const { id: seriesId } = await seriesOf(store, code, year)
    const documentId = await newSigned(store)
    const { number, record } = await store.allocateNumber({ documentId, seriesId, year, expected: next(model, this.slot), who: '林禾' })
    expect(serials(model, this.slot)).not.toContain(number)
    expect(record!.document.header.documentNumber).toBe(`${code}〔${year}〕${number}号`)
    add(model, this.slot, number)
  }
  toString = () => `allocate ${JSON.stringify(this.slot)}`
}

class Import implements fc.AsyncCommand<Model, Real> {
  readonly slot: Slot
  readonly serial: number
  constructor(slot: Slot, serial: number) {
    this.slot = slot
    this.serial = serial
  }
  check = () => true
  async run(model: Model, real: Real) {
    const { code, year, by } = this.slot
    const arrival = { document: readyDocument(), who: '林禾', what: 'imported', detail: '' } as const
    const import_ = () => real[by].importIssued(arrival, { code, year, serial: this.serial })
    if (serials(model, this.slot).includes(this.serial)) {
      await refusal('numberTaken', import_)
      return
    }
    expect((await import_()).state).toBe('issued')
    add(model, this.slot, this.serial)
  }
  toString = () => `import ${JSON.stringify(this.slot)} ${this.serial}`
}

/** A document that is signed and taken back, or whose number was refused, leaves no trace in the register. */
class GiveUp implements fc.AsyncCommand<Model, Real> {
  readonly slot: Slot
  constructor(slot: Slot) {
    this.slot = slot
  }
  check = () => true
  async run(model: Model, real: Real) {
    const { year, by } = this.slot
    const store = real[by]
    const { id: seriesId } = await seriesOf(store, '河政发', year)
    const documentId = await newSigned(store)
    const wrong = next(model, { ...this.slot, code: '河政发' }) + 1
    await refusal('stale', () => store.allocateNumber({ documentId, seriesId, year, expected: wrong, who: '林禾' }))
    await store.act({ id: documentId, act: 'return', opinion: '请核对数字', who: '林禾' })
    await store.discardDraft(documentId, '林禾')
  }
  toString = () => `give up ${JSON.stringify(this.slot)}`
}

test('numbers never repeat and gaps are never filled, whatever two connections do', async () => {
  const commands = fc.commands(
    [
      fc.record(slot).map((one) => new Allocate(one)),
      fc.tuple(fc.record(slot), fc.integer({ min: 1, max: 12 })).map(([one, serial]) => new Import(one, serial)),
      fc.record(slot).map((one) => new GiveUp(one)),
    ],
    { maxCommands: 25 },
  )
  await fc.assert(
    fc.asyncProperty(commands, async (sequence) => {
      const first = newLibrary(['河政发', '河政办发'])
      const real: Real = [first, openLibrary(first.file)]
      const model: Model = { taken: new Map() }
      await fc.asyncModelRun(() => ({ model, real }), sequence)

      for (const year of [2023, 2024]) {
        for (const series of await first.listSeries(year)) {
          const taken = serials(model, { code: series.code, year, by: 0 })
          expect(new Set(taken).size).toBe(taken.length)
          expect(series).toMatchObject({ used: taken.length, last: Math.max(0, ...taken), next: Math.max(0, ...taken) + 1 })
        }
      }
      const printed = (await first.listDocuments()).filter((one) => one.state === 'numbered').map((one) => one.documentNumber)
      expect(new Set(printed).size).toBe(printed.length)
    }),
    { numRuns: 25 },
  )
})
