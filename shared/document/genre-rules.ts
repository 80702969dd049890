/**
 * Which parts a kind (文种) needs and which it must not have: one table for drafts, imports, templates and the form.
 * From article 8 and the rules on 上行文 of the 2012 regulation and GB/T 9704-2012, 7.3. What is only custom is left free,
 * because whatever stands here keeps a document from being signed.
 */
import type { Genre } from './types.ts'

/** 主送机关: `none` are addressed to everybody, `one` goes to a single organ, `some` to whom it answers or asks. */
export type RecipientsRule = 'none' | 'some' | 'one' | 'free'

export interface GenreRule {
  readonly recipients: RecipientsRule
  /** 附注 names whom the superior can ask (联系人). */
  readonly contact: boolean
}

const FREE: GenreRule = { recipients: 'free', contact: false }
const PUBLIC: GenreRule = { recipients: 'none', contact: false }
const ADDRESSED: GenreRule = { recipients: 'some', contact: false }

const RULES: Readonly<Partial<Record<Genre, GenreRule>>> = {
  公报: PUBLIC,
  公告: PUBLIC,
  通告: PUBLIC,
  请示: { recipients: 'one', contact: true },
  批复: ADDRESSED,
  议案: ADDRESSED,
  函: ADDRESSED,
}

/** Kinds that go to a superior organ (上行文) and name who signed them (签发人; GB/T 9704-2012, 7.2.6). A 意见 may, too. */
export function isUpward(genre: Genre | null): boolean {
  return genre === '报告' || genre === '请示'
}

/** The rule of a kind; of a document without a kind nothing is asked. */
export function genreRule(genre: Genre | null): GenreRule {
  return (genre === null ? undefined : RULES[genre]) ?? FREE
}

/** A document as far as the rules look at it; "" where a part is absent or still empty. */
export interface RuledParts {
  readonly genre: Genre | null
  readonly title: string
  readonly recipients: string
  readonly note: string
  /** There is a printed text or an attachment. */
  readonly encloses: boolean
}

export type GenreFaultKind = 'recipients' | 'noRecipients' | 'oneRecipient' | 'contact' | 'enclosure'

/** A part that breaks the rule of its kind; `text` says in Chinese what to do. */
export interface GenreFault {
  readonly kind: GenreFaultKind
  readonly text: string
}

/** 印发, 转发, 批转: a notice that only carries another text. */
const CARRIES = /^(?:关于)?(印发|转发|批转)/

/** Every rule of its kind that a document breaks, in reading order. */
export function genreFaults({ genre, title, recipients, note, encloses }: RuledParts): readonly GenreFault[] {
  const faults: GenreFault[] = []
  const rule = genreRule(genre)
  const organs = organsOf(recipients).length
  if (rule.recipients === 'none' && organs > 0) faults.push({ kind: 'noRecipients', text: `${genre}面向社会公布，不写主送机关，请删去` })
  if (rule.recipients === 'some' && organs === 0) faults.push({ kind: 'recipients', text: '主送机关没有填写' })
  if (rule.recipients === 'one' && organs === 0) faults.push({ kind: 'recipients', text: '主送机关没有填写，只写一个' })
  if (rule.recipients === 'one' && organs > 1) faults.push({ kind: 'oneRecipient', text: `${genre}只主送一个机关，现在写了${organs}个，请只留一个` })
  if (rule.contact && !note.includes('联系人')) faults.push({ kind: 'contact', text: `${genre}的附注要写联系人和联系电话` })
  const carries = CARRIES.exec(title)?.[1]
  if (carries && !encloses) faults.push({ kind: 'enclosure', text: `没有所${carries}的文本，请附在后面，作为附件也可以` })
  return faults
}

/** The organs of a line of recipients (主送机关), as its marks part them. */
export function organsOf(recipients: string): readonly string[] {
  return recipients.split(/[、，,；;：:\s]+/).filter((organ) => organ !== '')
}
