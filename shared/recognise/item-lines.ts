/** What a Word file holds as lines, so that they are recognised like any text. */
import { textOf } from '../document/text.ts'
import type { Document, Leaf } from '../document/types.ts'
import type { Remark } from './doubt.ts'
import { isDeleted, type Item, type ParagraphItem, type TableItem } from './items.ts'
import type { Line } from './lines.ts'
import { quote, type Notes } from './notes.ts'
import { tabbedRows, withSpacedRows } from './spaced-rows.ts'
import { isTracked, liveText } from './tracked.ts'

/** So far from the start or the end, a small table may be the red head or the imprint, set in cells. */
const FRAME = 8

/** Nobody reads more of one kind. */
const MOST_DOUBTS = 50

/** The lines of the items, in order. */
export function itemLines(items: readonly Item[]): readonly Line[] {
  const lines: Line[] = []
  let gap = false
  let deleted: ParagraphItem[] = []
  let source: Item | undefined
  const push = (line: Omit<Line, 'gap' | 'item'>): void => {
    lines.push({ ...line, gap, item: false, ...(source ? { source } : {}), ...(deleted.length > 0 ? { deleted } : {}) })
    gap = false
    deleted = []
  }
  items.forEach((item, at) => {
    source = item
    if (item.kind === 'table') {
      const words = framedWords(item, at, items.length)
      if (words) words.forEach((text) => push({ text, cells: null, whole: true }))
      else push({ text: '', cells: [], table: item.table, ...(item.unruled === true ? { unruled: true } : {}) })
    } else if (item.kind === 'image') push({ text: '', cells: [], image: item })
    else if (isDeleted(item)) deleted.push(item)
    else if (liveText(item.content).trim() === '') gap = true
    else for (const line of paragraphLines(item)) push(line)
  })
  const set = withRows(lines)
  return isBroken(set) ? set.map((line) => ({ ...line, whole: false })) : set
}

/** Paragraphs that set a table with tabs or spaces, as rows of it. Text with tracked changes stays as it is. */
function withRows(lines: readonly Line[]): readonly Line[] {
  const plain = lines.map(({ cells, leaves = [], deleted }) => (cells || deleted || isTracked(leaves) ? '' : liveText(leaves)))
  const spaced = withSpacedRows(plain)
  const tabbed = tabbedRows(plain)
  return lines.map((line, at) => {
    const row = spaced[at] === plain[at] ? tabbed[at] : spaced[at]?.split('\t')
    return row ? { ...line, text: row.join('\t').trim(), cells: row } : line
  })
}

/** Doubts of the items, and tracked paragraph ends, which stay as they are in the file's text. */
export function doubtItems(items: readonly Item[], notes: Notes): void {
  let count = 0
  for (const item of items) {
    const aside = item.kind === 'paragraph' ? item.where : undefined
    if (aside === undefined) count += 1
    const where = aside ?? `原文第${count}段${item.kind === 'table' ? '（表格）' : item.kind === 'image' ? '（图片）' : ''}`
    for (const what of new Set(item.doubts)) notes.doubt(where, what, { item })
    if (item.kind !== 'image') for (const comment of item.comments ?? []) notes.doubt(where, commentText(comment), { item, comment })
    if (item.kind === 'paragraph' && item.mark && !isDeleted(item)) {
      notes.doubt(where, `段落的${item.mark.kind === 'ins' ? '插入' : '删除'}（与后一段分合）是修订，文字照收，分段按现在的样子`, { item })
    }
  }
}

/** The date as written, without its zone: programs write local time as if it were another's. */
function commentText({ author, date, text }: Remark): string {
  const day = date.slice(0, 16).replace('T', ' ')
  return `批注（${author === '' ? '未署名' : author}${day === '' ? '' : `，${day}`}）：${text}`
}

/** Deleted text that found no place in the document, because it stood in a line that is no running text (a number, a signature). */
export function doubtDeleted(items: readonly Item[], document: Document, notes: Notes): void {
  let kept = ''
  const visit = (node: object): void => {
    if ('del' in node && 'text' in node) kept += String(node.text)
    if ('children' in node && Array.isArray(node.children)) node.children.forEach((child: object) => visit(child))
  }
  document.parts.forEach(visit)
  // Order is kept, so each is looked for behind the one before.
  let from = 0
  let missing = 0
  for (const leaf of items.flatMap((item) => (item.kind === 'paragraph' ? item.content : []))) {
    for (const { text } of leaf.del && missing < MOST_DOUBTS ? splitLeaves([leaf]).flat() : []) {
      const at = kept.indexOf(text, from)
      if (at >= 0) from = at + text.length
      else if (text.trim() !== '') {
        missing += 1
        notes.doubt('修订', `${quote(text)}原文标为删除，没有收入`)
      }
    }
  }
}

/** A line break in a paragraph begins a line, as it would on paper. */
function paragraphLines({ content, level }: ParagraphItem): readonly Omit<Line, 'gap' | 'item'>[] {
  return splitLeaves(content).flatMap((leaves) => {
    const text = liveText(leaves).trim()
    return text === '' ? [] : [{ text, cells: null, whole: true, leaves, ...(level === null ? {} : { level }) }]
  })
}

/** The lines of a paragraph, which its line breaks part. */
export function splitLeaves(content: readonly Leaf[]): readonly (readonly Leaf[])[] {
  const lines: Leaf[][] = [[]]
  for (const leaf of content) {
    leaf.text.split('\n').forEach((text, at) => {
      if (at > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...leaf, text })
    })
  }
  return lines
}

/** The rows of a table that only sets a red head or an imprint, as lines; null for a real table. */
function framedWords({ table }: TableItem, at: number, count: number): readonly string[] | null {
  if (table.children.length > 5 || (at >= FRAME && at < count - FRAME)) return null
  const words = table.children.flatMap((row) => framedRow(row.children.map((cell) => cell.children.map(({ children }) => textOf(children).trim()).filter((text) => text !== ''))))
  const whole = words.join('\n')
  const isImprint = /(?:^|\n)抄\s*送\s*[：:]/u.test(whole) || /日\s*印\s*发$/mu.test(whole)
  const isHead = at < FRAME && (/文\s*件$/mu.test(whole) || /签\s*发\s*人\s*[：:]/u.test(whole)) && whole.length < 120
  return isImprint || isHead ? words : null
}

/** A row whose cells have a line each is one line; where organs stand one below the other in a cell, each has its own. */
function framedRow(cells: readonly (readonly string[])[]): readonly string[] {
  const lines = cells.flat().map((text) => text.replace(/[\t\n]+/g, ' '))
  return cells.some((cell) => cell.length > 1) || lines.length === 0 ? lines : [lines.join(' ')]
}

/** Text that was taken out of a printed page has a paragraph for each line: many that break off in mid-sentence, one after another. */
function isBroken(lines: readonly Line[]): boolean {
  const breaks = lines.filter((line, at) => {
    const next = lines[at + 1]
    return next && !line.cells && !next.cells && line.text.length >= 12 && /[，、\p{Script=Han}]$/u.test(line.text) && /[。，；]/u.test(line.text) && /[。，；]/u.test(next.text)
  })
  return breaks.length >= 6 && breaks.length * 3 >= lines.length
}
