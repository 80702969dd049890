import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeArticle, makeAttachment, makeBody, makeCell, makeChapter, makeDocument, makeHeading, makeImage, makeLine, makeParagraph, makePrinted, makeRow, makeTable } from '../../shared/document/build.ts'
import { plainTextOf, viewOf } from '../../shared/document/view.ts'
import { documents } from './arbitrary.ts'

const table = makeTable([['序号', '乡镇'], ['1', '青石镇\n柳溪乡']].map((row) => makeRow(row.map((text) => makeCell(text)))), { caption: '任务表', unit: '单位：亩' })
const WHOLE = makeDocument({ issuers: ['河湾县人民政府', '河湾县财政局'], genre: '意见', documentNumber: '河政发〔2024〕9号' }, [
  makeLine('title', '关于湿地保护的\n实施意见'),
  makeLine('recipients', '各乡镇人民政府'),
  makeBody([makeHeading(1, '总体要求'), makeParagraph('坚持保护优先。'), makeHeading(2, '原则。科学修复。', '（五）')]),
  makeLine('signatureOrgan', '河湾县人民政府\n河湾县财政局'),
  makeLine('signatureDate', '2024年5月8日'),
  makeLine('note', '此件公开发布'),
  makePrinted('湿地名录', [makeChapter('总则'), makeArticle('制定本名录。')]),
  makeAttachment('任务分工', [table], '附件1：'),
  makeAttachment('名单', [makeParagraph('张明')]),
])

it('a view holds the elements as they are printed', () => {
  const { text, ...view } = viewOf({ id: '7', state: 'issued', document: WHOLE })
  expect(text).toBe(plainTextOf(WHOLE))
  expect(view).toEqual({
    id: '7',
    images: [],
    state: 'issued',
    genre: '意见',
    documentNumber: '河政发〔2024〕9号',
    secrecy: null,
    urgency: null,
    copyNumber: null,
    signers: null,
    distribution: null,
    kind: '实施意见',
    issuer: '河湾县人民政府 河湾县财政局',
    title: '关于湿地保护的实施意见',
    recipients: '各乡镇人民政府',
    signatureOrgan: '河湾县人民政府 河湾县财政局',
    signatureDate: '2024年5月8日',
    note: '此件公开发布',
    attachments: ['任务分工', '名单'],
    headings: [
      { level: 1, number: '一、', text: '总体要求' },
      { level: 2, number: '（五）', text: '原则。科学修复。' },
    ],
    tables: [[['序号', '乡镇'], ['1', '青石镇 柳溪乡']]],
  })
})

it('the plain text has every part in printing order, a line for each paragraph', () => {
  expect(plainTextOf(WHOLE).split('\n')).toEqual([
    ...['河湾县人民政府', '河湾县财政局', '关于湿地保护的', '实施意见', '河政发〔2024〕9号', '各乡镇人民政府：'],
    ...['一、总体要求', '坚持保护优先。', '（五）原则。科学修复。', '河湾县人民政府', '河湾县财政局', '2024年5月8日', '（此件公开发布）'],
    ...['湿地名录', '第一章　总则', '第一条　制定本名录。', '附件1：', '任务分工', '任务表', '单位：亩', '序号\t乡镇', '1\t青石镇 柳溪乡', '附件2', '名单', '张明'],
  ])
})

it('what only an original bears is in the view and, where it prints it, in the text', () => {
  const header = { ...WHOLE.header, copyNumber: '000012', secrecy: { level: '机密', period: '1年' }, urgency: '特急', signers: ['李禾', '王晓禾'], distribution: { copies: '县委办公室。', printedBy: '河湾县人民政府办公室', printedOn: '2024年5月9日' } } as const
  const view = viewOf({ id: '7', state: 'draft', document: { ...WHOLE, header } })
  expect(view).toMatchObject({ copyNumber: '000012', secrecy: '机密★1年', urgency: '特急', signers: ['李禾', '王晓禾'], distribution: header.distribution })
  const lines = view.text.split('\n')
  expect(lines.slice(0, 4)).toEqual(['000012', '机密★1年', '特急', '河湾县人民政府'])
  expect(lines.slice(7, 9)).toEqual(['河政发〔2024〕9号', '签发人：李禾　王晓禾'].slice(0, 2))
  expect(lines.slice(-2)).toEqual(['抄送：县委办公室。', '河湾县人民政府办公室　2024年5月9日印发'])
})

describe('what is absent', () => {
  const bare = makeDocument({ issuers: [], genre: null, documentNumber: null }, [makeLine('title', ''), makeBody([])])

  it('is null, and no line of the text', () => {
    const view = viewOf({ id: '7', state: 'draft', document: bare })
    expect(view).toMatchObject({ kind: null, issuer: null, title: null, recipients: null, signatureOrgan: null, signatureDate: null, note: null, text: '' })
    expect([view.attachments, view.headings, view.tables]).toEqual([[], [], []])
  })

  it('a view is plain JSON of any document, and no field holds a line break but the text', () => {
    fc.assert(fc.property(documents, (document) => {
      const view = viewOf({ id: '7', state: 'draft', document })
      expect(JSON.parse(JSON.stringify(view))).toEqual(view)
      const lines = [view.title, view.recipients, view.signatureOrgan, view.signatureDate, view.note, ...view.attachments, ...view.tables.flat(2)]
      expect(lines.filter((line) => line?.includes('\n'))).toEqual([])
    }))
  })
})

it('images are listed without their bytes, and are no text', () => {
  const image = { sha256: '0a'.repeat(32), mediaType: 'image/png', width: 300, height: 120.5 } as const
  const document = makeDocument({ issuers: [], genre: null, documentNumber: null }, [makeLine('title', '关于界桩的通知'), makeBody([makeImage(image), makeImage({ ...image, alt: '界桩' })])])
  const view = viewOf({ id: '7', state: 'draft', document })
  expect(view.images).toEqual([{ ...image, alt: null }, { ...image, alt: '界桩' }])
  expect(view.text).toBe('关于界桩的通知')
})
