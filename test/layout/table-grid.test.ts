import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeCell, makeRow, makeTable } from '../../shared/document/build.ts'
import { textOf } from '../../shared/document/text.ts'
import type { Table } from '../../shared/document/types.ts'
import { tableGrid, type TableGrid } from '../../shared/layout/table-grid.ts'

/** One letter a column: a cell's first, `|` below a merged cell, `.` where a short row has none. */
function drawing({ columns, rows }: TableGrid): readonly string[] {
  return rows.map((row) => {
    const line = new Array<string>(columns).fill('?')
    for (const one of row) {
      const mark = one.kind === 'cell' ? textOf(one.cell.children[0]!.children) : one.kind === 'covered' ? '|' : '.'
      for (let at = one.column; at < one.column + one.colSpan; at++) line[at] = mark
    }
    return line.join('')
  })
}

test('a header over two rows: what a span covers is absent from its row', () => {
  const table = makeTable([
    makeRow([makeCell('甲', { rowSpan: 2 }), makeCell('乙', { colSpan: 2 }), makeCell('丙', { rowSpan: 2 })]),
    makeRow([makeCell('丁'), makeCell('戊')]),
    makeRow([makeCell('一'), makeCell('二'), makeCell('三'), makeCell('四')]),
  ])
  expect(drawing(tableGrid(table))).toEqual(['甲乙乙丙', '|丁戊|', '一二三四'])
})

test('short rows are filled up, spans end with the table, columns that nothing separates are one', () => {
  const table = makeTable([
    makeRow([makeCell('甲', { rowSpan: 9 }), makeCell('乙', { colSpan: 500 })]),
    makeRow([makeCell('丙'), makeCell('丁')]),
    makeRow([]),
  ])
  expect(drawing(tableGrid(table))).toEqual(['甲乙乙乙', '|丙丁.', '|...'])
  expect(tableGrid(makeTable([makeRow([makeCell('甲', { colSpan: 3 })]), makeRow([makeCell('乙', { colSpan: 3 })])])).columns).toBe(1)
})

test('chosen widths belong to the columns of the document, and add up where columns are drawn together', () => {
  const rows = [makeRow([makeCell('甲', { colSpan: 2 }), makeCell('乙')]), makeRow([makeCell('丙', { colSpan: 2 }), makeCell('丁')])]
  expect(tableGrid(makeTable(rows, { widths: [1, 2, 4] })).weights).toEqual([3, 4])
  expect(tableGrid(makeTable(rows, { widths: [1, 2] })).weights).toBeUndefined()
})

test('a cell never runs into one that hangs down from above', () => {
  const table = makeTable([
    makeRow([makeCell('甲'), makeCell('乙', { rowSpan: 2 }), makeCell('丙')]),
    makeRow([makeCell('丁', { colSpan: 3 }), makeCell('戊')]),
  ])
  expect(drawing(tableGrid(table))).toEqual(['甲乙丙', '丁|戊'])
})

test('rows and cells whose deletion is tracked are gone', () => {
  const by = { id: '0190a000-0000-7000-8000-000000000000', author: '林禾', date: '2024-03-01T00:00:00Z' }
  const gone = { change: { kind: 'del', by } } as const
  const table = makeTable([
    makeRow([makeCell('甲'), { ...makeCell('乙'), ...gone }, makeCell('丙')]),
    { ...makeRow([makeCell('丁'), makeCell('戊')]), ...gone },
    makeRow([makeCell('己'), makeCell('庚')]),
  ])
  expect(drawing(tableGrid(table))).toEqual(['甲丙', '己庚'])
})

const cells = fc.record({ colSpan: fc.integer({ min: 1, max: 4 }), rowSpan: fc.integer({ min: 1, max: 4 }) })
const tables: fc.Arbitrary<Table> = fc
  .array(fc.array(cells, { maxLength: 6 }), { minLength: 1, maxLength: 8 })
  .map((rows) => makeTable(rows.map((row) => makeRow(row.map((options) => makeCell('格', options))))))

test('whatever the spans, every row covers every column once and no cell is lost', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const grid = tableGrid(table)
      for (const row of grid.rows) {
        let column = 0
        for (const one of row) {
          expect(one.column).toBe(column)
          expect(one.colSpan).toBeGreaterThan(0)
          column += one.colSpan
        }
        expect(column).toBe(grid.columns)
      }
      const placed = grid.rows.flat().flatMap((one) => (one.kind === 'cell' ? [one.cell.id] : []))
      expect(placed).toEqual(table.children.flatMap((row) => row.children.map((cell) => cell.id)))
    }),
  )
})

test('below a merged cell stands its lower part, as wide as the cell, for as many rows as it spans', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const { rows } = tableGrid(table)
      rows.forEach((row, at) => {
        for (const one of row) {
          if (one.kind !== 'cell') continue
          for (let below = at + 1; below < at + one.rowSpan; below++) {
            const lower = rows[below]!.find((other) => other.column === one.column)
            expect(lower).toMatchObject({ kind: 'covered', colSpan: one.colSpan })
          }
        }
      })
    }),
  )
})
