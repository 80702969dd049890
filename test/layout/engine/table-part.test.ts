/** Which rows and lines of a table stand on which page. The numbers are LibreOffice 7.4's for the Word file of the same table. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeCell, makeRow, makeTable } from '../../../shared/document/build.ts'
import { setTable, type SetCell } from '../../../shared/layout/engine/table-cells.ts'
import { takePart } from '../../../shared/layout/engine/table-part.ts'
import { anyTable, flowOf, PAGE, partsOf, setOf, setting, tableOf, tall } from './tables.ts'

const heights = (rows: readonly (readonly string[])[]): readonly number[] => takePart(setOf(tableOf(rows)), undefined, PAGE, true).rows.map(({ height }) => height)

test('a row is as high as its highest cell, and at least twice its text', () => {
  expect(heights([['甲', ''], ['甲\n乙', '丙'], [tall(3), ''], [tall(4), '丁']])).toEqual([420, 650, 930, 1210])
})

test('a cell over several rows makes the last of them higher, where they are too low for it together', () => {
  const table = makeTable([makeRow([makeCell(tall(6), { rowSpan: 3 }), makeCell('甲')]), makeRow([makeCell('乙')]), makeRow([makeCell('丙')])], { headerRows: 0 })
  expect(takePart(setOf(table), undefined, PAGE, true).rows.map(({ height }) => height)).toEqual([420, 420, 930])
})

test('rows go over whole; the rule that ends the table has to fit too', () => {
  const table = setOf(tableOf([['甲'], ['乙'], ['丙']]))
  expect(takePart(table, undefined, 3 * 420 + 10, true)).toMatchObject({ height: 1270 })
  const part = takePart(table, undefined, 3 * 420 + 9, true)
  expect(part.rows).toHaveLength(2)
  expect(part.rest).toMatchObject({ row: 2, above: 0 })
  // In the middle of a page nothing is better than a part of a row.
  expect(takePart(table, undefined, 429, false)).toMatchObject({ rows: [], height: 0, rest: { row: 0 } })
})

test('the header stands above the rows of every page', () => {
  const table = setOf(tableOf([['序号', '乡镇'], ...Array.from({ length: 60 }, (_, at) => [String(at + 1), '青石镇'])], { headerRows: 1 }))
  const parts = partsOf(table, [2_000, PAGE])
  expect(parts.map(({ rows }) => rows.map(({ row }) => row).slice(0, 3))).toEqual([[0, 1, 2], [0, 4, 5], [0, 34, 35]])
  // No header without a row below it.
  expect(takePart(table, undefined, 800, false).rows).toEqual([])
})

test('a header that fills a page by itself is not repeated', () => {
  const table = setOf(tableOf([[tall(47)], ['甲'], ['乙']], { headerRows: 1 }))
  const rows = partsOf(table, [PAGE]).flatMap((part) => part.rows.map(({ row }) => row))
  expect(rows).toEqual([0, 0, 1, 2])
})

test('a long row splits: each cell gives the lines that fit, a short one all of its own', () => {
  const table = setOf(tableOf([['序号', '内容', '备注'], ['1', tall(30), tall(3)]], { headerRows: 1 }))
  const [first, second] = partsOf(table, [5_210, PAGE])
  expect(first?.rows).toEqual([{ row: 0, y: 0, height: 420 }, { row: 1, y: 420, height: 4_570 }])
  expect(first?.cells.filter(({ cell }) => cell.row === 1).map(({ from, to, atTop }) => [from, to, atTop])).toEqual([[0, 1, true], [0, 16, true], [0, 3, true]])
  expect(second?.rows.at(-1)).toEqual({ row: 1, y: 420, height: 4_010 })
  expect(second?.cells.filter(({ cell }) => cell.row === 1).map(({ from, to }) => [from, to])).toEqual([[1, 1], [16, 30], [3, 3]])
})

test('a row splits only where every cell gives a line', () => {
  const table = setOf(tableOf([['甲'], [tall(12)]]))
  // One line, its space and rule, and the rule that ends the table.
  expect(takePart(table, undefined, 420 + 380, true)).toMatchObject({ rows: [{ row: 0 }, { row: 1, height: 370 }] })
  expect(takePart(table, undefined, 420 + 379, true)).toMatchObject({ rows: [{ row: 0 }], rest: { row: 1, above: 0 } })
})

test('a short row stays whole, also at the head of a page', () => {
  const parts = partsOf(setOf(tableOf([['甲'], [tall(8)], ['乙']])), [2_000, PAGE])
  expect(parts.map(({ rows }) => rows.map(({ row }) => row))).toEqual([[0], [1, 2]])
})

test("the text of a cell over several rows stays with the first part, as far as that has room, and what is left is the next page's", () => {
  const spanning = (text: string): ReturnType<typeof makeTable> =>
    makeTable([makeRow([makeCell(text, { rowSpan: 8 }), makeCell('一')]), ...Array.from('二三四五六七八', (one) => makeRow([makeCell(one)]))], { headerRows: 0 })
  const spans = (text: string): readonly (readonly [number, number, boolean])[] =>
    partsOf(setOf(spanning(text)), [5 * 420 + 300, PAGE]).map(({ cells }) => cells.find(({ cell }) => cell.rowSpan > 1)).map((one) => [one!.from, one!.to, one!.atTop])
  expect(spans('跨八行')).toEqual([[0, 1, false], [1, 1, true]])
  expect(spans(tall(12))).toEqual([[0, 7, false], [7, 12, true]])
})

test('a header has room for a cell over its rows also where it is repeated', () => {
  const table = makeTable([makeRow([makeCell('甲'), makeCell(tall(3), { rowSpan: 2 })]), makeRow([makeCell('乙')]), makeRow([makeCell('丙'), makeCell('丁')])], { headerRows: 2 })
  expect(setOf(table).rows.map(({ least }) => least)).toEqual([420, 650, 420])
})

test('the same table is set once', () => {
  const flow = flowOf(tableOf([['甲', '乙']]))
  const table = setTable(flow, setting)
  expect(setTable(flow, { ...setting })).toBe(table)
  expect(setTable({ ...flow }, setting)).not.toBe(table)
  const latin = setting.metrics.latin
  expect(setTable(flow, { ...setting, metrics: { ...setting.metrics, latin: { ...latin, ascent: 0.9 } } })).not.toBe(table)
})

/** What is left of the first page, and the whole of the next ones. */
const rooms = fc.integer({ min: 0, max: PAGE }).map((first) => [first, PAGE])

test('whatever the table and the room: every line of every cell stands on one page, once, in order', () => {
  fc.assert(
    fc.property(anyTable, rooms, (table, rooms) => {
      const set = setOf(table)
      const next = new Map<SetCell, number>()
      partsOf(set, rooms).forEach(({ cells }, page) => {
        for (const { cell, from, to } of cells) {
          const isRepeated = cell.row < set.headerRows && next.get(cell) === cell.lines.length
          expect(from).toBe(isRepeated ? 0 : (next.get(cell) ?? 0))
          expect(to).toBeGreaterThanOrEqual(from)
          expect(page === 0 || !isRepeated || to === cell.lines.length).toBe(true)
          next.set(cell, to)
        }
      })
      for (const cell of new Set(set.rows.flatMap(({ cells }) => cells))) expect(next.get(cell)).toBe(cell.lines.length)
    }),
  )
})

test('whatever the table and the room: no page is overfilled, rows follow each other, text stands between its rows', () => {
  fc.assert(
    fc.property(anyTable, rooms, (table, rooms) => {
      const set = setOf(table)
      for (const [page, { rows, cells, height }] of partsOf(set, rooms).entries()) {
        const room = rooms[Math.min(page, 1)] ?? PAGE
        const filled = rows.reduce((y, row) => {
          expect(row.y).toBe(y)
          expect(row.height).toBeGreaterThan(0)
          return y + row.height
        }, 0)
        expect(height).toBe(rows.length === 0 ? 0 : filled + 10)
        expect(height).toBeLessThanOrEqual(room)
        for (const { cell, y, height: high, from, to } of cells) {
          expect(y + high).toBeLessThanOrEqual(filled)
          expect((cell.tops[to] ?? 0) - (cell.tops[from] ?? 0) + (to > from ? 90 : 0)).toBeLessThanOrEqual(high)
        }
      }
    }),
  )
})

test('whatever the table and the room: a header is repeated whole, and a row that may not split stands on one page', () => {
  fc.assert(
    fc.property(anyTable, (table) => {
      const set = setOf(table)
      const parts = partsOf(set, [PAGE])
      for (const { rows } of parts.slice(1)) {
        expect(rows.slice(0, set.headerRows).map(({ row }) => row)).toEqual(Array.from({ length: set.headerRows }, (_, at) => at))
        expect(rows.length).toBeGreaterThan(set.headerRows)
      }
      const whole = takePart(set, undefined, Infinity, true).rows.map(({ height }) => height)
      const head = whole.slice(0, set.headerRows).reduce((sum, height) => sum + height, 0)
      set.rows.forEach(({ maySplit }, row) => {
        const pages = parts.filter(({ rows }) => rows.some((one) => one.row === row)).length
        if (!maySplit && row >= set.headerRows && head + (whole[row] ?? 0) + 10 <= PAGE) expect(pages).toBe(1)
      })
    }),
  )
})
