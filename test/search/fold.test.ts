import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, foldLines, foldWithPlaces } from '../../shared/search/fold.ts'

test.each([
  ['河政办发〔2024〕9号', ['河政办发[2024]9号', '河政办发（2024）9号', '河政办发(2024) 9 号', '河政办发【２０２４】９号', '河政办发［2024］9号']],
  ['gb/t9704', ['GB/T 9704', 'ＧＢ／Ｔ　９７０４', 'Gb/t\n9704']],
  ['“三农”', ['"三农"', '„三农‟', '＂三农＂']],
  ['李毅', ['李　毅', '李\u200b毅', '李\u0007毅\ufe0f']],
  ['2020-2025', ['2020—2025', '2020－2025', '2020–2025']],
  ['，；：', [',;:']],
])('%s is written in several ways', (one, others) => {
  for (const other of others) expect(fold(other)).toBe(fold(one))
})

test('what is different stays different', () => {
  const texts = ['县', '乡', '，', '。', '、', '1', 'l', '（', '）', '"', "'", '-', '·', '.', '%', '《', '…', '①', '😀', '𠮷']
  expect(new Set(texts.map(fold)).size).toBe(texts.length - 1) // ① counts as 1
})

/** Texts with what folds to nothing, to something else, to several characters; half characters, too. */
const texts = fc.string({ unit: fc.oneof(fc.constantFrom('县', '政', '（', '［', '“', '　', '\n', 'Ａ', 'İ', '㈱', 'ﬁ', '\ud842', '😀', '\u200d', '\u0000', '\ufffe'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })), maxLength: 12 })

test('each place of the folded text leads back to what it was made of', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { folded, from, to } = foldWithPlaces(text)
      expect(folded).toBe(fold(text))
      expect([from.length, to.length]).toEqual([folded.length, folded.length])
      from.forEach((start, at) => {
        expect(fold(text.slice(start, to[at]))).toContain(folded[at])
        expect(start).toBeGreaterThanOrEqual(from[at - 1] ?? 0)
      })
    }),
  )
})

test('lines folded at once are the lines folded one by one', () => {
  fc.assert(
    fc.property(fc.array(texts.map((text) => text.replaceAll('\n', ''))), (lines) => {
      expect(foldLines(lines.join('\n'))).toBe(lines.map(fold).join('\n'))
    }),
  )
})

test('a folded text has neither the mark that parts lines in the index nor anything that is not seen', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(fold(text)).not.toMatch(/[\s\ufffe\0\p{Cs}]/u)
    }),
  )
})
