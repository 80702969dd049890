/** How pages lie on the desk. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GAP, mainRow, pageRows, percentOf, rowsBetween, scaleOf, steppedZoom, topsOf } from '../../renderer/workspaces/draft/pages/page-rows.ts'

const A4 = { width: 11_906, height: 16_838 }
const paper = (count: number, first = 1) => Array.from({ length: count }, (_, at) => ({ ...A4, number: first + at }))
const numbersOf = (count: number, first: number): readonly (readonly number[])[] => pageRows(paper(count, first), 'facing').map(({ pages }) => pages.map((at) => first + at))

describe('facing pages', () => {
  it('have the even one on the left; what faces nothing keeps its side', () => {
    expect(numbersOf(5, 1)).toEqual([[1], [2, 3], [4, 5]])
    expect(numbersOf(4, 12)).toEqual([[12, 13], [14, 15]])
    expect(numbersOf(4, 13)).toEqual([[13], [14, 15], [16]])
    expect(pageRows(paper(2), 'facing')).toMatchObject([{ before: A4.width, after: 0 }, { before: 0, after: A4.width }])
  })

  it('are none where there is one page', () => {
    expect(pageRows(paper(1), 'facing')).toMatchObject([{ before: 0, after: 0, width: A4.width }])
  })

  it('hold every page once, in order, whatever its size', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 40 }), fc.integer({ min: 1, max: 20 }), fc.constantFrom('single', 'facing'), (turned, first, spread) => {
        const pages = turned.map((isTurned, at) => ({ width: isTurned ? A4.height : A4.width, height: isTurned ? A4.width : A4.height, number: first + at }))
        const rows = pageRows(pages, spread)
        expect(rows.flatMap((row) => row.pages)).toEqual(pages.map((_, at) => at))
        for (const row of rows) {
          expect(row.height).toBe(Math.max(...row.pages.map((at) => pages[at]!.height)))
          expect(row.width).toBe(row.before + row.after + row.pages.reduce((sum, at) => sum + pages[at]!.width, 0))
        }
      }),
    )
  })
})

describe('the scale', () => {
  const rows = pageRows(paper(3), 'single')

  it('is that of paper at 100 %', () => {
    expect(A4.width * scaleOf(100, rows, { width: 900, height: 600 })).toBeCloseTo(793.7, 1)
  })

  it('fits the width, or the whole page with its gaps', () => {
    const desk = { width: 900, height: 620 }
    expect(A4.width * scaleOf('width', rows, desk)).toBeCloseTo(900 - 32)
    expect(A4.height * scaleOf('page', rows, desk)).toBeCloseTo(620 - 2 * GAP)
    expect(percentOf(scaleOf('page', rows, desk))).toBe(53)
  })

  it('is that of most pages, not of a turned one among them', () => {
    const turned = [...paper(3), { width: A4.height, height: A4.width, number: 4 }]
    expect(scaleOf('width', pageRows(turned, 'single'), { width: 900, height: 620 })).toBe(scaleOf('width', rows, { width: 900, height: 620 }))
  })

  it('shows something on a desk of no size, and no more than can be zoomed', () => {
    expect(percentOf(scaleOf('page', rows, { width: 0, height: 0 }))).toBe(20)
    expect(percentOf(scaleOf('width', rows, { width: 9000, height: 600 }))).toBe(200)
    expect(scaleOf('page', [], { width: 900, height: 600 })).toBeGreaterThan(0)
  })

  it('goes to whole steps within its limits', () => {
    expect([steppedZoom(57, 1), steppedZoom(57, -1), steppedZoom(60, 1), steppedZoom(60, -1), steppedZoom(44, -1), steppedZoom(200, 3)]).toEqual([60, 50, 70, 50, 50, 200])
  })
})

it('rows in sight are those that touch what is seen; the main one takes most of it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 50, max: 3000 }), (count, part, height) => {
      const tops = topsOf(pageRows(paper(count), 'single'), 0.04)
      const from = Math.floor(part * Math.max(0, (tops.at(-1) ?? 0) - height))
      const { first, last } = rowsBetween(tops, from, from + height)
      const seen = tops.slice(0, -1).map((top, row) => Math.min(from + height, tops[row + 1]! - GAP) - Math.max(from, top))
      for (const [row, pixels] of seen.entries()) if (pixels > 0) expect(row >= first && row <= last).toBe(true)
      expect(seen[mainRow(tops, from, height)]).toBeGreaterThanOrEqual(Math.max(...seen) - 1)
    }),
  )
})
