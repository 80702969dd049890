import fc from 'fast-check'
import { expect, it } from 'vitest'
import { makeArticle, makeAttachment, makeBody, makeDocument, makeHeading, makeItem, makeLine, makeParagraph } from '../../shared/document/build.ts'
import { blocksOf } from '../../shared/document/text.ts'
import type { Block, Document } from '../../shared/document/types.ts'
import { numberDifferences, printedNumbers } from '../../shared/numbering/differences.ts'
import { attachmentLabels, headingNumbers } from '../../shared/numbering/headings.ts'

const of = (blocks: readonly Block[], ...attachments: readonly (string | undefined)[]): Document =>
  makeDocument({ issuers: [], genre: null, documentNumber: null }, [makeLine('title', ''), makeBody(blocks), ...attachments.map((printed) => makeAttachment('清单', [], printed))])

const told = (document: Document): readonly string[] => numberDifferences(document).map(({ printed, rule, kind }) => `${printed} ${rule} ${kind}`)

it('numbers out of order and numbers of another form are told apart', () => {
  expect(told(of([makeHeading(1, '甲', '一、'), makeHeading(2, '乙', '（五）'), makeHeading(3, '丙', '1、'), makeArticle('丁', '第1条'), makeItem('circled', '戊', '②'), makeItem('dash', '己', '——')], '附件1：', '附件3'))).toEqual([
    '（五） （一） order', '1、 1. form', '第1条 第一条 form', '② ① order', '附件1： 附件1 form', '附件3 附件2 order',
  ])
  expect(told(of([makeHeading(2, '甲', '(一)'), makeHeading(2, '乙')], '附件：'))).toEqual(['(一) （一） form', '附件： 附件 form'])
})

it('what goes on from a number that was printed before is told apart from where the order breaks', () => {
  const gap = [makeHeading(1, '甲', '一、'), makeHeading(1, '乙', '三、'), makeHeading(1, '丙', '四、'), makeHeading(1, '丁', '五、')]
  expect(told(of(gap))).toEqual(['三、 二、 order', '四、 三、 follow', '五、 四、 follow'])
  const through = [makeHeading(1, '甲'), makeHeading(2, '乙', '（一）'), makeHeading(1, '丙'), makeHeading(2, '丁', '（二）'), makeHeading(2, '戊', '（三）')]
  expect(told(of(through))).toEqual(['（二） （一） follow', '（三） （二） follow'])
})

const printed = fc.option(fc.constantFrom('一、', '（一）', '1.', '（1）', '二、', '第一条', '①', '——'), { nil: undefined })
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.tuple(fc.constantFrom(1, 2, 3, 4), printed).map(([level, number]) => makeHeading(level, '标题', number)),
  printed.map((number) => makeArticle('条文', number)),
  fc.tuple(fc.constantFrom('dash', 'circled'), printed).map(([marker, number]) => makeItem(marker, '项', number)),
  fc.constant(0).map(() => makeParagraph('文')),
)
const any = fc.tuple(fc.array(block, { maxLength: 12 }), fc.array(fc.option(fc.constantFrom('附件', '附件1', '附件2'), { nil: undefined }), { maxLength: 3 })).map(([blocks, attachments]) => of(blocks, ...attachments))

const numbersOf = (document: Document): ReadonlyMap<string, string> => new Map([...headingNumbers(document), ...attachmentLabels(document)])

function renumbered(document: Document): Document {
  // JSON leaves out what is undefined, as an absent number is absent.
  return JSON.parse(JSON.stringify(document, (key, value: unknown) => (key === 'printed' ? undefined : value))) as Document
}

it('there is a difference for each number that renumbering changes, and none after it', () => {
  fc.assert(
    fc.property(any, (document) => {
      const after = renumbered(document)
      const [before, now] = [numbersOf(document), numbersOf(after)]
      const changed = [...before].filter(([id, number]) => now.get(id) !== number).map(([id]) => id)
      expect(numberDifferences(document).map(({ id }) => id).sort()).toEqual(changed.sort())
      expect(numberDifferences(after)).toEqual([])
      expect(printedNumbers(after)).toEqual([])
      for (const { id, rule } of numberDifferences(document)) expect(now.get(id)).toBe(rule)
      expect(blocksOf(after.parts[1]!).length).toBe(blocksOf(document.parts[1]!).length)
    }),
    { numRuns: 1000 },
  )
})
