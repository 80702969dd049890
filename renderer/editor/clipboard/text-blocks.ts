/** Plain text from the clipboard as blocks: the numbers in front of lines make headings, lines of cells with tabs between make tables. */
import { makeArticle, makeChapter, makeHeading, makeParagraph } from '../../../shared/document/build.ts'
import type { Block } from '../../../shared/document/types.ts'
import { readMark } from '../../../shared/recognise/marks.ts'
import { tableOf } from '../../../shared/recognise/tables.ts'
import type { SheetElement } from '../sheet/types.ts'

/** Rows of cells. */
export type Rows = readonly (readonly string[])[]

/**
 * Blocks of the lines, without the spaces that indent them. Lines before `readFrom` stay words of a sentence, whatever they
 * begin with. Two or more lines with tabs in sequence are a table.
 */
export function blocksOfText(text: string, readFrom: number): readonly SheetElement[] {
  const blocks: Block[] = []
  let rows: (readonly string[])[] = []
  let last = 0
  const flush = (): void => {
    if (rows.length > 1) blocks.push(tableOf(rows, {}))
    else for (const row of rows) blocks.push(makeParagraph(row.join('　').trim()))
    rows = []
  }
  const lines = text.split(LINE_END).filter((line, at, all) => line.trim() !== '' || all[at - 1]?.includes('\t') === true)
  for (const [at, line] of lines.entries()) {
    if (line.includes('\t')) rows.push(cellsOf(line))
    else {
      flush()
      const mark = at >= readFrom ? readMark(line.trim(), last) : null
      if (mark?.level === 3) last = mark.count
      if (line.trim() !== '') blocks.push(mark ? marked(mark) : makeParagraph(line.trim()))
    }
  }
  flush()
  // Slate's elements have the shape of the document's blocks; a table of plain rows is the same in both.
  return blocks as unknown as readonly SheetElement[]
}

const LINE_END = /\r\n|\r|\n|\u2028|\u2029/

function cellsOf(line: string): readonly string[] {
  return line.split('\t').map((cell) => cell.trim())
}

/** Numbers are derived from where a heading stands. */
function marked({ kind, level, rest }: NonNullable<ReturnType<typeof readMark>>): Block {
  if (kind === 'chapter') return makeChapter(rest)
  return kind === 'article' || level === 0 ? makeArticle(rest) : makeHeading(level, rest)
}

/**
 * The rows of cells that a table or a spreadsheet put on the clipboard; null for what is running text. A spreadsheet quotes
 * cells of several lines, and says that it is a table in the HTML beside.
 */
export function rowsOfText(text: string, html: string): Rows | null {
  const isTable = /<table[\s>]/i.test(html)
  if (!isTable && !text.includes('\t')) return null
  const rows = (isTable ? unquoted(text) : text).split(LINE_END).map(cellsOf)
  while (rows.at(-1)?.every((cell) => cell === '') === true) rows.pop()
  return rows.length > 1 || (rows[0]?.length ?? 0) > 1 ? rows : null
}

/** Breaks within quoted cells become spaces; doubled quotes are quotes. */
function unquoted(text: string): string {
  return text.replace(/(^|\t|\n)"((?:[^"]|"")*)"(?=\t|\r|\n|$)/g, (_, before: string, cell: string) => before + cell.replace(/\s*[\r\n]+\s*/g, ' ').replaceAll('""', '"'))
}
