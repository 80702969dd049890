/** The end of a notice's body: signature, date and note. */
import type { Line } from './lines.ts'
import { folded, isOrgan } from './organs.ts'

export interface Tail {
  /** The body ends before this line. */
  readonly from: number
  /** Index of the first line behind the tail. */
  readonly next: number
  /** Organs that sign together have a line each. */
  readonly organ: string | null
  readonly date: string | null
  readonly note: string | null
}

const DATE = /^(?:\d{4}|[〇○零一二三四五六七八九]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,3})?月(?:\d{1,2}|[一二三四五六七八九十]{1,3})?日$/
const ONE_LINE = /^(.+?)[\s\u3000]*((?:\d{4}|[〇○零一二三四五六七八九]{4})\s*年[\s\d一二三四五六七八九十]*月[\s\d一二三四五六七八九十]*日)$/
const NOTE = /^[（(](.+)[）)]$/

/**
 * Finds the tail among `lines` from `from` (the body) to `to` (the first attachment): a date behind some text, signed by an issuer
 * if there is one, else by an organ, else alone (a date in a list stands alone too); else an issuer's name that stands alone,
 * else a note. Null where there is none of them.
 */
export function findTail(lines: readonly Line[], from: number, to: number, issuers: readonly string[]): Tail | null {
  const tails: Tail[] = []
  for (let at = from; at < to; at++) {
    const tail = tailAt(lines, { from, at, to }, issuers)
    if (tail) tails.push(tail)
  }
  const byIssuer = tails.find(({ organ }) => organ?.split('\n').some((one) => isIssuer(one, issuers)))
  return byIssuer ?? tails.find(({ organ }) => organ !== null) ?? tails[0] ?? withoutDate(lines, from, to, issuers)
}

/** The tail whose date is in one line. */
function tailAt(lines: readonly Line[], { from, at, to }: { from: number; at: number; to: number }, issuers: readonly string[]): Tail | null {
  const text = lines[at]?.cells ? '' : (lines[at]?.text ?? '')
  if (isDate(text) && at > from) {
    const first = organsBefore(lines, from, at, issuers)
    return { from: first, organ: joined(lines, first, at), date: text, ...noteAt(lines, at + 1, to) }
  }
  const both = ONE_LINE.exec(text)
  if (!both?.[1] || !both[2] || !isDate(both[2]) || !isOrgan(both[1])) return null
  return { from: at, organ: both[1], date: both[2], ...noteAt(lines, at + 1, to) }
}

/** True for a date that could be a signature's: a full one, or one whose month or day was never filled in. */
export function isDate(text: string): boolean {
  return DATE.test(text.replace(/[\s\u3000]/g, ''))
}

/** The line above the date where it is an organ or a person's post (县长 李明), and the issuers above it. */
function organsBefore(lines: readonly Line[], from: number, at: number, issuers: readonly string[]): number {
  const nearest = lines[at - 1]
  if (at - 1 < from || !nearest || nearest.cells) return at
  const { text } = nearest
  const post = /^(?:代)?(?:县|市|区|乡|镇|省)长[\s\u3000：:]*\S{2,4}$/u.test(text)
  if (!isOrgan(text) && !post && !isIssuer(text, issuers)) return at
  let first = at - 1
  // Where the title block names one organ, no other signs with it; where it names none, every organ's line may be a signature.
  const signs = (line: Line | undefined): boolean =>
    line?.cells === null && (organsIn(line.text).every((organ) => isIssuer(organ, issuers)) || (issuers.length === 0 && isOrgan(line.text)))
  while (first - 1 >= from && signs(lines[first - 1])) first -= 1
  return first
}

function isIssuer(text: string, issuers: readonly string[]): boolean {
  return issuers.some((issuer) => folded(issuer) === folded(text))
}

function joined(lines: readonly Line[], from: number, to: number): string | null {
  return to > from ? lines.slice(from, to).flatMap(({ text }) => organsIn(text)).join('\n') : null
}

/** Organs whose seals stand side by side have one line. A short word is a piece of a name: 河湾县 人民政府. */
function organsIn(text: string): readonly string[] {
  const words = text.split(/[\s\u3000]+/u)
  return words.length > 1 && words.every((word) => word.length >= 4 && isOrgan(word)) ? words : [text]
}

function noteAt(lines: readonly Line[], at: number, to: number): Pick<Tail, 'note' | 'next'> {
  const line = at < to ? lines[at] : undefined
  const note = line && !line.cells && line.text.length <= 60 ? NOTE.exec(line.text)?.[1] : undefined
  return note === undefined ? { note: null, next: at } : { note, next: at + 1 }
}

function withoutDate(lines: readonly Line[], from: number, to: number, issuers: readonly string[]): Tail | null {
  for (let at = from + 1; at < to; at++) {
    const text = lines[at]?.text ?? ''
    if (isIssuer(text, issuers)) return { from: at, organ: text, date: null, ...noteAt(lines, at + 1, to) }
    if (/^[（(]此件.*[）)]$/.test(text)) return { from: at, organ: null, date: null, ...noteAt(lines, at, to) }
  }
  return null
}
