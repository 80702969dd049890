/** Every act of the register as a command: done to the library and to the reference, which must agree on what is refused and what comes of it. */
import fc from 'fast-check'
import { expect } from 'vitest'
import type { Store } from '../../electron/store/store.ts'
import { Refusal, type ErrorCode } from '../../shared/api/reply.ts'
import { EMPTY_BOOK } from '../../shared/register/book.ts'
import { newSigned, readyDocument } from './library.ts'
import { REFUSED, refusedExplain, refusedVoid, SERIES, type Place, type Reference } from './register-reference.ts'

/** Two connections, as the open program and a terminal beside it, and all that must not change when something is refused. */
export interface Real {
  readonly stores: readonly [Store, Store]
  readonly series: ReadonlyMap<string, string>
  readonly documents: string[]
  /** The whole register as text. */
  state(): string
}

interface Call {
  readonly store: Store
  readonly seriesId: string
  readonly year: number
  readonly who: string
}

/** What one act does. `refused`: what the reference says to it; undefined where it must go through. */
interface Outcome {
  readonly refused: ErrorCode | undefined
  readonly act: (call: Call) => Promise<unknown>
  readonly after: (result: unknown) => void
}

type Plan = (reference: Reference, real: Real, place: Place, by: 0 | 1) => Outcome | Promise<Outcome>

class Act implements fc.AsyncCommand<Reference, Real> {
  readonly name: string
  readonly place: Place
  readonly by: 0 | 1
  readonly plan: Plan
  constructor(name: string, place: Place, by: 0 | 1, plan: Plan) {
    this.name = name
    this.place = place
    this.by = by
    this.plan = plan
  }
  check = () => true
  async run(reference: Reference, real: Real): Promise<void> {
    const { refused, act, after } = await this.plan(reference, real, this.place, this.by)
    const before = refused === undefined ? '' : real.state()
    const call = { store: real.stores[this.by], seriesId: real.series.get(this.place.code)!, year: this.place.year, who: '林禾' }
    const result = await act(call).catch((error: unknown) => {
      if (error instanceof Refusal) return error
      throw error
    })
    if (refused === undefined) {
      if (result instanceof Refusal) throw result
      after(result)
      return
    }
    expect(result instanceof Refusal ? result.error.code : result).toBe(refused)
    expect(real.state()).toBe(before)
  }
  toString = (): string => `${this.name}(${JSON.stringify(this.place)}, by ${this.by})`
}

const taken = (result: unknown): number => (result as { number: number }).number

/** 编号: the next, or a serial. */
const allocate = (serial: number | undefined): Plan => async (reference, real, place, by) => {
  const meant = serial ?? reference.next(place)
  const documentId = await newSigned(real.stores[by])
  return {
    refused: REFUSED.take[reference.status(place, meant)],
    act: ({ store, ...call }) => store.allocateNumber({ ...call, documentId, ...(serial === undefined ? {} : { serial }), expected: meant }),
    after: (result) => {
      expect(taken(result)).toBe(meant)
      reference.put(place, meant, { status: 'used', document: real.documents.length, title: '关于做好冬季供暖工作的通知' })
      reference.documents.push({ place, serial: meant })
      real.documents.push(documentId)
    },
  }
}

/** 占号. */
const hold = (serial: number | undefined, reason: string): Plan => (reference, _real, place) => {
  const meant = serial ?? reference.next(place)
  return {
    refused: REFUSED.take[reference.status(place, meant)] ?? (reason === '' ? 'badRequest' : undefined),
    act: ({ store, ...call }) => store.allocateNumber({ ...call, reason, ...(serial === undefined ? {} : { serial }) }),
    after: (result) => {
      expect(taken(result)).toBe(meant)
      reference.put(place, meant, { status: 'held' })
    },
  }
}

/** Another number than the one that was shown. */
const stale = (off: number): Plan => (reference, _real, place) => ({
  refused: 'stale',
  act: ({ store, ...call }) => store.allocateNumber({ ...call, reason: '先占', expected: reference.next(place) + off }),
  after: () => undefined,
})

const reserve = (from: number | undefined, count: number): Plan => (reference, _real, place) => {
  const first = from ?? reference.next(place, count)
  const block = Array.from({ length: count }, (_, at) => first + at)
  return {
    refused: block.map((serial) => REFUSED.reserve[reference.status(place, serial)]).find((code) => code !== undefined),
    act: ({ store, ...call }) => store.reserve({ ...call, count, purpose: '防汛文件', expires: null, ...(from === undefined ? {} : { from }) }),
    after: (keys) => {
      expect((keys as { serial: number }[]).map(({ serial }) => serial)).toEqual(block)
      for (const serial of block) reference.put(place, serial, { status: 'reserved' })
    },
  }
}

const paper = (serial: number): Plan => (reference, _real, place) => ({
  refused: REFUSED.paper[reference.status(place, serial)],
  act: ({ store, ...call }) => store.takeOnPaper({ ...call, serial, title: '关于保密工作的通知', reason: '' }),
  after: () => reference.put(place, serial, { status: 'paper', title: '关于保密工作的通知' }),
})

const release = (serial: number, reason: string): Plan => (reference, _real, place) => ({
  refused: REFUSED.release[reference.status(place, serial)],
  act: ({ store, ...call }) => store.release({ ...call, serial, reason }),
  after: () => {
    const { code, year } = reference.at(place).get(serial)!
    reference.put(place, serial, { status: 'free', explained: reason !== '', code, year })
  },
})

const voidIt = (serial: number): Plan => (reference, _real, place) => ({
  refused: refusedVoid(reference, place, serial),
  act: ({ store, ...call }) => store.voidNumber({ ...call, serial, reason: '内容重复' }),
  after: () => {
    const entry = reference.at(place).get(serial)
    reference.put(place, serial, { ...(entry ?? {}), status: 'void', explained: false })
    if (entry?.status === 'used' && entry.document !== null) reference.documents[entry.document] = null
  },
})

/** The same from the document's side. */
const voidDocument = (pick: number): Plan => (reference, real) => {
  const having = reference.documents.flatMap((held, at) => (held ? [{ ...held, at }] : []))
  const chosen = having[pick % Math.max(1, having.length)]
  return {
    refused: undefined,
    act: ({ store, who }) => (chosen ? store.act({ id: real.documents[chosen.at]!, act: 'void', opinion: '不再发文', who }) : Promise.resolve()),
    after: () => {
      if (!chosen) return
      const entry = reference.at(chosen.place).get(chosen.serial)!
      reference.put(chosen.place, chosen.serial, { ...entry, status: 'void' })
      reference.documents[chosen.at] = null
    },
  }
}

const explain = (serial: number): Plan => (reference, _real, place) => ({
  refused: refusedExplain(reference, place, serial),
  act: ({ store, ...call }) => store.explain({ ...call, serial, reason: '印制时空出' }),
  after: () => reference.put(place, serial, { ...(reference.at(place).get(serial) ?? {}), status: 'free', explained: true }),
})

const bind = (serial: number): Plan => async (reference, real, place, by) => {
  const documentId = await newSigned(real.stores[by])
  return {
    refused: REFUSED.bind[reference.status(place, serial)],
    act: ({ store, ...call }) => store.bind({ ...call, serial, documentId }),
    after: () => {
      const entry = reference.at(place).get(serial)!
      reference.put(place, serial, { ...entry, status: 'used', document: real.documents.length, title: '关于做好冬季供暖工作的通知' })
      reference.documents.push({ place: { code: entry.code, year: entry.year as Place['year'] }, serial })
      real.documents.push(documentId)
    },
  }
}

const correct = (pick: number, serial: number | undefined, old: 'void' | 'free'): Plan => (reference, real, place) => {
  const having = reference.documents.flatMap((held, at) => (held ? [{ ...held, at }] : []))
  const chosen = having[pick % Math.max(1, having.length)]
  const meant = serial ?? reference.next(place)
  return {
    refused: chosen ? REFUSED.take[reference.status(place, meant)] : 'notFound',
    act: ({ store, ...call }) =>
      store.correct({ ...call, documentId: chosen ? real.documents[chosen.at]! : call.seriesId, reason: '选错了系列', old, ...(serial === undefined ? {} : { serial }) }),
    after: () => {
      const entry = reference.at(chosen!.place).get(chosen!.serial)!
      reference.put(chosen!.place, chosen!.serial, { ...entry, status: old, document: null, explained: old === 'free', ...(old === 'free' ? { title: '', remarks: '' } : {}) })
      reference.put(place, meant, { status: 'used', document: chosen!.at, title: entry.title, remarks: entry.remarks })
      reference.documents[chosen!.at] = { place, serial: meant }
    },
  }
}

const amend = (serial: number, value: string): Plan => (reference, _real, place) => ({
  refused: REFUSED.amend[reference.status(place, serial)],
  act: ({ store, ...call }) => store.amend({ ...call, serial, field: 'remarks', value }),
  after: () => {
    reference.at(place).get(serial)!.remarks = value
  },
})

/** A line of a book that is read in, tried first, which must foretell what comes. */
const readIn = (serial: number, status: 'paper' | 'void' | 'free', remarks: string): Plan => (reference, real, place) => {
  const fields = { ...EMPTY_BOOK, remarks }
  const entry = reference.at(place).get(serial)
  const line = { sheet: '登记簿', line: 3, printed: '', code: place.code, year: place.year, serial, status, reason: status === 'free' ? '印制时空出' : '', fields }
  return {
    refused: undefined,
    act: async ({ store, who }) => {
      const before = real.state()
      const foretold = await store.importBook([line], { dryRun: true, file: '登记簿.xlsx', who })
      expect(real.state()).toBe(before)
      expect(await store.importBook([line], { dryRun: false, file: '登记簿.xlsx', who })).toEqual(foretold)
      return foretold.rows[0]!.outcome
    },
    after: (outcome) => {
      if (!entry || entry.status === 'free') {
        // An explanation may be another than the line's, or the same.
        expect(status === 'free' && entry ? (entry.explained ? ['same', 'changed'] : ['changed']) : ['new']).toContain(outcome)
        reference.put(place, serial, status === 'free' ? { ...(entry ?? {}), status, explained: true } : { status, remarks })
        return
      }
      const fits = entry.code === place.code && (status === entry.status || (status === 'paper' && entry.status === 'used') || (status === 'void' && entry.status === 'paper'))
      if (!fits) {
        expect(outcome).toBe('refused')
        return
      }
      const changed = (remarks !== '' && remarks !== entry.remarks) || (status === 'void' && entry.status === 'paper')
      expect(outcome).toBe(changed ? 'changed' : 'same')
      if (remarks !== '') entry.remarks = remarks
      if (status === 'void') entry.status = 'void'
    },
  }
}

/** A document that arrives with its number. */
const arrive = (serial: number): Plan => (reference, real, place) => {
  const status = reference.status(place, serial)
  const title = '关于做好冬季供暖工作的通知'
  const fits = ['none', 'free', 'reserved'].includes(status) || (status === 'paper' && ['', title].includes(reference.at(place).get(serial)!.title))
  return {
    refused: fits ? undefined : 'numberTaken',
    act: ({ store, who }) => store.importIssued({ document: readyDocument(title), who, what: 'imported', detail: '旧件.txt' }, { code: place.code, year: place.year, serial }),
    after: (record) => {
      const remarks = reference.at(place).get(serial)?.remarks ?? ''
      reference.put(place, serial, { status: 'used', document: real.documents.length, title, remarks })
      // What was issued elsewhere is neither voided nor, here, corrected: it stands.
      reference.documents.push(null)
      real.documents.push((record as { id: string }).id)
    },
  }
}

const place = fc.record({ code: fc.constantFrom(...SERIES.map(({ code }) => code)), year: fc.constantFrom(2030 as const, 2031 as const) })
const by = fc.constantFrom(0 as const, 1 as const)
/** Small, so that acts meet on the same numbers. */
const serial = fc.integer({ min: 1, max: 16 })
const perhaps = fc.option(serial, { nil: undefined, freq: 3 })

function of<A extends readonly unknown[]>(plan: (...args: A) => Plan, ...args: { readonly [K in keyof A]: fc.Arbitrary<A[K]> }): fc.Arbitrary<Act> {
  const given = fc.tuple(...(args as unknown as fc.Arbitrary<unknown>[])) as unknown as fc.Arbitrary<A>
  const name = plan.toString().length > 0 ? NAMES.get(plan) : undefined
  return fc.tuple(place, by, given).map(([where, who, these]) => new Act(`${String(name)} ${JSON.stringify(these)}`, where, who, plan(...these)))
}

const NAMES = new Map<unknown, string>(Object.entries({ allocate, hold, stale, reserve, paper, release, voidIt, voidDocument, explain, bind, correct, amend, readIn, arrive }).map(([name, plan]) => [plan, name]))

/** All acts, each as often as it takes to keep the register mixed. */
export const ACTS: fc.Arbitrary<fc.AsyncCommand<Reference, Real>>[] = [
  of(allocate, perhaps),
  of(hold, perhaps, fc.constantFrom('先占', '先占', '机构改革', '')),
  of(hold, fc.constant(undefined), fc.constant('先占')),
  of(stale, fc.constantFrom(-1, 1, 7)),
  of(reserve, perhaps, fc.integer({ min: 1, max: 3 })),
  of(paper, serial),
  of(release, serial, fc.constantFrom('', '不用了')),
  of(voidIt, serial),
  of(voidDocument, fc.nat(20)),
  of(explain, serial),
  of(bind, serial),
  of(correct, fc.nat(20), perhaps, fc.constantFrom('void' as const, 'free' as const)),
  of(amend, serial, fc.constantFrom('', '附件另寄', '补发')),
  of(readIn, serial, fc.constantFrom('paper' as const, 'void' as const, 'free' as const), fc.constantFrom('', '附件另寄')),
  of(arrive, serial),
]
