import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeArticle, makeAttachment, makeBody, makeCell, makeChapter, makeDocument, makeHeading, makeImage, makeLine, makeParagraph, makePrinted, makeRow, makeTable } from '../../shared/document/build.ts'
import { findIn } from '../../shared/search/contexts.ts'
import { fold } from '../../shared/search/fold.ts'
import { searchLines } from '../../shared/search/lines.ts'
import { packLines, unpackLines } from '../../shared/search/text.ts'
import { documents } from '../document/arbitrary.ts'

const by = { id: 'c', author: '林禾', date: '' }

const NOTICE = makeDocument({ issuers: ['河湾县人民政府'], genre: '通知', documentNumber: '河政发〔2024〕9号', secrecy: { level: '机密', period: '1年' }, signers: ['程怀远'], distribution: { copies: '县委各部门', printedBy: '县政府办公室' } }, [
  makeLine('title', '关于印发\n防汛办法的通知'),
  makeLine('recipients', '各乡镇'),
  makeBody([
    makeParagraph('现印发给你们。'),
    makeHeading(1, '压实责任'),
    makeHeading(2, '落实包保。各乡镇负总责。'),
    makeParagraph([{ text: '预警' }, { text: '旧的', del: by }, { text: '信息', ins: by }]),
    makeHeading(1, '突出重点'),
    makeParagraph('巡查水库。'),
  ]),
  makeLine('signatureOrgan', '河湾县人民政府'),
  makeLine('signatureDate', '2024年5月8日'),
  makeLine('note', '此件公开发布'),
  makePrinted('防汛办法', [makeChapter('总则'), makeArticle('为了防汛。'), makeHeading(2, '一项内容'), makeChapter('预警'), makeArticle('发布预警。')]),
  makeAttachment('危险区名单', [
    makeTable([makeRow([makeCell('序号'), makeCell('地点')]), makeRow([makeCell('1'), makeCell('老虎沟\n山洪沟')]), makeRow([makeCell('2'), makeCell('渡口')])], { caption: '危险区', unit: '单位：处' }),
  ]),
  makeAttachment('示意图', [makeImage({ sha256: 'aa', mediaType: 'image/png', width: 10, height: 10, alt: '转移路线' }), makeTable([makeRow([makeCell('甲')])]), makeTable([makeRow([makeCell('乙')]), makeRow([makeCell('丙')])], { headerRows: 0 })]),
])

test('every line has the place that a reader names', () => {
  expect(searchLines(NOTICE).map(({ place, text }) => `${place}｜${text}`)).toEqual([
    '发文字号｜河政发〔2024〕9号', '发文机关｜河湾县人民政府', '密级｜机密★1年', '签发人｜程怀远', '版记｜县委各部门', '版记｜县政府办公室',
    '标题｜关于印发防汛办法的通知', '主送机关｜各乡镇',
    '正文｜现印发给你们。', '一、｜压实责任', '一、（一）｜落实包保。各乡镇负总责。', '一、（一）｜预警信息', '二、｜突出重点', '二、｜巡查水库。',
    '署名｜河湾县人民政府', '成文日期｜2024年5月8日', '附注｜此件公开发布',
    '印发的文本｜防汛办法', '第一章｜总则', '第一章 第一条｜为了防汛。', '第一章 第一条 （一）｜一项内容', '第二章｜预警', '第二章 第二条｜发布预警。',
    '附件1｜危险区名单', '附件1 表题｜危险区', '附件1 表题｜单位：处', '附件1 表头｜序号', '附件1 表头｜地点', '附件1 第1行｜1', '附件1 第1行｜老虎沟 山洪沟', '附件1 第2行｜2', '附件1 第2行｜渡口',
    '附件2｜示意图', '附件2 图片说明｜转移路线', '附件2 表1 表头｜甲', '附件2 表2 第1行｜乙', '附件2 表2 第2行｜丙',
  ])
})

test('the block of a line is the one that holds it', () => {
  const lines = searchLines(NOTICE)
  const blockOf = (text: string): string | undefined => lines.find((line) => line.text === text)?.blockId
  const [title, , body, , , , , attachment] = NOTICE.parts
  expect(blockOf('河政发〔2024〕9号')).toBe(title?.id)
  expect(blockOf('压实责任')).toBe(body?.type === 'body' ? body.children[1]?.id : '')
  const table = attachment?.type === 'attachment' ? attachment.children[1] : undefined
  expect(blockOf('渡口')).toBe(table?.type === 'table' ? table.children[2]?.id : '')
})

test('lines are the same when they were kept, and folded as they are one by one', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const lines = searchLines(document)
      const { folded, line } = unpackLines(packLines(lines))
      expect(lines.map((_, at) => line(at))).toEqual(lines)
      expect(line(lines.length)).toBeUndefined()
      expect(folded).toBe(lines.map(({ text }) => fold(text)).join('\n'))
    }),
  )
})

test('contexts: the lines with most of the words, of these the first, in the order of the text', () => {
  const text = unpackLines(packLines(['山洪。', '预警。', '山洪沟。', '山洪来时发布预警。', '预警与山洪，预警。', '无关。', '山洪预警'].map((text, at) => ({ place: `${at}`, blockId: NOTICE.parts[0]?.id ?? '', text }))))
  const found = findIn(text, ['山洪', '预警'], 3)
  expect(found.hits).toBe(10)
  expect(found.contexts.map(({ place }) => place)).toEqual(['3', '4', '6'])
  expect(findIn(text, ['山洪', '预警'], 4).contexts.map(({ place }) => place)).toEqual(['0', '3', '4', '6'])
  expect(findIn(text, ['预警']).contexts.map(({ place }) => place)).toEqual(['1', '3', '4', '6'])
  expect(findIn(text, ['没有'])).toEqual({ hits: 0, contexts: [] })
})
