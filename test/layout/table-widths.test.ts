import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitColumnWidths, weighColumns, type WidthCell } from '../../shared/layout/table-widths.ts'
import { lineCount } from '../../shared/layout/text-width.ts'

const em = 210
const padding = 180

function rowsOf(texts: readonly (readonly string[])[]): readonly (readonly WidthCell[])[] {
  return texts.map((row) => row.map((text, column) => ({ column, colSpan: 1, text })))
}

function height(rows: readonly (readonly WidthCell[])[], widths: readonly number[]): number {
  return rows.reduce((sum, row) => sum + Math.max(...row.map(({ column, text }) => lineCount(text, ((widths[column] ?? 0) - padding) / em))), 0)
}

test('what fits in one line is set in one line, and the rest of the width is shared by length of text', () => {
  const rows = rowsOf([['序号', '乡镇', '责任单位和责任人'], ['1', '青石镇', '县应急管理局']])
  const widths = fitColumnWidths(rows, { total: 10_002, columns: 3, em, padding, gap: 0 })
  expect(height(rows, widths)).toBe(2)
  expect(widths[0]).toBeLessThan(widths[1]!)
  expect(widths[1]).toBeLessThan(widths[2]!)
})

test('a column of long text takes the width that short ones do not need', () => {
  const long = '负责森林防火宣传教育、隐患排查、物资储备和队伍训练，及时报告和处置火情。'.repeat(3)
  const rows = rowsOf([['序号', '单位', '职责', '备注'], ['1', '县林业局', long, ''], ['2', '县公安局', long, '牵头']])
  const widths = fitColumnWidths(rows, { total: 10_002, columns: 4, em, padding, gap: 0 })
  const even = [2500, 2500, 2501, 2501]
  expect(height(rows, widths)).toBeLessThan(height(rows, even))
  // Nothing is squeezed for it: the short columns still hold their entries in one line.
  expect(lineCount('县林业局', (widths[1]! - padding) / em)).toBe(1)
})

test('a number never has to break while there is room for it', () => {
  const rows = rowsOf([['项目', '金额'], ['河'.repeat(400), '1,234,567.89']])
  const widths = fitColumnWidths(rows, { total: 4_000, columns: 2, em, padding, gap: 0 })
  expect(lineCount('1,234,567.89', (widths[1]! - padding) / em)).toBe(1)
})

test('a spanning title widens its columns together only as far as they lack', () => {
  const rows: WidthCell[][] = [[{ column: 0, colSpan: 2, text: '保障' }, { column: 2, colSpan: 1, text: '备注' }], [{ column: 0, colSpan: 1, text: '低保户数' }, { column: 1, colSpan: 1, text: '五保户数' }, { column: 2, colSpan: 1, text: '无' }]]
  const widths = fitColumnWidths(rows, { total: 6_000, columns: 3, em, padding, gap: 0 })
  expect(widths[0]).toBe(widths[1])
})

const texts = fc.array(fc.constantFrom('', '1', '青石镇', '12,460.5', '县人民政府办公室副主任', '含新并入的自然村两个。'.repeat(4), '甲\n乙'), { minLength: 1, maxLength: 21 })

test('widths are whole twips, none below one, and sum to the table, however many columns there are', () => {
  fc.assert(
    fc.property(fc.array(texts, { minLength: 1, maxLength: 12 }), fc.integer({ min: 3_000, max: 13_210 }), (rows, total) => {
      const columns = Math.max(...rows.map((row) => row.length))
      const widths = fitColumnWidths(rowsOf(rows), { total, columns, em: 180, padding: 100, gap: 0.25 })
      expect(widths).toHaveLength(columns)
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(total)
      for (const width of widths) expect(Number.isInteger(width) && width > 0).toBe(true)
    }),
  )
})

test('chosen widths are kept in proportion, and none is too narrow for a character', () => {
  expect(weighColumns([1, 2, 3], { total: 6_000, em, padding })).toEqual([1000, 2000, 3000])
  expect(weighColumns([1, 1000], { total: 6_000, em, padding })).toEqual([em + padding, 6_000 - em - padding])
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.001, max: 1000, noNaN: true }), { minLength: 1, maxLength: 60 }), fc.integer({ min: 1000, max: 14_000 }), (weights, total) => {
      const widths = weighColumns(weights, { total, em, padding })
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(total)
      expect(Math.min(...widths)).toBeGreaterThanOrEqual(Math.min(em + padding, Math.floor(total / weights.length)))
      // A wider wish never makes a narrower column, but for what rounding gives the widest.
      const sorted = weights.map((weight, at) => [weight, widths[at] ?? 0] as const).sort(([a], [b]) => a - b)
      for (const [at, [, width]] of sorted.entries()) expect(width).toBeGreaterThanOrEqual((sorted[at - 1]?.[1] ?? 0) - weights.length)
    }),
    { numRuns: 1000 },
  )
})
