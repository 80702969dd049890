/** Pages measured as a person would with a ruler: margins, columns, lines, characters a line, sizes, and where everything stands. Millimetres. */
import { gutterOf, linesOf, rowsOf, type Line } from './measure-lines.ts'
import { partsOf, rounded, sizeOf, type PageParts } from './measure-parts.ts'
import type { PdfPage, Rule } from './pdf-marks.ts'

/** Where a line stands: its ink, from the upper left corner of the page. */
export interface MeasuredLine {
  readonly text: string
  readonly left: number
  readonly right: number
  /** Upper and lower edge of the ink, by the outlines of its characters. */
  readonly top: number
  readonly bottom: number
  readonly baseline: number
  /** pt */
  readonly size: number
  readonly font: string
  readonly color: string
}

/** `y` is the middle of the rule's thickness. */
export interface MeasuredRule {
  readonly left: number
  readonly right: number
  readonly y: number
  readonly thickness: number
  readonly color: string
}

export interface MeasuredPage {
  /** Which page of the file, from 1. */
  readonly page: number
  readonly width: number
  readonly height: number
  /**
   * From the paper's edges to the boxes of the text's lines: each line has a pitch, its baseline four fifths down, as Word and LibreOffice
   * set exact distances. Left and right as the characters' boxes begin and end; a mark that hangs at a line's end does not count.
   */
  readonly margins: Sides | null
  /** From the paper's edges to the ink of the text, rules not counted. */
  readonly ink: Sides | null
  readonly columns: number
  /** For each column, how many lines of text stand in it; lines across columns count in each. Lines of tables do not count. */
  readonly lines: readonly number[]
  /** Full-width characters of a line that is full; null where no line has nothing else. */
  readonly charactersPerLine: number | null
  /** Distance of two lines of text in mm, and of two characters in pt; null where there are none to measure. */
  readonly pitch: number | null
  readonly characterPitch: number | null
  /** pt, with how many characters, the most frequent first. */
  readonly sizes: readonly { readonly size: number; readonly characters: number }[]
  readonly fonts: readonly { readonly font: string; readonly characters: number }[]
  readonly head: readonly MeasuredLine[]
  readonly mark: readonly MeasuredLine[]
  readonly number: MeasuredLine | null
  readonly redLine: MeasuredRule | null
  readonly title: readonly MeasuredLine[]
  readonly organ: MeasuredLine | null
  readonly date: MeasuredLine | null
  readonly endRules: readonly MeasuredRule[]
  readonly rules: readonly MeasuredRule[]
  /** The page's number with its dashes; `dash` is the height of their middle. `turned` on a landscape page whose number reads from top to bottom. */
  readonly pageNumber: (MeasuredLine & { readonly value: number; readonly dash: number | null; readonly turned: boolean }) | null
  readonly images: readonly { readonly left: number; readonly top: number; readonly width: number; readonly height: number }[]
  /** All lines of the text area, in reading order. */
  readonly text: readonly MeasuredLine[]
}

interface Sides {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** Part of a line's box above its baseline: LibreOffice's and Word's for exact distances. */
const ABOVE_BASELINE = 0.8

/** Measures the pages of a PDF that `readPdf` has read. */
export function measurePages(pages: readonly PdfPage[]): readonly MeasuredPage[] {
  return pages.map(measurePage)
}

function measurePage(page: PdfPage, at: number): MeasuredPage {
  const gutter = gutterOf(page)
  const parts = partsOf(page, linesOf(page, gutter))
  const running = parts.text.filter((line) => !line.cell)
  const body = bodyOf(running, parts)
  const columns = gutter === null ? 1 : 2
  const pitch = pitchOf(body)
  return {
    page: at + 1,
    width: mm(page.width),
    height: mm(page.height),
    margins: marginsOf(page, parts, pitch),
    ink: inkOf(page, parts.text),
    columns,
    lines: Array.from({ length: columns }, (_, column) => rowsIn(running.filter((line) => line.column === null || line.column === column))),
    charactersPerLine: charactersPerLine(body),
    pitch: pitch === null ? null : mm(pitch),
    characterPitch: characterPitch(body),
    sizes: counted(parts.text, ({ size }) => rounded(size)).map(([size, characters]) => ({ size, characters })),
    fonts: counted(parts.text, ({ font }) => font).map(([font, characters]) => ({ font, characters })),
    head: parts.head.map(measuredLine),
    mark: parts.mark.map(measuredLine),
    number: parts.number && measuredLine(parts.number),
    redLine: parts.redLine && measuredRule(parts.redLine),
    title: parts.title.map(measuredLine),
    organ: parts.organ && measuredLine(parts.organ),
    date: parts.date && measuredLine(parts.date),
    endRules: parts.endRules.map(measuredRule),
    rules: parts.otherRules.map(measuredRule),
    pageNumber: turnedNumber(page) ?? (parts.foot && { ...numbered(parts.foot), turned: false }),
    images: page.pictures.map(({ x, y, width, height }) => ({ left: mm(x), top: mm(y), width: mm(width), height: mm(height) })),
    text: parts.text.map(measuredLine),
  }
}

/** Lines in the size that most of the text has. */
function bodyOf(lines: readonly Line[], { mark, title }: PageParts): readonly Line[] {
  const [[size] = [0]] = counted(lines.filter((line) => !mark.includes(line) && !title.includes(line)), (glyph) => rounded(glyph.size))
  return lines.filter((line) => sizeOf(line) === size)
}

/** The most frequent distance of two lines of one column, pt. */
function pitchOf(body: readonly Line[]): number | null {
  const steps = body.flatMap((line, at) => {
    const next = body[at + 1]
    const step = next?.column === line.column ? next.baseline - line.baseline : 0
    return step > sizeOf(line) && step < 3 * sizeOf(line) ? [step] : []
  })
  const [[often] = [null]] = tally(steps.map(rounded))
  if (often === null) return null
  // What the PDF has rounded comes out in the mean.
  const near = steps.filter((step) => Math.abs(step - often) <= 0.15)
  return near.reduce((sum, step) => sum + step, 0) / near.length
}

/** Distance of two characters that follow each other, pt: the middle one. */
function characterPitch(body: readonly Line[]): number | null {
  const steps = body.flatMap(({ glyphs }) =>
    glyphs.flatMap((glyph, at) => {
      const next = glyphs[at + 1]
      return next && isFull(glyph.text) && isFull(next.text) ? [next.x - glyph.x] : []
    }),
  )
  const middle = [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)]
  return middle === undefined ? null : hundredths(middle)
}

/** How many characters stand most often in lines that have full-width ones alone and reach their column's end. */
function charactersPerLine(body: readonly Line[]): number | null {
  const ends = new Map<number | null, number>()
  for (const line of body) ends.set(line.column, Math.max(ends.get(line.column) ?? 0, endOf(line)))
  const full = body.filter((line) => line.glyphs.every(({ text }) => isFull(text)) && endOf(line) > (ends.get(line.column) ?? 0) - sizeOf(line) * 0.9)
  const counts = full.map(({ glyphs, right, column }) => glyphs.length - (hangs(glyphs.at(-1)?.text) && right > (ends.get(column) ?? 0) + 2 ? 1 : 0))
  // An indented first line is full too; the most that is frequent is the page's.
  const [, often = 0] = tally(counts)[0] ?? []
  const frequent = tally(counts).filter(([, times]) => times >= often / 3).map(([count]) => count)
  return frequent.length === 0 ? null : Math.max(...frequent)
}

/** Tables count with their rules, other lines with their boxes. */
function marginsOf({ width, height, rules }: PdfPage, { text, endRules }: PageParts, pitch: number | null): Sides | null {
  const lines = text.filter((line) => !line.cell)
  // Of a line alone nothing says how high its box is: a size and a half is usual.
  const box = (size: number): number => (pitch !== null && size <= pitch * 0.8 ? pitch : size * 1.5)
  const table = text.some((line) => line.cell) ? rules.filter((rule) => rule.direction === 'down' && text.some((line) => line.cell && line.baseline > rule.y && line.baseline < rule.y + rule.length)) : []
  const last = endRules.at(-1)
  const tops = [...lines.map((line) => line.baseline - ABOVE_BASELINE * box(sizeOf(line))), ...table.map(({ y }) => y)]
  const bottoms = [...lines.map((line) => line.baseline + (1 - ABOVE_BASELINE) * box(sizeOf(line))), ...table.map(({ y, length }) => y + length)]
  if (tops.length === 0) return null
  return {
    top: mm(Math.min(...tops)),
    bottom: mm(height - (last ? last.y : Math.max(...bottoms))),
    left: mm(Math.min(...lines.map(({ x }) => x), ...table.map(({ x }) => x))),
    right: mm(width - Math.max(...lines.map(endOf), ...table.map(({ x }) => x))),
  }
}

function inkOf({ width, height }: PdfPage, lines: readonly Line[]): Sides | null {
  if (lines.length === 0) return null
  const measured = lines.map(measuredLine)
  const edge = (side: 'top' | 'left' | 'bottom' | 'right'): readonly number[] => measured.map((line) => line[side])
  return {
    top: Math.min(...edge('top')),
    bottom: hundredths(mm(height) - Math.max(...edge('bottom'))),
    left: Math.min(...edge('left')),
    right: hundredths(mm(width) - Math.max(...edge('right'))),
  }
}

/** Where a line ends without a mark that may hang. */
function endOf({ glyphs }: Line): number {
  const [last, before] = [glyphs.at(-1), glyphs.at(-2)]
  const end = before && hangs(last?.text) ? before : last
  return end ? end.x + end.width : 0
}

function hangs(text: string | undefined): boolean {
  return text !== undefined && /^[、。，．,.]$/.test(text)
}

function isFull(text: string): boolean {
  return /^[\u2014\u2018-\u201d\u2026\u3000-\u9fff\uf900-\ufaff\uff01-\uff60]$/.test(text)
}

function rowsIn(lines: readonly Line[]): number {
  return rowsOf(lines.flatMap(({ glyphs }) => glyphs)).length
}

function counted<K>(lines: readonly Line[], key: (glyph: Line['glyphs'][number]) => K): readonly (readonly [K, number])[] {
  return tally(lines.flatMap(({ glyphs }) => glyphs.map(key)))
}

/** Each value with how often it is there, the most frequent first. */
function tally<K>(values: readonly K[]): readonly (readonly [K, number])[] {
  const counts = new Map<K, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)
}

/** A line in millimetres. Where a glyph's outline is not known its ink is taken as 0.8 em up and 0.1 down. */
export function measuredLine(line: Line): MeasuredLine {
  const [first] = line.glyphs
  const tops = line.glyphs.map(({ baseline, size, ink }) => baseline - (ink?.top ?? 0.8 * size))
  const bottoms = line.glyphs.map(({ baseline, size, ink }) => baseline - (ink?.bottom ?? -0.1 * size))
  return {
    text: line.text, left: mm(line.x), right: mm(line.right), top: mm(Math.min(...tops)), bottom: mm(Math.max(...bottoms)), baseline: mm(line.baseline),
    size: sizeOf(line), font: first?.font ?? '', color: first?.color ?? '',
  }
}

function measuredRule({ x, y, length, thickness, color }: Rule): MeasuredRule {
  return { left: mm(x), right: mm(x + length), y: mm(y), thickness: mm(thickness), color }
}

function numbered(line: Line): MeasuredLine & { readonly value: number; readonly dash: number | null } {
  const dash = line.glyphs.find(({ text }) => /[—–－-]/.test(text))
  const middle = dash?.ink ? dash.baseline - (dash.ink.top + dash.ink.bottom) / 2 : dash ? dash.baseline - dash.size * 0.35 : null
  return { ...measuredLine(line), value: Number(/\d+/.exec(line.text)?.[0] ?? 0), dash: middle === null ? null : mm(middle) }
}

/** The number of a page whose margins are turned: the glyphs of one vertical line, digits and dashes alone. Top and bottom are its ends. */
function turnedNumber({ glyphs }: PdfPage): MeasuredPage['pageNumber'] {
  const lines = new Map<number, (typeof glyphs)[number][]>()
  for (const glyph of glyphs.filter(({ turned, text }) => turned && text.trim() !== '')) {
    const at = Math.round(glyph.x)
    lines.set(at, [...(lines.get(at) ?? []), glyph])
  }
  for (const [x, line] of lines) {
    const sorted = [...line].sort((a, b) => a.baseline - b.baseline)
    const [first, last] = [sorted[0], sorted.at(-1)]
    const text = sorted.map((glyph) => glyph.text).join('')
    if (!first || !last || !/^[—–－-]?\d{1,4}[—–－-]?$/.test(text)) continue
    const value = Number(/\d+/.exec(text)?.[0] ?? 0)
    return {
      text, value, dash: null, turned: true, left: mm(x), right: mm(x + first.size), top: mm(first.baseline), bottom: mm(last.baseline + last.width), baseline: mm(x),
      size: rounded(first.size), font: first.font, color: first.color,
    }
  }
  return null
}

function mm(points: number): number {
  return hundredths((points * 25.4) / 72)
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}
