import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../shared/search/fold.ts'
import { excerpt, markLine } from '../../shared/search/mark.ts'
import { wordsOf } from '../../shared/search/words.ts'

const letters = fc.constantFrom('县', '人', '民', '（', '〔', 'Ａ', 'a', '　', '。', '😀')
const line = fc.string({ unit: letters, maxLength: 30 })
const words = fc.array(fc.string({ unit: letters, minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }).map((list) => wordsOf(list.join(' ')))

/** Whether each character of a folded text stands in one of the words there. */
function covered(folded: string, looked: readonly string[]): readonly boolean[] {
  return Array.from(folded, () => false).length === 0
    ? []
    : Array.from({ length: folded.length }, (_, at) => looked.some((word) => Array.from({ length: word.length }, (_, back) => at - back).some((start) => start >= 0 && folded.startsWith(word, start))))
}

test('the pieces are the line, and what is marked are the words, all of them', () => {
  fc.assert(
    fc.property(line, words, (text, looked) => {
      const pieces = markLine(text, looked)
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      expect(pieces.every((piece) => piece.text !== '')).toBe(true)
      const marks = pieces.flatMap((piece) => Array.from({ length: fold(piece.text).length }, () => piece.hit))
      expect(marks).toEqual(covered(fold(text), looked))
    }),
  )
})

test('an excerpt is a stretch of the line with its first hit whole', () => {
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 300 }), fc.string({ unit: fc.constantFrom('县', '人', '民'), minLength: 1, maxLength: 4 }), fc.string({ unit: letters, maxLength: 300 }), (before, word, after) => {
      const text = before + word + after
      const pieces = markLine(text, [word])
      const cut = excerpt(pieces)
      const begins = cut[0]?.text === '…' ? 1 : 0
      const ends = cut.length > begins && cut.at(-1)?.text === '…' ? cut.length - 1 : cut.length
      const stretch = cut.slice(begins, ends).map((piece) => piece.text).join('')
      expect(text).toContain(stretch)
      expect(stretch.startsWith(text.slice(0, 5)) || begins === 1).toBe(true)
      expect(cut.find((piece) => piece.hit)).toEqual(pieces.find((piece) => piece.hit))
      expect(stretch).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/)
    }),
  )
})

test('a short line is shown whole, a long one around its first hit', () => {
  expect(excerpt(markLine('收到立即转移预警的，乡镇应当组织转移。', ['预警']))).toEqual([
    { text: '收到立即转移', hit: false }, { text: '预警', hit: true }, { text: '的，乡镇应当组织转移。', hit: false },
  ])
  const long = `${'前面的话很长，'.repeat(20)}发布山洪预警。${'后面的话也很长，'.repeat(30)}`
  const cut = excerpt(markLine(long, ['预警']))
  expect(cut[0]).toEqual({ text: '…', hit: false })
  expect(cut[1]?.text).toMatch(/^发布山洪$|，发布山洪$/)
  expect(cut.at(-1)).toEqual({ text: '…', hit: false })
  expect(cut.map((piece) => piece.text).join('').length).toBeLessThan(150)
})
