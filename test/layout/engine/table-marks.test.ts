/** What is drawn of a table: its rules, and its text where a click finds it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeCell, makeRow, makeTable } from '../../../shared/document/build.ts'
import type { Table } from '../../../shared/document/types.ts'
import { takeRows, type TableRest } from '../../../shared/layout/engine/table.ts'
import { cellParagraphs } from '../../../shared/layout/flow-table.ts'
import type { Mark, PlacedLine, PlacedRule } from '../../../shared/layout/page.ts'
import { anyTable, flowOf, PAGE, setOf, tableOf, tall } from './tables.ts'

/** Marks of every page that a table takes. */
function pagesOf(table: Table, first = PAGE): readonly (readonly Mark[])[] {
  const set = setOf(table)
  const pages: (readonly Mark[])[] = []
  let rest: TableRest | undefined
  do {
    const taken = takeRows(set, rest, pages.length === 0 ? first : PAGE, pages.length > 0)
    pages.push(taken.marks)
    rest = taken.rest
  } while (rest)
  return pages
}

const rulesOf = (marks: readonly Mark[]): readonly PlacedRule[] => marks.filter((mark) => mark.kind === 'rule')
const linesOf = (marks: readonly Mark[]): readonly PlacedLine[] => marks.filter((mark) => mark.kind === 'line')
const isLevel = ({ y, y2 }: PlacedRule): boolean => y === y2

test('a table of two rows and two columns has three rules across and three upright ones', () => {
  const [marks = []] = pagesOf(makeTable([makeRow([makeCell('甲'), makeCell('乙')]), makeRow([makeCell('丙'), makeCell('丁')])], { headerRows: 0, widths: [1, 1] }))
  expect(rulesOf(marks).map(({ x, y, x2, y2 }) => [x, y, x2, y2])).toEqual([
    [0, 5, 10_012, 5],
    [0, 425, 10_012, 425],
    [0, 845, 10_012, 845],
    [5, 0, 5, 850],
    [5006, 0, 5006, 850],
    [10_007, 0, 10_007, 850],
  ])
})

test('no rule runs through a merged cell', () => {
  const [marks = []] = pagesOf(
    makeTable([makeRow([makeCell('甲', { colSpan: 2 }), makeCell('乙', { rowSpan: 2 })]), makeRow([makeCell('丙'), makeCell('丁')])], { headerRows: 0, widths: [1, 1, 1] }),
  )
  expect(rulesOf(marks).map(({ x, y, x2, y2 }) => [x, y, x2, y2])).toEqual([
    [0, 5, 10_012, 5],
    [0, 425, 6678, 425],
    [0, 845, 10_012, 845],
    [5, 0, 5, 850],
    [3339, 420, 3339, 850],
    [6673, 0, 6673, 850],
    [10_007, 0, 10_007, 850],
  ])
})

test('text stands in the middle of its cell, in a row that goes over the page at its top', () => {
  const [first = [], second = []] = pagesOf(tableOf([['甲', tall(3)], ['乙', tall(20)]]), 3_000)
  const baselines = (marks: readonly Mark[], word: string): readonly number[] => linesOf(marks).filter(({ runs }) => runs[0]?.text === word).map(({ baseline }) => baseline)
  expect(baselines(first, '甲')).toEqual([50 + 280 + 224])
  expect(baselines(first, '乙')).toEqual([930 + 50 + 224])
  expect(baselines(second, '乙')).toEqual([])
})

test('whatever the table: rules never lie on each other, and each page has a closed box', () => {
  fc.assert(
    fc.property(anyTable, fc.integer({ min: 0, max: PAGE }), (table, first) => {
      for (const marks of pagesOf(table, first)) {
        const rules = rulesOf(marks)
        const at = (rule: PlacedRule): number => (isLevel(rule) ? rule.y : rule.x)
        const span = (rule: PlacedRule): readonly [number, number] => (isLevel(rule) ? [rule.x, rule.x2] : [rule.y, rule.y2])
        rules.forEach((one, index) => {
          for (const other of rules.slice(index + 1)) {
            if (isLevel(one) !== isLevel(other) || at(one) !== at(other)) continue
            const [[a, b], [c, d]] = [span(one), span(other)]
            // Where two meet in a corner they share half of its square each.
            expect(Math.min(b, d) - Math.max(a, c)).toBeLessThanOrEqual(10)
          }
        })
        if (rules.length === 0) continue
        const [left, right] = [Math.min(...rules.map(({ x }) => x)), Math.max(...rules.map(({ x2 }) => x2))]
        const [top, bottom] = [Math.min(...rules.map(({ y }) => y)), Math.max(...rules.map(({ y2 }) => y2))]
        const side = (x: number, y: number, x2: number, y2: number): boolean => rules.some((rule) => rule.x === x && rule.y === y && rule.x2 === x2 && rule.y2 === y2)
        expect([side(left, top + 5, right, top + 5), side(left, bottom - 5, right, bottom - 5), side(left + 5, top, left + 5, bottom), side(right - 5, top, right - 5, bottom)]).toEqual([true, true, true, true])
      }
    }),
  )
})

test("whatever the table: a line's place in the text is where its words are, and together they are the cell's text", () => {
  fc.assert(
    fc.property(anyTable, fc.integer({ min: 0, max: PAGE }), (table, first) => {
      const found = new Map<string, string>()
      for (const { source, runs } of pagesOf(table, first).flatMap(linesOf)) {
        if (!source) continue
        const words = runs.map(({ text }) => text).join('')
        expect(words.length).toBeLessThanOrEqual(source.to - source.from)
        // A header comes again from its beginning.
        found.set(source.id, source.from === 0 ? words : (found.get(source.id) ?? '') + words)
      }
      for (const row of flowOf(table).grid.rows)
        for (const one of row) {
          if (one.kind !== 'cell') continue
          for (const { id, text } of cellParagraphs(one.cell)) expect(found.get(id)?.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        }
    }),
  )
})
