/** The serials of one run in one period: which are taken, which comes next, where the gaps are. Pure. */
import type { NumberEntry } from './entry.ts'

/** What the rules need of an entry. */
export type Slot = Pick<NumberEntry, 'seriesId' | 'year' | 'serial' | 'status' | 'holder' | 'reason' | 'expires' | 'at' | 'documentId'> & { readonly book: Pick<NumberEntry['book'], 'title'> }

/** A run in one period. */
export interface Run<S extends Slot = Slot> {
  /** The lowest serial that counts; what is below is no gap. */
  readonly first: number
  /** In ascending order of serials, each serial once. */
  readonly slots: readonly S[]
}

/** Of one serial; see `NumberRow` of the contract. */
export type SlotKind = 'used' | 'held' | 'reserved' | 'expired' | 'paper' | 'void' | 'gap' | 'explained'

/** The largest serial that can be given: five digits. */
export const MOST_SERIAL = 99_999

/** True for a serial that has been given out, for good or ill; reserved and free ones have not. */
export function isConsumed({ status }: Pick<Slot, 'status'>): boolean {
  return status === 'used' || status === 'held' || status === 'paper' || status === 'void'
}

/** The highest serial given out; 0 where none was. */
export function lastSerial({ slots }: Run): number {
  for (let at = slots.length - 1; at >= 0; at -= 1) {
    const slot = slots[at]
    if (slot && isConsumed(slot)) return slot.serial
  }
  return 0
}

/**
 * The next serial: after the highest given out. A gap is never filled by itself, and a reservation is passed over, also one whose last
 * day is gone: a paper may bear that number. It is taken on purpose, or released.
 */
export function nextSerial(run: Run): number {
  return nextBlock(run, 1)
}

/** Where the next `count` serials in a row begin of which none was given out or reserved. */
export function nextBlock(run: Run, count: number): number {
  let from = Math.max(run.first, lastSerial(run) + 1)
  for (const { serial, status } of run.slots) {
    if (serial >= from + count) break
    if (serial >= from && status === 'reserved') from = serial + 1
  }
  return from
}

/** The entry of a serial; undefined where it was never touched. */
export function slotAt<S extends Slot>({ slots }: Run<S>, serial: number): S | undefined {
  let [low, high] = [0, slots.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((slots[middle]?.serial ?? 0) < serial) low = middle + 1
    else high = middle
  }
  const found = slots[low]
  return found?.serial === serial ? found : undefined
}

/** What a serial is on a day (2024-06-16). */
export function kindOf(slot: Pick<Slot, 'status' | 'expires' | 'reason'> | undefined, today: string): SlotKind {
  if (!slot) return 'gap'
  if (slot.status === 'free') return slot.reason === '' ? 'gap' : 'explained'
  if (slot.status === 'reserved') return slot.expires !== null && slot.expires < today ? 'expired' : 'reserved'
  return slot.status
}

/** One line of the strip and of the book. */
export interface SheetLine<S extends Slot = Slot> {
  readonly serial: number
  /** Null for a serial that was never touched. */
  readonly slot: S | null
  /** That of the entry; for a gap that of the next number above it, so that a run over the years tells in which year it was left out. */
  readonly year: number | null
}

/** Every serial from the first to the last, and what is reserved above. What was released above the last is simply to come. */
export function sheetLines<S extends Slot>(run: Run<S>): readonly SheetLine<S>[] {
  const last = lastSerial(run)
  const lines: SheetLine<S>[] = []
  let next = run.first
  for (const slot of run.slots) {
    if (slot.serial > last && slot.status === 'free') continue
    if (slot.serial <= last) for (; next < slot.serial; next += 1) lines.push({ serial: next, slot: null, year: slot.year })
    next = Math.max(next, slot.serial + 1)
    lines.push({ serial: slot.serial, slot, year: slot.year })
  }
  return lines
}

/** True for a line that nobody has and nobody explained, below the last. */
export function isGap(run: Run, { serial, slot }: SheetLine): boolean {
  return serial >= run.first && serial < lastSerial(run) && kindOf(slot ?? undefined, '') === 'gap'
}

/** The serials below the last that nobody has and nobody explained. */
export function gapsOf(run: Run): readonly number[] {
  const [last, gaps] = [lastSerial(run), [] as number[]]
  let next = run.first
  for (const slot of run.slots) {
    if (slot.serial > last) break
    for (; next < slot.serial; next += 1) gaps.push(next)
    if (slot.serial >= run.first && kindOf(slot, '') === 'gap') gaps.push(slot.serial)
    next = Math.max(next, slot.serial + 1)
  }
  return gaps
}
