/** Tables of invented text for tests of the page, set as the gazette sets them. */
import fc from 'fast-check'
import { makeCell, makeRow, makeTable, type TableOptions } from '../../../shared/document/build.ts'
import type { Table } from '../../../shared/document/types.ts'
import { setTable, type SetTable } from '../../../shared/layout/engine/table-cells.ts'
import { takePart, type TablePart, type TableRest } from '../../../shared/layout/engine/table-part.ts'
import type { Setting } from '../../../shared/layout/engine/setting.ts'
import { tableItems } from '../../../shared/layout/flow-table.ts'
import type { FlowTable } from '../../../shared/layout/flow.ts'
import { gazetteCellStyles, gazetteStyles } from '../../../shared/layout/gazette-styles.ts'
import { FALLBACK_METRICS } from '../../../shared/layout/metrics.ts'
import { template } from '../../docx/template.ts'

/** Height of the text area of the gazette's page, and of a page on its side, in twips. */
export const PAGE = 13_210

const furniture = { kind: 'gazette', head: { gazetteName: '', issue: '', section: '' }, faces: template.faces } as const

/** The gazette with built-in measures. */
export const setting: Setting = {
  print: { name: template.name, look: template, styles: gazetteStyles(template), cells: gazetteCellStyles(template), sections: [], furniture, firstPage: 1 },
  metrics: FALLBACK_METRICS,
}

/** The table as it is printed. */
export function flowOf(table: Table): FlowTable {
  const item = tableItems(table, template).at(-1)
  if (item?.kind !== 'table') throw new Error('a table without cells')
  return item
}

export function setOf(table: Table): SetTable {
  return setTable(flowOf(table), setting)
}

/** Each word is a cell, "\n" parts its paragraphs. */
export function tableOf(rows: readonly (readonly string[])[], options: TableOptions = { headerRows: 0 }): Table {
  return makeTable(rows.map((row) => makeRow(row.map((text) => makeCell(text)))), options)
}

/** `count` paragraphs of one character. */
export function tall(count: number): string {
  return Array.from({ length: count }, () => '河').join('\n')
}

/** All parts of a table in a room below something else, and then on pages; the last room is that of every page after it. */
export function partsOf(table: SetTable, rooms: readonly number[]): readonly TablePart[] {
  const parts: TablePart[] = []
  let rest: TableRest | undefined
  do {
    const at = parts.length
    const part = takePart(table, rest, rooms[Math.min(at, rooms.length - 1)] ?? PAGE, at > 0)
    parts.push(part)
    rest = part.rest
    if (parts.length > 2000) throw new Error('a table without end')
  } while (rest)
  return parts
}

const words = fc.constantFrom('', '1', '青石镇', '柳溪乡人民政府', '2024年', 'GB/T 9704', '12,460.5', '县应急管理局、县水利局', '加强值班值守，及时报告险情。'.repeat(3), '负责森林防火宣传教育、隐患排查、物资储备和队伍训练。'.repeat(8))
const texts = fc.oneof({ weight: 8, arbitrary: words }, { weight: 1, arbitrary: fc.integer({ min: 2, max: 70 }).map(tall) }, { weight: 1, arbitrary: fc.array(words, { minLength: 2, maxLength: 4 }).map((all) => all.join('\n')) })
const cells = fc.record({ text: texts, colSpan: fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, fc.integer({ min: 1, max: 4 })), rowSpan: fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, fc.integer({ min: 1, max: 5 })) })

/** Any table: spans, short rows, long cells, headers of several rows, totals. */
export const anyTable: fc.Arbitrary<Table> = fc
  .record({ rows: fc.array(fc.array(cells, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 14 }), headerRows: fc.integer({ min: 0, max: 3 }), total: fc.boolean() })
  .map(({ rows, headerRows, total }) =>
    makeTable(rows.map((row) => makeRow(row.map(({ text, ...spans }) => makeCell(text, spans)))), { headerRows, ...(total ? { totalRow: true as const } : {}) }),
  )
