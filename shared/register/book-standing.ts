/** What a line of a book says of its number: given out, void, held, or that nobody has it. Pure. */
import { NO_EXPLANATION } from './book-columns.ts'
import { plainText } from './book-values.ts'

export interface Standing {
  readonly kind: 'paper' | 'void' | 'free' | 'held' | 'reserved'
  /** Why; "" where the book does not say it. */
  readonly reason: string
  /** The title is no title but says this: 作废. */
  readonly inTitle?: true
}

/** The cells that may say it. */
export interface Sayings {
  readonly status: string
  readonly explanation: string
  readonly title: string
  readonly remarks: string
}

const VOID = /^[(（[【]?(?:此号|本号|该号|此文|本文|文号|该文)?(?:已|已经)?(?:作废|注销)[)）\]】]?[,，、:：;；。.\s]*/
const FREE = /^[(（[【]?(?:此号|本号|该号|文号)?(?:已|为|系)?(?:空号|缺号|跳号|未用|未使用|没有使用|无此文|未编发|未发文)[)）\]】]?[,，、:：;；。.\s]*/

/** A book that has a column for it is believed; else what a title or a remark begins with: 作废，与10号重复. */
export function standingOf(sayings: Sayings): Standing {
  const { status, explanation } = sayings
  const said = plainText(status)
  if (said === '') return standingInWords(sayings)
  if (said.includes('作废')) return { kind: 'void', reason: explanation || reasonIn(sayings.remarks, VOID) || VOIDED }
  if (/缺号|空号/.test(said)) return { kind: 'free', reason: explanation === NO_EXPLANATION ? '' : explanation }
  if (said.includes('占号')) return { kind: 'held', reason: explanation }
  return { kind: said.includes('预留') ? 'reserved' : 'paper', reason: explanation }
}

const VOIDED = '原登记簿记为作废'

function standingInWords({ explanation, title, remarks }: Sayings): Standing {
  for (const [kind, pattern, otherwise] of [['void', VOID, VOIDED], ['free', FREE, '原登记簿记为空号']] as const) {
    const words = [title, remarks, explanation].find((text) => pattern.test(text.trim()))
    if (words === undefined) continue
    const others = [explanation, remarks].filter((text) => text !== words)
    const reason = [reasonIn(words, pattern), ...others].find((text) => text !== '') ?? otherwise
    return { kind, reason, ...(words === title ? { inTitle: true } : {}) }
  }
  return { kind: 'paper', reason: explanation }
}

/** What follows the word: 与10号重复; without the brackets around it. */
function reasonIn(words: string, pattern: RegExp): string {
  const rest = words.trim().replace(pattern, '').trim()
  return /^[(（].*[)）]$/.test(rest) ? rest.slice(1, -1) : rest
}
