/** The documents whose pages are compared: the real issue's where it is on this machine, and invented ones. */
import {
  makeArticle, makeAttachment, makeBody, makeCell, makeChapter, makeDocument, makeHeading, makeItem, makeLine, makeParagraph, makePrinted, makeRoster, makeRow, makeTable,
} from '../../shared/document/build.ts'
import { blocksOf } from '../../shared/document/text.ts'
import type { Block, Document, Part, Table } from '../../shared/document/types.ts'
import { recogniseNotice } from '../../shared/recognise/notice.ts'
import { seedNotices } from '../acceptance/seed.ts'
import { amount, day, diceOf, headline, list, object, office, passage, person, post, sentence, topic, town, type Dice } from './truth-words.ts'

export interface TruthDocument {
  readonly name: string
  readonly document: Document
  /** Has a table with rules. */
  readonly tables: boolean
  /** Pages that the printed issue gives it. */
  readonly printed?: number
}

/** The documents of the real issue; none where it is not on this machine. */
export function seedDocuments(): readonly TruthDocument[] {
  return seedNotices().map(({ expected, text }) => {
    const { document } = recogniseNotice(text)
    return { name: expected.documentNumber, document, tables: hasTables(document), printed: expected.pages }
  })
}

/** Invented document number `seed`, from 1. One in three has tables. */
export function generated(seed: number): TruthDocument {
  const dice = diceOf(seed * 7919)
  const withTables = seed % 3 === 0
  const document = notice(dice, seed, withTables)
  return { name: `河政办发〔2024〕${seed}号`, document, tables: hasTables(document) }
}

function hasTables({ parts }: Document): boolean {
  return parts.some((part) => blocksOf(part).some((block) => block.type === 'table' && block.look !== 'roster'))
}

function notice(dice: Dice, seed: number, withTables: boolean): Document {
  const issuer = dice.pick(['河湾县人民政府', '河湾县人民政府办公室', '河湾县青石镇人民政府'])
  const about = topic(dice)
  const prints = dice.chance(50)
  const rules = prints && dice.chance(35)
  const name = `河湾县${about}${rules ? '管理办法（试行）' : dice.pick(['实施方案', '三年行动计划（2024—2026年）', '专项整治工作方案'])}`
  const parts: Part[] = [makeLine('title', prints ? `关于印发《${name}》的通知` : `关于${dice.pick(['做好', '进一步加强', '开展'])}${about}${dice.pick(['工作', '有关事项', ''])}的通知`)]
  if (dice.chance(90)) parts.push(makeLine('recipients', dice.chance(30) ? list(dice).replace('。', '') : '各乡镇人民政府、街道办事处，县政府各部门、各直属单位'))
  const text = dice.chance(20) ? 4 : 8 + dice.throw(40)
  parts.push(makeBody(prints ? [makeParagraph(`《${name}》已由县政府第${1 + dice.throw(40)}次常务会议审议通过，现予印发，请对照分工抓好落实。`), ...paragraphs(dice, dice.throw(2))] : outline(dice, text, withTables)))
  parts.push(makeLine('signatureOrgan', issuer), makeLine('signatureDate', day(dice)))
  if (dice.chance(40)) parts.push(makeLine('note', '此件公开发布'))
  if (prints) parts.push(makePrinted(name, rules ? articles(dice, text) : outline(dice, text, withTables)))
  for (let at = dice.pick([0, 0, 1, 1, 2, 3]); at > 0; at--) parts.push(attachment(dice, withTables))
  return makeDocument({ issuers: [issuer], genre: '通知', documentNumber: `河政办发〔2024〕${seed}号` }, parts)
}

function paragraphs(dice: Dice, count: number): readonly Block[] {
  return Array.from({ length: count }, () => makeParagraph(passage(dice)))
}

/** Headings of all levels with what stands below them. */
function outline(dice: Dice, size: number, withTables: boolean): readonly Block[] {
  const blocks: Block[] = [...paragraphs(dice, 1)]
  let level = 0
  while (blocks.length < size) {
    level = level === 0 ? 1 : Math.max(1, Math.min(4, level + dice.pick([-2, -1, 0, 0, 1, 1])))
    const runIn = level > 1 && dice.chance(45)
    blocks.push(makeHeading(level as 1 | 2 | 3 | 4, runIn ? `${headline(dice)}。${passage(dice)}` : level > 2 ? sentence(dice) : headline(dice)))
    if (!runIn) blocks.push(...paragraphs(dice, 1 + dice.throw(2)))
    if (dice.chance(12)) blocks.push(...items(dice))
    if (dice.chance(8)) blocks.push(makeParagraph(list(dice)))
    if (withTables && dice.chance(9)) blocks.push(table(dice))
  }
  if (dice.chance(30)) blocks.push(makeParagraph(`联系人：${person(dice)}，电话：0350-${7600000 + dice.throw(99999)}，邮箱：hewan${dice.throw(99)}@example.cn`, 'contact'))
  return blocks
}

function items(dice: Dice): readonly Block[] {
  const marker = dice.pick(['dash', 'circled', 'ordinal'] as const)
  return Array.from({ length: 2 + dice.throw(4) }, () => makeItem(marker, sentence(dice)))
}

function articles(dice: Dice, size: number): readonly Block[] {
  const chapters = size > 14
  const blocks: Block[] = []
  for (let at = 0; at < size; at++) {
    if (chapters && at % 7 === 0) blocks.push(makeChapter(at === 0 ? '总则' : headline(dice)))
    blocks.push(makeArticle(passage(dice, 3)))
    if (dice.chance(15)) blocks.push(...Array.from({ length: 2 + dice.throw(4) }, () => makeHeading(2, sentence(dice))))
  }
  return blocks
}

function attachment(dice: Dice, withTables: boolean): Part {
  if (dice.chance(30)) {
    const members = Array.from({ length: 4 + dice.throw(16) }, (_, at) => ({ role: at === 0 ? '组长' : at === 1 ? '副组长' : at === 3 ? '成员' : '', name: person(dice), post: post(dice) }))
    return makeAttachment(`河湾县${topic(dice)}工作领导小组名单`, [makeRoster(members), ...paragraphs(dice, 1)])
  }
  if (withTables) return makeAttachment(`河湾县${topic(dice)}任务分解表`, [table(dice), ...(dice.chance(50) ? [makeParagraph(`注：${sentence(dice)}`, 'note'), table(dice)] : [])])
  return makeAttachment(`河湾县${topic(dice)}评分细则`, outline(dice, 4 + dice.throw(12), false))
}

/** Tables as offices make them: lists with a long column, tables of numbers with merged heads and totals, wide ones, blank forms. */
function table(dice: Dice): Table {
  const rows = 3 + dice.throw(dice.chance(20) ? 45 : 12)
  switch (dice.throw(4)) {
    case 0: {
      const body = Array.from({ length: rows }, (_, at) => makeRow([`${at + 1}`, object(dice), sentence(dice), office(dice), day(dice)].map((text) => makeCell(text))))
      return makeTable([makeRow(['序号', '任务', '具体内容', '责任单位', '完成时限'].map((text) => makeCell(text))), ...body], { caption: '重点任务清单' })
    }
    case 1: {
      const head = [makeRow([makeCell('乡镇', { rowSpan: 2 }), makeCell('资金来源', { colSpan: 3 }), makeCell('备注', { rowSpan: 2 })]), makeRow(['合计', '县级配套', '自筹'].map((text) => makeCell(text)))]
      const body = Array.from({ length: rows }, () => makeRow([town(dice), ...Array.from({ length: 3 }, () => amount(dice).replace(/[^\d.,]+$/, '')), dice.chance(20) ? sentence(dice) : ''].map((text) => makeCell(text))))
      return makeTable([...head, ...body, makeRow([makeCell('合计'), ...['1,280', '860', '420', ''].map((text) => makeCell(text))])], { headerRows: 2, unit: '单位：万元', totalRow: true })
    }
    case 2: {
      const columns = 12 + dice.throw(6)
      const body = Array.from({ length: rows }, (_, row) => makeRow(Array.from({ length: columns }, (_cell, at) => makeCell(at === 0 ? `第${row + 1}项` : at === 1 ? town(dice) : String(dice.throw(1000))))))
      return makeTable([makeRow(Array.from({ length: columns }, (_cell, at) => makeCell(at === 0 ? '序号' : `指标${at}`))), ...body])
    }
    default: {
      // A blank form: labels and empty cells, one over several rows.
      const body = Array.from({ length: rows }, (_, at) => makeRow([makeCell(dice.pick(['单位名称', '负责人', '联系电话', '申报类别', '主要内容'])), makeCell(''), ...(at === 0 ? [makeCell('审核意见', { rowSpan: rows })] : [])]))
      return makeTable(body, { headerRows: 0 })
    }
  }
}
