/** What stands in the margins of a page: the running head and its rule, the page number. */
import { assertNever } from '../../lib/assert-never.ts'
import type { Mark, Page, PlacedLine } from '../page.ts'
import type { BookFurniture, GazetteFurniture, OfficialFurniture } from '../print.ts'
import type { FontSlot } from '../slots.ts'
import { setParagraph } from './paragraph.ts'
import { BASELINE, type Setting } from './setting.ts'

/** Height of the lines of head and foot, in twips. */
const LINE = 300
/** From the head's line down to its rule, and the rule's width. */
const TO_RULE = 80
const RULE = 10

/** The marks of the margins of one page of `count`. Odd pages are right-hand pages: their outer side is the right one. */
export function furniture(page: Page, count: number, setting: Setting): readonly Mark[] {
  const marks = marginsOf(page, count, setting)
  return page.landscape ? marks.map((mark) => turned(mark, setting)) : marks
}

function marginsOf(page: Page, count: number, setting: Setting): readonly Mark[] {
  const { furniture: what } = setting.print
  switch (what.kind) {
    case 'gazette':
      return gazetteMargins(what, page, setting)
    case 'official':
      return officialMargins(what, page, setting)
    case 'book':
      return bookMargins(what, page, count, setting)
    default:
      return assertNever(what)
  }
}

/** As on a page that stands; for a landscape page they are turned with it. */
function gazetteMargins({ head, faces }: GazetteFurniture, { number }: Page, setting: Setting): readonly Mark[] {
  const { page } = setting.print.look
  const isOdd = number % 2 === 1
  const [left, right] = isOdd ? [head.issue, head.gazetteName] : [head.gazetteName, head.issue]
  const marks: Mark[] = []
  const put = (role: PlacedLine['role'], text: string, face: Face, align: Align, y: number): void => {
    if (text !== '') marks.push(marginLine(role, text, { face, align, y }, setting))
  }
  put('runningHead', left, faces.runningHead, 'left', page.head)
  put('runningHead', head.section, faces.sectionName, 'center', page.head)
  put('runningHead', right, faces.runningHead, 'right', page.head)
  const y = page.head + LINE + TO_RULE + RULE / 2
  if (marks.length > 0) marks.push({ kind: 'rule', role: 'runningHead', x: page.left, y, x2: page.width - page.right, y2: y, width: RULE })
  put('pageNumber', String(number), faces.pageNumber, isOdd ? 'right' : 'left', page.height - page.foot - LINE)
  return marks
}

/** The number between dashes (GB/T 9704-2012, 7.5), so far in from the outer side. */
function officialMargins({ pageNumber, indent }: OfficialFurniture, { number }: Page, setting: Setting): readonly Mark[] {
  const { page } = setting.print.look
  const isOdd = number % 2 === 1
  const place = { face: pageNumber, align: isOdd ? 'right' : 'left', y: page.height - page.foot - LINE } as const
  const line = marginLine('pageNumber', `\u2014 ${number} \u2014`, place, setting)
  return [{ ...line, runs: line.runs.map((run) => ({ ...run, x: run.x + (isOdd ? -indent : indent) })) }]
}

/** What the book is, and which page of how many: one that was lost is missed. */
function bookMargins({ left, right, face }: BookFurniture, { number }: Page, count: number, setting: Setting): readonly Mark[] {
  const { page } = setting.print.look
  const foot = marginLine('pageNumber', `第 ${number} 页 共 ${count} 页`, { face, align: 'center', y: page.height - page.foot - LINE }, setting)
  const heads = [{ text: left, align: 'left' }, { text: right, align: 'right' }] as const
  return [...heads.flatMap(({ text, align }) => (text === '' ? [] : [marginLine('runningHead', text, { face, align, y: page.head }, setting)])), foot]
}

type Align = 'left' | 'center' | 'right'

interface Face {
  readonly slot: FontSlot
  readonly size: number
}

interface Place {
  readonly face: Face
  readonly align: Align
  /** Top of the line on the paper. */
  readonly y: number
}

/** One line across the text area of a page that stands. */
function marginLine(role: PlacedLine['role'], text: string, { face, align, y }: Place, setting: Setting): PlacedLine {
  const { page } = setting.print.look
  const width = page.width - page.left - page.right
  const style = { ...face, align, line: LINE, before: 0, after: 0, indent: 0, keepNext: false }
  const [line] = setParagraph({ kind: 'line', line: 'body', spans: [{ text }] }, style, width, setting)
  const runs = (line?.runs ?? []).map((run) => ({ ...run, x: run.x + page.left }))
  return { kind: 'line', role, x: page.left, y, width, height: LINE, baseline: y + LINE * BASELINE, runs }
}

/** A mark of a page that stands, on the page turned a quarter: its top is at the right, its left edge at the top. */
function turned(mark: Mark, { print: { look: { page } } }: Setting): Mark {
  if (mark.kind === 'rule') return { ...mark, x: page.height - mark.y, y: mark.x, x2: page.height - mark.y2, y2: mark.x2 }
  if (mark.kind === 'image') return mark
  const corner = { x: page.height - mark.y, y: mark.x }
  return { ...mark, ...corner, baseline: corner.y + mark.baseline - mark.y, runs: mark.runs.map((run) => ({ ...run, x: run.x - mark.x + corner.x })), turned: true }
}
