/** Blocks of many rows, places of words in a line, dates in a list. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shortDate } from '../../renderer/workspaces/library/dates.ts'
import { blocksOf, pagesIn, topOf } from '../../renderer/workspaces/library/page-blocks.ts'
import { PAGE, sortedBy, START } from '../../renderer/workspaces/library/query.ts'

const heights = fc.dictionary(fc.nat(20).map(String), fc.integer({ min: 1, max: 9000 }), { maxKeys: 8 })
const total = fc.nat(1200)

test('blocks lie one below the other and hold every row once', () => {
  fc.assert(
    fc.property(total, heights, (rows, known) => {
      const blocks = blocksOf(rows, 35, (page) => known[String(page)])
      expect(blocks.reduce((sum, block) => sum + block.rows, 0)).toBe(rows)
      let top = 0
      const tops = blocks.map((block) => {
        const before = top
        top += known[String(block.page)] ?? block.rows * 35
        return before
      })
      expect(blocks.map((block) => block.top)).toEqual(tops)
      const outside = Array.from({ length: rows }, (_, at) => at).filter((at) => {
        const block = blocks[Math.floor(at / PAGE)]!
        return topOf(blocks, at) < block.top || topOf(blocks, at) >= block.top + block.height
      })
      expect(outside).toEqual([])
    }),
  )
})

test('the pages in sight are those that touch what is seen', () => {
  fc.assert(
    fc.property(total, heights, fc.integer({ min: -500, max: 60_000 }), fc.integer({ min: 1, max: 3000 }), (rows, known, from, size) => {
      const blocks = blocksOf(rows, 35, (page) => known[String(page)])
      const pages = pagesIn(blocks, from, from + size)
      if (rows === 0) {
        expect(pages).toBeNull()
        return
      }
      const touching = blocks.filter(({ top, height }) => top + height > from && top < from + size).map(({ page }) => page)
      // Beyond the last row the last block counts as seen, above the first the first.
      const nearest = from >= 0 ? blocks.length - 1 : 0
      expect(pages).toEqual(touching.length > 0 ? [touching[0], touching.at(-1)] : [nearest, nearest])
    }),
  )
})

test('a head sorts by its column, and turns it round when it does already', () => {
  const byDate = { ...START, ...sortedBy(START, 'date') }
  expect(byDate).toMatchObject({ listOrder: 'date', reversed: false })
  const turned = { ...byDate, ...sortedBy(byDate, 'date') }
  expect(turned).toMatchObject({ listOrder: 'date', reversed: true })
  expect(sortedBy(turned, 'title')).toEqual({ listOrder: 'title', reversed: false })
  expect(sortedBy(turned, 'date')).toEqual({ listOrder: 'date', reversed: false })
})

test('a complete date is short, any other stays as it is printed', () => {
  expect(['2024年5月8日', '2024年5月', '2024年2月30日', ''].map(shortDate)).toEqual(['2024-05-08', '2024年5月', '2024年2月30日', ''])
})
