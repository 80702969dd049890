/** Checks of tables that the Open XML SDK's validator misses. Tables may stand in cells of tables. */
import type { MakeCheck } from './check.ts'

/** A cell must end with a paragraph, or Word calls the file damaged. */
export const cellParagraphs: MakeCheck = (report) => {
  /** For each open element, the name of its last child so far. */
  let lastChild: string[] = []
  return {
    startPart() {
      lastChild = ['']
    },
    open(name) {
      lastChild[lastChild.length - 1] = name
      lastChild.push('')
    },
    close(name) {
      const last = lastChild.pop()
      if (name === 'w:tc' && last !== 'w:p') report('表格里有没有段落的单元格')
    },
  }
}

interface OpenTable {
  columns: number
  row: number
  /** Grid columns that the row covers so far, and the spans of its last cell. */
  covered: number
}

/** The cells of a row may not cover more columns than the table's grid has. */
export const gridSpans: MakeCheck = (report) => {
  let tables: OpenTable[] = []
  return {
    startPart() {
      tables = []
    },
    open(name, attributes) {
      if (name === 'w:tbl') tables.push({ columns: 0, row: 0, covered: 0 })
      const table = tables.at(-1)
      if (!table) return
      const value = Number(attributes['w:val'] ?? 0)
      if (name === 'w:gridCol') table.columns++
      else if (name === 'w:tr') Object.assign(table, { row: table.row + 1, covered: 0 })
      else if (name === 'w:tc') table.covered++
      // A cell counts as one column; its span says how many more.
      else if (name === 'w:gridSpan') table.covered += value - 1
      else if (name === 'w:gridBefore' || name === 'w:gridAfter') table.covered += value
    },
    close(name) {
      const table = tables.at(-1)
      if (name === 'w:tr' && table && table.covered > table.columns) {
        report(`表格第${table.row}行占${table.covered}列，超出表格的${table.columns}列`)
      }
      if (name === 'w:tbl') tables.pop()
    },
  }
}
