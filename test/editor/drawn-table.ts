/** Tables written down as letters: each letter is one cell. */
import { tableAt } from '../../renderer/editor/sheet/find.ts'
import { gridOf } from '../../renderer/editor/table/grid.ts'
import { makeBody, makeCell, makeDocument, makeLine, makeRow, makeTable } from '../../shared/document/build.ts'
import { blocksOf, findPart } from '../../shared/document/text.ts'
import type { Document, Table } from '../../shared/document/types.ts'
import { openHand, type Hand } from './hand.ts'

/** A table drawn as rows of letters; a letter that repeats is one cell that spans. */
export function open(...drawing: readonly string[]): Hand {
  return openWith(1, drawing)
}

/** A document whose body is a table. */
export function documentWith(table: Table): Document {
  return makeDocument({ issuers: [], genre: null, documentNumber: null }, [makeLine('title', ''), makeBody([table])])
}

/** The table of `documentWith`. */
export function tableOf(document: Document): Table {
  const [table] = blocksOf(findPart(document, 'body')!)
  if (table?.type !== 'table') throw new Error('no table')
  return table
}

/** `open` with so many header rows. */
export function openWith(headerRows: number, drawn: readonly string[]): Hand {
  const rows = drawn.map((line, row) => {
    const cells = Array.from(line).flatMap((letter, column) => {
      const isFirst = line.indexOf(letter) === column && !drawn.slice(0, row).some((above) => above.includes(letter))
      if (!isFirst) return []
      const colSpan = Array.from(line).filter((one) => one === letter).length
      const rowSpan = drawn.filter((one) => one.includes(letter)).length
      return [makeCell(letter, { ...(colSpan > 1 ? { colSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) })]
    })
    return makeRow(cells)
  })
  return openHand(documentWith(makeTable(rows, { headerRows })))
}

/** The same drawing back; new cells are ".". */
export function draw({ editor }: Hand): readonly string[] {
  const table = tableAt(editor, [1, 0, 0])
  if (!table) return []
  const grid = gridOf(table[0])
  const lines = Array.from({ length: grid.rows }, () => Array.from({ length: grid.columns }, () => ' '))
  for (const { cell, row, column, rowSpan, colSpan } of grid.cells) {
    const letter = /"text":"(.)"/.exec(JSON.stringify(cell))?.[1] ?? '.'
    for (let r = row; r < row + rowSpan; r++) for (let c = column; c < column + colSpan; c++) lines[r]![c] = letter
  }
  return lines.map((line) => line.join(''))
}
