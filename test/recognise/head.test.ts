import { describe, expect, it } from 'vitest'
import { partText } from '../../shared/document/text.ts'
import { recogniseNotice } from '../../shared/recognise/notice.ts'

const BODY = '现将有关事项通知如下。\n\n河湾县人民政府\n\n2024年5月8日'

interface HeadCase {
  readonly issuers: readonly string[]
  readonly title: string
  readonly number?: string
  readonly recipients?: string
  readonly genre?: string | null
}

/** Recognises a head above a body and a signature. */
function headOf(head: string): Required<HeadCase> {
  const { document } = recogniseNotice(`${head}\n\n${BODY}`)
  const { issuers, genre, documentNumber } = document.header
  return { issuers, title: partText(document, 'title'), number: documentNumber ?? '', recipients: partText(document, 'recipients'), genre }
}

const USUAL = { issuers: ['河湾县人民政府办公室'], title: '关于做好冬春火灾防控工作的通知', number: '河政办发〔2024〕9号', recipients: '各乡镇人民政府' }

describe('the title block, as it is printed', () => {
  it.each<[string, string, HeadCase]>([
    ['organ and title on one line', '河湾县人民政府办公室 关于做好冬春火灾防控工作的通知\n\n河政办发〔2024〕9号\n\n各乡镇人民政府：', USUAL],
    ['without a space between', '河湾县人民政府办公室关于做好冬春火灾防控工作的通知\n河政办发〔2024〕9号\n各乡镇人民政府：', USUAL],
    ['broken over lines', '河湾县人民政府办公室\n关于做好冬春火灾\n防控工作的\n通 知\n河政办发〔2024〕9号\n各乡镇人民政府：', USUAL],
    ['emphasised over lines', '**河湾县人民政府办公室\n关于做好冬春火灾防控工作的\n通 知**\n\n河政办发〔2024〕9号\n\n各乡镇人民政府:', USUAL],
    ['organ, blank line, title', '河湾县人民政府办公室\n\n关于做好冬春火灾防控工作的通知\n\n河政办发〔2024〕9号\n\n各乡镇人民政府：', USUAL],
    ['number with spaces', '河湾县人民政府办公室\n关于做好冬春火灾防控工作的通知\n河政办发 〔2024〕 9 号\n各乡镇人民政府：', USUAL],
    ['number in brackets', '河湾县人民政府办公室\n关于做好冬春火灾防控工作的通知\n（河政办发〔2024〕9号）\n各乡镇人民政府：', USUAL],
    ['number above, as an original has it', '河湾县人民政府办公室文件\n\n河政办发〔2024〕9号\n\n河湾县人民政府办公室\n关于做好冬春火灾防控工作的通知\n\n各乡镇人民政府：', USUAL],
    ['number above, organ in the red head only', '河湾县人民政府办公室文件\n河政办发〔2024〕9号\n关于做好冬春火灾防控工作的通知\n各乡镇人民政府：', USUAL],
    ['addressees over two lines', '河湾县人民政府办公室\n关于做好冬春火灾防控工作的通知\n河政办发〔2024〕9号\n各乡镇\n人民政府：', USUAL],
    [
      'no number, on one line',
      '河湾县人民政府办公室 关于印发河湾县古树名木保护管理办法的通知\n\n各乡(镇)人民政府,县直各有关单位:',
      { issuers: ['河湾县人民政府办公室'], title: '关于印发河湾县古树名木保护管理办法的通知', recipients: '各乡(镇)人民政府,县直各有关单位' },
    ],
    [
      'no number, broken over lines without blank ones',
      '河湾县人民政府\n关于公布2024年重点项目的\n通知\n各乡镇人民政府：',
      { issuers: ['河湾县人民政府'], title: '关于公布2024年重点项目的通知', recipients: '各乡镇人民政府' },
    ],
    [
      'two organs',
      '河湾县财政局 河湾县教育局\n关于下达助学金的通知\n河财〔2024〕3号',
      { issuers: ['河湾县财政局', '河湾县教育局'], title: '关于下达助学金的通知', number: '河财〔2024〕3号' },
    ],
    ['an organ broken in two', '河湾县\n人民政府\n关于青石镇区划调整的决定', { issuers: ['河湾县人民政府'], title: '关于青石镇区划调整的决定', genre: '决定' }],
    ['a title without 关于', '河湾县人民政府\n通告', { issuers: ['河湾县人民政府'], title: '通告', genre: '通告' }],
    ['organ and kind in one word', '河湾县人民政府公告', { issuers: ['河湾县人民政府'], title: '公告', genre: '公告' }],
    ['an order and its number', '河湾县人民政府令\n第3号', { issuers: ['河湾县人民政府'], title: '令第3号', genre: '命令' }],
    ['关于 inside a quoted name', '河湾县人民政府\n印发《关于加强河道管理的意见》的通知', { issuers: ['河湾县人民政府'], title: '印发《关于加强河道管理的意见》的通知', genre: '通知' }],
    [
      'a kind that is none of the 15',
      '河湾县人民政府办公室\n关于印发河湾县特殊教育发展实施方案\n河政办发〔2024〕9号',
      { issuers: ['河湾县人民政府办公室'], title: '关于印发河湾县特殊教育发展实施方案', number: '河政办发〔2024〕9号', genre: null },
    ],
    ['a title that ends in brackets', '河湾县人民政府\n关于印发园林绿化管理办法\n（试行）的通知', { issuers: ['河湾县人民政府'], title: '关于印发园林绿化管理办法（试行）的通知' }],
    ['an 实施意见 is an 意见', '河湾县人民政府\n关于推进海绵城市建设的实施意见', { issuers: ['河湾县人民政府'], title: '关于推进海绵城市建设的实施意见', genre: '意见' }],
  ])('%s', (_, head, expected) => {
    expect(headOf(head)).toEqual({ number: '', recipients: '', genre: '通知', ...expected })
  })

})

describe('the red head of an original', () => {
  const TITLE = '关于防汛工作的请示\n\n县人民政府：'
  const read = (head: string) => recogniseNotice(`${head}\n${TITLE}\n\n${BODY}`)
  const ISSUED = { issuers: ['河湾县水利局'], genre: '请示', documentNumber: '河水〔2024〕9号' }

  it.each<[string, string, object]>([
    ['all of it, each on a line', '000012\n机密★1年\n特急\n河湾县水利局文件\n河水〔2024〕9号　签发人：李禾', { copyNumber: '000012', secrecy: { level: '机密', period: '1年' }, urgency: '特急', signers: ['李禾'] }],
    ['on one line, with spaces', '000012　秘 密★长期　加 急\n河湾县水利局 文 件\n河水〔2024〕9号', { copyNumber: '000012', secrecy: { level: '秘密', period: '长期' }, urgency: '加急' }],
    ['a level without a period', '绝密\n河湾县水利局文件\n河水〔2024〕9号', { secrecy: { level: '绝密' } }],
    ['the signer on a line of his own', '河湾县水利局文件\n签 发 人：李　禾\n河水〔2024〕9号', { signers: ['李禾'] }],
    ['several signers, the last beside the number', '河湾县水利局文件\n签发人：李禾　王明\n河水〔2024〕9号　　　张晓山', { signers: ['李禾', '王明', '张晓山'] }],
    ['signers over two lines', '河湾县水利局文件\n签发人：李禾　王明\n张晓山\n河水〔2024〕9号', { signers: ['李禾', '王明', '张晓山'] }],
  ])('%s', (_, head, expected) => {
    const { document, leftOut, doubts } = read(head)
    expect(document.header).toEqual({ ...ISSUED, ...expected })
    expect(leftOut.map(({ text }) => text.replace(/\s/g, ''))).toEqual(['文件'])
    expect(doubts).toEqual([])
  })

  it.each([
    ['文件 beside the last', '河湾县水利局\n河湾县财政局文件'],
    ['文件 below them', '河湾县水利局\n河湾县财政局\n文件'],
  ])('organs that issue together, %s', (_, head) => {
    expect(read(`${head}\n河水〔2024〕9号`).document.header.issuers).toEqual(['河湾县水利局', '河湾县财政局'])
  })

  it('a number that is not filled in yet is none, and said', () => {
    const { document, doubts } = read('河湾县水利局文件\n河水〔2024〕　号')
    expect(document.header).toEqual({ ...ISSUED, documentNumber: null })
    expect(doubts).toEqual([{ where: '发文字号', what: '“河水〔2024〕　号”没有填序号，签发后在这里取号' }])
  })

  it('without any number its organ still issues', () => {
    expect(read('河湾县水利局文件').document.header.issuers).toEqual(['河湾县水利局'])
  })

  it('an organ that the title names otherwise is a doubt', () => {
    const { document, doubts } = recogniseNotice(`河湾县人民政府文件\n河政发〔2024〕9号\n河湾县人民政府办公室\n关于防汛工作的通知\n\n${BODY}`)
    expect(document.header.issuers).toEqual(['河湾县人民政府办公室'])
    expect(doubts).toEqual([{ where: '发文机关', what: '版头上是“河湾县人民政府”，与标题不同，按标题收入' }])
  })

  it('a signer that is no name is said', () => {
    const { document, doubts } = read('河湾县水利局文件\n河水〔2024〕9号　签发人：__________')
    expect(document.header).toEqual(ISSUED)
    expect(doubts.map(({ where }) => where)).toContain('签发人')
  })
})

describe('addressees', () => {
  it('that have lost their colon are taken, with a doubt', () => {
    const { document, doubts } = recogniseNotice(`河湾县人民政府\n关于防汛工作的通知\n\n各乡镇人民政府，县直各单位\n\n${BODY}`)
    expect(partText(document, 'recipients')).toBe('各乡镇人民政府，县直各单位')
    expect(doubts).toContainEqual({ where: '主送机关', what: expect.stringContaining('没有冒号') as string })
  })

  it.each(['为加强河道管理，现通告如下：', '根据《河湾县湿地公园管理办法》，决定：', '现将有关事项公告如下:'])('are not the first sentence of a text without them: %s', (first) => {
    const { document } = recogniseNotice(`河湾县人民政府\n关于河道管理的通告\n\n${first}\n\n${BODY}`)
    expect(partText(document, 'recipients')).toBe('')
  })
})

it.each(['', '   \n\n', '只有一句话。', '一、没有标题的文字\n1.第一项'])('any text gives a document: %j', (text) => {
  const { document, doubts } = recogniseNotice(text)
  expect(partText(document, 'title')).toBe('')
  expect(doubts.map(({ where }) => where)).toEqual(expect.arrayContaining(['标题', '发文机关', '署名', '成文日期']))
})
