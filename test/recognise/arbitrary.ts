/** Invented notices of 河湾县, of the shapes that a county office prints. */
import fc from 'fast-check'
import {
  makeArticle,
  makeAttachment,
  makeBody,
  makeCell,
  makeChapter,
  makeDocument,
  makeHeading,
  makeItem,
  makeLine,
  makeParagraph,
  makePrinted,
  makeRoster,
  makeRow,
  makeTable,
} from '../../shared/document/build.ts'
import { genreOf, titleKind } from '../../shared/document/kind.ts'
import type { Block, Document, Header, Part } from '../../shared/document/types.ts'

const issuer = fc.constantFrom('河湾县人民政府', '河湾县人民政府办公室', '河湾县财政局', '河湾县防汛抗旱指挥部')
const matter = fc.constantFrom('做好今冬明春火灾防控工作', '印发《河湾县湿地公园管理办法》', '2024年度先进集体', '调整县粮食安全领导小组', '加强柳溪乡河道采砂管理')
const kind = fc.constantFrom('通知', '通报', '决定', '实施意见', '公告', '函', '报告')
const number = fc.option(fc.tuple(fc.constantFrom('河政发', '河政办发', '河财'), fc.integer({ min: 1, max: 130 })).map(([code, serial]) => `${code}〔2024〕${serial}号`))
const recipients = fc.option(
  fc.constantFrom('各乡（镇）人民政府，县直各有关单位', '各乡镇人民政府、县直各单位、驻县各企业', '县财政局、县审计局', '青石镇人民政府'),
)
const date = fc.tuple(fc.integer({ min: 2019, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })).map(([y, m, d]) => `${y}年${m}月${d}日`)
const note = fc.option(fc.constantFrom('此件公开发布', '此件依申请公开', '联系人：县政府办公室综合股'))

const CLAUSES = [
  '各乡镇要落实属地责任', '对重点部位逐一排查', '建立问题清单和整改台账', '县财政局按季度核拨补助资金', '青石镇先行试点', '确保群众安全温暖过冬',
  '云岭乡共修复梯田320亩', '《河湾县湿地公园管理办法》同时废止', '坚持“谁主管、谁负责”', '完成率达到98.5%以上', '每月5日前报送进展（遇节假日顺延）',
]
const sentence = fc.array(fc.constantFrom(...CLAUSES), { minLength: 1, maxLength: 5 }).map((clauses) => `${clauses.join('，')}。`)
/** A paragraph of whole sentences. */
export const prose = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(''))

const headingText = fc.constantFrom('总体要求', '重点任务', '保障措施', '强化组织领导', '加快补齐农村饮水短板', '健全长效机制，严格责任落实')
const level = fc.constantFrom(1, 2, 3, 4)
const runInHeading = fc.tuple(headingText, prose).map(([title, rest]) => `${title}。${rest}`)
const paragraph: fc.Arbitrary<Block> = prose.map((text) => makeParagraph(text))
const heading: fc.Arbitrary<Block> = fc.tuple(level, fc.oneof(headingText, runInHeading, sentence)).map(([at, text]) => makeHeading(at, text))
const value = fc.constantFrom('青石镇', '柳溪乡', '石桥镇', '12', '3.5', '已完成', '', '水库 除险')
const table: fc.Arbitrary<Block> = fc
  .tuple(fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 5 }), fc.boolean(), fc.boolean())
  .map(([rows, caption, unit]) =>
    makeTable(
      [['序号', '乡镇', '面积', '备注'], ...rows.map((row, at) => [String(at + 1), ...row])].map((cells) => makeRow(cells.map((cell) => makeCell(cell)))),
      { ...(caption ? { caption: '各乡镇任务分解表' } : {}), ...(unit ? { unit: '单位：亩' } : {}) },
    ),
  )

/** Items come together, marked one after another; 一是 begins with the first. */
const items: fc.Arbitrary<readonly Block[]> = fc
  .tuple(fc.constantFrom('dash' as const, 'circled' as const, 'ordinal' as const), fc.array(prose, { minLength: 1, maxLength: 4 }))
  .map(([marker, texts]) => texts.map((one) => makeItem(marker, one)))
const formula = fc.constantFrom('补助资金=修复面积×补助标准', '考核得分=（日常得分+年终得分）/2').map((one) => makeParagraph(one, 'formula'))
const contact = fc.constantFrom('联系人：王芳　0350-1234567', '电子邮箱：shidi@river.example', '联系地址：河湾县青石镇中街3号').map((one) => makeParagraph(one, 'contact'))
const tableNote = fc.constantFrom('注：面积按上年统计。', '说明：空格处由乡镇填写。').map((one) => makeParagraph(one, 'note'))
const name = fc.constantFrom('张明', '李毅', '欧阳文远', '周岚', '阿里·艾山', '王晓禾')
const post = fc.constantFrom('县委副书记、县长', '县林业局局长', '青石镇镇长', '县水利局副局长（兼）', '县医院院长')
const roster: fc.Arbitrary<Block> = fc
  .array(fc.record({ role: fc.constantFrom('组长', '副组长', '成员', '', ''), name, post }), { minLength: 2, maxLength: 6 })
  .map((entries) => makeRoster(entries.map((entry, at) => (at === 0 ? { ...entry, role: '组长' } : entry))))
const below = fc.tuple(table, fc.array(tableNote, { maxLength: 2 })).map(([first, notes]): readonly Block[] => [first, ...notes])
const one = (block: Block): readonly Block[] => [block]

/** Tables do not stand side by side, nor do rosters: nothing in plain text would tell where one ends. Lists of items begin anew below a heading. */
const apart = (groups: readonly (readonly Block[])[]): readonly Block[] => {
  const blocks: Block[] = []
  for (const group of groups) {
    const last = blocks.at(-1)
    const [first] = group
    if (first?.type === 'table' && last?.type === 'table' && first.look === last.look) continue
    if (first?.type === 'item' && last?.type !== 'heading') continue
    blocks.push(...group)
  }
  return blocks
}
const opening = prose.map((text) => makeParagraph(text))
const text = fc
  .tuple(
    opening,
    fc.array(
      fc.oneof(
        { weight: 4, arbitrary: paragraph.map(one) },
        { weight: 4, arbitrary: heading.map(one) },
        { weight: 2, arbitrary: below },
        { weight: 2, arbitrary: items },
        ...[formula, contact, roster].map((block) => block.map(one)),
      ),
      { maxLength: 8 },
    ),
  )
  .map(([first, rest]) => apart([[first], ...rest]))
const law = fc
  .array(fc.tuple(fc.option(fc.constantFrom('总则', '规划与建设', '附则')), fc.array(prose, { minLength: 1, maxLength: 3 })), { minLength: 1, maxLength: 4 })
  .map((chapters) =>
    chapters.flatMap(([title, articles]) => [
      ...(title === null ? [] : [makeChapter(title)]),
      ...articles.map((one) => makeArticle(one)),
    ]),
  )

const printed = fc.option(
  fc.tuple(fc.constantFrom('河湾县湿地公园管理办法', '河湾县2024年冬春火灾防控工作方案'), fc.oneof(text, law)).map(([title, blocks]) => makePrinted(title, blocks)),
)
const attachments = fc
  .array(fc.tuple(fc.constantFrom('河湾县粮食安全领导小组成员名单', '重点任务分工表', '河湾县河道采砂管理合同', '考核评分标准'), text), { maxLength: 3 })
  .map((some) => some.map(([title, blocks]) => makeAttachment(title, blocks)))

/** What only an original bears: all of it optional. */
const original = fc.record<Partial<Header>>(
  {
    copyNumber: fc.constantFrom('000012', '003456'),
    secrecy: fc.constantFrom<NonNullable<Header['secrecy']>>({ level: '机密', period: '1年' }, { level: '秘密', period: '长期' }, { level: '绝密' }),
    urgency: fc.constantFrom('特急' as const, '加急' as const),
    signers: fc.array(name, { minLength: 1, maxLength: 3 }),
    distribution: fc.constantFrom<NonNullable<Header['distribution']>>(
      { copies: '县委办公室，县人大常委会办公室。' },
      { printedBy: '河湾县人民政府办公室', printedOn: '2024年5月9日' },
      { copies: '县纪委监委，县人武部。', printedBy: '河湾县人民政府办公室', printedOn: '2024年5月9日' },
    ),
  },
  { requiredKeys: [] },
)

/** A whole notice as a gazette prints it: numbers derived, every paragraph a whole sentence, every part in its order. */
export const notice: fc.Arbitrary<Document> = fc
  .record({ issuer, matter, kind, number, recipients, body: text, date, note, printed, attachments })
  .map((parts) => {
    const title = `关于${parts.matter}的${parts.kind}`
    const list: Part[] = [makeLine('title', title)]
    if (parts.recipients !== null) list.push(makeLine('recipients', parts.recipients))
    list.push(makeBody(parts.body), makeLine('signatureOrgan', parts.issuer), makeLine('signatureDate', parts.date))
    if (parts.note !== null) list.push(makeLine('note', parts.note))
    if (parts.printed !== null) list.push(parts.printed)
    list.push(...parts.attachments)
    return makeDocument({ issuers: [parts.issuer], genre: genreOf(titleKind(title)), documentNumber: parts.number }, list)
  })

/** The same with what only its original bears. */
export const originalNotice: fc.Arbitrary<Document> = fc.tuple(notice, original).map(([document, more]) => ({ ...document, header: { ...document.header, ...more } }))
