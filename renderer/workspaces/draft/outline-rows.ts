/** The outline of a document: its parts, headings with their numbers, tables and attachments, as a tree. Pure. */
import { isPlace, blocksOf, innerTitleOf, runIn, textOf } from '../../../shared/document/text.ts'
import { rankOf } from '../../../shared/document/sections.ts'
import type { Article, Block, Chapter, Document, Heading, Inline, Part, Table } from '../../../shared/document/types.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { attachmentLabels, headingNumbers } from '../../../shared/numbering/headings.ts'
import type { EditorSession } from '../../editor/session.ts'

export interface OutlineRow {
  readonly key: Id
  /** 标题, 一、, 附件1. */
  readonly label: string
  /** The label is a number of the text and not the name of a part. */
  readonly numbered: boolean
  readonly text: string
  /** Holds an unfilled place. */
  readonly unfilled: boolean
  /** Can be dragged: a heading with what is below it, a table, an attachment. */
  readonly movable: boolean
  readonly where: Parameters<EditorSession['focus']>[0]
  readonly children: OutlineRow[]
}

const LINE_LABELS = { title: '标题', recipients: '主送', signatureOrgan: '落款' } as const

/** All rows, in reading order. Parts without text and running paragraphs have none. */
export function outlineRows(document: Document): readonly OutlineRow[] {
  const numbers = headingNumbers(document)
  const labels = attachmentLabels(document)
  return document.parts.flatMap((part): OutlineRow[] => {
    switch (part.type) {
      case 'title':
      case 'recipients':
      case 'signatureOrgan': {
        const text = textOf(part.children).replace(/\n/g, '')
        return [{ ...leafRow(part.id, LINE_LABELS[part.type], text || '（未填）', hasPlace(part.children)), where: { field: part.type }, movable: false }]
      }
      case 'body':
        return blockRows(blocksOf(part), numbers)
      case 'printed':
        return [partRow(part, '所印文本', numbers)]
      case 'attachment':
        return [partRow(part, labels.get(part.id) ?? '附件', numbers)]
      case 'signatureDate':
      case 'note':
        return []
    }
  })
}

/** The row that a block or part (by id) belongs to: its own, or that of the nearest heading above it in its part. `rows`: the keys of all rows. */
export function rowAbove(document: Document, rows: ReadonlySet<Id>, id: Id | null): Id | null {
  if (id === null || rows.has(id)) return id
  for (const part of document.parts) {
    const blocks = blocksOf(part)
    const at = blocks.findIndex((block) => block.id === id)
    if (at < 0) continue
    // A table is a row, but what stands below it is no part of it.
    const above = blocks.slice(0, at).filter((block) => block.type !== 'table' && rows.has(block.id)).at(-1)
    return above?.id ?? (rows.has(part.id) ? part.id : null)
  }
  return null
}

function partRow(part: Extract<Part, { type: 'printed' | 'attachment' }>, label: string, numbers: ReadonlyMap<Id, string>): OutlineRow {
  const title = innerTitleOf(part).replace(/\n/g, '') || '（未填）'
  const row = leafRow(part.id, label.replace(/[：:]$/, ''), title, hasPlace(part.children[0].children))
  return { ...row, movable: part.type === 'attachment', children: blockRows(blocksOf(part), numbers) }
}

function leafRow(key: Id, label: string, text: string, unfilled: boolean): OutlineRow {
  return { key, label, numbered: false, text, unfilled, movable: true, where: { id: key }, children: [] }
}

/** Nests headings by rank: 章, 条, then the four levels. An unfilled place in a paragraph marks the heading above it. */
function blockRows(blocks: readonly Block[], numbers: ReadonlyMap<Id, string>): OutlineRow[] {
  const top: OutlineRow[] = []
  const path: { rank: number; row: OutlineRow }[] = []
  for (const block of blocks) {
    if (block.type === 'image') continue
    if (block.type === 'paragraph' || block.type === 'item') {
      const above = path.at(-1)
      if (above && hasPlace(block.children)) replaceLast(top, path, { ...above.row, unfilled: true })
      continue
    }
    // Tables hang below whatever heading stands above them.
    const rank = rankOf(block) ?? Infinity
    while (path.length > 0 && (path.at(-1)?.rank ?? 0) >= rank) path.pop()
    const row = block.type === 'table' ? tableRow(block) : headingRow(block, numbers.get(block.id) ?? '')
    ;(path.at(-1)?.row.children ?? top).push(row)
    if (block.type !== 'table') path.push({ rank, row })
  }
  return top
}

function replaceLast(top: OutlineRow[], path: { rank: number; row: OutlineRow }[], row: OutlineRow): void {
  const siblings = path.at(-2)?.row.children ?? top
  siblings[siblings.length - 1] = row
  const last = path.at(-1)
  if (last) last.row = row
}

function headingRow(block: Heading | Chapter | Article, label: string): OutlineRow {
  const [heading, rest] = runIn(textOf(block.children))
  const text = heading || rest
  return { ...leafRow(block.id, label, text.replace(/。$/, '') || '（未填）', hasPlace(block.children)), numbered: true }
}

function tableRow(table: Table): OutlineRow {
  const columns = Math.max(0, ...table.children.map((row) => row.children.reduce((sum, cell) => sum + (cell.colSpan ?? 1), 0)))
  if (table.look === 'roster') return leafRow(table.id, '名单', `${table.children.length}人`, false)
  return leafRow(table.id, '表', table.caption ?? `${table.children.length}行 × ${columns}列`, false)
}

function hasPlace(children: readonly Inline[]): boolean {
  return children.some(isPlace)
}
