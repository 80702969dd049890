import { describe, expect, it } from 'vitest'
import { attachmentsOf, blocksOf, findPart, innerTitleOf, partText, textOf } from '../../shared/document/text.ts'
import type { Block, Document } from '../../shared/document/types.ts'
import { recogniseNotice, type Recognised } from '../../shared/recognise/notice.ts'

const HEAD = '河湾县人民政府办公室\n关于印发《河湾县湿地保护管理办法》的通知\n\n河政办发〔2024〕9号\n\n各乡镇人民政府：\n\n现将《河湾县湿地保护管理办法》印发给你们，请遵照执行。\n\n'
const SIGNED = '河湾县人民政府办公室\n\n2024年5月8日\n\n（此件公开发布）\n\n'

const read = (rest: string): Recognised => recogniseNotice(HEAD + rest)
const texts = (blocks: readonly Block[]): readonly string[] => blocks.map((block) => (block.type === 'table' ? 'table' : textOf(block.children)))
const bodyTexts = (document: Document): readonly string[] => texts(blocksOf(findPart(document, 'body')!))
const signature = ({ document }: Recognised): readonly string[] => [partText(document, 'signatureOrgan'), partText(document, 'signatureDate'), partText(document, 'note')]
const whats = ({ doubts }: Recognised): string => doubts.map(({ where, what }) => `${where} ${what}`).join('\n')

describe('signature, date and note', () => {
  it.each([
    ['each on its line', SIGNED, ['河湾县人民政府办公室', '2024年5月8日', '此件公开发布']],
    ['organ and date on one line', '河湾县人民政府办公室　2024年5月8日\n(此件公开发布)', ['河湾县人民政府办公室', '2024年5月8日', '此件公开发布']],
    ['no note', '河湾县人民政府办公室\n2024年5月8日', ['河湾县人民政府办公室', '2024年5月8日', '']],
    ['a date that is not filled in', '河湾县人民政府办公室\n2024年 月 日', ['河湾县人民政府办公室', '2024年 月 日', '']],
    ['Chinese numerals', '河湾县人民政府办公室\n二〇二四年五月八日', ['河湾县人民政府办公室', '二〇二四年五月八日', '']],
    ['organs that sign together', '河湾县人民政府办公室\n河湾县财政局\n2024年5月8日', ['河湾县人民政府办公室\n河湾县财政局', '2024年5月8日', '']],
    ['no organ', '2024年5月8日', ['', '2024年5月8日', '']],
    ['no date', '河湾县人民政府办公室\n\n（此件公开发布）', ['河湾县人民政府办公室', '', '此件公开发布']],
    ['a note alone', '（此件公开发布）', ['', '', '此件公开发布']],
    ['none of them', '请抓好落实。', ['', '', '']],
  ])('%s', (_, rest, expected) => {
    expect(signature(read(rest))).toEqual(expected)
  })

  it('organs of the title block sign line by line', () => {
    const text = '河湾县财政局 河湾县教育局\n关于下达助学金的通知\n\n请抓好落实。\n\n河湾县财政局\n河湾县教育局\n2024年5月8日'
    expect(signature(recogniseNotice(text))).toEqual(['河湾县财政局\n河湾县教育局', '2024年5月8日', ''])
  })

  it('without organs in the title block, each organ’s line above the date signs', () => {
    const recognised = recogniseNotice('关于表彰先进集体的决定\n\n成绩显著。\n\n附件：名单\n\n中共河湾县委员会\n河湾县人民政府\n2024年2月1日\n\n附件\n\n名单\n（共2个）\n\n青石镇人民政府')
    expect(signature(recognised)[0]).toBe('中共河湾县委员会\n河湾县人民政府')
    expect(attachmentsOf(recognised.document).map(innerTitleOf)).toEqual(['名单'])
  })

  it('a date of a list is no signature where the issuer signs below it', () => {
    const recognised = read(`检查日期如下：\n\n2024年6月1日\n\n2024年7月1日\n\n${SIGNED}`)
    expect(signature(recognised)).toEqual(['河湾县人民政府办公室', '2024年5月8日', '此件公开发布'])
    expect(bodyTexts(recognised.document).slice(1)).toEqual(['检查日期如下：', '2024年6月1日', '2024年7月1日'])
  })

  it('what is missing is a doubt', () => {
    expect(whats(read('2024年5月8日'))).toContain('署名 没有找到发文机关署名')
    expect(whats(read('请抓好落实。'))).toContain('成文日期 没有找到成文日期')
  })

  it('organs whose seals stand side by side sign on a line each', () => {
    const text = '河湾县水利局 河湾县财政局\n关于下达补助资金的通知\n\n各乡镇：\n\n请执行。\n\n河湾县水利局　　　河湾县财政局\n\n2024年5月8日'
    expect(partText(recogniseNotice(text).document, 'signatureOrgan')).toBe('河湾县水利局\n河湾县财政局')
  })
})

describe('the imprint of an original', () => {
  const COPIES = '县委办公室，县人大常委会办公室。'
  it.each([
    ['抄送 and 印发', `抄送：${COPIES}\n\n河湾县人民政府办公室 2024年5月9日印发`, { copies: COPIES, printedBy: '河湾县人民政府办公室', printedOn: '2024年5月9日' }],
    ['抄送 over two lines', '抄送：县委办公室，\n县人大常委会办公室。\n河湾县人民政府办公室　2024年5月9日 印发', { copies: COPIES, printedBy: '河湾县人民政府办公室', printedOn: '2024年5月9日' }],
    ['印发 alone', '河湾县人民政府办公室　　二〇二四年五月九日印发', { printedBy: '河湾县人民政府办公室', printedOn: '二〇二四年五月九日' }],
    ['抄送 alone', `抄 送:${COPIES}`, { copies: COPIES }],
  ])('%s', (_, imprint, expected) => {
    for (const recognised of [read(SIGNED + imprint), read(`${SIGNED}附件\n\n湿地名录\n\n青石镇湿地。\n\n${imprint}`)]) {
      expect(recognised.document.header.distribution).toEqual(expected)
      expect(findPart(recognised.document, 'printed')).toBeUndefined()
      expect(recognised.leftOut).toEqual([])
    }
  })

  it('is told at the end of a text without a signature, too', () => {
    expect(read(`抄送：${COPIES}\n河湾县人民政府办公室　2024年5月9日印发`).document.header.distribution?.copies).toBe(COPIES)
  })

  it('what has no field is left out, and the doubt quotes it', () => {
    const recognised = read(`${SIGNED}抄送：${COPIES}\n共印50份\n河湾县人民政府办公室　2024年5月9日印发`)
    expect(recognised.leftOut).toEqual([{ why: 'imprint', text: '共印50份' }])
    expect(whats(recognised)).toContain('版记 没有收入文稿：“共印50份”')
  })

  it('an 抄送 in the text is text', () => {
    expect(read(`抄送：${COPIES}\n\n请各乡镇执行。\n\n${SIGNED}`).document.header.distribution).toBeUndefined()
  })
})

describe('the text that a notice prints', () => {
  it('follows the signature, its title put together from its lines', () => {
    const { document } = read(`${SIGNED}河湾县湿地\n\n保护管理办法\n\n第一章 总则\n\n第一条 为了保护湿地，制定本办法。`)
    const printed = findPart(document, 'printed')!
    expect(innerTitleOf(printed)).toBe('河湾县湿地保护管理办法')
    expect(blocksOf(printed).map(({ type }) => type)).toEqual(['chapter', 'article'])
  })

  it('is found without a signature, by the name that the notice gives it', () => {
    const { document } = read('河湾县湿地保护管理办法\n\n第一条 为了保护湿地，制定本办法。')
    expect(innerTitleOf(findPart(document, 'printed')!)).toBe('河湾县湿地保护管理办法')
    expect(bodyTexts(document)).toHaveLength(1)
  })

  it('a second one stays in the first, with a doubt', () => {
    const text = '河湾县人民政府\n关于印发两个规划的通知\n\n现将《河湾县妇女发展规划》和《河湾县儿童发展规划》印发给你们。\n\n河湾县人民政府\n\n2024年5月8日\n\n河湾县妇女发展规划\n\n全面落实。\n\n河湾县儿童发展规划\n\n全面落实。'
    const recognised = recogniseNotice(text)
    expect(texts(blocksOf(findPart(recognised.document, 'printed')!))).toEqual(['全面落实。', '河湾县儿童发展规划', '全面落实。'])
    expect(whats(recognised)).toContain('所印文本第2段')
  })

  it('without a title it is kept, with a doubt', () => {
    const recognised = read(`${SIGNED}请各单位对照执行，按期报送。`)
    expect(innerTitleOf(findPart(recognised.document, 'printed')!)).toBe('')
    expect(whats(recognised)).toContain('没有找到它的标题')
  })
})

describe('attachments', () => {
  const attachments = ({ document }: Recognised): readonly (readonly [string | undefined, string, readonly string[]])[] =>
    attachmentsOf(document).map((part) => [part.printed, innerTitleOf(part), texts(blocksOf(part))])

  it('labels stay as printed, titles are put together', () => {
    expect(attachments(read(`${SIGNED}附件1：\n\n湿地保护领导小组\n名单\n\n组 长：张 明\n\n附件 2\n\n任务分解表\n\n序号\t乡镇\n1\t青石镇`))).toEqual([
      ['附件1：', '湿地保护领导小组名单', ['组 长：张 明']],
      ['附件 2', '任务分解表', ['table']],
    ])
  })

  it('a title behind the label', () => {
    expect(attachments(read(`${SIGNED}附件：湿地名录\n\n青石镇湿地。`))).toEqual([['附件：', '湿地名录', ['青石镇湿地。']]])
  })

  const TWO = '附件1\n\n领导小组名单\n\n组 长：张 明\n\n附件2\n\n任务分解表\n\n青石镇完成修复。'
  it.each([
    ['on lines of their own', '附件：\n\n- 1.领导小组名单\n- 2.任务分解表\n\n'],
    ['behind the word', '附件：1.领导小组名单\n\n2.任务分解表；\n\n'],
    ['with a number in mid-line', '附件：\n1.领导小组名单2.任务分解表\n'],
    ['with labels', '附件1：领导小组名单\n附件2：任务分解表\n'],
  ])('the list above them goes where it says the same: %s', (_, list) => {
    const recognised = read(`${list}${SIGNED}${TWO}`)
    expect(bodyTexts(recognised.document)).toEqual(['现将《河湾县湿地保护管理办法》印发给你们，请遵照执行。'])
    expect(attachments(recognised)).toEqual([['附件1', '领导小组名单', ['组 长：张 明']], ['附件2', '任务分解表', ['青石镇完成修复。']]])
    expect(recognised.doubts.filter(({ where }) => where !== '全文')).toEqual([])
  })

  it('contacts below the list stay in the text', () => {
    const recognised = read(`附件：1.领导小组名单\n2.任务分解表\n联系人：王芳　0350-1234567\n\n${SIGNED}${TWO}`)
    expect(bodyTexts(recognised.document).slice(1)).toEqual(['联系人：王芳　0350-1234567'])
    expect(attachments(recognised).map(([, title]) => title)).toEqual(['领导小组名单', '任务分解表'])
  })

  it('the list gives the titles; what an attachment prints instead stays, and is a doubt', () => {
    const recognised = read(`附件：1.领导小组、办公室名单\n2.任务分解表\n${SIGNED}${TWO}`)
    expect(attachments(recognised)[0]).toEqual(['附件1', '领导小组、办公室名单', ['领导小组名单', '组 长：张 明']])
    expect(whats(recognised)).toContain('附件1 标题取自附件说明“领导小组、办公室名单”；附件上印的是“领导小组名单”')
  })

  it('a list that names more than there are stays in the text', () => {
    const recognised = read(`附件：1.领导小组名单\n2.任务分解表\n3.考核办法\n${SIGNED}${TWO}`)
    expect(bodyTexts(recognised.document).slice(1)).toEqual(['附件：1.领导小组名单', '任务分解表', '考核办法'])
    expect(whats(recognised)).toContain('附件说明列有3个附件，文中有2个')
  })

  it('a list under the printed text belongs to it', () => {
    const recognised = read(`${SIGNED}河湾县湿地保护管理办法\n\n第一条 本办法自印发之日起施行。\n\n附件：湿地名录\n\n附件\n\n湿地名录\n\n青石镇湿地。`)
    expect(texts(blocksOf(findPart(recognised.document, 'printed')!))).toEqual(['本办法自印发之日起施行。'])
    expect(attachments(recognised)).toEqual([['附件', '湿地名录', ['青石镇湿地。']]])
  })
})
