/** What a selection puts on the clipboard: whole blocks with their kinds, and the same as plain text and as HTML. */
import { Editor, Element, Node, Path, Range, Text, type Descendant } from 'slate'
import type { Id } from '../../../shared/lib/id.ts'
import { cellAt, lineAt } from '../sheet/find.ts'
import { BLOCKS, HOLDERS, isOneOf, LINES, type SheetEditor, type SheetElement } from '../sheet/types.ts'
import { chosenRectangle } from '../table/chosen.ts'
import { gridOf } from '../table/grid.ts'
import { partOfTable } from './table-part.ts'

/** The selected blocks, cut to the selection; of one table the chosen cells, of several blocks whole rows. Empty when nothing is selected. */
export function copiedBlocks(editor: SheetEditor): readonly SheetElement[] {
  const { selection } = editor
  if (!selection || (Range.isCollapsed(selection) && !Editor.void(editor, { at: selection }))) return []
  const chosen = chosenRectangle(editor)
  if (chosen) return [partOfTable(chosen.table, chosen.area)]
  const [start, end] = Range.edges(selection)
  const line = lineAt(editor, start)
  if (line && Path.isAncestor(line[1], end.path)) {
    const [cut] = linesOf(Node.fragment(editor, selection))
    const isWhole = Editor.isStart(editor, start, line[1]) && Editor.isEnd(editor, end, line[1])
    return cut ? [isWhole ? asBlock(cut) : { type: 'paragraph', id: cut.id, children: cut.children }] : []
  }
  const cell = cellAt(editor, selection)
  const fragment = Node.fragment(editor, selection)
  return cell ? linesOf(fragment) : blocksOf(editor, fragment)
}

/** All lines of a fragment, in order. */
function linesOf(nodes: readonly Descendant[]): readonly SheetElement[] {
  return nodes.flatMap((node) => {
    if (!Element.isElement(node)) return []
    return isOneOf(node, LINES) ? [node] : linesOf(node.children)
  })
}

function blocksOf(editor: SheetEditor, nodes: readonly Descendant[]): readonly SheetElement[] {
  return nodes.flatMap((node) => {
    if (!Element.isElement(node)) return []
    if (node.type === 'table') return [wholeRows(editor, node)]
    return isOneOf(node, HOLDERS) ? blocksOf(editor, node.children) : [asBlock(node)]
  })
}

/** Titles and other parts go on the clipboard as paragraphs. */
function asBlock(line: SheetElement): SheetElement {
  return isOneOf(line, BLOCKS) ? line : { type: 'paragraph', id: line.id, children: line.children }
}

/** A selection over cells takes whole rows; where spans cross rows, the whole table, so that it stays a grid. */
function wholeRows(editor: SheetEditor, cut: SheetElement): SheetElement {
  const [entry] = Editor.nodes<SheetElement>(editor, { at: [], match: (node) => isOneOf(node, ['table']) && node.id === cut.id })
  if (!entry) return cut
  const [table] = entry
  const hasSpans = table.children.some((row) => isOneOf(row, ['row']) && row.children.some((cell) => isOneOf(cell, ['cell']) && cell.rowSpan))
  if (hasSpans) return table
  const ids = new Set<Id>(cut.children.map((row) => (Element.isElement(row) ? row.id : '')))
  const first = table.children.findIndex((row) => Element.isElement(row) && ids.has(row.id))
  return partOfTable(table, { top: first, bottom: first + ids.size, left: 0, right: gridOf(table).columns })
}

/** Reads the number in front of a block; undefined where it has none or is cut so that its start is not selected. */
export type NumberOf = (id: Id) => string | undefined

/** Plain text, a line a block, numbers of headings included; cells of a row with tabs between. */
export function plainText(blocks: readonly SheetElement[], numberOf: NumberOf): string {
  return blocks.map((block) => (block.type === 'table' ? tableLines(block) : numbered(block, numberOf))).join('\n')
}

function numbered(block: SheetElement, numberOf: NumberOf): string {
  const number = block.type === 'paragraph' ? undefined : numberOf(block.id)
  if (number === undefined) return textOf(block)
  return number + (isOneOf(block, ['chapter', 'article']) ? '　' : '') + textOf(block)
}

/** What a span covers is an empty cell, so that columns stay columns in a spreadsheet. */
function tableLines(table: SheetElement): string {
  const { rows, columns, cells } = gridOf(table)
  const texts = Array.from({ length: rows }, () => new Array<string>(columns).fill(''))
  for (const { cell, row, column } of cells) texts[row]?.splice(column, 1, textOf(cell))
  return texts
    .map(([first = '', ...rest]) => {
      return table.look === 'roster' ? [first === '' ? '' : `${first}：`, ...rest].filter((text) => text !== '').join('　') : [first, ...rest].join('\t')
    })
    .join('\n')
}

/** The text of a node as it would be printed: without deleted text and hints. */
export function textOf(node: Node): string {
  if (Text.isText(node)) return 'del' in node ? '' : node.text
  if (isOneOf(node, ['place'])) return ''
  const isBlocks = isOneOf(node, HOLDERS)
  return node.children.map((child) => textOf(child)).join(isBlocks ? ' ' : '')
}

/** HTML for other programs: paragraphs and tables, nothing of the editor's own. */
export function html(blocks: readonly SheetElement[], numberOf: NumberOf): string {
  return blocks.map((block) => (block.type === 'table' ? tableHtml(block) : `<p>${escape(numbered(block, numberOf))}</p>`)).join('')
}

function tableHtml(table: SheetElement): string {
  const rows = table.children.map((row) => {
    if (!Element.isElement(row)) return ''
    return `<tr>${row.children.map((cell) => (Element.isElement(cell) ? cellHtml(cell) : '')).join('')}</tr>`
  })
  return `<table border="1">${rows.join('')}</table>`
}

function cellHtml(cell: SheetElement): string {
  const spans = `${cell.colSpan ? ` colspan="${cell.colSpan}"` : ''}${cell.rowSpan ? ` rowspan="${cell.rowSpan}"` : ''}`
  return `<td${spans}>${cell.children.map((line) => escape(textOf(line))).join('<br>')}</td>`
}

function escape(text: string): string {
  return text.replace(/[&<>]/g, (char) => (char === '&' ? '&amp;' : char === '<' ? '&lt;' : '&gt;')).replace(/\n/g, '<br>')
}
