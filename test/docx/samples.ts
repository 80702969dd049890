/** Invented notices that between them hold every element a document can have. */
import {
  makeArticle, makeAttachment, makeBody, makeCell, makeChapter, makeDocument, makeHeading, makeLine, makeParagraph, makePlace, makePrinted, makeRow,
  makeTable,
} from '../../shared/document/build.ts'
import { leaf } from '../../shared/document/text.ts'
import type { Block, CellAlign, Document, Header, Part, Table } from '../../shared/document/types.ts'

export const OFFICE = '河湾县人民政府办公室'
const RECIPIENTS = '各乡镇人民政府，县人民政府各部门、各直属单位'

export function header(documentNumber: string | null, issuers: readonly string[] = [OFFICE]): Header {
  return { issuers, genre: '通知', documentNumber }
}

export function signature(organ: string, date: string): readonly Part[] {
  return [makeLine('signatureOrgan', organ), makeLine('signatureDate', date), makeLine('note', '此件公开发布')]
}

/** A table of plain cells; `aligns` by column, for the rows below the header. */
export function plainTable(rows: readonly (readonly string[])[], options: Parameters<typeof makeTable>[1] = {}, aligns: readonly (CellAlign | undefined)[] = []): Table {
  return makeTable(
    rows.map((row, at) =>
      makeRow(row.map((text, column) => { const align = at === 0 ? undefined : aligns[column]; return makeCell(text, align === undefined ? {} : { align }) })),
    ),
    options,
  )
}

/** A table with caption and unit; figures stand to the right. */
export function dutyTable(): Table {
  return plainTable(
    [
      ['序号', '重点火险区', '所在乡镇', '林地面积', '县级责任单位', '护林员', '检查站值守'],
      ['1', '云岭林场', '云岭乡', '12,460', '县林业局', '18', '14'],
      ['2', '石桥林场', '石桥镇', '8,730', '县应急管理局', '12', '9'],
      ['3', '老虎沟林场', '柳溪乡', '6,915', '县公安局', '10', '8'],
    ],
    { caption: '重点火险区责任分工', unit: '单位：亩，名' },
    [undefined, undefined, undefined, 'right', undefined, 'right', 'right'],
  )
}

/** 印发: a printed plan with all heading levels and a table in its midst. */
export const plan: Document = makeDocument(header('河政办发〔2024〕9号'), [
  makeLine('title', '关于印发《河湾县森林防火工作方案》的通知'),
  makeLine('recipients', RECIPIENTS),
  makeBody([makeParagraph('《河湾县森林防火工作方案》已经第12次常务会议审议通过，现予印发，请遵照执行。')]),
  ...signature(OFFICE, '2024年3月12日'),
  makePrinted('河湾县森林防火工作方案', [
    makeParagraph('为切实做好全县森林防火工作，保护森林资源和人民群众生命财产安全，结合我县实际，制定本方案。'),
    ...planSection('总体要求'),
    ...planSection('主要任务'),
    dutyTable(),
    ...planSection('保障措施'),
  ]),
])

function planSection(title: string): readonly Block[] {
  return [
    makeHeading(1, title),
    makeParagraph('坚持“预防为主、积极消灭”，落实属地管理、部门联动、群防群治的工作机制。受害率控制在0.5‰以内，24小时扑灭率达到95%以上……'),
    makeHeading(2, '落实责任。各乡镇主要负责人是本辖区森林防火第一责任人，班子成员包村、村干部包户、护林员包地块。'),
    makeHeading(2, '强化巡护监测'),
    makeHeading(3, '加密巡护。全县划分36个护林责任区，配备护林员214名，实行网格管理。'),
    makeHeading(4, '进山路口设置检查站；'),
    makeHeading(4, '对进山人员和车辆实行扫码登记。'),
  ]
}

/** 办法: chapters, articles and items under an article. */
export const rules: Document = makeDocument(header('河政发〔2024〕3号', ['河湾县人民政府']), [
  makeLine('title', '关于印发河湾县国有林场森林资源有偿使用管理办法（试行）和河湾县古树名木保护办法的通知'),
  makeLine('recipients', RECIPIENTS),
  makeBody([makeParagraph('现将《河湾县古树名木保护办法》印发给你们，请认真贯彻执行。')]),
  ...signature('河湾县人民政府', '2024年1月8日'),
  makePrinted('河湾县古树名木保护办法', [
    makeChapter('总则'),
    makeArticle('为加强全县古树名木的保护管理，根据有关法律法规，结合本县实际，制定本办法。'),
    makeArticle('有下列行为之一的，由县林业主管部门责令改正：'),
    makeHeading(2, '刻划、钉钉、缠绕绳索；', '(一)'),
    makeHeading(2, '攀树折枝、挖根取土。', '(二)'),
    makeChapter('附则'),
    makeArticle('本办法自2024年2月1日起施行，有效期五年。'),
  ]),
])

/** 任免: no note, short lines. */
export const appointment: Document = makeDocument(header('河政任〔2024〕2号', ['河湾县人民政府']), [
  makeLine('title', '关于林青松等同志职务任免的通知'),
  makeLine('recipients', RECIPIENTS),
  makeBody(['经县人民政府研究，决定：', '任命：', '林青松同志任县水利局局长；', '免去：', '李大川同志的县水利局局长职务。'].map((text) => makeParagraph(text))),
  makeLine('signatureOrgan', '河湾县人民政府'),
  makeLine('signatureDate', '2024年2月7日'),
])

/** Two organs; attachments: a roster with a note, a landscape table with a header of two rows, two tables with a line between. */
export const tables: Document = makeDocument(header('河政办发〔2024〕20号', [OFFICE, '河湾县林业局']), [
  makeLine('title', '关于开展2024年\n村情调查的通知'),
  makeLine('recipients', RECIPIENTS),
  makeBody([makeParagraph('为摸清全县村情底数，决定开展2024年村情调查。'), makeHeading(1, '调查内容'), makeParagraph('土地、人口、收入等15项，见附件2。')]),
  ...signature(`${OFFICE}\n河湾县林业局`, '2024年3月20日'),
  makeAttachment('河湾县2024年村情调查工作领导小组名单', [
    plainTable([['姓名', '单位及职务', '分工'], ['林青松', '县委常委、副县长', '负责全面工作，协调解决调查工作中的重大问题'], ['周小禾', '县人民政府办公室副主任', '']]),
    makeParagraph('注：领导小组办公室设在县统计局。'),
  ]),
  makeAttachment('河湾县2024年村情调查汇总表', [wideTable()]),
  makeAttachment('乡镇任务分解表', [
    plainTable([['乡镇', '任务数'], ['青石镇', '12'], ['柳溪乡', '9']]),
    makeParagraph('表中任务数为最低完成数。'),
    plainTable([['部门', '职责'], ['县财政局', '保障经费']], { caption: '部门职责分工' }),
  ]),
])

function wideTable(): Table {
  const names = ['序号', '乡镇', '行政村', '耕地', '林地', '水面', '户数', '人口', '劳力', '低保', '五保', '残疾', '党员', '干部', '备注']
  return makeTable(
    [
      makeRow([
        ...names.slice(0, 3).map((name) => makeCell(name, { rowSpan: 2 })),
        makeCell('土地', { colSpan: 3 }), makeCell('人口', { colSpan: 3 }), makeCell('保障对象', { colSpan: 3 }), makeCell('组织建设', { colSpan: 2 }),
        makeCell('备注', { rowSpan: 2 }),
      ]),
      makeRow(names.slice(3, 14).map((name) => makeCell(name))),
      ...Array.from({ length: 40 }, (_, at) => makeRow(names.map((_name, column) => makeCell(column === 1 ? '青石镇' : column === 2 ? '上河村' : String(at * column))))),
    ],
    { headerRows: 2, unit: '单位：亩、户、人' },
  )
}

/** An unfinished draft: no number, an unfilled place, tracked changes, an empty paragraph, a table of two cells in one. */
export const draft: Document = makeDocument(header(null), [
  makeLine('title', '关于做好秋冬季森林防火工作的通知'),
  makeBody([
    makeParagraph([leaf('各乡镇设立检查站'), makePlace('数量'), leaf('个，'), { text: '立即', del: change('1') }, { text: '逐一', ins: change('2') }, leaf('登记。')]),
    { ...makeParagraph('整段删去。'), change: { kind: 'del', by: change('3') } },
    makeParagraph(''),
    makeTable([makeRow([makeCell('甲\n乙', { rowSpan: 2 }), makeCell('丙')]), makeRow([]), makeRow([makeCell('丁', { colSpan: 9 })])], { headerRows: 5 }),
  ]),
  makeLine('signatureDate', '2024年  月  日'),
])

function change(digit: string): { id: string; author: string; date: string } {
  return { id: `0190a000-0000-7000-8000-00000000000${digit}`, author: '林禾', date: '2024-03-01T00:00:00Z' }
}

export const SAMPLES: Readonly<Record<string, Document>> = { plan, rules, appointment, tables, draft }
