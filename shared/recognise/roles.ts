/** Paragraphs that are no running text: formulas, lines of contacts, notes below a table. Told by their form alone. */
import { textOf } from '../document/text.ts'
import type { Block, ParagraphRole } from '../document/types.ts'
import { readMark } from './marks.ts'

const FORMULA = /^[^=＝，。；：！？、,;:!?]{1,40}[=＝][^，。；：！？、,;:!?]{1,100}。?$/u
const OPERATION = /[\p{L}\d）)\]］%％]\s*[×÷＋+－−\-*/]\s*[\p{L}\d（(\[［]|[Σ∑√]/u

/** A line with = and an operator, and no mark of a sentence but a 。 at its end. */
export function isFormula(text: string): boolean {
  if (!FORMULA.test(text) || /:\/\/|www\.|@/iu.test(text)) return false
  return /[\p{L}]/u.test(text) && OPERATION.test(text.slice(text.search(/[=＝]/u) + 1))
}

const CONTACT =
  /^\p{Script=Han}{0,10}(?:联\s*系\s*人|联系方式|电\s*话|传\s*真|地\s*址|邮\s*箱|电子邮件|邮\s*编|邮政编码|网\s*址|手\s*机)(?:及\p{Script=Han}{2,6})?\s*[：:]\s*[\p{L}\d（(]/u

/** A label of contacts with what it names. A label with nothing behind it is a blank of a form. */
export function isContact(text: string): boolean {
  return text.length <= 80 && CONTACT.test(text) && !/。.|；\s*\p{Script=Han}{5}/u.test(text)
}

/** A name and a telephone number, as they stand below the first contact. */
function isNextContact(text: string): boolean {
  return /^\p{Script=Han}[\p{Script=Han}\s\u3000·]{1,8}[\s\u3000]+[\d\-—（()）]{7,20}$/u.test(text)
}

const NOTE = /^(?:注|附注|备\s*注|说\s*明|填\p{Script=Han}{0,3}说明|注释)\s*[：:]/u

/**
 * What a paragraph is, by its text and by what stands before it; undefined for running text. A note stands right below a table or
 * another note, and its items (1. 2.) belong to it.
 */
export function roleOf(text: string, before: readonly Block[]): ParagraphRole | undefined {
  const last = before.at(-1)
  const afterNote = last?.type === 'paragraph' && last.role === 'note'
  if ((afterNote || (last?.type === 'table' && last.look === undefined)) && NOTE.test(text)) return 'note'
  if (afterNote && readMark(text)?.level === 3 && readMark(text)?.count === nextOfNote(before)) return 'note'
  if (readMark(text)) return undefined
  if (isFormula(text)) return 'formula'
  if (isContact(text)) return 'contact'
  return last?.type === 'paragraph' && last.role === 'contact' && isNextContact(text) ? 'contact' : undefined
}

/** The number of the item that would go on with the notes at the end; 0 where they have no items. */
function nextOfNote(blocks: readonly Block[]): number {
  const last = blocks.at(-1)
  const text = last?.type === 'paragraph' ? textOf(last.children) : ''
  const [label = ''] = NOTE.exec(text) ?? []
  const rest = text.slice(label.length).trim()
  if (label !== '' && rest === '') return 1
  const mark = readMark(rest)
  return mark?.level === 3 ? mark.count + 1 : 0
}
