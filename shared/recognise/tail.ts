/** The end of a notice's body: signature, date and note. */
import { plainDigits } from '../lib/digits.ts'
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
  /** The organ stands below the date. */
  readonly isBelow?: true
}

/** The circle of 二〇二四 is typed in many ways. */
const YEAR = '(?:\\d{4}|[〇○零ＯOoОοΟ一二三四五六七八九]{4})'
const DATE = new RegExp(`^${YEAR}年(?:\\d{1,2}|[一二三四五六七八九十]{1,3})?月(?:\\d{1,2}|[一二三四五六七八九十]{1,3})?日$`, 'u')
/** 2024.5.8, 2024年5月, 2024年5月8日18时: a date only where an organ signs it. */
const LOOSE = new RegExp(`^(?:\\d{4}([.．/-])\\d{1,2}\\1\\d{1,2}|${YEAR}年(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月|${YEAR}年\\d{1,2}月\\d{1,2}日\\d{1,2}(?:时(?:\\d{1,2}分)?|[:：]\\d{2}))$`, 'u')
const ONE_LINE = new RegExp(`^(.+?)[\\s\\u3000]*(${YEAR}\\s*年[\\s\\d一二三四五六七八九十]*月[\\s\\d一二三四五六七八九十]*日)$`, 'u')
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
    const below = lines[at + 1]
    // Some sign below the date. An issuer with a date of its own below signs there.
    const isLast = !isDate(lines[at + 2]?.text ?? '')
    if (first === at && at + 1 < to && isLast && below?.cells === null && isIssuer(below.text, issuers)) return { from: at, organ: below.text, date: text, isBelow: true, ...noteAt(lines, at + 2, to) }
    return { from: first, organ: joined(lines, first, at, issuers), date: text, ...noteAt(lines, at + 1, to) }
  }
  if (at > from && LOOSE.test(plainDigits(text).replace(/[\s\u3000]/g, ''))) {
    const first = organsBefore(lines, from, at, issuers)
    return first === at ? null : { from: first, organ: joined(lines, first, at, issuers), date: text, ...noteAt(lines, at + 1, to) }
  }
  const both = ONE_LINE.exec(plainDigits(text))
  const organ = text.slice(0, both?.[1]?.length ?? 0)
  const date = text.slice(text.length - (both?.[2]?.length ?? 0))
  if (!both || !isDate(date) || !(isOrgan(organ) || isIssuer(organ, issuers))) return null
  return { from: at, organ: organsIn(organ, issuers).join('\n'), date, ...noteAt(lines, at + 1, to) }
}

/** True for a date that could be a signature's: a full one, or one whose month or day was never filled in. */
export function isDate(text: string): boolean {
  return DATE.test(plainDigits(text).replace(/[\s\u3000]/g, ''))
}

/** 县长 李明, 部　长　李明: a post and a name sign orders. */
const POST = /^(?:代\s*)?\p{Script=Han}{0,12}(?:[县市区州盟旗乡镇省部厅局署院会行校司检察][\s\u3000]*长|主[\s\u3000]*[任席]|书[\s\u3000]*记|总经理)[\s\u3000：:]+\p{Script=Han}(?:[\s\u3000]*\p{Script=Han}){1,3}$/u

/** The line above the date where it is an organ or a person's post, and the issuers above it. */
function organsBefore(lines: readonly Line[], from: number, at: number, issuers: readonly string[]): number {
  const nearest = lines[at - 1]
  if (at - 1 < from || !nearest || nearest.cells) return at
  const { text } = nearest
  if (!isOrgan(text) && !POST.test(text) && !isIssuer(text, issuers) && organsIn(text, issuers).length < 2) return at
  let first = at - 1
  // Where the title block names one organ, no other signs with it; where it names none, every organ's line may be a signature.
  const signs = (line: Line | undefined): boolean =>
    line?.cells === null && (POST.test(line.text) || organsIn(line.text, issuers).every((organ) => isIssuer(organ, issuers)) || (issuers.length === 0 && isOrgan(line.text)))
  while (first - 1 >= from && signs(lines[first - 1])) first -= 1
  return first
}

function isIssuer(text: string, issuers: readonly string[]): boolean {
  return issuers.some((issuer) => folded(issuer) === folded(text))
}

function joined(lines: readonly Line[], from: number, to: number, issuers: readonly string[]): string | null {
  return to > from ? lines.slice(from, to).flatMap(({ text }) => organsIn(text, issuers)).join('\n') : null
}

/** Organs whose seals stand side by side have one line. A short word that does not issue is a piece of a name: 河湾县 人民政府. */
function organsIn(text: string, issuers: readonly string[]): readonly string[] {
  const words = text.split(/[\s\u3000]+/u)
  return words.length > 1 && words.every((word) => isIssuer(word, issuers) || (word.length >= 4 && isOrgan(word))) ? words : [text]
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
