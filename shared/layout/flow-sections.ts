/**
 * Which lines stand in columns and which across the page. Tables stand across; so does what belongs to one (its attachment's
 * label and title, caption, unit, notes), and a few lines between two tables, because renderers balance the columns before a
 * table and would set one line left and one right.
 */
import { without } from '../lib/without.ts'
import type { PageLook } from './look.ts'
import { emOf, gapOf } from './gazette.ts'
import type { FlowItem, FlowLine, FlowSection, FlowTable, LineKind } from './flow.ts'
import { titleLine } from './flow-lines.ts'
import { lineLength } from './flow.ts'
import { lineCount } from './text-width.ts'

const ABOVE_TABLE: ReadonlySet<LineKind> = new Set(['attachmentLabel', 'innerTitle', 'tableCaption', 'tableUnit'])

/** So few lines of a column are not worth balancing. */
const FEW_LINES = 4

/** Sets items into sections; neighbours of one shape become one section. */
export function intoSections(items: readonly FlowItem[], look: PageLook): readonly FlowSection[] {
  return setTitles(merged(shaped(items, look)), look)
}

/** Items on pages that are turned: one section, everything across. */
export function turnedSection(items: readonly FlowItem[], look: PageLook): readonly FlowSection[] {
  return items.length === 0 ? [] : setTitles([{ columns: 1, landscape: true, items }], look)
}

function shaped(items: readonly FlowItem[], look: PageLook): readonly FlowSection[] {
  const sections: FlowSection[] = []
  let table: FlowTable | undefined
  let at = 0
  while (at < items.length) {
    const text = linesFrom(items, at)
    const next = items[at + text.length]
    const following = next?.kind === 'table' ? next : undefined
    sections.push(...textSections(text, table, following, look))
    if (following) sections.push({ ...shapeOf(following), items: [following] })
    table = following
    at += text.length + 1
  }
  return sections
}

function setTitles(sections: readonly FlowSection[], look: PageLook): readonly FlowSection[] {
  return sections.map((section) => {
    const set = section.items.map((item, before) => setChapter(setTitle(item, section, look), section.items[before - 1], look))
    return { ...section, items: section.columns > 1 ? withoutLoneLines(set) : set }
  })
}

/** The lines from `at` up to the next table. */
function linesFrom(items: readonly FlowItem[], at: number): readonly FlowLine[] {
  const lines: FlowLine[] = []
  for (let item = items[at]; item?.kind === 'line'; item = items[at + lines.length]) lines.push(item)
  return lines
}

/** Lines between two tables (or a table and an end of the document): notes of the one, text, head of the other. */
function textSections(
  lines: readonly FlowLine[],
  table: FlowTable | undefined,
  following: FlowTable | undefined,
  look: PageLook,
): readonly FlowSection[] {
  let from = 0
  while (table && lines[from]?.line === 'tableNote') from++
  let to = lines.length
  // A heading right above a table stands across with it: alone at the foot of a column it would head nothing.
  while (following && to > from && belongsToTable(lines[to - 1])) to--
  const text = lines.slice(from, to)
  const few = table !== undefined && following !== undefined && areFew(text, look)
  const columns = { columns: look.columns.count, landscape: false }
  const sections: FlowSection[] = []
  if (table && from > 0) sections.push({ ...shapeOf(table), items: lines.slice(0, from) })
  if (text.length > 0) sections.push({ ...(few ? shapeOf(table) : columns), items: text })
  if (following && to < lines.length) sections.push({ ...shapeOf(following), items: lines.slice(to) })
  return sections
}

function belongsToTable(line: FlowLine | undefined): boolean {
  return line !== undefined && (ABOVE_TABLE.has(line.line) || line.keepNext === true)
}

function shapeOf({ landscape }: FlowTable): Pick<FlowSection, 'columns' | 'landscape'> {
  return { columns: 1, landscape }
}

/** Whether lines make more than a few in a column. Stops counting where that is clear. */
function areFew(lines: readonly FlowLine[], { columns, linePitch }: PageLook): boolean {
  let count = 0
  for (const { spans, image } of lines) {
    count += image ? Math.ceil(image.height / linePitch) : lineCount(spans.map((span) => span.text).join(''), columns.characters)
    if (count > FEW_LINES) return false
  }
  return true
}

function merged(sections: readonly FlowSection[]): readonly FlowSection[] {
  const result: FlowSection[] = []
  for (const section of sections) {
    const last = result.at(-1)
    const same = last?.columns === section.columns && last.landscape === section.landscape
    if (same) result[result.length - 1] = { ...last, items: [...last.items, ...section.items] }
    else result.push(section)
  }
  return result
}

/** Titles in the text are broken for the width they stand in: the look's count in a column, more across the page. */
function setTitle(item: FlowItem, section: FlowSection, look: PageLook): FlowItem {
  if (item.kind !== 'line' || item.line !== 'innerTitle') return item
  const { kept, spans } = item
  return titleLine('innerTitle', spans.map((span) => span.text).join(''), { characters: innerTitleLength(look, section), gap: gapOf(look), kept }, without(item, 'kept', 'kind', 'line', 'spans'))
}

/** The most characters in a line of a title in the text. */
export function innerTitleLength(look: PageLook, section: Pick<FlowSection, 'columns' | 'landscape'>): number {
  const { size, characters } = look.faces.innerTitle
  return section.columns > 1 ? characters : Math.floor(lineLength(look, section) / emOf(size)) - 1
}

/** A chapter right below a title has the title's empty line above it; renderers differ in whether two distances add up. */
function setChapter(item: FlowItem, before: FlowItem | undefined, { linePitch }: PageLook): FlowItem {
  const isFirst = item.kind === 'line' && item.line === 'chapter' && before?.kind === 'line' && before.line === 'innerTitle'
  return isFirst ? { ...item, before: 0, after: linePitch } : item
}

/**
 * No single line of a paragraph at the foot or the head of a column. Also where nobody would mind one: LibreOffice lets it stand on one
 * page and not on another, by the way in which it came there, and cannot balance columns around it.
 */
function withoutLoneLines(items: readonly FlowItem[]): readonly FlowItem[] {
  return items.map((item) => (item.kind === 'line' ? { ...item, noLoneLines: true } : item))
}
