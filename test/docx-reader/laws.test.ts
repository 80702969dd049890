/** Whatever a Word file holds, no character of it is lost or invented. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeCell, makeRow, makeTable } from '../../shared/document/build.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import type { Change, Leaf } from '../../shared/document/types.ts'
import { plainTextOf } from '../../shared/document/view.ts'
import { tableWords, type Item } from '../../shared/recognise/items.ts'
import { recogniseItems } from '../../shared/recognise/notice.ts'
import { liveText } from '../../shared/recognise/tracked.ts'
import { tally } from '../recognise/compare.ts'

const words = fc.constantFrom(
  '河湾县人民政府文件', '河湾县人民政府办公室', '关于做好防火工作的通知', '河政发〔2024〕3号', '河政发〔2024〕3号　签发人：李禾', '各乡镇人民政府：', '一、', '（二）', '3.', '第一条 ', '总体要求', '明确责任。', '，',
  '附件', '附件1：', '附件：1.名单', '2.任务表', '2024年4月8日', '（此件公开发布）', '抄送：县委办公室。', '2024年4月8日印发', '单位：亩', '\n', '\t', ' ', '1.1 范围', '组 长：张山', '000012', '机密★1年', '签发人：', '王明 张山', '共印50份', '河政发〔2024〕　号',
  '组 长：张 山 县长', '李强（县林业局局长）', '成员：', '——', '①', '一是', '得分=甲×乙', '联系人：王芳 13900000001', '注：略',
)
const by: Change = { id: '0190a000-0000-7000-8000-000000000000', author: '周岚', date: '' }
const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  { weight: 8, arbitrary: words.map((text) => ({ text })) },
  words.map((text) => ({ text, ins: by })),
  words.map((text) => ({ text, del: by })),
)
const paragraph: fc.Arbitrary<Item> = fc
  .record({ content: fc.array(leaf, { maxLength: 4 }), level: fc.option(fc.constantFrom(1 as const, 2 as const)), end: fc.nat(9) })
  .map(({ end, ...rest }) => ({ kind: 'paragraph', role: null, align: null, doubts: [], ...rest, ...(end === 0 ? { mark: { kind: 'del' as const, by } } : {}) }))
const table: fc.Arbitrary<Item> = fc
  .array(fc.array(words, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map((rows) => ({ kind: 'table', table: makeTable(rows.map((row) => makeRow(row.map((text) => makeCell(text)))), { headerRows: 0 }), doubts: [] }))
const files = fc.array(fc.oneof({ weight: 6, arbitrary: paragraph }, { weight: 1, arbitrary: table }), { maxLength: 16 })

test('every character is in the document or listed as left out', () => {
  fc.assert(
    fc.property(files, (items) => {
      const { document, leftOut, doubts } = recogniseItems(items)
      parseDocument(JSON.parse(JSON.stringify(document)))
      const source = items.map((item) => (item.kind === 'table' ? tableWords(item.table).join('') : item.kind === 'image' ? '' : liveText(item.content))).join('')
      // Addressees whose colon was lost are printed with one; the doubt says so.
      const added = doubts.some(({ where }) => where === '主送机关') ? '：' : ''
      expect(tally(plainTextOf(document) + leftOut.map(({ text }) => text).join(''))).toEqual(tally(source + added))
    }),
    { numRuns: 400 },
  )
})

test('deleted text is in the document as deleted, or in a doubt', () => {
  fc.assert(
    fc.property(files, (items) => {
      const { document, doubts } = recogniseItems(items)
      const inDocument = JSON.stringify(document).match(/"text":"[^"]*","del"/g)?.length ?? 0
      const isSaid = doubts.some(({ what }) => what.includes('标为删除'))
      const inFile = items.flatMap((item) => (item.kind === 'paragraph' ? item.content : [])).filter(({ text, del }) => del && text.trim() !== '').length
      if (inFile > 0) expect(inDocument > 0 || isSaid).toBe(true)
      else expect(isSaid).toBe(false)
    }),
    { numRuns: 300 },
  )
})
