/** Taking a number: for a document, for a reason (占号), and giving a held one to its document. Pure. */
import type { Id } from '../lib/id.ts'
import { EMPTY_BOOK } from './book.ts'
import { blank, refused, type Asked, type Decision, type Done } from './decision.ts'
import type { BookFields, NumberEntry } from './entry.ts'
import { refuseTaken, reservationText } from './holder.ts'
import { lastSerial, slotAt, type Run, type Slot } from './run.ts'

/** What a number is given to. */
export type Receiver = DocumentReceiver | { readonly kind: 'reason'; readonly reason: string }

export interface DocumentReceiver {
  readonly kind: 'document'
  readonly documentId: Id
  readonly fingerprint: string
  readonly book: BookFields
}

/** Gives a serial of a run: the next one, a gap, a reserved one, or one written by hand. */
export function take(run: Run, asked: Asked, receiver: Receiver): Decision {
  const slot = slotAt(run, asked.serial)
  const taken = refuseTaken(slot, asked)
  if (taken) return taken
  const how = howText(run, slot, asked)
  if (receiver.kind === 'reason') {
    if (receiver.reason === '') return refused('badRequest', '没有写明给哪份文稿，也没有写占号的理由，没有取号', '请选一份已签发的文稿，或写明占号的理由')
    const entry = { ...blank(asked), status: 'held', reason: receiver.reason } as const
    return { kind: 'done', entry, log: { what: 'held', detail: joined(receiver.reason, how) } }
  }
  const { documentId, fingerprint, book } = receiver
  const entry = { ...blank(asked), status: 'used', documentId, reason: '', fingerprint, book } as const
  return { kind: 'done', entry, log: { what: 'numbered', detail: joined(asked.printed, how), documentId } }
}

/** 对上文稿: a number that was held, or given out on paper, has its document now. What the book says of copies, filing and remarks stays. */
export function bindTo(entry: NumberEntry | undefined, asked: Asked, { documentId, fingerprint, book }: DocumentReceiver): Decision {
  if (entry?.status !== 'held' && entry?.status !== 'paper') {
    return refuseTaken(entry, asked) ?? refused('wrongState', `${asked.printed}没有被占用，不用对上文稿`, '请直接给文稿取这个号')
  }
  const { copies, filed, remarks } = entry.book
  const kept = { ...book, copies, filed, remarks: remarks || book.remarks }
  const bound: NumberEntry = { ...entry, status: 'used', documentId, fingerprint, reason: '', holder: asked.who, at: asked.at, book: kept }
  return { kind: 'done', entry: bound, log: { what: 'bound', detail: joined(asked.printed, entry.reason), documentId } }
}

/**
 * A document that arrives with its number. What the register said of it before (a reservation, a line without a document) goes into its
 * history, and what was written of copies, filing and remarks stays. Whether somebody else has it was asked before. `from`: the file.
 */
export function arrive(entry: NumberEntry | undefined, asked: Asked, { documentId, fingerprint, book }: DocumentReceiver, from: string): Done {
  const { copies, filed, remarks } = entry?.book ?? EMPTY_BOOK
  const before = entry?.status === 'reserved' ? `原${reservationText(entry, asked.at)}` : entry?.status === 'paper' ? '原登记为线下占用' : ''
  const arrived = { ...blank(asked), status: 'used', documentId, reason: '', fingerprint, book: { ...book, copies, filed, remarks } } as const
  return { kind: 'done', entry: arrived, log: { what: 'imported', detail: joined(from, before) } }
}

/** In which of the four ways: nothing for the next one. */
function howText(run: Run, slot: Slot | undefined, { serial, at }: Asked): string {
  if (slot?.status === 'reserved') return `用预留号：原${reservationText(slot, at)}`
  const last = lastSerial(run)
  if (serial < last) return slot?.status === 'free' && slot.reason !== '' ? `补缺号：原有说明“${slot.reason}”` : '补缺号'
  const passed = passedOver(run, serial)
  return passed === 0 ? '' : `手写的号，跳过${passed}个`
}

/** How many serials would become gaps if this one were taken: those after the last that nobody reserved. */
export function passedOver(run: Run, serial: number): number {
  const from = Math.max(run.first, lastSerial(run) + 1)
  const reserved = run.slots.filter((slot) => slot.status === 'reserved' && slot.serial >= from && slot.serial < serial)
  return Math.max(0, serial - from - reserved.length)
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('；')
}
