/** Lines of a part (body, printed text, attachment) made into blocks. */
import { makeParagraph, makeRoster, type Content, type RosterEntry } from '../document/build.ts'
import { textOf } from '../document/text.ts'
import type { Block, Cell, Paragraph, Table } from '../document/types.ts'
import { BlockMarks, marked, type BlockMark } from './block-marks.ts'
import { countHeaderRows } from './header-rows.ts'
import { decimalMarks } from './decimals.ts'
import type { ParagraphItem } from './items.ts'
import { joinLines, type Context, type Unit } from './joining.ts'
import type { Line } from './lines.ts'
import type { Mark } from './marks.ts'
import { quote, type Notes } from './notes.ts'
import { roleOf } from './roles.ts'
import { readRoster, rosterOfRows, startsRoster, type FoundRoster } from './roster.ts'
import { chunksOf, isTotalled, joinChunks, plainRows, tableOf, type Joined } from './tables.ts'
import { carry, isTracked, joined } from './tracked.ts'

/** Reads the blocks of one part; `where` names the part in doubts (正文, 附件2). */
export function readBlocks(lines: readonly Line[], where: string, context: Context, notes: Notes): readonly Block[] {
  const blocks: Block[] = []
  const sequence = new Sequence()
  const marks = new BlockMarks()
  const parts = joinLines(lines, context)
  const decimals = decimalMarks(parts.map((part) => part.text))
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]
    if (!part) continue
    blocks.push(...deletedBefore(isUnit(part) ? part.first : part, notes))
    const place = `${where}第${blocks.length + 1}段`
    if (isUnit(part)) {
      const roster = rosterAt(parts, at)
      if (roster) {
        const block = makeRoster(roster.entries)
        blocks.push(block)
        for (const one of parts.slice(at, at + roster.lines)) notes.stands(isUnit(one) ? one.first.source : one.source, block.id)
        at += roster.lines - 1
        continue
      }
      const mark = decimals[at] ?? marks.read(part.text) ?? styledMark(part)
      const block = blockOf(part, mark, blocks)
      blocks.push(block)
      notes.stands(part.first.source, block.id)
      marks.passed(block)
      doubtUnit(part, mark, place, notes)
      if (startsRoster(part.text) && startsRoster(parts[at + 1]?.text ?? '') && !startsRoster(parts[at - 1]?.text ?? '')) notes.doubt(place, `${quote(part.text)}像是名单，没有认准，作正文收入`)
      const jump = mark && mark.kind !== 'item' && block.type !== 'paragraph' ? sequence.step(mark) : null
      if (jump) notes.doubt(place, jump)
      continue
    }
    if (part.image) {
      blocks.push(part.image.image)
      notes.stands(part.source, part.image.image.id)
      continue
    }
    if (part.table) {
      const entries = part.unruled === true && !hasChanges(part.table) ? rosterOfRows(plainRows(part.table)) : null
      const block = entries ? makeRoster(entries) : wordTable(part.table, takeCaption(blocks))
      blocks.push(block)
      notes.stands(part.source, block.id)
      continue
    }
    const rows: Line[] = [part]
    for (let next = parts[at + 1]; next && !isUnit(next) && !next.table && !next.image; next = parts[at + 1]) {
      rows.push(next)
      at += 1
    }
    const listed = rosterOfCells(rows)
    if (listed) {
      const block = makeRoster(listed)
      blocks.push(block)
      for (const { source } of rows) notes.stands(source, block.id)
      continue
    }
    for (const table of joinChunks(chunksOf(rows), notes)) {
      doubtTable(table, place, notes)
      const block = tableOf(table.rows, takeCaption(blocks))
      blocks.push(block)
      for (const { source } of rows) notes.stands(source, block.id)
    }
  }
  return blocks
}

function blockOf(unit: Unit, mark: BlockMark | null, before: readonly Block[]): Block {
  const content = (text: string): Content => (isTracked(unit.leaves) ? carry(text, unit.leaves) : text)
  const role = roleOf(unit.text, before)
  return mark && role !== 'note' ? marked(mark, content(mark.rest)) : makeParagraph(content(unit.text), role)
}

/** The roster that begins with the part `at`. Lines with tracked changes stay lines: a change is shown where it was made. */
function rosterAt(parts: readonly (Unit | Line)[], at: number): FoundRoster | null {
  return readRoster((line) => {
    const part = parts[at + line]
    return part && isUnit(part) && !isTracked(part.leaves) && (line === 0 || !part.first.deleted) ? part.text : undefined
  })
}

/** Rows without rules, of a role with its colon, a name and a post, are a roster. */
function rosterOfCells(rows: readonly Line[]): readonly RosterEntry[] | null {
  const cells = rows.map((row) => row.cells ?? [])
  const roles = cells.filter(([role = '']) => role !== '')
  return rows.every(({ ruled }) => ruled !== true) && cells.every((row) => row.length <= 3) && roles.every(([role = '']) => /[：:]$/u.test(role)) ? rosterOfRows(cells) : null
}

function isUnit(part: Unit | Line): part is Unit {
  return 'lines' in part
}

/** 1.1 and 第一节 in front of what has the style of a heading: numbers that official documents do not use. */
function styledMark({ text, first: { level } }: Unit): Mark | null {
  const [, printed = '', rest = ''] = /^(\d+(?:[.．]\d+)*[.．、]?|第\S{1,4}[节部篇])[ \u3000\t]+(\S.*)$/u.exec(text) ?? []
  return level === undefined || printed === '' ? null : { kind: 'heading', level, printed, count: 1, rest }
}

/** Paragraphs whose deletion is tracked: they stay as they are, and reject brings them back. */
function deletedBefore({ deleted = [] }: Line, notes: Notes): readonly Paragraph[] {
  return deleted.map((item) => {
    const paragraph = deletedParagraph(item)
    notes.stands(item, paragraph.id)
    return paragraph
  })
}

/** A paragraph of which only deleted text is left; its end is deleted too where the file says so. */
export function deletedParagraph({ content, mark }: ParagraphItem): Paragraph {
  const paragraph = makeParagraph(joined(content))
  return mark?.kind === 'del' ? { ...paragraph, change: { kind: 'del', by: mark.by } } : paragraph
}

function hasChanges({ children }: Table): boolean {
  return children.some((row) => row.change !== undefined || row.children.some((cell) => cell.children.some((one) => one.children.some((leaf) => !('text' in leaf) || isTracked([leaf])))))
}

/** A table that says itself what its cells cover; its header rows are guessed where it does not mark any. */
function wordTable(given: Table, around: { caption?: string; unit?: string }): Table {
  const plain = { ...given, children: given.children.map((row) => ({ ...row, children: row.children.map(withoutLeft) })) }
  const table = isTotalled(given) ? { ...plain, totalRow: true as const } : plain
  if (table.headerRows > 0) return { ...table, ...around }
  const rows = plainRows(table)
  const merged = table.children[0]?.children.some((cell) => (cell.rowSpan ?? 1) > 1)
  // Cells that a merge covers are not in the rows, so only the first row can be judged by its looks.
  const deepest = Math.max(1, ...(table.children[0]?.children.map((cell) => cell.rowSpan ?? 1) ?? []))
  const headerRows = table.children.length < 2 ? 0 : merged ? Math.min(deepest, 3) : Math.min(countHeaderRows(rows), 1)
  return { ...table, headerRows, ...around }
}

/** Left is where text stands that nobody placed; the page knows better which columns to centre. */
function withoutLeft(cell: Cell): Cell {
  if (cell.align !== 'left') return cell
  const plain: { align?: unknown } = { ...cell }
  delete plain.align
  // Only an optional property is gone.
  return plain as Cell
}

/** The lines directly above a table: 单位：万元, and above it a name that ends like one. They leave `blocks`. */
function takeCaption(blocks: Block[]): { caption?: string; unit?: string } {
  const taken: { caption?: string; unit?: string } = {}
  const take = (fits: (text: string) => boolean): string | undefined => {
    const last = blocks.at(-1)
    if (last?.type !== 'paragraph' || !fits(textOf(last.children))) return undefined
    blocks.pop()
    return textOf(last.children)
  }
  const unit = take((text) => /^[（(]?单位[：:]/.test(text) && text.length <= 24)
  if (unit !== undefined) taken.unit = unit
  const caption = take(isCaption)
  if (caption !== undefined) taken.caption = caption
  return taken
}

function isCaption(text: string): boolean {
  if (text.length > 50 || /[。；：，;:,]/u.test(text)) return false
  return /^(?:附?表)\s*[一二三四五六七八九十\d]/u.test(text) || /(?:表|名单|台账|清单|明细)(?:[（(][^（）()]{1,8}[）)])?$/u.test(text)
}

function doubtUnit(unit: Unit, mark: BlockMark | null, place: string, notes: Notes): void {
  if (!mark && unit.first.level !== undefined) notes.doubt(place, `${quote(unit.text)}用了标题样式，没有序号，作正文收入`)
  if (unit.doubt === 'joined') notes.doubt(place, `分成两行的文字接成了一段：“…${unit.seam}…”，请看一看接得对不对`)
  if (unit.doubt === 'fragment') notes.doubt(place, `${quote(unit.text)}像是别处的残句（两栏文字交错）`)
  if (unit.doubt === 'cut') notes.doubt(place, `${quote(unit.text)}没有写完，后一段像是接着它的，没有接`, unit.first.source ? { item: unit.first.source } : {})
  if (unit.doubt === 'unfinished') notes.doubt(place, `${quote(unit.text)}像是没有写完，续文可能在别处（两栏文字交错）`)
}

function doubtTable({ pieces, repeats }: Joined, place: string, notes: Notes): void {
  if (pieces === 1) return
  notes.doubt(place, `表格由${pieces}段接成${repeats > 0 ? `，去掉了${repeats}次重复的表头` : ''}，请看一看接得对不对`)
}

/** Follows the numbers of a part. Each goes up by one or begins again; anything else is a slip, a gap, or text out of order. */
class Sequence {
  readonly #last = new Map<string, { count: number; printed: string }>()

  /** The last number of a heading level; 0 before the first. */
  last(level: number): number {
    return this.#last.get(`heading${level}`)?.count ?? 0
  }

  /** Takes the next mark; a sentence where it does not follow the one before. */
  step({ kind, level, printed, count }: Mark): string | null {
    const key = kind + String(level === 0 ? '' : level)
    const before = this.#last.get(key)
    this.#last.set(key, { count, printed })
    if (count === 1 || count === (before?.count ?? 0) + 1) return null
    return before ? `“${before.printed}”之后是“${printed}”，编号不连续` : `编号从“${printed}”开始`
  }
}
