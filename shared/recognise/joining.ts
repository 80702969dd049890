/** Paragraphs that the end of a column or page has cut in two, put together again; in the given order, never another. */
import type { Leaf } from '../document/types.ts'
import { columnWidth, endsColumn, printedWidth } from './column.ts'
import type { Line } from './lines.ts'
import { readMark } from './marks.ts'
import { hasOpenBracket, isFinished, isOpen, isRoster, startsLabel } from './sentences.ts'

/** A paragraph of one or more lines. */
export interface Unit {
  readonly text: string
  readonly lines: number
  /** Printed width of its last line, where there are several; 0 for one. */
  readonly lastWidth: number
  /** Why it needs a look; null where there is no doubt. */
  readonly doubt: UnitDoubt | null
  /** The text on both sides of the last joint that is in doubt, a bar between; "" without one. */
  readonly seam: string
  /** The line that it begins with. */
  readonly first: Line
  /** Text with tracked changes, where the lines have any. */
  readonly leaves: readonly Leaf[]
}
/** `cut`: a whole paragraph that breaks off, with one behind it that could go on. */
export type UnitDoubt = 'joined' | 'unfinished' | 'fragment' | 'cut'

/** Lines of one paragraph at most. No printed paragraph has as many; a text that never ends a sentence has. */
const LONGEST = 300

/** What the whole text tells about its parts. */
export interface Context {
  readonly column: number | null
  /** How often two characters stand side by side in the text. */
  readonly pairs: ReadonlyMap<string, number>
  /** Blank lines part the paragraphs, so that a line without one before it may go on with the line above. */
  readonly parted: boolean
}

/** Looks at the whole text once. */
export function contextOf(lines: readonly Line[]): Context {
  const pairs = countPairs(lines)
  const column = columnWidth(lines, (line, next) => {
    if (line.cells || next.cells || begins(next) || !/[\p{Script=Han}A-Za-z0-9]$/u.test(line.text)) return false
    return line.text.includes('。') || wordAcross(line.text, next.text, pairs) > 0
  })
  return { column, pairs, parted: isParted(lines) }
}

/** Sentences end where a blank line follows, and nearly nowhere else. */
function isParted(lines: readonly Line[]): boolean {
  const ends = lines.flatMap(({ text, cells }, at) => {
    const next = lines[at + 1]
    return next && !cells && !next.cells && /[。；]$/u.test(text) ? [next.gap] : []
  })
  return ends.length >= 3 && ends.filter((gap) => gap).length >= ends.length * 0.9
}


/** Counts the pairs of neighbouring Chinese characters: a pair across a line end that is a word elsewhere was one word. */
function countPairs(lines: readonly Line[]): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>()
  for (const { text } of lines) {
    for (let at = 0; at + 1 < text.length; at++) {
      const pair = text.slice(at, at + 2)
      if (/^\p{Script=Han}{2}$/u.test(pair)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    }
  }
  return pairs
}

/** Joins the text lines of a part (rows of tables come in between as they are). */
export function joinLines(lines: readonly Line[], context: Context): readonly (Unit | Line)[] {
  const result: (Unit | Line)[] = []
  let open: Unit | null = null
  const close = (next: Line | null): void => {
    if (open) result.push(closed(open, next, context))
    open = null
  }
  for (const line of lines) {
    if (line.cells) {
      close(line)
      result.push(line)
      continue
    }
    const how: Joint | null = open ? joint(open, line, context) : null
    if (open && how) open = goingOn(open, line, how)
    else {
      close(line)
      open = { text: line.text, lines: 1, lastWidth: 0, doubt: null, seam: '', first: line, leaves: line.leaves ?? [] }
    }
  }
  close(null)
  return result
}

function goingOn(open: Unit, line: Line, how: Joint): Unit {
  return {
    text: glue(open.text, line.text),
    lines: open.lines + 1,
    lastWidth: printedWidth(line.text),
    first: open.first,
    leaves: [...open.leaves, ...(line.leaves ?? [])],
    ...doubtful(open, line, how),
  }
}

function doubtful(open: Unit, line: Line, how: Joint): Pick<Unit, 'doubt' | 'seam'> {
  if (how === 'sure') return { doubt: open.doubt, seam: open.seam }
  return { doubt: 'joined', seam: `${Array.from(open.text).slice(-8).join('')}｜${Array.from(line.text).slice(0, 8).join('')}` }
}

/** Cut off, yet what follows begins something else, or nothing follows: text of two columns may be interleaved. */
function closed(unit: Unit, next: Line | null, { column }: Context): Unit {
  const { text } = unit
  if (unit.first.whole === true) {
    const goesOn = next !== null && !next.cells && !begins(next) && !isRoster(text)
    return goesOn && printedWidth(text) >= 10 && (isOpen(text) || hasOpenBracket(text)) ? { ...unit, doubt: 'cut' } : unit
  }
  if (/^\P{P}{1,3}。$/u.test(text) && !/^(?:此[复令致函布]|特此\S)/u.test(text)) return { ...unit, doubt: 'fragment' }
  if (unit.doubt !== null || next?.cells || (next?.item && /[，,]$/u.test(text))) return unit
  const full = column !== null && next !== null && endsColumn(printedWidth(text), column) && printedWidth(text) > column - 4
  const sentence = !isFinished(text) && !isRoster(text) && text.includes('，') && (readMark(text)?.level ?? 3) > 2
  return isOpen(text) || hasOpenBracket(text) || (full && sentence) ? { ...unit, doubt: 'unfinished' } : unit
}

type Joint = 'sure' | 'unsure'

/** How a line goes on from a paragraph; null where it begins another. */
function joint(unit: Unit, line: Line, { column, pairs, parted }: Context): Joint | null {
  const { text } = unit
  // 2）…: the end of （1+2）, and no mark, where a bracket is open.
  const closes = hasOpenBracket(text) && /^[\d０-９]{1,2}[）)]/u.test(line.text) && !line.gap
  if (unit.lines >= LONGEST || line.whole === true || (begins(line) && !closes)) return null
  if (/^[，。、；：！？）)》”’%‰的]/u.test(line.text)) return 'sure'
  if (isFinished(text)) return null
  if (isOpen(text) || hasOpenBracket(text)) return 'sure'
  const mark = readMark(text)
  if (isRoster(mark?.rest ?? text) || isRoster(line.text)) return null
  if (isTorn(unit, line)) return 'unsure'
  const atEnd = column !== null && (endsColumn(printedWidth(text), column) || Math.abs(unit.lastWidth - column) <= 1)
  const word = wordAcross(text, line.text, pairs)
  // A sentence stands behind the break, and an article is a sentence: only the full stop could be missing.
  if (text.includes('。')) return column === null || atEnd || word > 0 ? 'sure' : 'unsure'
  if (mark?.kind === 'article') return atEnd || word > 0 ? 'sure' : 'unsure'
  if (startsLabel(line.text)) return null
  const prose = /[，。；、]/u.test(line.text)
  if (mark?.kind === 'chapter' || (mark && mark.level <= 2)) {
    const rest = line.text.length < 20 && line.text.endsWith('。')
    // A heading stands before prose as a rule: only one that fills its column to the character was cut.
    return prose && column !== null && endsColumn(printedWidth(text), column, 0.5) && (word > 2 || rest) ? 'unsure' : null
  }
  if (!prose) return atEnd && word > 0 ? 'unsure' : null
  if (atEnd && word > 0) return 'sure'
  if (parted && !line.gap && mark === null && printedWidth(text) >= 10) return 'unsure'
  return atEnd || word > 1 || (mark === null && text.includes('，')) ? 'unsure' : null
}

/** A page ended between the two, in the middle of a sentence. */
function isTorn({ text }: Unit, line: Line): boolean {
  const label = startsLabel(line.text) && !/^[^：:]*[：:]$/u.test(line.text)
  return line.afterPage === true && printedWidth(text) >= 18 && /[，。；]/u.test(text) && !label
}

/** Begins a paragraph for sure. */
function begins({ text, item }: Line): boolean {
  return item || readMark(text) !== null || /^(?:——|[①-⑳]|\d{1,2}(?:[.．]\d{1,2}){1,3}[ \u3000]+\p{Script=Han}|附\s*件\s*[\d：:]|注[：:])/u.test(text)
}

function wordAcross(before: string, after: string, pairs: ReadonlyMap<string, number>): number {
  return pairs.get(before.slice(-1) + after.slice(0, 1)) ?? 0
}

/** A space only between two Latin words or numbers. */
function glue(before: string, after: string): string {
  return /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after) ? `${before} ${after}` : before + after
}
