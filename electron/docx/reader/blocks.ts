/** Paragraphs and tables of a body, in reading order. */
import { makeCell, makeRow, makeTable } from '../../../shared/document/build.ts'
import { newId } from '../../../shared/lib/id.ts'
import type { Cell, CellAlign, Leaf, Paragraph, Row } from '../../../shared/document/types.ts'
import type { Remark } from '../../../shared/recognise/doubt.ts'
import { isDeleted, type Item, type ParagraphItem, type TableItem } from '../../../shared/recognise/items.ts'
import { joined } from '../../../shared/recognise/tracked.ts'
import { below, child, elements, wholeNumber, type XmlNode } from '../../ooxml/xml.ts'
import { InlineReader } from './inline.ts'
import { alternative, changeOf, type Findings, type Story } from './story.ts'
import { factsOf } from './styles.ts'
import { placeCells, type ReadCell } from './table-grid.ts'
import { childValue, isOn } from './xml.ts'

/** Reads the blocks among `nodes`: the children of a body, a cell, a note or a text box. */
export function readBlocks(nodes: readonly XmlNode[], story: Story): readonly Item[] {
  return nodes.flatMap((node) => readBlock(node, story))
}

function readBlock(node: XmlNode, story: Story): readonly Item[] {
  switch (node.name) {
    case 'w:p':
      return readParagraph(node, story)
    case 'w:tbl':
      return readTable(node, story)
    case 'mc:AlternateContent':
      return readBlocks(alternative(node), story)
    case 'w:altChunk':
      return [{ kind: 'paragraph', content: [], role: null, level: null, align: null, doubts: ['此处嵌入了另一个文件，没有收入'] }]
    case 'w:sectPr':
      return []
    default:
      // Content controls and whatever else may stand around blocks.
      return node.name.endsWith('Pr') ? [] : readBlocks(elements(node), story)
  }
}

function readParagraph(node: XmlNode, story: Story): readonly Item[] {
  const findings: Findings = { doubts: [], comments: [], after: [] }
  const properties = child(node, 'w:pPr')
  const style = story.styles.facts(childValue(properties, 'w:pStyle'))
  const direct = factsOf(properties)
  const number = story.numbering.next(direct.numId ?? style.numId ?? '', direct.numLevel ?? style.numLevel ?? 0)
  const inline = new InlineReader(story, findings, readBlocks)
  inline.read(elements(node).filter((one) => one !== properties), {})
  // A field's code that has no end in its paragraph would hide all that follows.
  while (story.fields.at(-1) === true) story.fields.pop()
  const content = number === '' || inline.leaves.length === 0 ? inline.leaves : joined([{ text: number }, ...inline.leaves])
  const item: ParagraphItem = {
    kind: 'paragraph',
    content,
    role: style.role ?? null,
    level: direct.level ?? style.level ?? null,
    align: direct.align ?? style.align ?? null,
    ...markOf(properties),
    ...commented(findings),
    doubts: findings.doubts,
  }
  const after = findings.after.map((one) => (one.kind === 'image' && hasText(content) ? { ...one, doubts: [...one.doubts, BESIDE_TEXT] } : one))
  // A paragraph that holds pictures only is no blank line.
  const isBare = !hasText(content) && findings.doubts.length === 0 && item.mark === undefined && after.some(({ kind }) => kind === 'image')
  return isBare ? after : [item, ...after]
}

const BESIDE_TEXT = '图片原来和文字在同一段里，现在单独放在这一段后面，请看一看位置'

function hasText(content: readonly Leaf[]): boolean {
  return content.some(({ text }) => text.trim() !== '')
}

/** The tracked insertion or deletion of the paragraph's end. */
function markOf(properties: XmlNode | undefined): Pick<ParagraphItem, 'mark'> {
  for (const node of elements(child(properties, 'w:rPr'))) {
    if (node.name === 'w:ins' || node.name === 'w:moveTo') return { mark: { kind: 'ins', by: changeOf(node) } }
    if (node.name === 'w:del' || node.name === 'w:moveFrom') return { mark: { kind: 'del', by: changeOf(node) } }
  }
  return {}
}

const MOST_HEADER_ROWS = 10

function readTable(node: XmlNode, story: Story): readonly Item[] {
  const findings: Findings = { doubts: [], comments: [], after: [] }
  const rows = rowNodes(node).map((row) => ({ node: row, cells: readCells(row, story, findings) }))
  if (rows.length === 0) return []
  const grid = placeCells(rows.map(({ cells }) => cells))
  if (grid.hidden) findings.doubts.push('表格里合并时被盖住的文字也收入了，接在合并的单元格里')
  const made = rows.map(({ node: row }, at): Row => {
    const change = elements(child(row, 'w:trPr')).find(({ name }) => name === 'w:ins' || name === 'w:del')
    const filled = makeRow((grid.rows[at] ?? []).map(toCell))
    return change ? { ...filled, change: { kind: change.name === 'w:ins' ? 'ins' : 'del', by: changeOf(change) } } : filled
  })
  const repeated = rows.map(({ node: row }) => isOn(child(row, 'w:trPr'), 'w:tblHeader'))
  // The last row may be a total, which looks like a header.
  const isHead = repeated.includes(true) ? repeated : rows.map(({ node: row }, at) => at < rows.length - 1 && hasHeadCells(row, story))
  const firstText = isHead.indexOf(false)
  const headerRows = Math.min(firstText < 0 ? rows.length : firstText, MOST_HEADER_ROWS)
  const ruled = isRuled(node)
  const item: TableItem = { kind: 'table', table: makeTable(made, { headerRows }), ...(ruled ? {} : { unruled: true }), ...commented(findings), doubts: findings.doubts }
  return [item, ...findings.after]
}

function commented({ comments }: Findings): { readonly comments?: readonly Remark[] } {
  return comments.length > 0 ? { comments } : {}
}

/** True for a header row of ours that is not repeated, because a cell of it goes on below: each of its cells has the style of header cells. */
function hasHeadCells(row: XmlNode, { styles }: Story): boolean {
  const cells = inside(row, 'w:tc')
  return cells.length > 0 && cells.every((cell) => inside(cell, 'w:p').every((paragraph) => styles.isHeadCell(childValue(child(paragraph, 'w:pPr'), 'w:pStyle'))))
}

/** True for a table with rules: by itself, by its style, or in any of its cells. */
function isRuled(table: XmlNode): boolean {
  const properties = child(table, 'w:tblPr')
  const borders = child(properties, 'w:tblBorders')
  const isDrawn = ({ attributes: { val = 'none' } }: XmlNode): boolean => val !== 'none' && val !== 'nil'
  if (borders ? elements(borders).some(isDrawn) : child(properties, 'w:tblStyle') !== undefined) return true
  return below(table, ({ name }) => name === 'w:tcBorders').some((cell) => elements(cell).some(isDrawn))
}

function rowNodes(node: XmlNode): readonly XmlNode[] {
  return inside(node, 'w:tr')
}

/** Elements of one name that stand here, or in content controls and the like around them; not those of tables inside. */
function inside(node: XmlNode, name: string): readonly XmlNode[] {
  return elements(node).flatMap((one) => {
    if (one.name === name) return [one]
    if (one.name === 'mc:AlternateContent') return alternative(one).flatMap((other) => (other.name === name ? [other] : inside(other, name)))
    return one.name === 'w:sdt' || one.name === 'w:sdtContent' || one.name === 'w:customXml' || one.name === 'w:ins' || one.name === 'w:del' ? inside(one, name) : []
  })
}

const WIDEST_SPAN = 1000

function readCells(row: XmlNode, story: Story, findings: Findings): readonly ReadCell[] {
  const cells = inside(row, 'w:tc').map((node): ReadCell => {
    const properties = child(node, 'w:tcPr')
    const merge = child(properties, 'w:vMerge')
    const aside = child(properties, 'w:hMerge')
    return {
      ...readCell(node, story, findings),
      colSpan: wholeNumber(childValue(properties, 'w:gridSpan'), 1, WIDEST_SPAN) ?? 1,
      merge: merge ? (merge.attributes.val === 'restart' ? 'begins' : 'goesOn') : 'none',
      joinsLeft: aside !== undefined && aside.attributes.val !== 'restart',
    }
  })
  const properties = child(row, 'w:trPr')
  const gap = (name: string): readonly ReadCell[] => {
    const colSpan = wholeNumber(childValue(properties, name), 0, WIDEST_SPAN) ?? 0
    return colSpan === 0 ? [] : [{ lines: [[]], align: null, colSpan, merge: 'none', joinsLeft: false }]
  }
  return [...gap('w:gridBefore'), ...cells, ...gap('w:gridAfter')]
}

function readCell(node: XmlNode, story: Story, findings: Findings): Pick<ReadCell, 'lines' | 'align'> {
  const lines: (readonly Leaf[])[] = []
  let align: CellAlign | null = null
  for (const item of readBlocks(elements(node), story)) {
    if (item.kind === 'image') {
      findings.doubts.push('表格里有图片，没有收入；原件里有')
      continue
    }
    findings.doubts.push(...item.doubts)
    findings.comments.push(...(item.comments ?? []))
    if (item.kind === 'table') {
      findings.doubts.push('表格里套着表格，里面的表格改成了一行一段的文字')
      for (const row of item.table.children) lines.push(rowAsLine(row))
      continue
    }
    align ??= item.align
    if (item.mark?.kind === 'del' && isDeleted(item)) findings.doubts.push('表格里有整段删除的修订，请看一看')
    lines.push(item.content)
  }
  return { lines: lines.length > 0 ? lines : [[]], align }
}

function rowAsLine(row: Row): readonly Leaf[] {
  const cells = row.children.map((cell) => cell.children.flatMap(({ children }) => children.filter((one): one is Leaf => !('type' in one))))
  return joined(cells.flatMap((leaves, at) => (at === 0 ? leaves : [{ text: ' ' }, ...leaves])))
}

function toCell({ lines, align, colSpan, rowSpan }: ReadCell & { readonly rowSpan: number }): Cell {
  const children = lines.map((content): Paragraph => ({ type: 'paragraph', id: newId(), children: joined(content) }))
  const options = { ...(colSpan > 1 ? { colSpan } : {}), ...(rowSpan > 1 ? { rowSpan: Math.min(rowSpan, WIDEST_SPAN) } : {}), ...(align === null ? {} : { align }) }
  return { ...makeCell('', options), children }
}
