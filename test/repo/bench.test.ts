import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDocument } from '../../shared/document/parse.ts'
import { countCharacters, longNotice } from '../bench/long-notice.ts'
import { rowOf, tableOf } from '../bench/report.ts'
import { median } from '../bench/work.ts'

test('the long notice is the one that the editor was measured with', () => {
  const blocks = longNotice(60_000).parts.flatMap((part) => (part.type === 'body' ? part.children : []))
  const of = (type: string): number => blocks.filter((block) => block.type === type).length
  expect([of('paragraph') + of('heading'), of('heading'), of('table')]).toEqual([900, 235, 19])
  const first = blocks.find((block) => block.type === 'table')
  expect([first?.children.length, first?.children[0]?.children.length]).toEqual([45, 17])
})

test('a notice of any size is a document of that many characters', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3000, max: 100_000 }), (characters) => {
      const notice = longNotice(characters)
      expect(countCharacters(notice)).toBe(characters)
      expect(parseDocument(JSON.parse(JSON.stringify(notice)))).toEqual(notice)
    }),
    { numRuns: 20 },
  )
})

test('a row is the middle run, against the fixed work and against its budget', () => {
  const measure = { name: '导出', characters: 60_000, milliseconds: [900, 300, 400], megabytes: 120.4 }
  expect(rowOf(measure, 200, { ratio: 2, megabytes: 300 })).toMatchObject({ milliseconds: 400, ratio: 2, runs: 3, over: '' })
  expect(rowOf(measure, 100, { ratio: 2, megabytes: 100 }).over).toBe('超过 2 倍，超过 100 MB')
  expect(rowOf({ ...measure, megabytes: null }, 100, { ratio: 9, megabytes: 1 }).over).toBe('')
  expect(rowOf(measure, 1, null).over).toBe('')
})

test('the table has a line for each row', () => {
  const row = rowOf({ name: '导出', characters: 60_000, milliseconds: [312.4], megabytes: null }, 100, null)
  expect(tableOf([row])).toContain('| 导出 | 60000 | 1 | 312 | 3.12 | — |  |')
})

test('the middle of nothing is no number', () => {
  expect(() => median([])).toThrow()
  expect(median([4, 1, 3, 2])).toBe(2)
})
