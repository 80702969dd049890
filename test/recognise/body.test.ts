import { describe, expect, it } from 'vitest'
import { blocksOf, findPart, textOf } from '../../shared/document/text.ts'
import type { Block, Table } from '../../shared/document/types.ts'
import { recogniseNotice, type Recognised } from '../../shared/recognise/notice.ts'

const HEAD = '河湾县人民政府\n关于湿地保护工作的通知\n\n河政发〔2024〕9号\n\n各乡镇人民政府：\n\n'
const TAIL = '\n\n河湾县人民政府\n\n2024年5月8日'

const read = (body: string): Recognised => recogniseNotice(HEAD + body + TAIL)
const bodyOf = ({ document }: Recognised): readonly Block[] => blocksOf(findPart(document, 'body')!)
const line = (block: Block): string => (block.type === 'table' || block.type === 'image' ? block.type : `${block.type === 'heading' ? block.level : block.type}|${block.type === 'paragraph' ? '' : (block.printed ?? '')}|${textOf(block.children)}`)
const lines = (body: string): readonly string[] => bodyOf(read(body)).map(line)
const whats = ({ doubts }: Recognised): string => doubts.map(({ where, what }) => `${where} ${what}`).join('\n')

describe('numbers stay as they are printed', () => {
  it.each([
    ['一、总体要求', '1|一、|总体要求'],
    ['（一）指导思想。坚持保护优先。', '2|（一）|指导思想。坚持保护优先。'],
    ['( 十一 ) 加强领导', '2|( 十一 )|加强领导'],
    ['1.开展普查。', '3|1.|开展普查。'],
    ['1、开展普查。', '3|1、|开展普查。'],
    ['1. 开展普查。', '3|1.|开展普查。'],
    ['12．开展普查。', '3|12．|开展普查。'],
    ['（1）建立台账。', '4|（1）|建立台账。'],
    ['(1) 建立台账。', '4|(1)|建立台账。'],
    ['第一章 总则', 'chapter|第一章|总则'],
    ['第六章附则', 'chapter|第六章|附则'],
    ['第二十三条 本办法自印发之日起施行。', 'article|第二十三条|本办法自印发之日起施行。'],
    ['第三条　县林业局主管湿地保护。', 'article|第三条|县林业局主管湿地保护。'],
  ])('%s', (text, expected) => {
    expect(lines(text)).toEqual([expected])
  })

  it.each([
    '1.5万元用于补植。',
    '1、2、3号楼先行改造。',
    '一、二级保护湿地不得开发。',
    '第三十条规定的情形除外。',
    '2024.5万亩以上的湿地单独建档。',
    '一是强化领导；二是落实经费；三是严格考核。',
    '二是落实经费。',
    '①封育期的湿地；②退化的湿地。',
    '一要强化领导。',
  ])('what only looks like a number is text: %s', (text) => {
    expect(lines(text)).toEqual([`paragraph||${text}`])
  })

  it('a number before a figure counts where it is the next: 5.5岁 is the fifth item after the fourth', () => {
    const items = ['1.甲。', '2.乙。', '3.丙。', '4.丁。', '5.5岁以下儿童免票。', '6.5万元以上的项目单列。']
    expect(lines(items.join('\n'))).toEqual(['3|1.|甲。', '3|2.|乙。', '3|3.|丙。', '3|4.|丁。', '3|5.|5岁以下儿童免票。', '3|6.|5万元以上的项目单列。'])
  })

  it('a jump is a doubt, a fresh start is not', () => {
    expect(read('一、甲\n1.子。\n2.丑。\n二、乙\n1.寅。\n三、丙').doubts).toEqual([])
    expect(whats(read('一、甲\n二、乙\n四、丁'))).toContain('正文第3段 “二、”之后是“四、”，编号不连续')
    expect(whats(read('（四）甲'))).toContain('编号从“（四）”开始')
  })
})

describe('items', () => {
  it.each([
    ['——坚持保护优先。\n——坚持分级管理。', ['item|——|坚持保护优先。', 'item|——|坚持分级管理。']],
    ['①封育期的湿地；\n②退化的湿地。', ['item|①|封育期的湿地；', 'item|②|退化的湿地。']],
    ['一是强化领导。\n二是落实经费。\n县财政局统筹。\n三是严格考核。', ['item|一是|强化领导。', 'item|二是|落实经费。', 'paragraph||县财政局统筹。', 'item|三是|严格考核。']],
    ['一是强化领导。\n一、考核\n二是落实经费。', ['item|一是|强化领导。', '1|一、|考核', 'paragraph||二是落实经费。']],
  ])('%s', (text, expected) => {
    expect(lines(text)).toEqual(expected)
  })
})

describe('paragraphs of a kind of their own', () => {
  const roles = (body: string): readonly (string | undefined)[] => bodyOf(read(body)).map((block) => (block.type === 'paragraph' ? (block.role ?? '') : block.type))

  it.each([
    ['补助资金=修复面积（亩）×补助标准（元/亩）×完成率', ['formula']],
    ['得分=Σ各项得分/项数。', ['formula']],
    ['甲=乙', ['']],
    ['补助按面积=亩数×单价计算，多退少补。', ['']],
    ['网址=http://river.example/a?b=c/d', ['']],
    ['1.得分=甲×乙', ['heading']],
    ['联系人：王芳 0350-1234567\n\n李强 13900000001\n\n电子邮箱：shidi@river.example', ['contact', 'contact', 'contact']],
    ['联系电话：', ['']],
    ['张明 13900000002', ['']],
    ['注：面积按上年统计。', ['']],
    ['序号\t乡镇\n1\t青石镇\n\n注：面积按上年统计。\n\n填表说明：单位为亩。\n\n修复从三月开始。', ['table', 'note', 'note', '']],
    ['序号\t乡镇\n1\t青石镇\n\n说明：\n1.面积按上年统计。\n2.单位为亩。\n4.由县林业局解释。', ['table', 'note', 'note', 'note', 'heading']],
    ['序号\t乡镇\n1\t青石镇\n\n备注：1.面积按上年统计。\n2.单位为亩。', ['table', 'note', 'note']],
  ])('%s', (text, expected) => {
    expect(roles(text)).toEqual(expected)
  })
})

describe('rosters', () => {
  const rosterOf = (body: string): readonly (readonly string[])[] | null => {
    const table = bodyOf(read(body)).find((block): block is Table => block.type === 'table' && block.look === 'roster')
    return table ? table.children.map((row) => row.children.map((cell) => textOf(cell.children[0]!.children))) : null
  }
  const TWO = [['组长', '张明', '县委副书记、县长'], ['副组长', '李强', '副县长']]

  it.each([
    ['roles, padded names, posts', '组 长：张 明 县委副书记、县长\n\n副组长：李　强　副县长\n\n王 芳 县林业局局长', [...TWO, ['', '王芳', '县林业局局长']]],
    ['names padded with spaces that do not break', '组\u00a0\u00a0长：张明\u00a0县长\n副组长：李\u00a0\u00a0强\u00a0副县长', [['组长', '张明', '县长'], ['副组长', '李强', '副县长']]],
    ['posts in brackets', '组长：张明（县长）\n副组长：李强 (副县长)', [['组长', '张明', '（县长）'], ['副组长', '李强', '(副县长)']]],
    ['a role on a line of its own', '组长：张明 县委副书记、县长\n副组长：\n李强 副县长', TWO],
    ['a post that a comma breaks', '组长：张明 县委副书记、\n县长\n副组长：李强 副县长', TWO],
    ['a post that a line end breaks', '组长：张明 县委副书记、县长\n副组长：李强 副县长\n成员：周岚 县农业农\n村局局长', [...TWO, ['成员', '周岚', '县农业农村局局长']]],
    ['posts without names at the end', '组长：张明 县委副书记、县长\n副组长：李强 副县长\n各乡镇乡镇长', [...TWO, ['', '', '各乡镇乡镇长']]],
    ['members by their posts alone', '组长：张明 县委副书记、县长\n副组长：李强 副县长\n成员：县林业局、县水利局主要负责同志。', [...TWO, ['成员', '', '县林业局、县水利局主要负责同志。']]],
    ['names in two parts', '组长：阿里·艾山 县长\n副组长：欧阳文远 副县长', [['组长', '阿里·艾山', '县长'], ['副组长', '欧阳文远', '副县长']]],
    ['any role, where every post is one', '牵头领导：张明 县长\n包联干部：李强 科员', [['牵头领导', '张明', '县长'], ['包联干部', '李强', '科员']]],
    ['a roster ends where text begins', '组长：张明 县委副书记、县长\n副组长：李强 副县长\n领导小组办公室设在县林业局。', TWO],
  ])('%s', (_, text, expected) => {
    expect(rosterOf(text)).toEqual(expected)
  })

  it.each([
    ['a single line', '组长：张明 县长\n\n领导小组办公室设在县林业局。'],
    ['organs, not persons', '牵头单位：县林业局 县水利局\n\n配合单位：县财政局 县审计局'],
    ['a list of names', '组长：张明\n\n成员：王芳 李强 周岚'],
    ['half of one', '组长：张明\n\n副组长：李强\n\n成员：王芳、周岚'],
    ['two persons on a line', '组长：张明 县长 李强 副县长\n\n成员：王芳 县林业局局长 周岚 县水利局局长'],
    ['contacts', '联系人：王芳 县林业局科员\n\n联系人：李强 县水利局科员'],
  ])('none: %s', (_, text) => {
    expect(rosterOf(text)).toBeNull()
    expect(lines(text)).toHaveLength(text.split('\n\n').length)
  })

  it('items of a note are no headings out of order', () => {
    expect(read('序号\t乡镇\n1\t青石镇\n\n注：1.面积按上年统计。\n2.单位为亩。').doubts).toEqual([])
  })

  it('several lines with roles that are no roster are a doubt', () => {
    expect(whats(read('组长：张明\n\n成员：王芳 李强 周岚'))).toContain('正文第1段 “组长：张明”像是名单，没有认准，作正文收入')
  })
})

describe('traces of extraction', () => {
  it('list marks go, their number is reported, and each item is a paragraph', () => {
    const recognised = read('- （一）甲，\n- （二）乙，\n- 丙')
    expect(bodyOf(recognised).map(line)).toEqual(['2|（一）|甲，', '2|（二）|乙，', 'paragraph||丙'])
    expect(recognised.doubts).toEqual([{ where: '全文', what: '去掉了抽取文字时留下的列表符“- ”，共3处' }])
  })

  it('masked names keep their stars, page numbers go', () => {
    const recognised = read('**李**、张**等3人。\n— 3 —\n李**')
    expect(bodyOf(recognised).map(line)).toEqual(['paragraph||**李**、张**等3人。', 'paragraph||李**'])
    expect(recognised.leftOut).toEqual([{ why: 'pageNumber', text: '— 3 —' }])
  })
})

describe('broken paragraphs', () => {
  it.each([
    ['a comma ends the line', ['各乡镇要开展巡查，', '及时处置。']],
    ['a bracket is open', ['县林业局（县湿地保护', '中心）负责。']],
    ['the next begins with punctuation', ['落实“河长制”和“林长制', '”，分工负责。']],
    ['a sentence stands before the break', ['加强巡查。建立台账并逐', '月更新。']],
    ['an article goes on', ['第一条 为了加强湿地', '保护，制定本办法。']],
  ])('%s', (_, texts) => {
    const joined = lines(texts.join('\n\n'))
    expect(joined).toHaveLength(1)
    expect(joined[0]?.replace(/^.*\|/, '')).toBe(texts.join('').replace(/^第一条 /, ''))
  })

  it.each([
    ['a heading and its text', '（一）指导思想\n\n坚持保护优先，严守红线。'],
    ['lines of a roster that is none', '组 长：张 明 县委副书记、县长\n\n成 员：王芳 李强 周岚'],
    ['a finished sentence', '加强巡查。\n\n建立台账。'],
    ['appointments, one without its semicolon', '张明同志任县林业局局长\n\n李强同志任县水利局局长；'],
    ['lines with labels', '联系人：王芳\n\n电话：0350-1234567'],
  ])('stay apart: %s', (_, text) => {
    expect(lines(text)).toHaveLength(text.split('\n\n').length)
  })

  it('text of two columns keeps the given order; what is cut off there is a doubt', () => {
    const recognised = read('1.查处沿线露天堆放的煤场，\n\n2.保障经费。\n\n等。\n\n3.收尾。')
    expect(bodyOf(recognised).map(line)).toEqual(['3|1.|查处沿线露天堆放的煤场，', '3|2.|保障经费。', 'paragraph||等。', '3|3.|收尾。'])
    expect(whats(recognised)).toContain('正文第1段')
    expect(whats(recognised)).toContain('正文第3段 “等。”像是别处的残句')
  })
})

describe('tables', () => {
  const tableOf = (body: string): Table => bodyOf(read(body)).find((block): block is Table => block.type === 'table')!
  const rowsOf = ({ children }: Table): readonly (readonly string[])[] =>
    children.map((row) => row.children.map((cell) => cell.children.map((one) => textOf(one.children)).join('\n')))

  it('rows are padded, a line of dashes goes, caption and unit are the table’s', () => {
    const table = tableOf('说明如下。\n\n各乡镇任务表\n\n单位：亩\n\n序号\t乡镇\t面积\t\n---\t---\t---\n1\t青石镇\n2\t柳溪乡\t30\t')
    expect(rowsOf(table)).toEqual([['序号', '乡镇', '面积'], ['1', '青石镇', ''], ['2', '柳溪乡', '30']])
    expect(table).toMatchObject({ headerRows: 1, caption: '各乡镇任务表', unit: '单位：亩' })
  })

  it('a page end’s repeated header goes, and the pieces are one table', () => {
    const recognised = read('表如下。\n\n序号\t任务\n1\t甲\n\n序号\t任务\t\n\t乙续\n2\t丙\n\n序号\t任务\n3\t丁')
    const tables = bodyOf(recognised).filter((block) => block.type === 'table')
    expect(tables.map(rowsOf)).toEqual([[['序号', '任务'], ['1', '甲'], ['', '乙续'], ['2', '丙'], ['3', '丁']]])
    expect(recognised.leftOut).toEqual([{ why: 'repeatedHeader', text: '序号\t任务\t' }, { why: 'repeatedHeader', text: '序号\t任务' }])
    expect(whats(recognised)).toContain('表格由3段接成，去掉了2次重复的表头')
  })

  it('a header of two rows: the second goes on under the merged cells of the first', () => {
    const table = tableOf('表。\n\n乡镇\t玉米\t\t谷子\t\n\t面积\t产量\t面积\t产量\n青石镇\t1.2\t300\t0.5\t80')
    expect(table.headerRows).toBe(2)
    expect(tableOf('表。\n\n序号\t任务\t备注\n\t续\t\n1\t甲\t').headerRows).toBe(1)
  })

  it.each([['合计', true], ['总 计', true], ['小计', undefined]])('a last row that begins with %s', (label, total) => {
    expect(tableOf(`表。\n\n序号\t乡镇\t面积\n1\t青石镇\t3\n\t${label}\t3`).totalRow).toBe(total)
  })

  it('a roster drawn with bars is a table without a header, one set by tabs a roster', () => {
    const recognised = read('名单。\n\n- | | | |\n|---|---|---|\n| 组 长： | 张 明 | 县长 |\n| | 李 强 | 副县长 |')
    const [, table] = bodyOf(recognised)
    expect(table).toMatchObject({ type: 'table', headerRows: 0 })
    expect(rowsOf(table as Table)).toEqual([['组 长：', '张 明', '县长'], ['', '李 强', '副县长']])
    const [, roster] = bodyOf(read('名单。\n\n组 长：\t张 明\t县长\n\t李 强\t副县长'))
    expect(roster).toMatchObject({ type: 'table', look: 'roster', headerRows: 0 })
    expect(rowsOf(roster as Table)).toEqual([['组长', '张明', '县长'], ['', '李强', '副县长']])
  })

  it('paragraphs that a tab indents are text', () => {
    expect(lines('\t一、总体要求\n\t坚持保护优先。')).toEqual(['1|一、|总体要求', 'paragraph||坚持保护优先。'])
  })

  it('tables of different width are two', () => {
    expect(lines('表。\n\n甲\t乙\n1\t2\n\n子\t丑\t寅\t卯\n1\t2\t3\t4')).toEqual(['paragraph||表。', 'table', 'table'])
  })
})
