/** Books that offices kept in Excel, as they really look. */
import { expect, test } from 'vitest'
import { readBook, type BookSheet, type Known, type ReadBook } from '../../shared/register/book-reading.ts'
import type { BookCell } from '../../shared/register/book-values.ts'

const NONE: Known = { series: [], year: 2024 }
const KNOWN: Known = { series: [{ code: '河政办发', form: 'bracket', yearly: true }, { code: '河政令', form: 'order', yearly: false }], year: 2024 }

type Cells = readonly (string | BookCell)[]
const sheet = (name: string, ...rows: readonly Cells[]): BookSheet => ({ name, rows: rows.map((cells, at) => ({ line: at + 1, cells: cells.map((cell) => (typeof cell === 'string' ? { text: cell } : cell)) })) })
const read = (known: Known, ...sheets: readonly BookSheet[]): ReadBook => readBook(sheets, known)
/** Number and title of each line. */
const said = ({ lines }: ReadBook): readonly string[] => lines.map(({ printed, fields, standing }) => `${printed} ${fields.title}${standing === 'paper' ? '' : `（${standing}）`}`)
const refused = ({ unread }: ReadBook): readonly string[] => unread.map(({ sheet: name, line, what }) => `${name}${line}：${what}`)

test('the paper book: a title above, numbers whole, every field in its place', () => {
  const book = read(NONE, sheet('2023年', ['河湾县人民政府办公室2023年发文登记簿'], ['顺序号', '登记日期', '发文号', '密级', '文件标题', '发往机关', '份数', '签发人', '拟稿人', '归卷情况', '备注'],
    ['1', '2023.1.6', '河政办发〔2023〕1号', '', '关于做好春节值班工作的通知', '各乡镇人民政府：', '60份', '沈望舒', '林禾', '2023-长期-1', '']))
  expect(book).toMatchObject({ unread: [], headless: [] })
  expect(book.lines).toEqual([
    {
      sheet: '2023年', line: 3, printed: '河政办发〔2023〕1号', code: '河政办发', year: 2023, serial: 1, standing: 'paper', reason: '',
      fields: { date: '2023年1月6日', title: '关于做好春节值班工作的通知', secrecy: '', sentTo: '各乡镇人民政府', copies: '60', signer: '沈望舒', drafter: '林禾', filed: '2023-长期-1', remarks: '' },
    },
  ])
})

test.each([
  ['河政办发〔2023〕5号'], ['河政办发[2023]5号'], ['河政办发（2023）5号'], ['河政办发【2023】第5号'], ['河政办发 ﹝2023﹞ 5 号'], ['河政办发2023-5'], ['河政办发2023年第5号'], ['河政办发〔2023〕005号'], ['河政办发〔２０２３〕５号'],
])('a number as it is printed: %s', (written) => {
  expect(said(read(NONE, sheet('Sheet1', ['文号', '标题'], [written, '甲'])))).toEqual(['河政办发〔2023〕5号 甲'])
})

test.each([
  ['in the name of the sheet', '河政办发〔2023〕', [], '5'],
  ['in its name, without brackets', '河政办发2023', [], '5号'],
  ['in the title, with a year in words', 'Sheet1', ['2023年河政办发登记簿'], '第5号'],
  ['in the title', 'Sheet1', ['河政办发〔2023〕发文登记簿'], '5'],
  ['the year alone in the name, the code in the title', '2023', ['河政办发登记簿'], '005'],
  ['the code alone in the name, the year in the number', '河政办发', [], '〔2023〕5号'],
  ['and the year of the day, where nothing else tells it', '河政办发', [], '5'],
])('a series that stands %s', (_what, name, title, number) => {
  expect(said(read(KNOWN, sheet(name, title, ['号', '标题', '成文日期'], [number, '甲', '2023-05-08'])))).toEqual(['河政办发〔2023〕5号 甲'])
})

test('a number in columns of its own, also below one head', () => {
  const columns = sheet('甲', ['机关代字', '年份', '顺序号', '题名'], ['河政办发', '2023', '5', '甲'])
  const twoRows = sheet('乙', ['发文字号', '', '', '标题', '签发人'], ['代字', '年', '号', '', ''], ['河政办函', '〔2023〕', '7', '乙', '沈望舒'])
  const filled = sheet('丙', ['文号', '标题'], ['代字', '年', '号', '标题'], ['河政发', '2023年', '9', '丙'])
  expect(said(read(NONE, columns, twoRows, filled))).toEqual(['河政办发〔2023〕5号 甲', '河政办函〔2023〕7号 乙', '河政发〔2023〕9号 丙'])
})

test('the series of a row goes before that of the sheet, and a title between two parts begins a new one', () => {
  const book = read(KNOWN, sheet('河政办发〔2023〕', ['号', '标题'], ['1', '甲'], ['河政函〔2022〕3号', '乙'], ['河政办发〔2024〕'], ['号', '标题'], ['1', '丙']))
  expect(said(book)).toEqual(['河政办发〔2023〕1号 甲', '河政函〔2022〕3号 乙', '河政办发〔2024〕1号 丙'])
  expect(book.unread).toEqual([])
})

test('orders run on over the years', () => {
  const book = read(KNOWN, sheet('河政令', ['文号', '标题', '印发日期'], ['第12号', '河湾县城市管理办法', '2021年3月1日'], ['13', '河湾县供水办法', '']))
  expect(book.lines.map(({ printed, year }) => `${printed} ${year}`)).toEqual(['第12号 2021', '第13号 2024'])
})

test.each([
  ['2023.5.8'], ['2023-05-08'], ['2023/5/8'], ['2023年5月8日'], ['2023 年 5 月 8 日'], ['二〇二三年五月八日'], ['20230508'], ['5月8日'], ['5.8'], ['45054'], ['2023/5/8 10:30'],
])('a day written as %s', (written) => {
  expect(read(NONE, sheet('Sheet1', ['文号', '标题', '日期'], ['河政发〔2023〕1号', '甲', written])).lines[0]?.fields.date).toBe('2023年5月8日')
})

test('a stored day, whatever of it is shown; month and day in two columns; no day that no calendar has', () => {
  const stored = sheet('甲', ['文号', '标题', '日期'], ['河政发〔2023〕1号', '甲', { text: '5月8日', day: '2023-05-08' }], ['河政发〔2023〕2号', '乙', '2023年2月30日'], ['河政发〔2023〕3号', '丙', '2023年5月'])
  const parted = sheet('乙', ['文号', '标题', '月', '日'], ['河政发〔2023〕4号', '丁', '5', '8'], ['河政发〔2023〕5号', '戊', '', ''])
  expect(read(NONE, stored, parted).lines.map(({ fields }) => fields.date)).toEqual(['2023年5月8日', '2023年2月30日', '2023年5月', '2023年5月8日', ''])
})

test.each<[title: string, remark: string, standing: string, reason: string, kept: string]>([
  ['关于防汛的通知', '作废，与3号重复', 'void', '与3号重复', '关于防汛的通知'],
  ['关于防汛的通知', '（作废）', 'void', '原登记簿记为作废', '关于防汛的通知'],
  ['作废', '重号', 'void', '重号', ''],
  ['关于防汛的通知', '此号已作废：会议未通过', 'void', '会议未通过', '关于防汛的通知'],
  ['空号', '', 'free', '原登记簿记为空号', ''],
  ['', '未用，起草后撤回', 'free', '起草后撤回', ''],
  ['关于作废一批证照的通告', '', 'paper', '', '关于作废一批证照的通告'],
  ['关于防汛的通知', '代替已作废的12号', 'paper', '', '关于防汛的通知'],
])('%s, %s: %s', (title, remark, standing, reason, kept) => {
  const [line] = read(NONE, sheet('Sheet1', ['文号', '标题', '备注'], ['河政发〔2023〕1号', title, remark])).lines
  expect({ standing: line?.standing, reason: line?.reason, title: line?.fields.title }).toEqual({ standing, reason, title: kept })
})

test('what is no line of a number is passed over', () => {
  const book = read(NONE, sheet('Sheet1', ['河湾县人民政府发文登记簿'], ['序号', '文号', '标题', '份数'], ['1', '河政发〔2023〕1号', '甲', '60'], [], ['序号', '文号', '标题', '份数'],
    ['2', '河政发〔2023〕2号', '乙', '85'], ['合　计', '', '', '145'], ['填表人：林禾', '', '审核：沈望舒'], ['注：本表不含密件'], ['3', '', '', '']))
  expect(said(book)).toEqual(['河政发〔2023〕1号 甲', '河政发〔2023〕2号 乙'])
  expect(book.unread).toEqual([])
})

test('numbers that were written ahead and never used say nothing', () => {
  const book = read(KNOWN, sheet('河政办发〔2023〕', ['顺序号', '标题', '备注'], ['1', '甲', ''], ['2', '', ''], ['3', '', '']))
  expect(said(book)).toEqual(['河政办发〔2023〕1号 甲'])
  expect(book.unread).toEqual([])
})

test('what nobody can understand names its sheet, its line and the reason', () => {
  const book = read(NONE,
    sheet('甲', ['文号', '标题'], ['河政发〔2023〕1号', '甲'], ['见附表', '乙'], ['', '丙'], ['河政发〔2023〕2-5号', '丁'], ['7', '戊'], ['河政发〔2023〕1号', '己'], ['河政发〔2023〕1号', '甲']),
    sheet('河政发', ['号', '标题'], ['3', '庚']),
    sheet('封面', ['河湾县人民政府办公室'], ['2023年']))
  expect(said(book)).toEqual(['河政发〔2023〕1号 甲'])
  expect(refused(book)).toEqual([
    '甲3：文号“见附表”认不出来',
    '甲4：这一行没有文号',
    '甲5：文号“河政发〔2023〕2-5号”认不出来',
    '甲6：只有顺序号，不知道是哪个文号系列：请在工作表名里或表格上方写明，如 河政发〔2023〕',
    '河政发2：不知道是哪一年的：请在文号里、工作表名里或表格上方写明年份',
    '甲7：这个号在“甲”第2行已有，两处说的不一样',
  ])
  expect(book.headless).toEqual(['封面'])
})

test('a title longer than any is no title', () => {
  expect(refused(read(NONE, sheet('甲', ['文号', '标题'], ['河政发〔2023〕1号', '长'.repeat(1001)])))).toEqual(['甲2：标题太长（超过 1000 字）'])
})
