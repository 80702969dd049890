/** What the register must hold, told as simply as can be: a status for each serial that was ever touched, and what each act does to it. */
import type { ErrorCode } from '../../shared/api/reply.ts'

export type Status = 'used' | 'held' | 'reserved' | 'paper' | 'void' | 'free'

/** Three series: two that share a run, one that runs on over the years. */
export const SERIES = [
  { code: '河政发', run: '甲', yearly: true },
  { code: '河政办发', run: '甲', yearly: true },
  { code: '河政令', run: '乙', yearly: false },
] as const
export type Code = (typeof SERIES)[number]['code']

export interface Place {
  readonly code: Code
  readonly year: 2030 | 2031
}

export interface Entry {
  status: Status
  code: Code
  year: number
  /** Index of its document. */
  document: number | null
  /** Of a gap: whether somebody said why. */
  explained: boolean
  title: string
  remarks: string
}

export interface Held {
  place: Place
  serial: number
}

export class Reference {
  /** By run and period, then serial. */
  readonly runs = new Map<string, Map<number, Entry>>()
  /** What each document has; null: nothing, or no longer. */
  readonly documents: (Held | null)[] = []

  /** The serials of a place. */
  at({ code, year }: Place): Map<number, Entry> {
    const series = SERIES.find((one) => one.code === code)!
    const key = series.yearly ? `${series.run}${year}` : series.run
    const found = this.runs.get(key) ?? new Map<number, Entry>()
    this.runs.set(key, found)
    return found
  }

  status(place: Place, serial: number): Status | 'none' {
    return this.at(place).get(serial)?.status ?? 'none'
  }

  last(place: Place): number {
    return Math.max(0, ...[...this.at(place)].filter(([, { status }]) => ['used', 'held', 'paper', 'void'].includes(status)).map(([serial]) => serial))
  }

  /** After the highest given out, past what is reserved: the first of `count` in a row. */
  next(place: Place, count = 1): number {
    for (let from = this.last(place) + 1; ; from++) {
      if (Array.from({ length: count }, (_, at) => this.status(place, from + at)).every((status) => status !== 'reserved')) return from
    }
  }

  put(place: Place, serial: number, entry: Partial<Entry> & { readonly status: Status }): void {
    this.at(place).set(serial, { code: place.code, year: place.year, document: null, explained: false, title: '', remarks: '', ...entry })
  }
}

/** What is refused, by the status of the number; undefined where it goes through. */
export const REFUSED: Readonly<Record<'take' | 'reserve' | 'paper' | 'release' | 'bind' | 'amend', Partial<Record<Status | 'none', ErrorCode>>>> = {
  take: { used: 'numberTaken', held: 'numberTaken', paper: 'numberTaken', void: 'numberTaken' },
  reserve: { used: 'numberTaken', held: 'numberTaken', paper: 'numberTaken', void: 'numberTaken', reserved: 'numberTaken' },
  paper: { used: 'numberTaken', held: 'numberTaken', paper: 'numberTaken', void: 'numberTaken' },
  release: { none: 'wrongState', free: 'wrongState', used: 'wrongState', void: 'wrongState' },
  bind: { none: 'wrongState', free: 'wrongState', reserved: 'wrongState', used: 'numberTaken', void: 'numberTaken' },
  amend: { none: 'notFound', free: 'notFound' },
}

/** 作废 and 补说明 of what nobody has: not before it is its turn. */
export function refusedVoid(reference: Reference, place: Place, serial: number): ErrorCode | undefined {
  const status = reference.status(place, serial)
  if (status === 'void') return 'wrongState'
  const { document = null } = reference.at(place).get(serial) ?? {}
  // A document that arrived as issued is not voided here.
  if (document !== null && reference.documents[document] === null) return 'wrongState'
  return (status === 'none' || status === 'free') && serial > reference.last(place) ? 'wrongState' : undefined
}

export function refusedExplain(reference: Reference, place: Place, serial: number): ErrorCode | undefined {
  const status = reference.status(place, serial)
  return (status === 'none' || status === 'free') && serial < reference.last(place) ? undefined : 'wrongState'
}
