/** What another program put on the clipboard as HTML, read as every import is: paragraphs and tables first, then what they are. */
import { textOf } from '../../../shared/document/text.ts'
import { recogniseFragment } from '../../../shared/recognise/fragment.ts'
import type { Item } from '../../../shared/recognise/items.ts'
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
}

/** Reads the HTML; `parse` makes a tree of what `readSource` left. */
export function readHtml(html: string, parse: (html: string) => HtmlElement): PastedHtml {
  const leftOut = new LeftOut()
  const { html: safe, sheet } = readSource(html)
  return { items: readItems(parse(safe).children, { sheet, leftOut }), leftOut }
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
  const rows: string[][] = only.table.children.map(() => [])
  only.table.children.forEach((row, at) => {
    let column = 0
    for (const cell of row.children) {
      while (rows[at]?.[column] !== undefined) column += 1
      const text = cell.children.map(({ children }) => textOf(children)).join('\n')
      for (let down = 0; down < (cell.rowSpan ?? 1); down++) {
        for (let right = 0; right < (cell.colSpan ?? 1); right++) {
          const line = rows[at + down]
          if (line) line[column + right] = down === 0 && right === 0 ? text : ''
        }
      }
    }
  })
  return rows
}
