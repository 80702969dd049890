/** Whatever a sheet shows is in the table or in the lines around it, in its place, and nothing else is. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWorkbookFile } from '../../electron/sheet/reader/read-workbook.ts'
import { makeBody, makeDocument, makeLine } from '../../shared/document/build.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import { gridOf } from '../document/grid.ts'
import { cells, merges, number, texts, text, workbookFile } from './workbook-file.ts'

const STYLES = '<numFmts><numFmt numFmtId="164" formatCode="#,##0.0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="31"/></cellXfs>'

/** A cell as it is stored and what it shows. */
const words = fc.constantFrom('青石镇', '附件2', '单位：万元', '（单位：亩）', '注：含续建', '备注', '填表人：林禾', '合计', '2.按里程', '河湾县资金分配表', '2024年', '说明', ' 甲 ', '第一行\n第二行', '<&">', '12', '组长：')
const cell = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ xml: '<c/>', shown: '' }) },
  { weight: 4, arbitrary: words.map((word) => ({ xml: text(word), shown: word.trim() })) },
  { weight: 1, arbitrary: fc.integer({ min: -9999, max: 99_999 }).map((value) => ({ xml: number(value), shown: String(value) })) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 999 }).map((value) => ({ xml: number(value, 1), shown: `${value}.0` })) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 100 }).map((value) => ({ xml: number(value / 100, 2), shown: `${value}%` })) },
  { weight: 1, arbitrary: fc.constant({ xml: number(45420, 3), shown: '2024年5月8日' }) },
)
const sheet = fc.integer({ min: 1, max: 6 }).chain((width) =>
  fc.record({
    rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 9 }),
    areas: fc.array(fc.record({ row: fc.nat(8), column: fc.nat(5), height: fc.integer({ min: 1, max: 3 }), width: fc.integer({ min: 1, max: 6 }) }), { maxLength: 4 }),
    hiddenRow: fc.option(fc.nat(8), { nil: -1 }),
    hiddenColumn: fc.option(fc.nat(5), { nil: -1 }),
    widths: fc.boolean(),
  }),
)

test('every text that is shown is there once, the table is a rectangle, and the document takes it', () => {
  fc.assert(
    fc.property(sheet, ({ rows, areas, hiddenRow, hiddenColumn, widths }) => {
      const columns = rows[0]?.length ?? 0
      const merged = disjoint(areas, rows.length, columns)
      const xml = rows.map((row, at) => `<row${at === hiddenRow ? ' hidden="1"' : ''}>${row.map((one) => one.xml).join('')}</row>`).join('')
      const width = widths ? '<col min="1" max="9" width="12" customWidth="1"/>' : ''
      const hidden = hiddenColumn < 0 ? '' : `<col min="${hiddenColumn + 1}" max="${hiddenColumn + 1}" width="9" hidden="1"/>`
      const areasXml = merged.length === 0 ? '' : merges(...merged.map(({ row, column, height, width: wide }) => `${name(row, column)}:${name(row + height - 1, column + wide - 1)}`))
      const bytes = workbookFile([{ rows: xml, before: `<cols>${width}${hidden}</cols>`, after: areasXml }, { rows: `<row>${text('另一张')}</row>` }], { styles: STYLES })
      const shown = shownTexts(rows.map((row) => row.map((one) => one.shown)), merged, hiddenRow, hiddenColumn)
      const read = readWorkbookFile(bytes).sheets.find((one) => one.name === '表1')
      if (shown.length === 0) {
        expect(read).toBeUndefined()
        return
      }
      if (!read?.content) throw new Error(read?.problem ?? 'no sheet')
      const { before, table, after, label } = read.content
      const out = [label ?? '', table.caption ?? '', table.unit ?? '', ...texts(before), ...cells(table).flat().map((one) => one.replace(/[→↓]\d+/g, '').replaceAll('/', '\n')), ...texts(after)]
      expect(letters(out)).toEqual(letters(shown))
      const grid = gridOf(table)
      expect(table.widths?.length ?? grid[0]?.length).toBe(grid[0]?.length)
      parseDocument(JSON.parse(JSON.stringify(makeDocument({ issuers: [], genre: null, documentNumber: null }, [makeLine('title', ''), makeBody([...before, table, ...after])]))))
    }),
    { numRuns: 1500 },
  )
})

test('a table without lines around it comes in cell by cell', () => {
  const full = fc.integer({ min: 2, max: 6 }).chain((width) => fc.array(fc.array(fc.constantFrom('甲', '乙', '3', '4.5', '丙丁'), { minLength: width, maxLength: width }), { minLength: 2, maxLength: 8 }))
  fc.assert(
    fc.property(full, (rows) => {
      const xml = rows.map((row) => `<row>${row.map((one) => text(one)).join('')}</row>`).join('')
      const [read] = readWorkbookFile(workbookFile([{ rows: xml }])).sheets
      expect(read?.content && cells(read.content.table)).toEqual(rows)
    }),
    { numRuns: 300 },
  )
})

interface Merge {
  readonly row: number
  readonly column: number
  readonly height: number
  readonly width: number
}

/** Those that lie inside and do not overlap an earlier one. */
function disjoint(areas: readonly Merge[], rows: number, columns: number): readonly Merge[] {
  const kept: Merge[] = []
  const overlap = (a: Merge, b: Merge): boolean => a.row < b.row + b.height && b.row < a.row + a.height && a.column < b.column + b.width && b.column < a.column + a.width
  for (const area of areas) {
    if (area.row + area.height <= rows && area.column + area.width <= columns && !kept.some((one) => overlap(one, area))) kept.push(area)
  }
  return kept
}

/** What the sheet shows: of a merge its first text alone, and nothing of what is hidden. */
function shownTexts(rows: readonly (readonly string[])[], merged: readonly Merge[], hiddenRow: number, hiddenColumn: number): readonly string[] {
  return rows.flatMap((row, at) =>
    row.flatMap((one, column) => {
      const area = merged.find((other) => at >= other.row && at < other.row + other.height && column >= other.column && column < other.column + other.width)
      const isFirst = !area || (area.row === at && area.column === column)
      const isShown = area
        ? Array.from({ length: area.height }, (_, down) => area.row + down).some((each) => each !== hiddenRow) && Array.from({ length: area.width }, (_, right) => area.column + right).some((each) => each !== hiddenColumn)
        : at !== hiddenRow && column !== hiddenColumn
      return isFirst && isShown && one !== '' ? [one] : []
    }),
  )
}

/** A unit loses its brackets, as the document sets it without. */
function letters(some: readonly string[]): readonly string[] {
  return Array.from(some.join('').replace(/[\s（）]/g, '')).sort()
}

function name(row: number, column: number): string {
  return `${String.fromCharCode(65 + column)}${row + 1}`
}
