/** Where the documents of an issue begin: at the title block above a number (or below it), or, without a number, at a title that the contents list. */
import { titleKind } from '../document/kind.ts'
import type { Contents } from './issue-contents.ts'
import { bracketedName, isBlank, numberKey, numberOfLine, plainLine, titleKey } from './issue-lines.ts'
import { folded, isOrgan } from './organs.ts'
import { splitTitle } from './title-block.ts'

/** Lines of a title block at most, and blank lines between two of them. */
const LONGEST_TITLE = 8
const WIDEST_GAP = 1
/** Characters of a line in a title or in the contents at most: what is longer is text. */
export const LONGEST_LINE = 300

export interface Start {
  /** First line of the title block. */
  readonly at: number
  /** First line behind the title block: that of the number, where there is one. */
  readonly next: number
  /** In its proper form. */
  readonly number: string | null
  /** See `titleKey`. */
  readonly title: string
}

/** The title block above the number in line `next`, or null. `titles` are the keys of the titles in the contents. */
export function startAbove(lines: readonly string[], next: number, titles: ReadonlySet<string>): Start | null {
  const candidates: Start[] = []
  for (const at of linesAbove(lines, next)) {
    const title = titleKey(textBetween(lines, at, next))
    if (title !== '') candidates.push({ at, next, number: numberOfLine(lines[next] ?? ''), title })
  }
  const listed = candidates.find(({ title }) => titles.has(title))
  const start = listed ?? candidates.find(({ at }) => beginsTitle(lines[at] ?? '')) ?? candidates.find(({ title }) => titleKind(title) !== null)
  return start ? { ...start, at: organsAbove(lines, start.at) } : null
}

/** The title block below the number in line `at`, where a gazette prints the number first; null where what follows is no known title. */
export function startBelow(lines: readonly string[], at: number, isTitle: (key: string) => boolean): Start | null {
  let taken = 0
  for (let next = at + 1; next < lines.length && taken < LONGEST_TITLE; next++) {
    if (isBlank(lines[next])) continue
    if (isText(lines[next] ?? '') || numberOfLine(lines[next] ?? '') !== null) return null
    taken += 1
    const title = titleKey(textBetween(lines, at + 1, next + 1))
    if (title !== '' && isTitle(title)) return { at, next: next + 1, number: numberOfLine(lines[at] ?? ''), title }
  }
  return null
}

/** Indexes of the lines above `next` that can belong to a title block, nearest first. */
function linesAbove(lines: readonly string[], next: number): readonly number[] {
  const found: number[] = []
  let gap = 0
  for (let at = next - 1; at >= 0 && found.length < LONGEST_TITLE && gap <= WIDEST_GAP; at--) {
    const line = lines[at] ?? ''
    gap = isBlank(line) ? gap + 1 : 0
    if (gap > 0) continue
    if (isText(line) || bracketedName(line) !== null || numberOfLine(line) !== null) break
    found.push(at)
  }
  return found
}

/** True for a row of a table, for what ends like a sentence, and for what is longer than any line of a title. */
function isText(line: string): boolean {
  return line.length > LONGEST_LINE || line.includes('\t') || /[。；：:]$/.test(plainLine(line))
}

function textBetween(lines: readonly string[], from: number, to: number): readonly string[] {
  return lines.slice(from, to).map(plainLine).filter((line) => line !== '')
}

/** 关于… or 河湾县人民政府关于…: no sentence that has 关于 inside. */
function beginsTitle(line: string): boolean {
  const before = /^(.*?)关于/u.exec(plainLine(line))?.[1]
  return before !== undefined && (before === '' || isOrgan(before))
}

/**
 * The issuing organs above a title that names none: one across a blank line, others close to it. A line that says the
 * same organ again is the signature of the document before.
 */
function organsAbove(lines: readonly string[], at: number): number {
  const { issuers } = splitTitle([plainLine(lines[at] ?? '')])
  const named = issuers.length > 0
  const seen = new Set(issuers.map(folded))
  let first = at
  for (let above = at - 1; above >= 0; above--) {
    const line = lines[above] ?? ''
    if (isBlank(line)) {
      if (named || first !== at || above < at - WIDEST_GAP) break
      continue
    }
    const organ = plainLine(line)
    if (isText(line) || !isOrgan(organ) || seen.has(folded(organ))) break
    seen.add(folded(organ))
    first = above
  }
  return first
}

/** Where each of the titles (keys) first stands alone between `from` and `to`, with or without its organs in front. */
export function titleStarts(lines: readonly string[], { from, to }: { from: number; to: number }, titles: ReadonlySet<string>): ReadonlyMap<string, Start> {
  const beginnings = new Set([...titles].flatMap((title) => Array.from({ length: title.length }, (_, at) => title.slice(0, at + 1))))
  const found = new Map<string, Start>()
  for (let at = from; at < to; at++) {
    if (isBlank(lines[at])) continue
    for (let next = at + 1, taken = 1; next <= to && taken <= LONGEST_TITLE; next++) {
      if (isBlank(lines[next - 1])) continue
      if (isText(lines[next - 1] ?? '')) break
      taken += 1
      const title = titleKey(textBetween(lines, at, next))
      if (titles.has(title) && !found.has(title)) found.set(title, { at: organsAbove(lines, at), next, number: null, title })
      if (!beginnings.has(title)) break
    }
  }
  return found
}

/** All starts between `from` and `to`, in order. */
export function findStarts(lines: readonly string[], { from, to }: { from: number; to: number }, contents: Contents): readonly Start[] {
  const titles = new Set(contents.documents.map(({ title }) => titleKey([title])))
  const numbers = contents.documents.map(({ documentNumber }) => numberKey(documentNumber ?? '') ?? '')
  const codes = new Set(numbers.map((number) => number.replace(/〔.*$/u, '')))
  const starts: Start[] = []
  for (let at = from; at < to; at++) {
    const number = numberOfLine(lines[at] ?? '')
    const start = number === null ? null : (startBelow(lines, at, (key) => titles.has(key)) ?? startAbove(lines, at, titles))
    if (number === null || !start || start.at < from) continue
    // A document that another one prints or forwards has a number too, as a rule of another organ.
    const known = numbers.includes(number) || titles.has(start.title) || codes.size === 0 || codes.has(number.replace(/〔.*$/u, ''))
    if (known && (starts.length === 0 || start.at >= (starts.at(-1)?.next ?? 0))) starts.push(start)
  }
  return [...starts, ...unnumbered(lines, { from, to }, contents, starts)].sort((a, b) => a.at - b.at)
}

/** The documents that the contents list without a number. */
function unnumbered(lines: readonly string[], span: { from: number; to: number }, { documents }: Contents, starts: readonly Start[]): readonly Start[] {
  const found = new Set(starts.map(({ title }) => title))
  const keys = documents.filter(({ documentNumber }) => documentNumber === null).map(({ title }) => titleKey([title]))
  const titles = titleStarts(lines, span, new Set(keys.filter((key) => !found.has(key))))
  return [...titles.values()].filter((start) => !starts.some(({ at, next }) => start.at >= at && start.at < next))
}
