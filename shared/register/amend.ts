/** 登记簿更正 and 更正文号: what was written stays readable beside what it is changed to. Pure. */
import { EMPTY_BOOK } from './book.ts'
import { refused, type Asked, type Decision, type Done } from './decision.ts'
import { BOOK_FIELD_NAMES, BOOK_FIELDS, type BookField, type BookFields, type NumberEntry } from './entry.ts'

/** Changes fields of the book. Null: they say so already. `source`: where the change comes from, "" for a person's hand. */
export function amend(entry: NumberEntry, fields: Partial<BookFields>, source = ''): Done | null {
  const changes = BOOK_FIELDS.flatMap((field) => changeText(field, entry.book[field], fields[field]) ?? [])
  if (changes.length === 0) return null
  const detail = `${changes.join('；')}${source === '' ? '' : `（${source}）`}`
  // Who has the number, and since when, stays; who amended it is in the log.
  return { kind: 'done', entry: { ...entry, book: { ...entry.book, ...fields } }, log: { what: 'amended', detail, documentId: entry.documentId } }
}

function changeText(field: BookField, before: string, after: string | undefined): string | null {
  if (after === undefined || after === before) return null
  const name = BOOK_FIELD_NAMES[field]
  if (before === '') return `${name}填为 ${after}`
  return after === '' ? `${name} ${before} 删去` : `${name} ${before} 改为 ${after}`
}

/** 更正文号, the old number's side: it is voided, or free again, and says what became of it. */
export function giveUp(entry: NumberEntry, { who, at }: Pick<Asked, 'who' | 'at'>, { old, to, reason }: { readonly old: 'void' | 'free'; readonly to: string; readonly reason: string }): Done {
  const why = `更正为${to}：${reason}`
  const freed = { ...entry, documentId: null, fingerprint: null, holder: who, at, reason: why, expires: null }
  const log = { what: 'corrected', detail: `《${entry.book.title}》${why}；此号${old === 'void' ? '作废' : '释放'}` } as const
  return { kind: 'done', entry: old === 'void' ? { ...freed, status: 'void' } : { ...freed, status: 'free', book: EMPTY_BOOK }, log }
}

/** The new number's side: as it was taken, but told as a correction, with the book's fields carried over. */
export function corrected(taken: Decision, from: NumberEntry, { oldPrinted, printed, reason }: { readonly oldPrinted: string; readonly printed: string; readonly reason: string }): Decision {
  if (taken.kind === 'refused') return taken
  if (reason === '') return refused('badRequest', '没有写明更正的原因，没有更正', '请写明原因，两个号的经过里都会留着')
  const entry = { ...taken.entry, book: from.book, fingerprint: from.fingerprint }
  return { kind: 'done', entry, log: { what: 'corrected', detail: `${oldPrinted} 更正为 ${printed}：${reason}`, documentId: from.documentId } }
}
