import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeArticle, makeAttachment, makeBody, makeChapter, makeDocument, makeHeading, makeLine, makeParagraph } from '../../shared/document/build.ts'
import type { Block, Document } from '../../shared/document/types.ts'
import { fromChinese, toChinese } from '../../shared/numbering/chinese.ts'
import { attachmentLabels, headingNumber, headingNumbers } from '../../shared/numbering/headings.ts'

const withBody = (blocks: readonly Block[]): Document => makeDocument({ issuers: [], genre: null, documentNumber: null }, [makeLine('title', ''), makeBody(blocks)])
const numbers = (blocks: readonly Block[]): readonly string[] => {
  const map = headingNumbers(withBody(blocks))
  return blocks.map(({ id }) => map.get(id) ?? '')
}

describe('Chinese numerals', () => {
  it('every ordinal comes back', () => {
    for (let value = 1; value <= 9999; value++) expect(fromChinese(toChinese(value))).toBe(value)
  })

  it.each([[1, '一'], [10, '十'], [11, '十一'], [20, '二十'], [101, '一百零一'], [110, '一百一十'], [112, '一百一十二'], [1005, '一千零五'], [9999, '九千九百九十九']])('%i is %s', (value, text) => {
    expect(toChinese(value)).toBe(text)
  })

  it.each([0, -1, 1.5, 10_000, Number.NaN])('%d is no ordinal', (value) => {
    expect(() => toChinese(value)).toThrow(RangeError)
  })

  it.each(['', '零', '12', '十二、', 'a'])('%j is no numeral', (text) => {
    expect(fromChinese(text)).toBeNull()
  })
})

describe('numbers of headings', () => {
  it('each level has its form (GB/T 9704-2012, 7.3.3)', () => {
    expect(([1, 2, 3, 4] as const).map((level) => headingNumber(level, 12))).toEqual(['十二、', '（十二）', '12.', '（12）'])
  })

  it('a level begins again under its parent', () => {
    const levels = [1, 2, 3, 4, 4, 3, 2, 1, 2, 3] as const
    expect(numbers(levels.map((level) => makeHeading(level, '')))).toEqual(['一、', '（一）', '1.', '（1）', '（2）', '2.', '（二）', '二、', '（一）', '1.'])
  })

  it('articles run on through the chapters, items begin again in each', () => {
    const blocks = [makeChapter(''), makeArticle(''), makeHeading(2, ''), makeHeading(2, ''), makeArticle(''), makeHeading(2, ''), makeChapter(''), makeArticle('')]
    expect(numbers(blocks)).toEqual(['第一章', '第一条', '（一）', '（二）', '第二条', '（一）', '第二章', '第三条'])
  })

  it('a printed number is shown as it is and counts', () => {
    expect(numbers([makeHeading(2, '', '(四)'), makeHeading(2, ''), makeParagraph(''), makeHeading(2, '')])).toEqual(['(四)', '（二）', '', '（三）'])
  })

  it('law: the n-th of a level under its parent has the number n, and only numbered blocks have one', () => {
    const block = fc.oneof(fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const).map((level): Block => makeHeading(level, '')), fc.constant(null).map((): Block => makeParagraph('')))
    fc.assert(fc.property(fc.array(block, { maxLength: 30 }), (blocks) => {
      const shown = numbers(blocks)
      blocks.forEach((one, at) => {
        if (one.type !== 'heading') {
          expect(shown[at]).toBe('')
          return
        }
        let count = 1
        for (let before = at - 1; before >= 0; before--) {
          const other = blocks[before]!
          if (other.type !== 'heading') continue
          if (other.level < one.level) break
          if (other.level === one.level) count += 1
        }
        expect(shown[at]).toBe(headingNumber(one.level, count))
      })
    }))
  })
})

it('one attachment is 附件, several are 附件1, 附件2; a printed label stays', () => {
  const labels = (...printed: (string | undefined)[]): readonly string[] => {
    const attachments = printed.map((label) => makeAttachment('名单', [], label))
    const map = attachmentLabels({ ...withBody([]), parts: [...withBody([]).parts, ...attachments] })
    return attachments.map(({ id }) => map.get(id) ?? '')
  }
  expect(labels(undefined)).toEqual(['附件'])
  expect(labels(undefined, undefined)).toEqual(['附件1', '附件2'])
  expect(labels('附件1:', undefined)).toEqual(['附件1:', '附件2'])
  expect(labels()).toEqual([])
})
