/** The text of a document as the search reads it: line by line, each with its place as a reader names it. A word never runs from one line into the next. */
import { blocksOf, innerTitleOf, textOf } from '../document/text.ts'
import type { Block, Document, Part, Table } from '../document/types.ts'
import type { Id } from '../lib/id.ts'
import { attachmentLabels, headingNumbers } from '../numbering/headings.ts'

/** A line: a part, a block, a cell of a table, a field of the header. */
export interface SearchLine {
  /** 标题; 一、（二）; 第三章 第十二条; 附件1 第3行. */
  readonly place: string
  /** The block, the row of a table, or the part; of what stands in the header, the title. */
  readonly blockId: Id
  readonly text: string
}

/** All lines that say something, none with a line break, in the order of the text; what stands in the header goes with the title. Deleted text (tracked) is in none. */
export function searchLines(document: Document): readonly SearchLine[] {
  const numbers = headingNumbers(document)
  const labels = attachmentLabels(document)
  const lines = document.parts.flatMap((part) => {
    const inner = linesOfPart(part, numbers, labels)
    return part.type === 'title' ? [...fieldLines(document, part.id), ...inner] : inner
  })
  return lines.filter(({ text }) => text.trim() !== '').map(({ place, blockId, text }) => ({ place: oneLine(place, ' ').trim() || PART_NAMES.body, blockId, text: oneLine(text, ' ') }))
}

function fieldLines({ header }: Document, blockId: Id): readonly SearchLine[] {
  const { copies = '', printedBy = '', printedOn = '' } = header.distribution ?? {}
  const secrecy = header.secrecy ? [header.secrecy.level, header.secrecy.period].filter(Boolean).join('★') : ''
  const fields: readonly (readonly [place: string, texts: readonly string[]])[] = [
    ['发文字号', [header.documentNumber ?? '']],
    ['发文机关', header.issuers],
    ['密级', [secrecy]],
    ['紧急程度', [header.urgency ?? '']],
    ['签发人', header.signers ?? []],
    ['版记', [copies, printedBy, printedOn]],
  ]
  return fields.flatMap(([place, texts]) => texts.map((text) => ({ place, blockId, text: oneLine(text, ' ') })))
}

const PART_NAMES = { title: '标题', recipients: '主送机关', signatureOrgan: '署名', signatureDate: '成文日期', note: '附注', body: '正文', printed: '印发的文本' } as const

function linesOfPart(part: Part, numbers: ReadonlyMap<Id, string>, labels: ReadonlyMap<Id, string>): readonly SearchLine[] {
  switch (part.type) {
    case 'body':
      return linesOfBlocks(part.children, numbers, { prefix: '', empty: PART_NAMES.body })
    case 'printed': {
      const title = { place: PART_NAMES.printed, blockId: part.id, text: oneLine(innerTitleOf(part), '') }
      return [title, ...linesOfBlocks(blocksOf(part), numbers, { prefix: '', empty: PART_NAMES.printed })]
    }
    case 'attachment': {
      const label = (labels.get(part.id) ?? '附件').replace(/[：:]$/u, '')
      return [{ place: label, blockId: part.id, text: oneLine(innerTitleOf(part), '') }, ...linesOfBlocks(blocksOf(part), numbers, { prefix: label, empty: label })]
    }
    default:
      return [{ place: PART_NAMES[part.type], blockId: part.id, text: oneLine(textOf(part.children), part.type === 'title' ? '' : ' ') }]
  }
}

/** How places of a part are named: `prefix` before numbers, `empty` where no number stands above. */
interface Naming {
  readonly prefix: string
  readonly empty: string
}

function linesOfBlocks(blocks: readonly Block[], numbers: ReadonlyMap<Id, string>, { prefix, empty }: Naming): readonly SearchLine[] {
  const path = new Path()
  const tables = blocks.filter(({ type }) => type === 'table')
  return blocks.filter(isThere).flatMap((block): readonly SearchLine[] => {
    path.enter(block, numbers.get(block.id) ?? '')
    const place = joined(prefix, path.name()) || empty
    if (block.type === 'table') return linesOfTable(block, tables.length > 1 ? joined(place, `表${tables.indexOf(block) + 1}`) : place)
    if (block.type === 'image') return [{ place: joined(place, '图片说明'), blockId: block.id, text: block.alt ?? '' }]
    return [{ place, blockId: block.id, text: oneLine(textOf(block.children), ' ') }]
  })
}

/** False for what is marked as deleted (tracked) as a whole. */
function isThere({ change }: Pick<Block, 'change'>): boolean {
  return change?.kind !== 'del'
}

/** Rows are counted below the header, as a reader counts them. */
function linesOfTable({ id, caption, unit, headerRows, children }: Table, place: string): readonly SearchLine[] {
  const above = [caption, unit].flatMap((text) => (text === undefined ? [] : [{ place: joined(place, '表题'), blockId: id, text }]))
  const rows = children.flatMap((row, at) => {
    if (!isThere(row)) return []
    const name = joined(place, at < headerRows ? '表头' : `第${at - headerRows + 1}行`)
    const cells = row.children.filter(isThere).map((cell) => cell.children.filter(isThere).map((paragraph) => textOf(paragraph.children)).join(' '))
    return cells.map((text) => ({ place: name, blockId: row.id, text: oneLine(text, ' ') }))
  })
  return [...above, ...rows]
}

/** The numbers above a block: 第三章 第十二条, 一、（二）. */
class Path {
  private chapter = ''
  private article = ''
  private levels: readonly string[] = []

  enter(block: Block, number: string): void {
    if (block.type === 'chapter') {
      this.chapter = number
      this.article = ''
      this.levels = []
    } else if (block.type === 'article') {
      this.article = number
      this.levels = []
    } else if (block.type === 'heading') {
      this.levels = [...Array.from({ length: block.level - 1 }, (_, at) => this.levels[at] ?? ''), number]
    }
  }

  name(): string {
    return joined(joined(this.chapter, this.article), this.levels.join(''))
  }
}

function joined(before: string, after: string): string {
  return before === '' || after === '' ? before + after : `${before} ${after}`
}

/** Chosen line breaks: nothing in a title, a space between names. */
function oneLine(text: string, between: string): string {
  return text.includes('\n') ? text.replace(/\s*\n\s*/gu, between) : text
}
