/** Lines of a part (body, printed text, attachment) made into blocks. */
import { makeArticle, makeChapter, makeHeading, makeParagraph } from '../document/build.ts'
import { textOf } from '../document/text.ts'
import type { Block } from '../document/types.ts'
import { joinLines, type Context, type Unit } from './joining.ts'
import type { Line } from './lines.ts'
import { readMark, type Mark } from './marks.ts'
import { quote, type Notes } from './notes.ts'
import { chunksOf, joinChunks, tableOf, type Joined } from './tables.ts'

/** Reads the blocks of one part; `where` names the part in doubts (正文, 附件2). */
export function readBlocks(lines: readonly Line[], where: string, context: Context, notes: Notes): readonly Block[] {
  const blocks: Block[] = []
  const sequence = new Sequence()
  const parts = joinLines(lines, context)
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]
    if (!part) continue
    const place = `${where}第${blocks.length + 1}段`
    if (isUnit(part)) {
      const mark = readMark(part.text, sequence.last(3))
      blocks.push(mark ? marked(mark) : makeParagraph(part.text))
      doubtUnit(part, place, notes)
      const jump = mark ? sequence.step(mark) : null
      if (jump) notes.doubt(place, jump)
      continue
    }
    const rows: Line[] = [part]
    for (let next = parts[at + 1]; next && !isUnit(next); next = parts[at + 1]) {
      rows.push(next)
      at += 1
    }
    for (const table of joinChunks(chunksOf(rows), notes)) {
      doubtTable(table, place, notes)
      blocks.push(tableOf(table.rows, takeCaption(blocks)))
    }
  }
  return blocks
}

function isUnit(part: Unit | Line): part is Unit {
  return 'lines' in part
}

function marked({ kind, level, printed, rest }: Mark): Block {
  if (kind === 'chapter') return makeChapter(rest, printed)
  if (kind === 'article' || level === 0) return makeArticle(rest, printed)
  return makeHeading(level, rest, printed)
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

function doubtUnit(unit: Unit, place: string, notes: Notes): void {
  if (unit.doubt === 'joined') notes.doubt(place, `分成两行的文字接成了一段：“…${unit.seam}…”，请看一看接得对不对`)
  if (unit.doubt === 'fragment') notes.doubt(place, `${quote(unit.text)}像是别处的残句（两栏文字交错）`)
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
