/** Keeping numbers back and letting go of them: 预留, 线下占用, 释放, 作废, 补说明. Pure. */
import { EMPTY_BOOK } from './book.ts'
import { blank, refused, type Asked, type Decision, type Done, type Refused } from './decision.ts'
import type { NumberEntry } from './entry.ts'
import { dayOf, dayText, refuseTaken, reservationText, takenText } from './holder.ts'
import { lastSerial, MOST_SERIAL, nextBlock, slotAt, type Run } from './run.ts'

export interface Reservation {
  readonly from?: number | undefined // without it: the next `count` in a row
  readonly count: number
  readonly purpose: string
  readonly expires: string | null
}

/** 预留: one serial or a block. `askedAt` names each. A block of which one serial is not to be had is refused whole. */
export function reserve(run: Run, { from, count, purpose, expires }: Reservation, askedAt: (serial: number) => Asked): Refused | readonly Done[] {
  const first = from ?? nextBlock(run, count)
  const { at } = askedAt(first)
  if (purpose === '') return refused('badRequest', '没有写明预留做什么用，没有预留', '请写明用途，别人要用这个号时会看到')
  if (expires !== null && expires < dayOf(at)) return refused('badRequest', `留到${dayText(expires, at)}，这一天已经过了，没有预留`, '请写今天或以后的日期')
  if (first + count - 1 > MOST_SERIAL) return refused('badRequest', `最大的号是${MOST_SERIAL}，没有预留`, '请核对起号和个数')
  const done: Done[] = []
  for (let serial = first; serial < first + count; serial += 1) {
    const asked = askedAt(serial)
    const slot = slotAt(run, serial)
    if (slot?.status === 'reserved') return refused('numberTaken', `${asked.printed}已${reservationText(slot, at)}，没有预留`, '请换一段号；若那一处预留已不需要，请先把它释放')
    const taken = refuseTaken(slot, asked)
    if (taken) return taken
    const entry = { ...blank(asked), status: 'reserved', reason: purpose, expires } as const
    done.push({ kind: 'done', entry, log: { what: 'reserved', detail: `${purpose}${expires === null ? '' : `；留至${dayText(expires, at)}`}` } })
  }
  return done
}

/** 线下占用: a number that was given out on paper. One that is reserved may turn out to be. */
export function takeOnPaper(entry: NumberEntry | undefined, asked: Asked, { title, reason }: { readonly title: string; readonly reason: string }): Decision {
  const taken = refuseTaken(entry, asked)
  if (taken) return taken
  const before = entry?.status === 'reserved' ? `原${reservationText(entry, asked.at)}` : ''
  const paper = { ...blank(asked), status: 'paper', reason, book: { ...EMPTY_BOOK, title } } as const
  return { kind: 'done', entry: paper, log: { what: 'paper', detail: [title === '' ? '' : `《${title}》`, reason, before].filter(Boolean).join('；') } }
}

/** 释放: of a reservation, a hold, a number on paper. What it was stays in its history. */
export function release(entry: NumberEntry | undefined, asked: Asked, reason: string): Decision {
  const { printed, at } = asked
  switch (entry?.status) {
    case undefined:
    case 'free':
      return refused('wrongState', `${printed}没有人占用，不用释放`, '要用它，直接取号即可')
    case 'used':
      return refused('wrongState', `${printed}${takenText(entry, at) ?? ''}，不能释放`, '取错了号，请用“更正文号”；文件作废，请用“作废”')
    case 'void':
      return refused('wrongState', `${printed}${takenText(entry, at) ?? ''}，不能释放`, '请另取一个号')
    case 'reserved':
    case 'held':
    case 'paper': {
      const was = entry.status === 'reserved' ? `原${reservationText(entry, at)}` : `原${(takenText(entry, at) ?? '').slice(1)}`
      return { kind: 'done', entry: { ...blank(asked), seriesId: entry.seriesId, year: entry.year, status: 'free', reason }, log: { what: 'released', detail: reason === '' ? was : `${reason}；${was}` } }
    }
  }
}

/** 作废: the number stays in the book and is never given again. Its document, if it has one, is the caller's to void. */
export function voided(run: Run, entry: NumberEntry | undefined, asked: Asked, reason: string): Decision {
  if (entry?.status === 'void') return refused('wrongState', `${asked.printed}${takenText(entry, asked.at) ?? ''}`, '不用再作废')
  if (reason === '') return refused('badRequest', '没有写明作废的原因，没有作废', '请写明原因，登记簿里会留着')
  const unused = notYetUsed(run, entry, asked, '作废')
  if (unused) return unused
  const kept = entry ?? { ...blank(asked), status: 'free', reason: '' }
  return { kind: 'done', entry: { ...kept, status: 'void', reason, expires: null, holder: asked.who, at: asked.at }, log: { what: 'voided', detail: reason, documentId: entry?.documentId ?? null } }
}

/** 补说明: why nobody has a number below the last. Explained again, the later explanation counts; both are in its history. */
export function explain(run: Run, entry: NumberEntry | undefined, asked: Asked, reason: string): Decision {
  if (reason === '') return refused('badRequest', '没有写说明', '请写明这个号为什么空着')
  if (entry?.status === 'reserved') return refused('wrongState', `${asked.printed}${reservationText(entry, asked.at)}，还不是缺号`, '请先释放它，释放时可写明原因')
  if (entry && entry.status !== 'free') return refused('wrongState', `${asked.printed}${takenText(entry, asked.at) ?? ''}，不是缺号`, '缺号才用补说明；要记事，请改登记簿的“备注”')
  const unused = notYetUsed(run, entry, asked, '补说明')
  if (unused) return unused
  return { kind: 'done', entry: { ...(entry ?? blank(asked)), status: 'free', reason, holder: asked.who, at: asked.at }, log: { what: 'explained', detail: reason } }
}

/** What nobody has and is still to come would become a jump by being voided or explained. */
function notYetUsed(run: Run, entry: NumberEntry | undefined, { serial, printed }: Asked, act: string): Refused | null {
  const untouched = entry === undefined || entry.status === 'free'
  return untouched && serial > lastSerial(run) ? refused('wrongState', `${printed}还没有用到，不能${act}`, `现在用到${lastSerial(run)}号；轮到它时自然会取`) : null
}
