/** Plain text as lines: what stands between the line ends, without the traces of how it was taken out of a printed file. */
import type { Heading, Leaf, Table } from '../document/types.ts'
import type { ImageItem, Item, ParagraphItem } from './items.ts'
import type { Notes } from './notes.ts'
import { withSpacedRows } from './spaced-rows.ts'

/** One line that holds something. */
export interface Line {
  /** Without space at either end; cells of a row with a tab between. */
  readonly text: string
  /** A blank line stood before it. */
  readonly gap: boolean
  /** It was an item of a list in the extracted text ("- "), so it begins a paragraph. */
  readonly item: boolean
  /** The cells, where it is a row of a table. */
  readonly cells: readonly string[] | null
  /** It is a row drawn with bars, so of a table with rules. */
  readonly ruled?: boolean
  /** A page ended right before it. */
  readonly afterPage?: boolean
  /** It is a whole paragraph (of a Word file): nothing goes on into it. */
  readonly whole?: boolean
  /** Heading level by its style. */
  readonly level?: Heading['level']
  /** Its text with tracked changes. */
  readonly leaves?: readonly Leaf[]
  /** A whole table, made already; `cells` has none then. */
  readonly table?: Table
  /** That table has no rules: it may only set its words in columns. */
  readonly unruled?: boolean
  /** An image; `cells` has none then. */
  readonly image?: Pick<ImageItem, 'image' | 'floating'>
  /** The piece of a Word file that it is of. */
  readonly source?: Item
  /** Paragraphs in front of it of which only deleted text is left. */
  readonly deleted?: readonly ParagraphItem[]
}

const PAGE_NUMBER = /^(?:[-—–─－·•~～]\s*\d{1,4}\s*[-—–─－·•~～]|第\s*\d{1,4}\s*页(?:[\s，,、/／|]*共\s*\d{1,4}\s*页)?)$/
const RULE = /^[-|:+\s]*-{3,}[-|:+\s]*$/

/** Reads the lines of a text ("\n" between them; tabs divide cells). */
export function readLines(text: string, notes: Notes): readonly Line[] {
  const raw = withSpacedRows(withoutEmphasis(text.replaceAll('\ufeff', '').split('\n'), notes))
  const lines: Line[] = []
  let gap = false
  let torn = false
  raw.forEach((one, at) => {
    const line = readLine(one, { gap, ...neighbours(raw, at) }, notes)
    if (line) lines.push(torn ? { ...line, afterPage: true } : line)
    torn = line === null && (torn || isPageNumber(one.trim()))
    gap = line === null && (gap || one.trim() === '')
  })
  return indentedAsText(lines)
}

/** True for the number at a page's foot: — 3 —, 第3页 共8页. */
export function isPageNumber(text: string): boolean {
  return PAGE_NUMBER.test(text)
}

/** True for lines that are rows of a table, and not text that a tab indents. */
function isTable(lines: readonly Line[]): boolean {
  return lines.some(({ cells }) => cells?.some((cell, at) => cell !== '' && at < cells.length - 1))
}

/** Runs of lines that a tab only indents are text. */
function indentedAsText(lines: readonly Line[]): readonly Line[] {
  const result: Line[] = []
  for (let at = 0; at < lines.length; ) {
    let to = at
    while (lines[to]?.cells && (to === at || !lines[to]?.gap)) to++
    const run = lines.slice(at, Math.max(to, at + 1))
    at += run.length
    if (run[0]?.cells && !isTable(run)) run.forEach((line) => (line.text === '' ? null : result.push({ ...line, cells: null })))
    else result.push(...run)
  }
  return result
}

interface Around {
  readonly gap: boolean
  /** A neighbour has tabs. */
  readonly tabs: boolean
  /** A neighbour is a row drawn with |. */
  readonly pipes: boolean
}

function neighbours(raw: readonly string[], at: number): Omit<Around, 'gap'> {
  const around = [raw[at - 1] ?? '', raw[at + 1] ?? '']
  return { tabs: around.some((one) => one.includes('\t')), pipes: around.some((one) => isPipeRow(withoutItemMark(one))) }
}

function readLine(raw: string, around: Around, notes: Notes): Line | null {
  const trimmed = raw.trim()
  if (trimmed === '' && !(raw.includes('\t') && around.tabs)) return null
  if (isPageNumber(trimmed)) return leave('pageNumber', trimmed, notes)
  if (RULE.test(raw) && (around.tabs || around.pipes || raw.includes('\t') || raw.includes('|'))) return leave('tableMark', trimmed, notes)
  const text = withoutItemMark(trimmed)
  const item = text !== trimmed
  if (item) notes.leaveOut('listMark', '-')
  if (isPipeRow(text) && around.pipes) return pipeRow(text, around.gap, notes)
  if (!raw.includes('\t')) return { text, gap: around.gap, item, cells: null }
  const cells = (item ? text : raw.replace(/^[ \u3000]+/, '')).split('\t').map((cell) => cell.trim())
  return { text, gap: around.gap, item, cells }
}

function leave(why: 'pageNumber' | 'tableMark', text: string, notes: Notes): null {
  notes.leaveOut(why, text)
  return null
}

function withoutItemMark(text: string): string {
  return text.replace(/^-[ \u3000]+(?=\S)/, '')
}

function isPipeRow(text: string): boolean {
  return /^\|.*\|$/.test(text.trim())
}

/** A row without any text (the empty head that such a table needs) is only its marks. */
function pipeRow(text: string, gap: boolean, notes: Notes): Line | null {
  const cells = text.slice(1, -1).split('|').map((cell) => cell.trim())
  notes.leaveOut('tableMark', '|'.repeat(cells.length + 1))
  if (cells.every((cell) => cell === '')) return null
  return { text: cells.join('\t'), gap, item: false, cells, ruled: true }
}

/** `**` around a group of lines. Elsewhere it is text: names are masked with it (李**). */
function withoutEmphasis(raw: readonly string[], notes: Notes): readonly string[] {
  const result = [...raw]
  for (let from = 0; from < raw.length; from++) {
    if (!raw[from]?.trim().startsWith('**')) continue
    let to = from
    while ((raw[to + 1] ?? '').trim() !== '') to++
    const whole = raw.slice(from, to + 1).join('\n').trim()
    if (whole.length > 4 && whole.endsWith('**') && whole.split('**').length === 3) {
      result[from] = (result[from] ?? '').replace('**', '')
      result[to] = (result[to] ?? '').replace(/\*\*\s*$/, '')
      notes.leaveOut('emphasis', '**')
      notes.leaveOut('emphasis', '**')
    }
    from = to
  }
  return result
}
