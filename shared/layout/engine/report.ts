/** What is measured on pages that were laid out (本版实测), whatever was asked for. */
import type { FlowLine } from '../flow.ts'
import type { Metrics } from '../metrics.ts'
import type { Page, PlacedLine } from '../page.ts'
import type { Print } from '../print.ts'
import { FONT_SLOTS, type FontSlot } from '../slots.ts'

/** A paragraph of which one line alone stands at the foot or the head of a column, or a heading that nothing follows there. Pages by their printed number. */
export interface LoneLine {
  readonly page: number
  readonly where: 'foot' | 'head'
}

export interface LayoutReport {
  /** Chinese characters in a full line of text; null where no line is full. */
  readonly characters: number | null
  /** Lines in a column that is full of text; null where none is. */
  readonly lines: number | null
  /** The title with the organ above it; null where there is none. */
  readonly title: { readonly size: number; readonly lines: number } | null
  readonly lone: readonly LoneLine[]
  /** Printed numbers of pages at whose head a row goes on that began on the page before. */
  readonly splitRows: readonly number[]
  /** Slots that are printed in another family than the one asked for. */
  readonly substituted: readonly FontSlot[]
}

/** Measures the pages that `print` became with `metrics`. */
export function reportOn(pages: readonly Page[], print: Print, metrics: Metrics): LayoutReport {
  const columns = pages.flatMap(columnsOf)
  const used = new Set(pages.flatMap(({ marks }) => marks.flatMap((mark) => (mark.kind === 'line' ? mark.runs.map(({ slot }) => slot) : []))))
  return {
    characters: charactersOf(columns, print),
    lines: linesOfColumn(columns, print),
    title: titleOf(pages),
    lone: loneLines(columns),
    splitRows: splitRows(pages),
    substituted: FONT_SLOTS.filter((slot) => used.has(slot) && metrics[slot].substitute),
  }
}

/** The lines of running text in one column of a page, from top to bottom; tables and what stands in the margins are no part of it. */
interface Column {
  readonly page: Page
  readonly lines: readonly PlacedLine[]
}

function columnsOf(page: Page): readonly Column[] {
  const columns = new Map<number, PlacedLine[]>()
  for (const mark of page.marks) {
    if (mark.kind !== 'line' || mark.turned || !isText(mark)) continue
    const column = columns.get(mark.column ?? 0)
    if (column) column.push(mark)
    else columns.set(mark.column ?? 0, [mark])
  }
  return [...columns].sort(([one], [other]) => one - other).map(([, lines]) => ({ page, lines }))
}

const NO_TEXT: ReadonlySet<PlacedLine['role']> = new Set(['cell', 'runningHead', 'pageNumber', 'end'])

function isText({ role }: PlacedLine): boolean {
  return !NO_TEXT.has(role)
}

/** Most lines that are full of squares have as many; one with a mark that hangs has one more, one with a mark drawn in from the next line, too. */
function charactersOf(columns: readonly Column[], { styles }: Print): number | null {
  const counts = new Map<number, number>()
  for (const { lines } of columns) {
    for (const [at, line] of lines.entries()) {
      const goesOn = lines[at + 1]?.source?.id === line.source?.id && line.source !== undefined
      const [first] = line.runs
      if (!goesOn || line.role !== 'body' || first?.size !== styles.body.size) continue
      const chars = Array.from(line.runs.map(({ text }) => text).join(''))
      // An indented line has as many less, and one with Latin letters in it has any number.
      if (first.x > line.x + 1 || !chars.every(isSquare)) continue
      counts.set(chars.length, (counts.get(chars.length) ?? 0) + 1)
    }
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one)
  return most?.[0] ?? null
}

function isSquare(char: string): boolean {
  return (char.codePointAt(0) ?? 0) >= 0x2e80
}

/** Lines at one pitch from the head of the text area down to its foot. */
function linesOfColumn(columns: readonly Column[], { styles }: Print): number | null {
  const pitch = styles.body.line
  if (pitch === undefined) return null
  const full = columns.filter(({ page: { frame }, lines }) => {
    const [first, last] = [lines[0], lines.at(-1)]
    const isWhole = first !== undefined && last !== undefined && first.y - frame.y < pitch / 4 && frame.y + frame.height - last.y - last.height < pitch
    return isWhole && lines.every((line, at) => at === 0 || Math.abs(line.y - (lines[at - 1]?.y ?? 0) - pitch) < 2)
  })
  return full.length === 0 ? null : Math.max(...full.map(({ lines }) => lines.length))
}

function titleOf(pages: readonly Page[]): LayoutReport['title'] {
  const lines = pages.flatMap(({ marks }) => marks.filter((mark): mark is PlacedLine => mark.kind === 'line' && (mark.role === 'title' || mark.role === 'issuer')))
  const size = lines.find(({ role }) => role === 'title')?.runs[0]?.size
  return size === undefined ? null : { size, lines: lines.length }
}

function loneLines(columns: readonly Column[]): readonly LoneLine[] {
  const lone: LoneLine[] = []
  for (const [at, { page, lines }] of columns.entries()) {
    const next = columns[at + 1]
    const [last, beforeLast] = [lines.at(-1), lines.at(-2)]
    const [first, second] = [next?.lines[0], next?.lines[1]]
    if (!last || !next || !first) continue
    if (isOne(last, first)) {
      if (!isOne(beforeLast, last)) lone.push({ page: page.number, where: 'foot' })
      if (!isOne(first, second)) lone.push({ page: next.page.number, where: 'head' })
    } else if (HEADINGS.has(last.role)) lone.push({ page: page.number, where: 'foot' })
  }
  return lone
}

const HEADINGS: ReadonlySet<string> = new Set<FlowLine['line']>(['chapter', 'innerTitle', 'attachmentLabel', 'tableCaption'])

/** Two lines of one paragraph. */
function isOne(one: PlacedLine | undefined, other: PlacedLine | undefined): boolean {
  return one?.source !== undefined && one.source.id === other?.source?.id && one.role === other.role && other.source.from > 0
}

/** A text of a cell that goes on where another page has its beginning. */
function splitRows(pages: readonly Page[]): readonly number[] {
  return pages.filter((page, at) => at > 0 && page.marks.some((mark) => mark.kind === 'line' && mark.role === 'cell' && mark.source !== undefined && mark.source.from > 0 && !beginsOn(page, mark.source.id))).map(({ number }) => number)
}

function beginsOn({ marks }: Page, id: string): boolean {
  return marks.some((mark) => mark.kind === 'line' && mark.source?.id === id && mark.source.from === 0)
}
