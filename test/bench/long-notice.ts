/**
 * A long notice of invented text: at 60,000 characters it has 900 paragraphs, 235 of them headings, and 19 tables, the first
 * of 45 rows and 17 columns, which is what the longest notices of a county have. The same size gives the same text.
 */
import { makeBody, makeCell, makeDocument, makeHeading, makeLine, makeParagraph, makeRow, makeTable } from '../../shared/document/build.ts'
import { blocksOf, textOf } from '../../shared/document/text.ts'
import type { Block, Document, Heading, Table } from '../../shared/document/types.ts'

const PLACES = ['青石镇', '柳溪乡', '石桥镇', '云岭乡', '县水利局', '县农业农村局', '县应急管理局', '县交通运输局', '各村（社区）', '有关单位']
const ACTS = ['要逐项登记', '应按月核对', '负责组织清点', '要会同财政所复核', '应在每季度末汇总', '要指定专人保管', '可以委托第三方检测', '须留存影像资料']
const THINGS = ['堤坝和渠道的完好情况', '灌溉机井的用电台账', '山塘水库的巡查记录', '农村道路的养护清单', '粮食烘干设备的检修单', '防汛物资的出入库凭证', '护林员的值守日志', '集体资产的租赁合同']
const ENDS = ['发现问题当日上报，三日内提出处理意见', '结果在公示栏张贴不少于七天', '未完成的写明原因并顺延到下一季度', '数据有出入的以现场复测为准', '重复填报的只保留最近一次', '相关经费从年度预算中列支']
const TOPICS = ['明确责任分工', '建立登记台账', '做好汛前检查', '规范资金使用', '加强人员培训', '落实定期巡查', '完善应急预案', '严格考核奖惩']

/** The same numbers at each run (a linear congruential generator, Numerical Recipes). */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

/** Makes the notice, with exactly so many characters of text in its body, cells included. */
export function longNotice(characters: number): Document {
  const share = characters / 60_000
  const throwDie = dice(20240508)
  const pick = (from: readonly string[]): string => from[throwDie(from.length)] ?? ''
  const tables = spread(Math.max(1, Math.round(19 * share)), 0.5, (at) => (at === 0 ? table(Math.max(4, Math.round(45 * Math.min(1, share))), 17) : table(6, 5)))
  const headings = spread(Math.round(235 * share), 0, (at) => heading(at, pick(TOPICS)))
  const rest = Math.max(1, Math.round(900 * share) - headings.length)
  const each = (characters - countBlocks([...tables, ...headings].map(({ block }) => block))) / rest
  const paragraphs = spread(rest, 0.9, (at) => {
    const length = Math.round(each * (at + 1)) - Math.round(each * at)
    return makeParagraph(sentences(length, () => `${pick(PLACES)}${pick(ACTS)}${pick(THINGS)}，${pick(ENDS)}`))
  })
  const placed = [...headings, ...tables, ...paragraphs].sort((a, b) => a.place - b.place)
  return notice(placed.map(({ block }) => block))
}

/** `count` blocks evenly over the notice; `offset` says where in its share of it each stands (0 at its begin). */
function spread(count: number, offset: number, make: (at: number) => Block): readonly { readonly place: number; readonly block: Block }[] {
  return Array.from({ length: count }, (_, at) => ({ place: (at + offset) / count, block: make(at) }))
}

/** The levels of an outline, over and over. */
const OUTLINE: readonly Heading['level'][] = [1, 2, 3, 4, 4, 3, 4, 2, 3, 4, 3, 2]

function heading(at: number, topic: string): Heading {
  const level = OUTLINE[at % OUTLINE.length] ?? 1
  return makeHeading(level, level < 3 ? topic : `${topic}。`)
}

function table(rows: number, columns: number): Table {
  const cell = (row: number, column: number): string => (row === 0 ? `指标${column + 1}` : column === 0 ? `第${row}项` : `${(row * 37 + column * 11) % 1000}`)
  return makeTable(Array.from({ length: rows }, (_, row) => makeRow(Array.from({ length: columns }, (_, column) => makeCell(cell(row, column))))))
}

/** Sentences of exactly `length` characters in all: the last one is cut, and ends as sentences do. */
function sentences(length: number, sentence: () => string): string {
  let text = sentence()
  while (text.length < length - 1) text += `。${sentence()}`
  return `${text.slice(0, Math.max(1, length - 1))}。`
}

function notice(blocks: readonly Block[]): Document {
  return makeDocument({ issuers: ['河湾县人民政府办公室'], genre: '通知', documentNumber: null }, [
    makeLine('title', '关于印发河湾县农村公共设施管护登记细则的通知'),
    makeLine('recipients', '各乡镇人民政府，县政府有关部门'),
    makeBody(blocks),
    makeLine('signatureOrgan', '河湾县人民政府办公室'),
    makeLine('signatureDate', '2024年5月8日'),
  ])
}

/** Characters of a document's body, cells included. */
export function countCharacters(document: Document): number {
  return countBlocks(document.parts.flatMap((part) => blocksOf(part)))
}

function countBlocks(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + (block.type === 'table' ? countTable(block) : textOf(block.children).length), 0)
}

function countTable({ children }: Table): number {
  return children.flatMap((row) => row.children).flatMap((cell) => cell.children).reduce((sum, { children: inlines }) => sum + textOf(inlines).length, 0)
}
