/** The list of series: groups, years, and what is left over from the year before. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Series } from '../../shared/api/register-types.ts'
import { firstYear, groupSeries, leftOpen, seriesTitle, sheetFacts, usedText, yearsOf } from '../../renderer/workspaces/register/series-list.ts'
import { rowOf, SERIES, sheetOf } from './register-rows.ts'

const anySeries = fc.array(
  fc.record({ name: fc.constantFrom('', '河湾县人民政府', '河湾县人民政府办公室'), years: fc.array(fc.integer({ min: 2000, max: 2030 }), { maxLength: 4 }) }),
  { maxLength: 12 },
).map((all): readonly Series[] => all.map((one, at) => ({ ...SERIES, ...one, id: `s${at}`, code: `字${at}` })))

describe('groups and years', () => {
  test('every series is in one group, in the order of the list; those without a name come last', () => {
    fc.assert(
      fc.property(anySeries, (all) => {
        const groups = groupSeries(all)
        expect(groups.flatMap(({ series }) => series).sort((one, other) => all.indexOf(one) - all.indexOf(other))).toEqual(all)
        for (const { series } of groups) {
          expect(new Set(series.map(({ name }) => name)).size).toBe(1)
          expect(series.map((one) => all.indexOf(one))).toEqual(series.map((one) => all.indexOf(one)).sort((one, other) => one - other))
        }
        expect(groups.slice(0, -1).every(({ series }) => series[0]?.name !== '')).toBe(true)
      }),
    )
    expect(groupSeries([SERIES, { ...SERIES, id: 'other', name: '' }]).map(({ name }) => name)).toEqual(['河湾县人民政府办公室', '其他'])
    expect(groupSeries([{ ...SERIES, name: '' }]).map(({ name }) => name)).toEqual([''])
  })

  test('this year, the next, the shown one and all with numbers can be looked at, newest first', () => {
    fc.assert(
      fc.property(anySeries, fc.integer({ min: 1990, max: 2040 }), (all, shown) => {
        const years = yearsOf(all, 2026, shown)
        expect([...years]).toEqual([...new Set(years)].sort((one, other) => other - one))
        expect(years).toEqual(expect.arrayContaining([2026, 2027, shown, ...all.flatMap(({ years: of }) => of)]))
      }),
    )
  })

  test('it begins with this year, unless the library has nothing of this or the last one', () => {
    expect(firstYear([], 2026)).toBe(2026)
    expect(firstYear([{ ...SERIES, years: [2025, 2019] }], 2026)).toBe(2026)
    expect(firstYear([{ ...SERIES, years: [2024, 2023] }, { ...SERIES, years: [2022] }], 2026)).toBe(2024)
  })
})

test('titles and facts as they are read', () => {
  expect(seriesTitle(SERIES, 2024)).toBe('河政办发〔2024〕')
  expect(seriesTitle({ code: '河湾县人民政府令', form: 'order' }, 2024)).toBe('河湾县人民政府令')
  expect(usedText({ last: 24, next: 25 })).toBe('用至 24，下一号 25')
  expect(usedText({ last: 0, next: 6 })).toBe('还没有用，下一号 6')
  const rows = [rowOf(1), rowOf(2, { kind: 'gap', entry: null }), rowOf(3, { kind: 'void' }), rowOf(4, { kind: 'expired' }), rowOf(5, { kind: 'held' })]
  const sheet = sheetOf(rows, 6)
  expect(sheetFacts({ ...sheet, series: { ...sheet.series, last: 5 } })).toEqual(['河政办发 2024 年 5 号', '缺 1', '作废 1', '占号 1', '预留 1'])
  expect(sheetFacts(sheetOf([], 1))).toEqual(['河政办发 2024 年还没有编号'])
})

test('what the year before left open is told, and nothing where it is in order', () => {
  expect(leftOpen(undefined)).toBeNull()
  expect(leftOpen({ ...SERIES, year: 2025 })).toBeNull()
  expect(leftOpen({ ...SERIES, year: 2025, gaps: 2 })).toBe('2025年还有 2 个缺号没有说明')
  expect(leftOpen({ ...SERIES, year: 2025, gaps: 2, reserved: 1 })).toBe('2025年还有 2 个缺号没有说明、1 个预留没有用')
})
