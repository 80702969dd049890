/** The head of a book that was kept in Excel: which column is what, by the many names that offices give them. Pure. */
import type { BookColumn } from './book-columns.ts'
import { plainText, type BookCell } from './book-values.ts'

/** What a column can hold: the book's own columns, and the parts of a number or of a day that stand by themselves. */
export type Head = BookColumn | 'code' | 'year' | 'line' | 'month' | 'day'

/** Which column of the sheet is what. */
export type Heads = ReadonlyMap<Head, number>

/** The names in the order in which they are believed: where a sheet has both 成文日期 and 登记日期, the first is the date. */
const NAMES: Readonly<Record<Head, readonly string[]>> = {
  number: ['发文字号', '公文文号', '文号', '发文文号', '发文号', '文件号', '文件字号', '公文字号', '字号', '文件编号', '发文编号', '公文编号', '文件文号', '编号', '字号全称'],
  serial: ['顺序号', '顺号', '发文顺序号', '发文顺号', '文件顺序号', '流水号', '序列号', '号数', '号码', '号'],
  line: ['序号', '序'],
  code: ['机关代字', '发文代字', '文号代字', '代字', '字', '文号系列', '文种代字'],
  year: ['年份', '年度', '发文年份', '年号', '年'],
  month: ['月', '月份'],
  day: ['日'],
  title: ['标题', '文件标题', '公文标题', '发文标题', '文件题名', '题名', '文件名称', '公文名称', '文件名', '文件标题或事由', '标题或事由', '事由', '名称', '文件内容', '内容摘要', '内容'],
  date: ['成文日期', '成文时间', '签发日期', '签发时间', '印发日期', '印发时间', '发文日期', '发文时间', '制发日期', '落款日期', '文件日期', '登记日期', '登记时间', '发出日期', '日期', '时间'],
  secrecy: ['密级', '秘密等级', '密级和保密期限', '密级及保密期限', '保密等级'],
  sentTo: ['主送', '主送机关', '主送单位', '发往机关', '发往单位', '发送机关', '发送单位', '受文机关', '受文单位', '收文机关', '收文单位', '发至单位', '分送单位', '发文范围', '发放范围', '发送范围', '印发范围', '发往'],
  copies: ['份数', '印发份数', '印制份数', '打印份数', '印刷份数', '发文份数', '印数', '印份'],
  signer: ['签发人', '签发', '签发领导', '签批人', '签发者', '签批领导'],
  drafter: ['拟稿人', '拟稿', '起草人', '拟稿者', '撰稿人', '经办人', '经办', '承办人', '拟稿人及单位', '拟稿单位', '起草单位', '承办单位', '主办单位', '承办科室', '拟稿科室'],
  status: ['状态', '办理状态'],
  explanation: ['说明', '情况说明'],
  filed: ['归卷', '归卷情况', '归档', '归档情况', '归卷日期', '归档日期', '归档号', '案卷号', '卷号', '立卷', '存档'],
  remarks: ['备注', '备考', '附注', '附记', '注'],
}

const BY_NAME = new Map(Object.entries(NAMES).flatMap(([head, names]) => names.map((name, rank) => [name, { head: head as Head, rank }] as const)))

/** Reads a row as a head; null where it is none: a head names a number and something else. */
export function readHeads(cells: readonly BookCell[]): Heads | null {
  const found = new Map<Head, { readonly column: number; readonly rank: number }>()
  cells.forEach(({ text }, column) => {
    const named = BY_NAME.get(headName(text))
    if (!named) return
    const before = found.get(named.head)
    if (!before || named.rank < before.rank) found.set(named.head, { column, rank: named.rank })
  })
  const numbered = found.has('number') || found.has('serial') || found.has('line')
  const others = [...found.keys()].filter((head) => !['number', 'serial', 'line', 'code', 'year'].includes(head))
  if (!numbered || others.length === 0 || found.size < 2) return null
  return new Map([...found].map(([head, { column }]) => [head, column]))
}

/** A second row of a head, in which 发文字号 is parted into 代字, 年 and 号; null for a row that has other words in it. */
export function readSubheads(above: Heads, cells: readonly BookCell[]): Heads | null {
  const named = cells.flatMap(({ text }, column) => (text.trim() === '' ? [] : [{ head: BY_NAME.get(headName(text))?.head, column }]))
  if (named.length < 2 || named.some(({ head }) => head === undefined)) return null
  const heads = new Map(above)
  const columns = new Set(named.map(({ column }) => column))
  for (const [head, column] of above) if (columns.has(column)) heads.delete(head)
  for (const { head, column } of named) if (head) heads.set(head, column)
  return heads
}

function headName(text: string): string {
  return plainText(text).replace(/\(.*?\)|[:*.。]/g, '')
}
