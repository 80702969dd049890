/** What another program put on the clipboard as HTML, read as every import is: paragraphs and tables first, then what they are. */
import { textOf } from '../../../shared/document/text.ts'
import type { Paragraph, Table } from '../../../shared/document/types.ts'
import { recogniseFragment } from '../../../shared/recognise/fragment.ts'
import type { Item } from '../../../shared/recognise/items.ts'
import { textsOf, type SheetCell, type SheetRows } from '../../../shared/recognise/sheet-grid.ts'
import { readSheetTable } from '../../../shared/recognise/sheet-table.ts'
import type { SheetElement } from '../sheet/types.ts'
import { openTable } from '../sheet/value.ts'
import { readItems } from './html/items.ts'
import { LeftOut } from './html/left-out.ts'
import { readSource } from './html/source.ts'
import type { HtmlElement } from './html/tree.ts'
import type { Rows } from './text-items.ts'

/** Characters of HTML at most; what is longer is pasted as its text. 5 MB are some 12,000 paragraphs, which take 2.5 s. */
export const MOST_HTML = 6_000_000

export interface PastedHtml {
  /** In reading order; none where the HTML shows no text. */
  readonly items: readonly Item[]
  readonly leftOut: LeftOut
  /** It is cells of a spreadsheet, so that a title, a unit and notes may stand in them. */
  readonly isSheet: boolean
}

/** Reads the HTML; `parse` makes a tree of what `readSource` left. */
export function readHtml(html: string, parse: (html: string) => HtmlElement): PastedHtml {
  const leftOut = new LeftOut()
  const { html: safe, sheet } = readSource(html)
  return { items: readItems(parse(safe).children, { sheet, leftOut }), leftOut, isSheet: SHEET.test(html) }
}

/** What Excel, WPS, LibreOffice and Google write into the HTML of cells. */
const SHEET = /schemas-microsoft-com:office:excel|\ssd(?:num|val)=|<google-sheets-html-origin/i

/** The items of copied cells: a single row or column are lines of text; of more, title, unit and notes stand apart from the grid. */
export function itemsOfSheet(items: readonly Item[]): readonly Item[] {
  const [only, ...others] = items
  if (only?.kind !== 'table' || others.length > 0) return items
  const rows = squaresOf(only.table)
  const texts = rows.map((row) => textsOf(row).map((text) => text.replaceAll('\n', ' ')).join('　')).filter((text) => text !== '')
  if (texts.length === 0) return items
  if (rows.length === 1 || rows.every((row) => row.length === 1)) return texts.map(line)
  const { label, before, table, after } = readSheetTable({ rows, ruled: rows.map(() => false), widths: null, printedAgain: null })
  const words = (paragraphs: readonly Paragraph[]): readonly Item[] => paragraphs.map(({ children }) => line(textOf(children)))
  return [...(label === null ? [] : [line(label)]), ...words(before), { kind: 'table', table, doubts: [] }, ...words(after)]
}

function line(text: string): Item {
  return { kind: 'paragraph', content: [{ text }], role: null, level: null, align: null, doubts: [] }
}

/** The blocks of the items, numbers as they were printed; the first `asText` paragraphs stay words of a sentence. */
export function blocksOfItems(items: readonly Item[], asText: number): { readonly blocks: readonly SheetElement[]; readonly doubts: readonly string[] } {
  const { blocks, doubts } = recogniseFragment(items, asText)
  // Slate's elements have the shape of the document's blocks.
  const elements = blocks as unknown as readonly SheetElement[]
  return { blocks: elements.map((block) => (block.type === 'table' ? openTable(block) : block)), doubts: doubts.map(({ what }) => what) }
}

/** The cells of a table that is all that was copied, square by square; null for anything else. */
export function rowsOfItems([only, ...others]: readonly Item[]): Rows | null {
  if (only?.kind !== 'table' || others.length > 0) return null
  return squaresOf(only.table).map((row) => row.map((cell) => cell?.text ?? ''))
}

/** Every square of a table; null where a span covers it. */
function squaresOf(table: Table): SheetRows {
  const rows: (SheetCell | null)[][] = table.children.map(() => [])
  table.children.forEach((row, at) => {
    let column = 0
    for (const cell of row.children) {
      while (rows[at]?.[column] !== undefined) column += 1
      const { colSpan = 1, rowSpan = 1, align = null } = cell
      for (const line of rows.slice(at, at + rowSpan)) for (let right = 0; right < colSpan; right++) line[column + right] = null
      const own = rows[at]
      if (own) own[column] = { text: cell.children.map(({ children }) => textOf(children)).join('\n'), align, colSpan, rowSpan }
    }
  })
  return rows
}
