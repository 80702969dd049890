/** Cuts the text of an issue into its parts: every line is in exactly one of them, in the order of the text. */
import { titleKind } from '../document/kind.ts'
import { findStarts, startAbove, startBelow, titleStarts, LONGEST_LINE, type Start } from './issue-starts.ts'
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

/** Characters of contents at most: those of a thick year's issue have a tenth of it. */
const LONGEST_CONTENTS = 60_000

const NO_TITLES: ReadonlySet<string> = new Set()

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
  const to = secondStart(lines, from)
  if (to === null) return { ...NO_CONTENTS, end: from }
  const codes = new Set(lines.flatMap((line) => numberOfLine(line)?.replace(/〔.*$/u, '') ?? []))
  const { documents } = readContents(lines, { from, to }, codes)
  const again = documents
    .slice(0, FIRST_TITLES)
    .filter(({ documentNumber }) => documentNumber === null)
    .flatMap(({ title, line }) => titleStarts(lines, { from: line + 1, to }, new Set([titleKey([title])])).get(titleKey([title]))?.at ?? [])
  const end = Math.min(to, ...again)
  return { ...readContents(lines, { from, to: withoutSection(lines, end, from) }, codes), end }
}

/** First line of the first document whose number or title stands in the contents above it; null where none comes soon enough. */
function secondStart(lines: readonly string[], from: number): number | null {
  const last = new Map(lines.flatMap((line, at) => (at < from ? [] : [[numberOfLine(line), at] as const])))
  // What the contents say before each line.
  let listed = ''
  const before: number[] = []
  for (let at = from; at < lines.length && listed.length < LONGEST_CONTENTS && (lines[at]?.length ?? 0) <= LONGEST_LINE; at++) {
    before[at] = listed.length
    const number = numberOfLine(lines[at] ?? '')
    const start = number === null ? null : (secondBelow(lines, at, number, listed) ?? startAbove(lines, at, NO_TITLES))
    if (number !== null && start && start.at >= from) {
      const above = listed.slice(0, before[start.at])
      // Of two documents with one title the second has its own number, which comes again below.
      if (above.includes(folded(number)) || (last.get(number) === at && above.includes(start.title))) return start.at
    }
    listed += folded(lines[at] ?? '').replace(/[[(［【﹝](\d{4})[\])］】﹞]/gu, '〔$1〕')
  }
  return null
}

/** A gazette that prints the number first: the title below it stands in the contents too. */
function secondBelow(lines: readonly string[], at: number, number: string, listed: string): Start | null {
  return listed.includes(folded(number)) ? startBelow(lines, at, (key) => titleKind(key) !== null && listed.includes(key)) : null
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
  const at = lines.findIndex((line, index) => index > from && index < to && line.length <= LONGEST_LINE && /^\d{4}\s*年?\s*第.*期$|出版$|(?:公报|政报)$/u.test(plainLine(line)))
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
