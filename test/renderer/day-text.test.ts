/** Days as people write them. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isDay } from '../../renderer/components/day-text.ts'

test.each(['2024-05-08', '2024-5-8', '2024年5月8日', '2024年05月08日', '20240508', '2024.5.8', '2024/05/08', '2024-02-29'])('%s is a day', (text) => expect(isDay(text)).toBe(true))

test.each(['2024-02-30', '2023-02-29', '2024年13月1日', '5月8日', '2024-05', '2024年5月8', '二〇二四年', '20240532', '2024-05-08x'])('%s is none', (text) => expect(isDay(text)).toBe(false))

test('every day that there is, in every way of writing, and no other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }), (year, month, day) => {
      const there = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day
      const two = (part: number): string => String(part).padStart(2, '0')
      const written = [`${year}年${month}月${day}日`, `${year}-${month}-${day}`, `${year}-${two(month)}-${two(day)}`, `${year}${two(month)}${two(day)}`, `${year}.${month}.${day}`, `${year}/${two(month)}/${two(day)}`]
      expect(written.map(isDay)).toEqual(written.map(() => there))
    }),
    { numRuns: 40 },
  )
})
