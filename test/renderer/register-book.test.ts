/** The lines of the register's book: their words, finding, sorting, and the strip. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NumberRow } from '../../shared/api/register-types.ts'
import { actName, actsOf, isAmendable } from '../../renderer/workspaces/register/acts.ts'
import { bookRows, lineText, shortDate, stripCells, type Order } from '../../renderer/workspaces/register/book-rows.ts'
import { columnsFor } from '../../renderer/workspaces/register/columns.ts'
import { countLooks, lookOf, stateWord } from '../../renderer/workspaces/register/look.ts'
import { anyRows, entryOf, rowOf, sheetOf } from './register-rows.ts'

const WHOLE_DATE = /^\d+年\d+月\d+日$/
const NOW = new Date(2024, 4, 20).getTime()
const ALL = { words: '', looks: new Set<never>() }
const BY_SERIAL: Order = { key: 'serial', descending: false }
const anyOrder = fc.record({ key: fc.constantFrom('serial', 'date', 'title'), descending: fc.boolean() }) as fc.Arbitrary<Order>

describe('words', () => {
  test('a used number goes from 已编号 to the issue that printed it', () => {
    expect(stateWord(rowOf(1))).toBe('已编号')
    expect(stateWord(rowOf(1, { state: 'printed' }))).toBe('已印发')
    expect(stateWord(rowOf(1, { state: 'archived' }))).toBe('已归档')
    expect(stateWord(rowOf(1, { state: 'issued' }))).toBe('已发')
    expect(stateWord(rowOf(1, { state: 'printed', issue: '《河湾县人民政府公报》2024年第1期' }))).toBe('2024年第1期')
    expect(stateWord(rowOf(1, { kind: 'gap', entry: null, state: null }))).toBe('缺号')
  })

  test('a line without a document says who keeps the number, until when and what for', () => {
    const kept = entryOf(22, { status: 'reserved', reason: '机构改革配套文件', expires: '2024-06-15' })
    expect(lineText(rowOf(22, { kind: 'reserved', entry: kept }), NOW)).toBe('林禾 · 留至6月15日 · 机构改革配套文件')
    expect(lineText(rowOf(22, { kind: 'expired', entry: { ...kept, expires: '2024-05-01' } }), NOW)).toBe('林禾 · 留到5月1日，已经过期 · 机构改革配套文件')
    expect(lineText(rowOf(19, { kind: 'gap', entry: null }), NOW)).toBe('无人占用，也没有说明')
    expect(lineText(rowOf(19, { kind: 'explained', entry: entryOf(19, { status: 'free', reason: '未印发' }) }), NOW)).toBe('未印发')
    expect(lineText(rowOf(11, { kind: 'paper', entry: entryOf(11, { status: 'paper', reason: '保密室纸质登记', book: { title: '关于值班的通知' } }) }), NOW)).toBeNull()
  })

  test('the year of the sheet is left out of its dates, and of nothing else', () => {
    expect(shortDate('2024年5月8日', 2024)).toBe('5月8日')
    expect(shortDate('2023年5月8日', 2024)).toBe('2023年5月8日')
    expect(shortDate('2024年5月', 2024)).toBe('2024年5月')
    expect(shortDate('', 2024)).toBe('')
  })
})

describe('finding and sorting', () => {
  test('every order has the same rows; turned round, rows with a value are turned round', () => {
    fc.assert(
      fc.property(anyRows, anyOrder, (rows, order) => {
        const sorted = bookRows(rows, ALL, order)
        expect([...sorted].sort((one, other) => one.serial - other.serial)).toEqual(rows)
        const has = ({ entry }: NumberRow): boolean => order.key === 'serial' || (order.key === 'title' ? (entry?.book.title ?? '') !== '' : WHOLE_DATE.test(entry?.book.date ?? ''))
        const turned = bookRows(rows, ALL, { ...order, descending: !order.descending })
        expect(turned.filter(has)).toEqual(sorted.filter(has).reverse())
        // What has no value is last in either direction.
        expect(sorted.map(has)).toEqual([...sorted.map(has)].sort((one, other) => Number(other) - Number(one)))
      }),
    )
  })

  test('all words have to be there, in any field', () => {
    const rows = [rowOf(1, { entry: entryOf(1, { book: { title: '关于防汛的通知', signer: '县长 周明远' } }) }), rowOf(12), rowOf(2, { kind: 'gap', entry: null })]
    const found = (words: string): readonly number[] => bookRows(rows, { words, looks: new Set() }, BY_SERIAL).map(({ serial }) => serial)
    expect(found('防汛 周明远')).toEqual([1])
    expect(found('防汛 缺号')).toEqual([])
    expect(found('缺号')).toEqual([2])
    expect(found('〕12号')).toEqual([12])
    expect(found('  ')).toEqual([1, 2, 12])
  })

  test('the legend counts each row once, and pressed shows as many as it counted', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const counts = countLooks(rows)
        expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length)
        for (const { look, count } of counts) expect(bookRows(rows, { words: '', looks: new Set([look]) }, BY_SERIAL)).toHaveLength(count)
      }),
    )
  })
})

test('the strip has every number once, ascending, and two that are still to come', () => {
  fc.assert(
    fc.property(anyRows, fc.integer({ min: 1, max: 310 }), (rows, next) => {
      const cells = stripCells(sheetOf(rows, next))
      const serials = cells.map(({ serial }) => serial)
      expect(serials).toEqual([...new Set(serials)].sort((one, other) => one - other))
      const toCome = cells.filter(({ row }) => row === null)
      expect(toCome).toHaveLength(2)
      expect(toCome.every(({ serial }) => serial >= next)).toBe(true)
      expect(cells.filter(({ row }) => row !== null).map(({ row }) => row)).toEqual(rows)
    }),
  )
})

test('each number offers what the register does with it; its book is amended where somebody has it', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      for (const row of rows) {
        const { foot, side, more } = actsOf(row)
        const all = [...foot, ...(side ? [side] : []), ...more]
        expect(new Set(all).size).toBe(all.length)
        for (const act of all) expect(actName(act, row)).not.toBe('')
        expect(all.includes('void')).toBe(row.kind !== 'void')
        expect(all.includes('explain')).toBe(row.kind === 'gap' || row.kind === 'explained')
        expect(all.includes('correct')).toBe(row.kind === 'used')
        expect(isAmendable(row)).toBe(['used', 'held', 'paper', 'void'].includes(row.kind))
      }
    }),
  )
  expect(lookOf(rowOf(1, { kind: 'expired' }))).toBe('expired')
})

test('a narrower table has fewer columns, and always number, title and state', () => {
  fc.assert(
    fc.property(fc.integer({ min: 200, max: 1600 }), fc.integer({ min: 0, max: 600 }), (width, more) => {
      const narrow = columnsFor(width).map(({ id }) => id)
      const wide = columnsFor(width + more).map(({ id }) => id)
      expect(wide).toEqual(expect.arrayContaining(narrow))
      expect(narrow).toEqual(expect.arrayContaining(['serial', 'title', 'state']))
    }),
  )
})
