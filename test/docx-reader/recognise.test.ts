/** Word files as offices write them: no style says what a line is, its words do. */
import { describe, expect, test } from 'vitest'
import { parseDocument } from '../../shared/document/parse.ts'
import { blocksOf, textOf } from '../../shared/document/text.ts'
import type { Document } from '../../shared/document/types.ts'
import { viewOf, type DocumentView } from '../../shared/document/view.ts'
import { recogniseItems, type Recognised } from '../../shared/recognise/notice.ts'
import { items, p, r, row, type Parts } from './word-file.ts'

const BODY = [
  p('河湾县人民政府办公室', '<w:jc w:val="center"/>') + p('关于做好塘坝除险加固工作的通知', '<w:jc w:val="center"/>'),
  p('') + p('各乡镇人民政府，县直各有关单位：'),
  p('为做好塘坝除险加固工作，现将有关事项通知如下：'),
  p('一、总体要求') + p('先急后缓，分批实施。'),
  p('（一）明确责任。乡镇负主体责任。'),
  p('附件：塘坝除险加固任务表'),
  p('') + p('河湾县人民政府办公室', '<w:jc w:val="right"/>') + p('2024年4月8日', '<w:jc w:val="right"/>') + p('（此件公开发布）'),
]
const TABLE = `<w:tbl>${row('乡镇', '塘坝', '完成时间')}${row('青石镇', '3座', '5月底')}</w:tbl>`
const ATTACHED = p('附件') + p('塘坝除险加固任务表', '<w:jc w:val="center"/>') + p('单位：座') + TABLE

function read(body: string, parts: Parts = {}): Recognised & { readonly view: DocumentView } {
  const recognised = recogniseItems(items(body, parts))
  parseDocument(JSON.parse(JSON.stringify(recognised.document)))
  return { ...recognised, view: viewOf({ id: '', state: 'draft', document: recognised.document }) }
}

const blocks = (document: Document): readonly string[] =>
  document.parts.flatMap(blocksOf).map((block) => (block.type === 'table' ? 'table' : `${block.type}${block.type === 'heading' ? block.level : ''} ${textOf(block.children)}`))

describe('a plain notice', () => {
  const { document, view } = read(BODY.join('') + ATTACHED)

  test('has its parts', () => {
    expect(view).toMatchObject({
      issuer: '河湾县人民政府办公室', title: '关于做好塘坝除险加固工作的通知', recipients: '各乡镇人民政府，县直各有关单位', signatureOrgan: '河湾县人民政府办公室',
      signatureDate: '2024年4月8日', note: '此件公开发布', attachments: ['塘坝除险加固任务表'],
    })
    expect(view.tables).toEqual([[['乡镇', '塘坝', '完成时间'], ['青石镇', '3座', '5月底']]])
  })

  test('has a paragraph for each of the file, also where two could be one', () => {
    expect(blocks(document)).toEqual(['paragraph 为做好塘坝除险加固工作，现将有关事项通知如下：', 'heading1 总体要求', 'paragraph 先急后缓，分批实施。', 'heading2 明确责任。乡镇负主体责任。', 'table'])
    const split = read(BODY.join('').replace('先急后缓，分批实施。', `先急后缓，</w:t></w:r></w:p><w:p><w:r><w:t>分批实施。`))
    expect(blocks(split.document)).toContain('paragraph 分批实施。')
  })

  test('has the unit of its table, and a header that nobody marked', () => {
    const table = document.parts.flatMap(blocksOf).find((block) => block.type === 'table')
    expect(table).toMatchObject({ unit: '单位：座', headerRows: 1 })
  })
})

test('red head and imprint fill the fields of the header', () => {
  const head = p('000012') + p('机密★1年') + p('特急') + p('河湾县人民政府办公室文件') + p('河政办发〔2024〕31号　　　　签发人：李禾')
  const imprint = `<w:tbl>${row('抄送：县委办公室，县人大常委会办公室。')}${row('河湾县人民政府办公室', '2024年4月8日印发')}</w:tbl>`
  const { document, view, doubts } = read(head + BODY.join('') + imprint)
  expect(view).toMatchObject({ documentNumber: '河政办发〔2024〕31号', issuer: '河湾县人民政府办公室', title: '关于做好塘坝除险加固工作的通知', signatureDate: '2024年4月8日' })
  expect(document.header).toMatchObject({
    copyNumber: '000012', secrecy: { level: '机密', period: '1年' }, urgency: '特急', signers: ['李禾'],
    distribution: { copies: '县委办公室，县人大常委会办公室。', printedBy: '河湾县人民政府办公室', printedOn: '2024年4月8日' },
  })
  expect(JSON.stringify(document.parts)).not.toMatch(/抄送|机密|签发人|文件/)
  expect(doubts).toEqual([{ where: '附件说明', what: '附件说明列有附件，文中没有附件的正文' }])
})

test('a title without an organ takes the one of the red head', () => {
  const { view } = read(p('河湾县人民政府文件') + p('河政发〔2024〕6号') + p('关于表扬护林先进集体的通报') + p('各乡镇人民政府：') + p('有关事项如下。'))
  expect(view).toMatchObject({ issuer: '河湾县人民政府', title: '关于表扬护林先进集体的通报', documentNumber: '河政发〔2024〕6号' })
})

test('a red head of two organs in cells, and the numbers of pages', () => {
  const organs = `<w:tc>${p('河湾县水利局')}${p('河湾县财政局')}</w:tc>`
  const { document, view } = read(`<w:tbl>${row(organs, '文件')}</w:tbl>` + p('河水〔2024〕3号') + p('关于下达补助资金的通知') + p('各乡镇：') + p('请执行。') + p('— 1 —') + p('河湾县水利局') + p('河湾县财政局') + p('2024年4月8日'))
  expect(document.header.issuers).toEqual(['河湾县水利局', '河湾县财政局'])
  expect(view.signatureOrgan).toBe('河湾县水利局 河湾县财政局')
  expect(blocks(document)).toEqual(['paragraph 请执行。'])
})

test('a red head in a text box, number and signers in a table', () => {
  const box = `<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p('河湾县水利局文件')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`
  const { document, view } = read(box + `<w:tbl>${row('河水〔2024〕3号', '签发人：李　禾　王明')}</w:tbl>` + p('关于塘坝加固的请示') + p('县人民政府：') + p('请批复。') + p('河湾县水利局') + p('2024年4月8日'))
  expect(document.header).toMatchObject({ issuers: ['河湾县水利局'], documentNumber: '河水〔2024〕3号', signers: ['李禾', '王明'] })
  expect(view.title).toBe('关于塘坝加固的请示')
  expect(blocks(document)).toEqual(['paragraph 请批复。'])
})

describe('headers and footers', () => {
  const NUMBER = p('河政办发〔2024〕31号')

  test('a red head in a header is one; the numbers of pages are nothing', () => {
    const header = p('000012') + p('河湾县人民政府办公室文件')
    const { document, doubts } = read(NUMBER + p('关于护林的通知') + p('各乡镇：') + p('请执行。') + p('河湾县人民政府办公室') + p('2024年4月8日'), { header, footer: p('— 1 —') })
    expect(document.header).toMatchObject({ issuers: ['河湾县人民政府办公室'], copyNumber: '000012', documentNumber: '河政办发〔2024〕31号' })
    expect(doubts).toEqual([])
  })

  test('what else they say is left out, and said', () => {
    const { view, doubts } = read(BODY.join('') + ATTACHED, { header: p('内部资料'), footer: p('第 1 页 共 3 页') })
    expect(view.text).not.toContain('内部资料')
    expect(doubts).toEqual([{ where: '页眉', what: '没有收入：“内部资料”' }])
  })
})

describe('tables without rules', () => {
  const ROWS = row('组 长：', '张 明', '县长') + row('成 员：', '李强', '县林业局局长') + row('', '欧阳文远', '青石镇镇长')
  const at = (table: string) => read(p('河湾县人民政府关于护林的通知') + p('各乡镇：') + p('成员名单') + table + p('河湾县人民政府') + p('2024年4月8日')).document.parts.flatMap(blocksOf)

  test('names and posts set in columns are a roster', () => {
    const [title, roster] = at(`<w:tbl>${ROWS}</w:tbl>`)
    expect(title).toMatchObject({ type: 'paragraph' })
    expect(roster).toMatchObject({ look: 'roster' })
    expect(roster?.type === 'table' && roster.children.map((one) => one.children.map((cell) => textOf(cell.children[0]!.children)))).toEqual([['组长', '张明', '县长'], ['成员', '李强', '县林业局局长'], ['', '欧阳文远', '青石镇镇长']])
  })

  test.each([
    ['rules of its own', `<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>${ROWS}</w:tbl>`],
    ['a style', `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/></w:tblPr>${ROWS}</w:tbl>`],
    ['rules in its cells', `<w:tbl>${row(`<w:tc><w:tcPr><w:tcBorders><w:bottom w:val="single"/></w:tcBorders></w:tcPr>${p('组 长：')}</w:tc>`, '张 明', '县长')}${ROWS}</w:tbl>`],
    ['other words', `<w:tbl>${row('青石镇', '三座', '五月底')}${row('柳溪乡', '两座', '六月底')}</w:tbl>`],
  ])('with %s it is a table', (_, table) => {
    expect(at(table).find((block) => block.type === 'table')).not.toHaveProperty('look')
  })
})

test('a comment is kept as written, and leads to what it is about', () => {
  const comments = `<w:comment w:id="3" w:author="林禾" w:date="2024-04-02T10:05:00Z">${p('请核对')}</w:comment>`
  const { document, doubts } = read(p('河湾县人民政府关于护林的通知') + p('各乡镇：') + `<w:p>${r('请执行。')}<w:r><w:commentReference w:id="3"/></w:r></w:p>` + p('河湾县人民政府') + p('2024年4月8日'), { comments })
  const [paragraph] = document.parts.flatMap(blocksOf)
  const comment = { author: '林禾', date: '2024-04-02T10:05:00Z', text: '请核对' }
  expect(doubts).toEqual([{ where: '原文第3段', what: '批注（林禾，2024-04-02 10:05）：请核对', comment, block: paragraph?.id }])
})

describe('tracked changes', () => {
  const by = 'w:id="1" w:author="周岚" w:date="2024-04-02T10:00:00Z"'
  const changed = (before: string, inserted: string, deleted: string, after: string): string =>
    `<w:p>${r(before)}<w:ins ${by}>${r(inserted)}</w:ins><w:del ${by}><w:r><w:delText>${deleted}</w:delText></w:r></w:del>${r(after)}</w:p>`
  const gone = `<w:p><w:pPr><w:rPr><w:del ${by}/></w:rPr></w:pPr><w:del ${by}><w:r><w:delText>此段不要。</w:delText></w:r></w:del></w:p>`

  test('stay where they are: in a heading, in the addressees, in the title', () => {
    const body = changed('河湾县人民政府办公室关于做好', '塘坝', '水库', '加固的通知') + changed('各乡镇', '人民政府', '政府', '：') + p('通知如下。') + changed('一、总体', '要求', '目标', '') + p('河湾县人民政府办公室') + p('2024年4月8日')
    const { document, view } = read(body)
    expect(view).toMatchObject({ title: '关于做好塘坝加固的通知', recipients: '各乡镇人民政府', headings: [{ level: 1, number: '一、', text: '总体要求' }] })
    const leaves = (type: string): unknown => {
      const part = document.parts.find((one) => one.type === type) ?? document.parts.flatMap(blocksOf).find((one) => one.type === type)
      return part?.children.map((leaf) => ('text' in leaf ? [leaf.text, leaf.ins?.author, leaf.del?.author] : []))
    }
    expect(leaves('title')).toEqual([['关于做好', undefined, undefined], ['塘坝', '周岚', undefined], ['水库', undefined, '周岚'], ['加固的通知', undefined, undefined]])
    expect(leaves('recipients')).toEqual([['各乡镇', undefined, undefined], ['人民政府', '周岚', undefined], ['政府', undefined, '周岚']])
    expect(leaves('heading')).toEqual([['总体', undefined, undefined], ['要求', '周岚', undefined], ['目标', undefined, '周岚']])
  })

  test('a paragraph that is all deleted stays as one; in the head, where there is no place for it, it is said', () => {
    const { document, doubts } = read(gone + p('河湾县人民政府关于防火的通知') + p('各乡镇：') + p('通知如下。') + gone + p('请遵照执行。') + p('河湾县人民政府') + p('2024年4月8日'))
    const body = document.parts.find((part) => part.type === 'body')
    expect(body?.children.map((block) => [block.type, block.change?.kind])).toEqual([['paragraph', undefined], ['paragraph', 'del'], ['paragraph', undefined]])
    expect(doubts).toContainEqual({ where: '修订', what: expect.stringContaining('此段不要。') as string })
  })
})

test('lines of a printed page pasted as paragraphs are joined again', () => {
  const long = ['全县塘坝共有一百一十二座，其中险工险段三十', '六座，涉及九个乡镇，受益耕地一万二千余亩，', '多数建于上世纪七十年代，坝体渗漏，溢洪道淤', '塞，启闭设备锈蚀，管护人员不足，经费没有着', '落，部分塘坝产权不清，责任不明，平时无人问', '津，汛期抢险被动，群众反映强烈，急需分批除', '险加固，恢复蓄水能力，保障下游村庄安全，请', '各乡镇认真组织实施。']
  const { document } = read(p('河湾县人民政府关于塘坝加固的通知') + p('各乡镇：') + long.map((line) => p(line)).join('') + p('河湾县人民政府') + p('2024年4月8日'))
  expect(blocks(document)).toEqual([`paragraph ${long.join('')}`])
})
