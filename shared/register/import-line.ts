/** One line of a book (发文登记簿) that is read in, against what the register says of its number. Pure. */
import { amend } from './amend.ts'
import { EMPTY_BOOK } from './book.ts'
import { blank, type Asked, type Done } from './decision.ts'
import { BOOK_FIELDS, type BookFields, type NumberEntry } from './entry.ts'
import { reservationText, takenText } from './holder.ts'

export interface ReadLine {
  /** free: the book says that nobody has it. */
  readonly status: 'paper' | 'void' | 'free'
  readonly reason: string
  readonly fields: BookFields
}

/** What becomes of a line: `what` says it to the person. */
export type LineOutcome =
  | { readonly outcome: 'new' | 'changed'; readonly what: string; readonly done: readonly Done[] }
  | { readonly outcome: 'same' | 'refused'; readonly what: string }

/**
 * A number that the register does not know enters as the book has it; where it knows it, cells that differ are amended with a trace.
 * An empty cell takes nothing away; a document's number never changes hands. `source`: the file and its line, for the log.
 */
export function importLine(entry: NumberEntry | undefined, line: ReadLine, asked: Asked, source: string): LineOutcome {
  if (!entry || entry.status === 'free') return line.status === 'free' ? leftOpen(entry, line, asked, source) : entered(line, line.status, asked, source)
  const conflict = conflictOf(entry, line, asked)
  if (conflict !== null) return { outcome: 'refused', what: conflict }
  const given = BOOK_FIELDS.filter((field) => line.fields[field] !== '' && !(field === 'title' && folded(line.fields.title) === folded(entry.book.title)))
  const amended = amend(entry, Object.fromEntries(given.map((field) => [field, line.fields[field]])), source)
  const voided = entry.status === 'paper' && line.status === 'void' ? voidedBy(amended?.entry ?? entry, line, asked, source) : null
  const done = [amended, voided].filter((one) => one !== null)
  if (done.length === 0) return { outcome: 'same', what: '' }
  return { outcome: 'changed', what: done.map(({ log }) => log.detail.replace(`（${source}）`, '')).join('；'), done }
}

/** A number that nobody has, in the book as here: what the book explains is kept. */
function leftOpen(entry: NumberEntry | undefined, { reason }: ReadLine, asked: Asked, source: string): LineOutcome {
  if (reason === '' || reason === entry?.reason) return { outcome: 'same', what: '' }
  const explained = { ...(entry ?? blank(asked)), status: 'free', reason, holder: asked.who, at: asked.at } as const
  return { outcome: entry ? 'changed' : 'new', what: `补说明：${reason}`, done: [{ kind: 'done', entry: explained, log: { what: 'explained', detail: `${reason}（${source}）` } }] }
}

function entered({ reason, fields }: ReadLine, status: 'paper' | 'void', asked: Asked, source: string): LineOutcome {
  const entry = { ...blank(asked), status, reason, book: { ...EMPTY_BOOK, ...fields } } as const
  const what = status === 'void' ? '登记为作废' : '登记为线下占用'
  return { outcome: 'new', what, done: [{ kind: 'done', entry, log: { what: 'bookImported', detail: [`${what}（${source}）`, reason].filter(Boolean).join('；') } }] }
}

function voidedBy(entry: Done['entry'], { reason }: ReadLine, { at, who }: Asked, source: string): Done {
  const why = reason === '' ? entry.reason : reason
  return { kind: 'done', entry: { ...entry, status: 'void', reason: why, holder: who, at }, log: { what: 'voided', detail: `${reason === '' ? '作废' : reason}（${source}）` } }
}

/** Why a line cannot be taken; null where it can. */
function conflictOf(entry: NumberEntry, { status, fields }: ReadLine, { printed, at }: Asked): string | null {
  if (entry.status === 'reserved') return `${printed}${reservationText(entry, at)}；请先释放这个预留，再补登`
  if (entry.status === 'held') return `${printed}${takenText(entry, at) ?? ''}；请先释放这个占用，再补登`
  if (status === 'free') return `${printed}${takenText(entry, at) ?? ''}，表格里写的是空号`
  if (entry.status === 'void' && status !== 'void') return `${printed}${takenText(entry, at) ?? ''}；表格里没有作废`
  if (entry.status !== 'used') return null
  if (fields.title !== '' && folded(fields.title) !== folded(entry.book.title)) return `${printed}${takenText(entry, at) ?? ''}，表格里是《${fields.title}》`
  return status === 'void' ? `${printed}${takenText(entry, at) ?? ''}，表格里写的是作废；作废文件请在程序里办` : null
}

/** Titles are compared without spaces, and with one form for marks that typists mix. */
function folded(title: string): string {
  return title.normalize('NFKC').replace(/[\s\u3000]/g, '').replace(/[‘’]/g, "'").replace(/[“”]/g, '"')
}
