/** Acts on tables, against a model that knows squares and nothing of spans. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeBody, makeCell, makeDocument, makeLine, makeRow, makeTable } from '../../shared/document/build.ts'
import { areaOf, cellGrid, wholeArea, type Area } from '../../shared/document/cell-grid.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import { actOnTable, canActOnTable, isTableActOn, TABLE_ACTS, type TableAct } from '../../shared/document/table-acts.ts'
import type { Table } from '../../shared/document/types.ts'
import { actOnModel, anyTable, drawn, modelOf } from './table-model.ts'

const cells = (table: Table) => cellGrid(table.children.map((row) => row.children))

/** From the nth cell to another, widened to whole cells, as a selection is. */
function areaBetween(table: Table, from: number, to: number): Area {
  const grid = cells(table)
  const [a, b] = [from, to].map((at) => grid.cells[at % grid.cells.length])
  return wholeArea(grid, areaOf(a!), areaOf(b!))
}

const step = fc.record({ act: fc.constantFrom(...TABLE_ACTS), from: fc.nat(40), to: fc.option(fc.nat(40)) })

/** Throws where the table is no table that a document may hold. */
function assertWell(table: Table): void {
  const grid = modelOf(table)
  const columns = grid.squares[0]?.length ?? 0
  expect(columns).toBeGreaterThan(0)
  expect(table.headerRows).toBeLessThanOrEqual(table.children.length)
  if (table.widths) expect(table.widths).toHaveLength(columns)
  parseDocument(makeDocument({ issuers: [], genre: null, documentNumber: null }, [makeLine('title', ''), makeBody([table])]))
}

describe('whatever is done to a table', () => {
  it('does on its cells what it does on squares, and leaves a table', () => {
    const done = new Set<TableAct>()
    fc.assert(
      fc.property(anyTable, fc.array(step, { maxLength: 8 }), (start, steps) => {
        let table = start
        for (const { act, from, to } of steps) {
          const area = areaBetween(table, from, to ?? from)
          const model = modelOf(table)
          if (canActOnTable(table, area, act) !== true) {
            expect(actOnTable(table, area, act).table).toBe(table)
            continue
          }
          table = actOnTable(table, area, act).table
          actOnModel(model, area, act)
          assertWell(table)
          expect(drawn(modelOf(table))).toEqual(drawn(model))
          done.add(act)
        }
      }),
      { numRuns: 1500 },
    )
    expect([...done].sort()).toEqual([...TABLE_ACTS].sort())
  })

  it('keeps every character unless rows or columns are taken away', () => {
    const textOf = (table: Table): readonly string[] => [...modelOf(table).texts.values()].flat().filter((text) => text !== '').sort()
    fc.assert(
      fc.property(anyTable, step, (table, { act, from, to }) => {
        fc.pre(act !== 'removeRows' && act !== 'removeColumns')
        expect(textOf(actOnTable(table, areaBetween(table, from, to ?? from), act).table)).toEqual(textOf(table))
      }),
      { numRuns: 1000 },
    )
  })

  it('keeps the cells that it does not touch as they are', () => {
    fc.assert(
      fc.property(anyTable, fc.nat(40), fc.constantFrom<TableAct>('merge', 'left', 'split', 'header', 'total', 'evenWidths', 'landscape'), (table, at, act) => {
        const area = areaBetween(table, at, at + 1)
        const before = cells(table).cells.filter((one) => one.row >= area.bottom || one.row + one.rowSpan <= area.top)
        const after = new Set(cells(actOnTable(table, area, act).table).cells.map(({ cell }) => cell))
        for (const { cell } of before) expect(after).toContain(cell)
      }),
      { numRuns: 1000 },
    )
  })

  it('makes the rows of an import full that were too short', () => {
    const ragged = makeTable([makeRow([makeCell('甲'), makeCell('乙'), makeCell('丙')]), makeRow([makeCell('丁')]), makeRow([])], { headerRows: 1 })
    const { table } = actOnTable(ragged, { top: 0, bottom: 1, left: 0, right: 1 }, 'rowBelow')
    assertWell(table)
    expect(modelOf(table).squares.map((line) => line.length)).toEqual([3, 3, 3, 3])
  })
})

describe('single acts', () => {
  const table = makeTable(['甲乙丙', '丁戊己', '庚辛壬'].map((line) => makeRow(Array.from(line, (text) => makeCell(text)))), { headerRows: 1, totalRow: true, widths: [1, 2, 3] })
  const reason = (act: TableAct, area: Area, of = table) => canActOnTable(of, area, act)

  it('are refused with a reason', () => {
    const one: Area = { top: 0, bottom: 1, left: 0, right: 1 }
    expect(reason('merge', one)).toMatch('先选中')
    expect(reason('merge', { ...one, bottom: 2 })).toMatch('标题行')
    expect(reason('removeRows', { ...one, bottom: 3 })).toMatch('删除表格')
    expect(reason('removeColumns', { ...one, right: 3 })).toMatch('删除表格')
    expect(reason('split', one)).toMatch('没有合并过')
    expect(reason('rowBelow', { ...one, top: 2, bottom: 3 })).toMatch('合计行')
    expect(reason('splitRows', { ...one, top: 2, bottom: 3 })).toMatch('合计行')
    expect(reason('header', { ...one, top: 1, bottom: 2 })).toMatch('第一行')
    expect(reason('header', { ...one, bottom: 3 })).toMatch('别的行')
    expect(reason('fitWidths', one)).toBe(true)
  })

  it('a roster takes and loses rows, and nothing else', () => {
    const roster: Table = { ...table, look: 'roster', headerRows: 0 }
    const possible = TABLE_ACTS.filter((act) => reason(act, { top: 0, bottom: 1, left: 0, right: 1 }, roster) === true)
    expect(possible).toEqual(['rowAbove', 'rowBelow', 'removeRows'])
  })

  it('header rows end above no span', () => {
    const spanning = makeTable([makeRow([makeCell('甲', { rowSpan: 2 }), makeCell('乙')]), makeRow([makeCell('丙')]), makeRow([makeCell('丁'), makeCell('戊')])], { headerRows: 0 })
    expect(reason('header', { top: 0, bottom: 1, left: 1, right: 2 }, spanning)).toMatch('跨到下面')
    const { table: headed } = actOnTable(spanning, { top: 0, bottom: 2, left: 0, right: 1 }, 'header')
    expect(headed.headerRows).toBe(2)
    expect(isTableActOn(headed, { top: 0, bottom: 2, left: 0, right: 1 }, 'header')).toBe(true)
    expect(actOnTable(headed, { top: 0, bottom: 2, left: 0, right: 1 }, 'header').table.headerRows).toBe(0)
  })

  it('the same alignment twice takes it back', () => {
    const area: Area = { top: 1, bottom: 2, left: 0, right: 2 }
    const { table: right } = actOnTable(table, area, 'right')
    expect(right.children[1]?.children.map(({ align }) => align)).toEqual(['right', 'right', undefined])
    expect(actOnTable(right, area, 'right').table).toEqual(table)
  })
})
