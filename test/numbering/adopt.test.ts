import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeAttachment, makeBody, makeDocument, makeHeading, makeLine, makeParagraph } from '../../shared/document/build.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import { canonicalText } from '../../shared/document/projection.ts'
import { adopt } from '../../shared/numbering/adopt.ts'
import { numberDifferences, printedNumbers } from '../../shared/numbering/differences.ts'
import { mentionsOf } from '../../shared/numbering/mentions.ts'
import { referencesOf, referenceTexts } from '../../shared/numbering/references.ts'
import { documents } from '../document/arbitrary.ts'

describe('an imported document that becomes a draft', () => {
  const document = makeDocument({ issuers: ['河湾县水利局'], genre: '通知', documentNumber: null }, [
    makeLine('title', '关于清淤的通知'),
    makeBody([makeHeading(1, '任务', '一、'), makeParagraph('见附件1和附件2。'), makeHeading(1, '要求', '三、')]),
    makeAttachment('分解表', [makeParagraph('')], '附件1'),
    makeAttachment('进度表', [makeParagraph('与附件1一并报送。')], '附件2'),
  ])
  const draft = adopt(document)

  test('derives the numbers that are right, and keeps the one that is not', () => {
    expect(printedNumbers(draft).map(({ printed }) => printed)).toEqual(['三、'])
  })

  test('has references where its attachments are mentioned', () => {
    const texts = referenceTexts(draft)
    expect(referencesOf(draft).map(({ target, children }) => [texts.get(target), children[0].text])).toEqual([['附件1', '附件1'], ['附件2', '附件2'], ['附件1', '附件1']])
  })
})

test('no character of any document changes, nor what differs from the rule; and it is done once', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const draft = adopt(document)
      expect(canonicalText(draft)).toBe(canonicalText(document))
      expect(numberDifferences(draft)).toEqual(numberDifferences(document))
      expect(parseDocument(JSON.parse(JSON.stringify(draft)))).toEqual(draft)
      expect(mentionsOf(draft)).toEqual([])
      expect(adopt(draft)).toEqual(draft)
    }),
    { numRuns: 300 },
  )
})
