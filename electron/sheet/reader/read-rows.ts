/**
 * Reads a workbook line by line, as a list: every row that has a text with the number of its line, also where a filter hides it. Not trusted, as
 * in `readWorkbookFile`.
 */
import type { Zip } from '../../ooxml/zip.ts'
import { OfficeFault } from '../../ooxml/fault.ts'
import type { Shared, Shown } from './cells.ts'
import { SHEET_FAULTS } from './fault.ts'
import { MOST_LIST_CHARACTERS, MOST_LIST_ROWS, MOST_MERGE_STEPS, MOST_SHEETS } from './limits.ts'
import { readSheet, type RawSheet } from './read-sheet.ts'
import { openWorkbook } from './read-workbook.ts'
import { readStyles } from './styles.ts'
import { readStrings, type SheetEntry } from './workbook.ts'

/** A cell that shows a text; `day` where that is a day (2024-05-08). */
export interface ListCell {
  readonly text: string
  readonly day?: string
}

export interface ListRow {
  readonly line: number // from 1, as Excel counts
  /** By column; cells without a text are there too. */
  readonly cells: readonly ListCell[]
}

export interface ListSheet {
  readonly name: string
  readonly rows: readonly ListRow[]
}

export interface ReadList {
  readonly sheets: readonly ListSheet[]
  /** Names of sheets that are hidden, which are not read. */
  readonly hidden: readonly string[]
}

/** The rows of a file. Throws an `OfficeFault` for what is no workbook, is broken or locked, or too large. */
export function readListFile(bytes: Uint8Array): ReadList {
  const { zip, workbook } = openWorkbook(bytes)
  const { from1904, sheets } = workbook
  const shared: Shared = { strings: readStrings(zip, workbook.strings), styles: readStyles(zip, workbook.styles), from1904, budget: { characters: MOST_LIST_CHARACTERS } }
  if (sheets.length > MOST_SHEETS) throw SHEET_FAULTS.oversized(`有 ${sheets.length} 个工作表`)
  const shown = sheets.filter(({ hidden, part }) => !hidden && part !== null)
  try {
    return { sheets: shown.map((entry) => readOne(zip, entry, shared)), hidden: sheets.flatMap(({ name, hidden }) => (hidden ? [name] : [])) }
  } catch (error) {
    if (!(error instanceof OfficeFault) || error.code !== 'tooLarge') throw error
    throw new OfficeFault('tooLarge', error.message, '请按年份分成几个文件，再一个一个读入')
  }
}

function readOne(zip: Zip, { name, part }: SheetEntry, shared: Shared): ListSheet {
  const raw = readSheet(zip, part ?? '', shared, MOST_LIST_ROWS)
  const cells = filledDown(raw)
  const rows = [...cells].sort(([a], [b]) => a - b).flatMap(([at, row]) => (hasText(row) ? [{ line: at + 1, cells: listed(row) }] : []))
  return { name, rows }
}

function hasText(row: ReadonlyMap<number, Shown>): boolean {
  return [...row.values()].some(({ text }) => text !== '')
}

function listed(row: ReadonlyMap<number, Shown>): readonly ListCell[] {
  const last = Math.max(...row.keys())
  return Array.from({ length: last + 1 }, (_, column): ListCell => {
    const { text = '', day } = row.get(column) ?? {}
    return { text, ...(day === undefined ? {} : { day }) }
  })
}

/** What is merged downwards counts for each of its rows. */
function filledDown({ cells, merges }: RawSheet): ReadonlyMap<number, ReadonlyMap<number, Shown>> {
  const filled = new Map([...cells].map(([at, row]) => [at, new Map(row)]))
  let steps = 0
  for (const { from, to } of merges) {
    const first = cells.get(from.row)?.get(from.column)
    if (!first || first.text === '') continue
    steps += to.row - from.row
    if (steps > MOST_MERGE_STEPS) throw SHEET_FAULTS.oversized('合并的单元格太多')
    for (let at = from.row + 1; at <= to.row; at++) {
      const row = filled.get(at)
      if (row && (row.get(from.column)?.text ?? '') === '') row.set(from.column, first)
    }
  }
  return filled
}
