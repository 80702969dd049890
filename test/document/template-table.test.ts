import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeBody, makeDocument, makeLine } from '../../shared/document/build.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import { readTable, toTable, type TableOptions } from '../../shared/document/template-table.ts'
import { isPlace, textOf } from '../../shared/document/text.ts'
import type { Table } from '../../shared/document/types.ts'
import { gridOf } from './grid.ts'

const VALUES = { office: '河湾县人民政府办公室', date: '2024-05-08' }

function build(rows: readonly string[], options: TableOptions = { headerRows: 1 }): Table {
  const read = readTable(rows, options)
  if ('fault' in read) throw new Error(read.fault)
  return toTable(read.value, VALUES)
}

/** A grid cut into rectangles: each square holds the number of its rectangle. */
const cut = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.nat(3), fc.nat(3)), { maxLength: 5 }))
  .map(([rows, columns, merges]) => {
    const grid = Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => `${row}.${column}`))
    const merged = new Set<string>()
    for (const [top, left, down, right] of merges) {
      const squares = grid.flatMap((line, row) =>
        line.flatMap((_, column) => (row >= top && row <= top + down && column >= left && column <= left + right ? [[row, column] as const] : [])),
      )
      // Only squares that are still alone are merged, so that rectangles never overlap.
      if (squares.some((square) => merged.has(square.join('.')))) continue
      for (const square of squares) {
        merged.add(square.join('.'))
        grid[square[0]]![square[1]] = squares[0]!.join('.')
      }
    }
    return grid
  })

/** The grid as a person writes it. */
const written = (grid: readonly (readonly string[])[]): string[] =>
  grid.map((line, row) =>
    line
      .map((owner, column) => (owner === `${row}.${column}` ? owner : owner === line[column - 1] ? '<' : '^'))
      .join(' | '),
  )

test('a grid cut into any rectangles comes out as the same grid, in a document that is whole', () => {
  fc.assert(
    fc.property(cut, (grid) => {
      const table = build(written(grid), { headerRows: 0 })
      expect(gridOf(table).map((line) => line.map((cell) => textOf(cell.children[0]!.children)))).toEqual(grid)
      const parts = [makeLine('title', '表'), makeBody([table])]
      parseDocument(JSON.parse(JSON.stringify(makeDocument({ issuers: [], genre: null, documentNumber: null }, parts))))
    }),
    { numRuns: 500 },
  )
})

test('header cells are centred, others as their column says; places, words and lines stand in cells', () => {
  const table = build(['乡镇 | 金额\n（万元）', '{{乡镇}} | 3', ' | '], { headerRows: 1, unit: '单位：万元', caption: '分配表', align: ['left', 'right'] })
  expect(table).toMatchObject({ headerRows: 1, unit: '单位：万元', caption: '分配表' })
  const [header, body, empty] = table.children
  expect(header?.children.map((cell) => cell.align)).toEqual(['center', 'center'])
  expect(header?.children[1]?.children.map((line) => textOf(line.children))).toEqual(['金额', '（万元）'])
  expect(body?.children.map((cell) => cell.align)).toEqual(['left', 'right'])
  expect(body?.children[0]?.children[0]?.children.map((one) => isPlace(one))).toEqual([false, true, false])
  expect(empty?.children.map((cell) => textOf(cell.children[0]!.children))).toEqual(['', ''])
})

test('without align, cells of the body have none', () => {
  expect(build(['甲', '乙']).children[1]?.children[0]).not.toHaveProperty('align')
})

describe('a table that would not be one is refused', () => {
  const cases: readonly { readonly rows: readonly string[]; readonly said: string; readonly options?: TableOptions }[] = [
    { rows: ['甲 | 乙', '丙'], said: '第2行有1格，第1行有2格' },
    { rows: ['< | 乙'], said: '没有可并入的格' },
    { rows: ['甲 | ^'], said: '没有可并入的格' },
    { rows: ['甲 | <', '^ | 乙'], said: '合并得不成方块' },
    { rows: ['甲 | 乙', '^ | <'], said: '合并得不成方块' },
    { rows: ['甲 | 乙', '^ | 丙'], said: '从表头伸进了表身' },
    { rows: ['甲'], said: '表头有2行', options: { headerRows: 2 } },
    { rows: ['甲 | 乙'], said: 'align 有1列', options: { headerRows: 1, align: ['left'] } },
    { rows: ['甲', '{{}}'], said: '第2行第1格' },
  ]
  test.each(cases)('$rows', ({ rows, said, options = { headerRows: 1 } }) => {
    const read = readTable(rows, options)
    expect('fault' in read && read.fault).toContain(said)
  })
})
