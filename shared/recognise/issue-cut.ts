/** Cuts the text of an issue into its parts: every line is in exactly one of them, in the order of the text. */
import { titleKind } from '../document/kind.ts'
import { findStarts, startAbove, startBelow, startOfTitle, type Start } from './issue-starts.ts'
import { isContentsHeading, readContents, type Contents } from './issue-contents.ts'
import { isBoardHeading, isIntroductionHeading } from './issue-facts.ts'
import { bracketedName, isBlank, numberOfLine, plainLine, titleKey } from './issue-lines.ts'
import { folded } from './organs.ts'

export interface IssuePiece {
  /** `front`: cover and title page. `section`: a section's name above its first document. */
  readonly kind: 'front' | 'contents' | 'section' | 'document' | 'board' | 'introduction'
  readonly lines: readonly string[]
  /** Of a document. */
  readonly start?: Start
}

export interface CutIssue {
  readonly pieces: readonly IssuePiece[]
  /** Null where the issue has none. */
  readonly contents: Contents | null
}

const NO_CONTENTS: Contents = { sections: [], documents: [] }

/** A first document without a number is known by its title: among so many lines of the contents. */
const FIRST_TITLES = 3

/** Cuts any text; one that is no issue has no document, or no contents. */
export function cutIssue(text: string): CutIssue {
  const lines = text.split('\n')
  const heading = contentsAt(lines)
  const contents = heading < 0 ? null : contentsFrom(lines, heading)
  const body = contents?.end ?? 0
  const starts = findStarts(lines, { from: body, to: lines.length }, contents ?? NO_CONTENTS)
  const names = new Set(contents?.sections.map(folded))
  const cuts: Cut[] = frontCuts(lines, heading < 0 ? (starts[0]?.at ?? lines.length) : heading)
  if (heading >= 0) cuts.push({ kind: 'contents', at: heading })
  for (const start of starts) {
    const section = sectionAbove(lines, start.at, body, names)
    if (section >= 0) cuts.push({ kind: 'section', at: section })
    cuts.push({ kind: 'document', at: start.at, start })
  }
  cuts.push(...headings(lines, starts.at(-1)?.next ?? lines.length, lines.length))
  return { pieces: piecesOf(lines, cuts), contents }
}

interface Cut {
  readonly kind: IssuePiece['kind']
  readonly at: number
  readonly start?: Start
}

function piecesOf(lines: readonly string[], cuts: readonly Cut[]): readonly IssuePiece[] {
  const sorted = [...new Map(cuts.map((cut) => [cut.at, cut])).values()].sort((a, b) => a.at - b.at)
  return sorted.map(({ kind, at, start }, index) => ({
    kind,
    lines: lines.slice(at, sorted[index + 1]?.at ?? lines.length),
    ...(start ? { start } : {}),
  }))
}

/** Contents stand before every document; a plan that has contents of its own has its number above them. */
function contentsAt(lines: readonly string[]): number {
  const at = lines.findIndex((line) => isContentsHeading(line))
  return lines.slice(0, Math.max(at, 0)).some((line) => numberOfLine(line) !== null) ? -1 : at
}

/** The contents end where the first of their documents comes a second time: its number in a line of its own, or its title. */
function contentsFrom(lines: readonly string[], heading: number): Contents & { readonly end: number } {
  const from = heading + 1
  let to = lines.length
  for (let at = from; at < lines.length; at++) {
    const number = numberOfLine(lines[at] ?? '')
    const start = number === null ? null : secondStart(lines, from, at, number)
    if (!start) continue
    to = start.at
    break
  }
  if (to === lines.length) return { ...NO_CONTENTS, end: from }
  const codes = new Set(lines.flatMap((line) => numberOfLine(line)?.replace(/〔.*$/u, '') ?? []))
  const { documents } = readContents(lines, { from, to }, codes)
  const again = documents
    .slice(0, FIRST_TITLES)
    .filter(({ documentNumber }) => documentNumber === null)
    .flatMap(({ title, line }) => startOfTitle(lines, { from: line + 1, to }, titleKey([title]))?.at ?? [])
  const end = Math.min(to, ...again)
  return { ...readContents(lines, { from, to: withoutSection(lines, end, from) }, codes), end }
}

/** The document of the number in line `at`, where its number or title stands in the contents above it. */
function secondStart(lines: readonly string[], from: number, at: number, number: string): Start | null {
  const above = (end: number): string => folded(lines.slice(from, end).join('')).replace(/[[(［【﹝](\d{4})[\])］】﹞]/gu, '〔$1〕')
  const listed = above(at)
  const below = listed.includes(folded(number)) ? startBelow(lines, at, (key) => titleKind(key) !== null && listed.includes(key)) : null
  const start = below ?? startAbove(lines, at, new Set())
  if (!start || start.at < from) return null
  const before = above(start.at)
  // Of two documents with one title the second has its own number, which comes again below.
  const comesAgain = lines.slice(at + 1).some((line) => numberOfLine(line) === number)
  return before.includes(folded(number)) || (!comesAgain && before.includes(start.title)) ? start : null
}

/** A section's name above the first document is no empty section of the contents. */
function withoutSection(lines: readonly string[], end: number, from: number): number {
  const at = sectionAbove(lines, end, from, new Set())
  return at < 0 ? end : at
}

/** Line of a section's name above a document, -1 where there is none. */
function sectionAbove(lines: readonly string[], at: number, from: number, names: ReadonlySet<string>): number {
  let above = at - 1
  while (above >= from && isBlank(lines[above])) above -= 1
  const line = lines[above] ?? ''
  return above >= from && (bracketedName(line) !== null || names.has(folded(plainLine(line)))) ? above : -1
}

/** The editorial board may stand in front, on the back of the cover. */
function frontCuts(lines: readonly string[], to: number): Cut[] {
  return [{ kind: 'front', at: 0 }, ...headings(lines, 1, to).flatMap((cut) => [cut, ...backToFront(lines, cut.at, to)])]
}

/** A board in front ends where year and number of the issue follow. */
function backToFront(lines: readonly string[], from: number, to: number): Cut[] {
  const at = lines.findIndex((line, index) => index > from && index < to && /^\d{4}\s*年?\s*第.*期$|出版$|(?:公报|政报)$/u.test(plainLine(line)))
  return at < 0 ? [] : [{ kind: 'front', at }]
}

function headings(lines: readonly string[], from: number, to: number): Cut[] {
  const found: Cut[] = []
  for (let at = from; at < to; at++) {
    const line = lines[at] ?? ''
    if (isBoardHeading(line)) found.push({ kind: 'board', at })
    else if (isIntroductionHeading(line)) found.push({ kind: 'introduction', at })
  }
  return found
}
