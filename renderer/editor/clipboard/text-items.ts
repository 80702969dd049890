/** Plain text from the clipboard: its lines as paragraphs, lines of cells with tabs between as tables. */
import { makeParagraph } from '../../../shared/document/build.ts'
import type { Item } from '../../../shared/recognise/items.ts'
import { tableOf } from '../../../shared/recognise/tables.ts'
import type { SheetElement } from '../sheet/types.ts'

/** Rows of cells; "\n" divides the paragraphs of one. */
export type Rows = readonly (readonly string[])[]

/** Paragraphs without the spaces that indent them; two or more lines with tabs in sequence are a table. */
export function itemsOfText(text: string): readonly Item[] {
  const items: Item[] = []
  let rows: (readonly string[])[] = []
  const flush = (): void => {
    if (rows.length > 1) items.push({ kind: 'table', table: tableOf(rows, {}), doubts: [] })
    else for (const row of rows) items.push(paragraph(row.join('　').trim()))
    rows = []
  }
  const lines = text.split(LINE_END).filter((line, at, all) => line.trim() !== '' || all[at - 1]?.includes('\t') === true)
  for (const line of lines) {
    if (line.includes('\t')) rows.push(cellsOf(line))
    else {
      flush()
      if (line.trim() !== '') items.push(paragraph(line.trim()))
    }
  }
  flush()
  return items
}

function paragraph(text: string): Item {
  return { kind: 'paragraph', content: [{ text }], role: null, level: null, align: null, doubts: [] }
}

/** Lines as they are, each a paragraph: nothing in them is read. */
export function plainBlocks(text: string): readonly SheetElement[] {
  const lines = text.split(LINE_END)
  // Most programs end the last line too.
  if (lines.length > 1 && lines.at(-1) === '') lines.pop()
  // Slate's elements have the shape of the document's blocks.
  return lines.map((line) => makeParagraph(line)) as unknown as readonly SheetElement[]
}

const LINE_END = /\r\n|\r|\n|\u2028|\u2029/

function cellsOf(line: string): readonly string[] {
  return line.split('\t').map((cell) => cell.trim())
}

/** The rows of cells that a table put on the clipboard; null for what is running text. */
export function rowsOfText(text: string): Rows | null {
  if (!text.includes('\t')) return null
  const rows = text.split(LINE_END).map(cellsOf)
  while (rows.at(-1)?.every((cell) => cell === '') === true) rows.pop()
  return rows.length > 0 ? rows : null
}
