/** A table of pasted HTML as a table of the document: spans in order, hidden rows and columns left out, tables inside made text. */
import { newId } from '../../../../shared/lib/id.ts'
import { makeCell, makeParagraph, makeRow, makeTable } from '../../../../shared/document/build.ts'
import type { Cell, CellAlign, Leaf, Row } from '../../../../shared/document/types.ts'
import { splitLeaves } from '../../../../shared/recognise/item-lines.ts'
import type { Item } from '../../../../shared/recognise/items.ts'
import { joined } from '../../../../shared/recognise/tracked.ts'
import { alignOf, hasText } from './facts.ts'
import { placeCells, type HtmlCell, type PlacedCell, type Visible } from './grid.ts'
import type { Reading } from './reading.ts'
import type { HtmlElement, HtmlNode } from './tree.ts'

/** Reads what stands in a cell. */
export type ReadItems = (nodes: readonly HtmlNode[], reading: Reading) => readonly Item[]

const MOST_HEADER_ROWS = 10

/** The table, behind its caption; the content alone of one that has a single cell, or that is beyond measure. */
export function readTable(element: HtmlElement, reading: Reading, readItems: ReadItems): readonly Item[] {
  const rows = rowsOf(element, false)
  const caption = readItems(element.children.filter((child) => typeof child !== 'string' && child.name === 'caption'), reading)
  const [only] = rows
  const cells = only?.cells ?? []
  if (rows.length <= 1 && cells.length <= 1) return [...caption, ...readItems(cells.flatMap(({ children }) => children), reading)]
  const visible = visibleOf(element, rows, reading)
  const placed = placeCells(rows.map((row) => row.cells.map((cell) => readCell(cell, reading))), visible)
  if (!placed) {
    reading.leftOut.hugeTables += 1
    return [...caption, ...rows.flatMap((row) => row.cells.flatMap(({ children }) => readItems(children, reading)))]
  }
  const made = placed.map((row) => makeRow(row.map((cell) => toCell(cell, reading, readItems))))
  if (made.length === 0) return caption
  const isHead = rows.filter((_, at) => visible.rows[at] !== false).map(({ isHead: head }) => head)
  const firstText = isHead.indexOf(false)
  const headerRows = Math.min(firstText < 0 ? 0 : firstText, made.length, MOST_HEADER_ROWS)
  return [...caption, { kind: 'table', table: makeTable(made, { headerRows }), doubts: [] }]
}

interface HtmlRow {
  readonly element: HtmlElement
  readonly cells: readonly HtmlElement[]
  /** It says itself that it is a row of the header. */
  readonly isHead: boolean
}

function rowsOf(element: HtmlElement, isHead: boolean): readonly HtmlRow[] {
  return elementsIn(element).flatMap((child) => {
    if (child.name === 'tr') {
      const cells = elementsIn(child).filter(({ name }) => name === 'td' || name === 'th')
      return [{ element: child, cells, isHead: isHead || (cells.length > 0 && cells.every(({ name }) => name === 'th')) }]
    }
    return child.name === 'thead' || child.name === 'tbody' || child.name === 'tfoot' ? rowsOf(child, child.name === 'thead') : []
  })
}

function elementsIn({ children }: HtmlElement): readonly HtmlElement[] {
  return children.filter((child): child is HtmlElement => typeof child !== 'string')
}

/** Rows and columns that a spreadsheet hides. */
function visibleOf(element: HtmlElement, rows: readonly HtmlRow[], { sheet, leftOut }: Reading): Visible {
  const isHidden = (one: HtmlElement): boolean => sheet.of(one).get('display') === 'none'
  const columns = elementsIn(element)
    .flatMap((child) => (child.name === 'colgroup' ? [...(elementsIn(child).length > 0 ? elementsIn(child) : [child])] : child.name === 'col' ? [child] : []))
    .flatMap((column) => Array.from({ length: span(column.attributes.span) }, () => !isHidden(column)))
  const visibleRows = rows.map((row) => !isHidden(row.element))
  leftOut.hiddenLines += visibleRows.filter((one) => !one).length + columns.filter((one) => !one).length
  return { rows: visibleRows, columns }
}

const WIDEST_SPAN = 1000

function span(text: string | undefined): number {
  const count = Number.parseInt(text ?? '1', 10)
  return Number.isNaN(count) ? 1 : Math.min(Math.max(count, 1), WIDEST_SPAN)
}

function readCell(element: HtmlElement, { sheet }: Reading): HtmlCell {
  const { attributes } = element
  // Text that runs over the empty cells beside it is drawn so, and is no merged cell.
  const isDrawn = sheet.of(element).get('mso-ignore') === 'colspan'
  return { element, colSpan: span(attributes.colspan), rowSpan: span(attributes.rowspan), isDrawn }
}

function toCell({ element, colSpan, rowSpan }: PlacedCell, reading: Reading, readItems: ReadItems): Cell {
  const lines: (readonly Leaf[])[] = []
  let align: CellAlign | null = element ? alignOf(element, reading.sheet.of(element)) : null
  for (const item of element && hasText(element.children) ? readItems(element.children, reading) : []) {
    if (item.kind === 'table') {
      reading.leftOut.nestedTables += 1
      lines.push(...item.table.children.map(rowAsLine))
    } else if (item.kind === 'paragraph') {
      align ??= item.align
      lines.push(...splitLeaves(item.content).filter((line) => line.some(({ text }) => text.trim() !== '')).map(withoutEnd))
    }
  }
  if (lines.length === 1 && /^\s*#{2,}\s*$/.test(lines[0]?.map(({ text }) => text).join('') ?? '')) reading.leftOut.narrowCells += 1
  const options = { ...(colSpan > 1 ? { colSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}), ...(align === null ? {} : { align }) }
  return { ...makeCell('', options), id: newId(), children: (lines.length > 0 ? lines : [[]]).map((line) => makeParagraph(joined(line))) }
}

/** Spaces behind the text of a cell show nowhere. */
function withoutEnd(line: readonly Leaf[]): readonly Leaf[] {
  return line.map((leaf, at) => (at === line.length - 1 ? { ...leaf, text: leaf.text.replace(/ +$/, '') } : leaf))
}

function rowAsLine(row: Row): readonly Leaf[] {
  const cells = row.children.map((cell) => cell.children.flatMap(({ children }) => children.filter((one): one is Leaf => !('type' in one))))
  return joined(cells.flatMap((leaves, at) => (at === 0 ? leaves : [{ text: ' ' }, ...leaves])))
}
