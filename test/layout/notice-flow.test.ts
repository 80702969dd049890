import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { makeArticle, makeAttachment, makeBody, makeCell, makeChapter, makeDocument, makeHeading, makeLine, makeParagraph, makePrinted, makeRow, makeTable } from '../../shared/document/build.ts'
import type { Block, Document, Part, Table } from '../../shared/document/types.ts'
import { parseGazetteTemplate } from '../../shared/layout/gazette.ts'
import type { FlowItem, FlowLine, FlowSection } from '../../shared/layout/flow.ts'
import { tableItems } from '../../shared/layout/flow-table.ts'
import { noticeFlow } from '../../shared/layout/notice-flow.ts'

const standard = parseGazetteTemplate(JSON.parse(readFileSync(new URL('../../templates/gazette/default.json', import.meta.url), 'utf8')))
/** Without the gap between Chinese and digits, so that widths are round. */
const template = parseGazetteTemplate({ ...standard, latinGap: false })
const HEADER = { issuers: ['河湾县人民政府'], genre: '通知', documentNumber: '河政发〔2024〕3号' } as const

function notice(blocks: readonly Block[], more: readonly Part[] = []): Document {
  return makeDocument(HEADER, [makeLine('title', '关于防火的通知'), makeBody(blocks), ...more])
}

const flowOf = (document: Document): readonly FlowSection[] => noticeFlow(document, template)
const textOfLine = ({ spans }: FlowLine): string => spans.map(({ text }) => text).join('')
const shown = (item: FlowItem): string => (item.kind === 'table' ? '〔表〕' : `${item.line} ${textOfLine(item)}`)
/** Each section on one line: columns, orientation, its items. */
const sketch = (document: Document): readonly string[] =>
  flowOf(document).map(({ columns, landscape, items }) => `${columns}${landscape ? '横' : ''}: ${items.map(shown).join(' / ')}`)
const lines = (document: Document): readonly FlowLine[] => flowOf(document).flatMap(({ items }) => items).filter((item) => item.kind === 'line')
const line = (document: Document, kind: FlowLine['line']): FlowLine => lines(document).find((one) => one.line === kind)!

const table = (columns = 2): Table => makeTable([makeRow(Array.from({ length: columns }, () => makeCell('栏'))), makeRow(Array.from({ length: columns }, () => makeCell('1')))])
const long = makeParagraph('各乡镇要落实责任。'.repeat(12))

test('title block across the page, text in columns, in the order of the page', () => {
  const document = makeDocument(HEADER, [
    makeLine('title', '关于防火的通知'),
    makeLine('recipients', '各乡镇人民政府'),
    makeBody([makeHeading(1, '总体要求'), makeParagraph('严防死守。')]),
    makeLine('signatureOrgan', '河湾县人民政府'),
    makeLine('signatureDate', '2024年1月8日'),
    makeLine('note', '此件公开发布'),
  ])
  expect(sketch(document)).toEqual([
    '1: issuer 河湾县人民政府 / title 关于防火的通知 / documentNumber 河政发〔2024〕3号',
    '2: recipients 各乡镇人民政府： / heading1 一、总体要求 / body 严防死守。 / signatureOrgan 河湾县人民政府 / signatureDate 2024年1月8日 / note （此件公开发布）',
  ])
})

test('the title block is a whole number of text lines high, however many lines its title has', () => {
  for (const title of ['关于防火的通知', '关于开展防火的通知'.repeat(3), '关于开展防火的通知'.repeat(6)]) {
    const [block] = flowOf(makeDocument(HEADER, [makeLine('title', title), makeBody([])]))
    const height = block!.items.reduce((sum, item) => {
      if (item.kind === 'table') return sum
      const pitch = item.line === 'documentNumber' ? template.linePitch : template.faces.title.line
      return sum + textOfLine(item).split('\n').length * pitch + (item.before ?? 0) + (item.after ?? 0)
    }, 0)
    expect(height % template.linePitch).toBe(0)
  }
})

describe('headings', () => {
  test('a stand-alone heading stays with what follows; a run-in one goes on in the face of the text', () => {
    const document = notice([makeHeading(2, '落实责任'), makeHeading(2, '严格督查。每季度通报一次。')])
    const [alone, runIn] = lines(document).filter((one) => one.line === 'heading2')
    expect(alone).toMatchObject({ spans: [{ text: '（一）落实责任' }], keepNext: true })
    expect(runIn).toMatchObject({ spans: [{ text: '（二）严格督查。' }, { text: '每季度通报一次。', slot: 'fangSong' }] })
    expect(runIn!.keepNext).toBeUndefined()
  })

  test('chapters and articles: a full-width space after the number, the article’s number in its own face', () => {
    const document = notice([makeChapter('总则'), makeArticle('为防火制定本办法。'), makeChapter(''), makeArticle('施行。', '第九条')])
    expect(lines(document).slice(3).map(textOfLine)).toEqual(['第一章\u3000总则', '第一条\u3000为防火制定本办法。', '第二章', '第九条\u3000施行。'])
    expect(line(document, 'article').spans[0]).toEqual({ text: '第一条\u3000', slot: 'hei' })
  })
})

describe('signature without a seal, GB/T 9704-2012 7.3.5.3 (240 twips a character)', () => {
  const rights = (organ: string, date: string): readonly (number | undefined)[] =>
    lines(notice([], [makeLine('signatureOrgan', organ), makeLine('signatureDate', date)])).filter(({ line: kind }) => kind.startsWith('signature')).map(({ right }) => right)

  test('the organ ends two characters from the right, the date begins two right of where the organ begins', () => {
    // 10 characters and 2024年3月12日 = 6.5: 2 + 10 - 2 - 6.5 = 3.5.
    expect(rights('河湾县人民政府办公室', '2024年3月12日')).toEqual([480, 840])
  })

  test('the gap between Chinese and digits counts as part of the date', () => {
    const sections = noticeFlow(notice([], [makeLine('signatureOrgan', '河湾县人民政府办公室'), makeLine('signatureDate', '2024年3月12日')]), standard)
    const date = sections.flatMap(({ items }) => items).find((item) => item.kind === 'line' && item.line === 'signatureDate')
    expect(date).toMatchObject({ right: (3.5 - 5 * 0.25) * 240 })
  })

  test('a longer date ends two from the right and the organ moves left', () => {
    expect(rights('河湾县', '2024年12月12日')).toEqual([(7 - 3 + 4) * 240, 480])
  })

  test('an organ as wide as the column has no indent; several organs stand below each other', () => {
    expect(rights('河'.repeat(20), '2024年3月12日')[0]).toBe(0)
    expect(rights('河湾县林业局\n河湾县水利局', '2024年3月12日')).toHaveLength(3)
  })

  test('a date alone stands below an empty line, two from the right', () => {
    const document = notice([], [makeLine('signatureDate', '2024年3月12日')])
    expect(line(document, 'signatureDate')).toMatchObject({ right: 480, before: 400 })
  })
})

describe('附件说明', () => {
  const attachments = (...titles: readonly string[]): readonly Part[] => titles.map((title) => makeAttachment(title, [makeParagraph('内容。')]))
  const list = (document: Document): readonly string[] => lines(document).filter((one) => one.line === 'attachmentList').map(textOfLine)

  test('one attachment has no number, several have', () => {
    expect(list(notice([long], attachments('名单')))).toEqual(['附件：名单'])
    expect(list(notice([long], attachments('名单', '汇总表')))).toEqual(['附件：1.名单', '2.汇总表'])
    expect(list(notice([long]))).toEqual([])
  })

  test('stands below the body, before the signature; below the printed text where a notice prints one', () => {
    const signed = notice([long], [makeLine('signatureDate', '2024年3月12日'), ...attachments('名单')])
    expect(lines(signed).map((one) => one.line).slice(3)).toEqual(['body', 'attachmentList', 'signatureDate', 'attachmentLabel', 'innerTitle', 'body'])
    const printing = notice([long], [makeLine('signatureDate', '2024年3月12日'), makePrinted('方案', [long]), ...attachments('名单')])
    expect(lines(printing).map((one) => one.line).slice(3)).toEqual(['body', 'signatureDate', 'innerTitle', 'body', 'attachmentList', 'attachmentLabel', 'innerTitle', 'body'])
  })

  test('is not made twice where the text names the attachments itself', () => {
    expect(list(notice([long, makeParagraph('附件：1.名单'), makeParagraph('2.汇总表')], attachments('名单', '汇总表')))).toEqual([])
  })

  test('names hang under each other, 12 points a character', () => {
    const [first, second] = lines(notice([long], attachments('名单', '汇总表'))).filter((one) => one.line === 'attachmentList')
    // Two characters, 附件：, and 1. (0.75 em) to the left of the name.
    expect(first).toMatchObject({ left: 5.75 * 240, hanging: 3.75 * 240, before: 400 })
    expect(second).toMatchObject({ left: 5.75 * 240, hanging: 0.75 * 240 })
  })
})

describe('an attachment of its own orientation', () => {
  const attachment = (landscape: boolean) => ({ ...makeAttachment('管护一览表', [long, table(), makeParagraph('以上各项按季度更新。')]), ...(landscape ? { orientation: 'landscape' as const } : {}) })

  test('is one landscape section with all that it holds, across the page', () => {
    const sections = flowOf(notice([long], [attachment(true), attachment(false)]))
    expect(sections.map(({ columns, landscape, items }) => [columns, landscape, items.some(({ kind }) => kind === 'table')])).toEqual([
      [1, false, false], [2, false, false], [1, true, true], [2, false, false], [1, false, true], [2, false, false],
    ])
    const [turned, upright] = sections.flatMap(({ items }) => items).filter((item) => item.kind === 'table')
    expect(turned?.kind === 'table' && turned.landscape).toBe(true)
    expect(upright?.kind === 'table' && upright.landscape).toBe(false)
  })
})

describe('tables stand across the page', () => {
  test('in a section of their own; the columns go on after them', () => {
    expect(sketch(notice([long, table(), long])).map((section) => section.slice(0, 2))).toEqual(['1:', '2:', '1:', '2:'])
  })

  test('with caption and unit, and notes below them', () => {
    const document = notice([long, { ...table(), caption: '分工表', unit: '单位：名' }, makeParagraph('注：含代办员。', 'note'), long])
    expect(sketch(document)[2]).toBe('1: tableCaption 分工表 / tableUnit 单位：名 / 〔表〕 / tableNote 注：含代办员。')
  })

  test('with the label and title of the attachment they begin', () => {
    const document = notice([long], [makeAttachment('河湾县各乡镇森林防火责任人和联系电话名单', [table(), long])])
    // Across the page the title needs no second line.
    expect(sketch(document)[2]).toBe('1: attachmentLabel 附件 / innerTitle 河湾县各乡镇森林防火责任人和联系电话名单 / 〔表〕')
    expect(sketch(notice([long], [makeAttachment('河湾县各乡镇森林防火责任人和联系电话名单', [long])]))[1]).toContain('河湾县各乡镇森林防火\n责任人和联系电话名单')
  })

  test('with the headings right above them', () => {
    const document = notice([long, makeHeading(1, '任务分工'), makeHeading(2, '重点任务'), table(), makeHeading(2, '其他。见下表。'), table()])
    expect(sketch(document)[2]).toBe('1: heading1 一、任务分工 / heading2 （一）重点任务 / 〔表〕 / heading2 （二）其他。见下表。 / 〔表〕')
  })

  test('text in columns has no lone lines, what stands across has no columns to leave them in', () => {
    const text = Array.from({ length: 60 }, () => makeParagraph('国'.repeat(38)))
    const marked = (section: FlowSection): number => section.items.filter((item) => item.kind === 'line' && item.noLoneLines).length
    expect(flowOf(notice([...text, table(), ...text])).map(marked)).toEqual([0, 60, 0, 60])
  })

  test('a few lines between two tables stay across, more go back into columns', () => {
    expect(sketch(notice([long, table(), makeParagraph('以上为最低数。'), table(), long]))).toHaveLength(4)
    expect(sketch(notice([long, table(), long, table(), long]))).toHaveLength(6)
  })

  test('from 14 columns on landscape pages, with smaller text from 12', () => {
    const widest = (columns: number): unknown => {
      const section = flowOf(notice([long, table(columns)]))[2]!
      const [item] = section.items
      return [section.landscape, item?.kind === 'table' ? [item.size, item.widths.reduce((sum, width) => sum + width, 0)] : null]
    }
    expect(widest(11)).toEqual([false, [10.5, 10_002]])
    expect(widest(12)).toEqual([false, [9, 10_002]])
    expect(widest(14)).toEqual([true, [9, 13_210]])
  })

  test('chosen widths are the widths on the page', () => {
    const [item] = flowOf(notice([long, { ...table(4), widths: [1, 1, 1, 3] }]))[2]!.items
    expect(item?.kind === 'table' && item.widths).toEqual([1667, 1667, 1667, 5001])
  })

  test('a table that wishes it stands on a landscape page', () => {
    const section = flowOf(notice([long, { ...table(4), landscape: true }, long]))[2]!
    const [item] = section.items
    expect([section.landscape, item?.kind === 'table' && item.widths.reduce((sum, width) => sum + width, 0)]).toEqual([true, 13_210])
  })

  test('lines are reckoned for each row; a cell over several rows makes only the last of them higher', () => {
    const text = '牵头组织实施，负责数据汇总和审核。'.repeat(20)
    const rows = makeTable([makeRow([makeCell('部门'), makeCell('职责')]), makeRow([makeCell('甲'), makeCell(text)]), makeRow([makeCell('乙'), makeCell(text, { rowSpan: 2 })]), makeRow([makeCell('丙')])])
    const [item] = flowOf(notice([long, rows]))[2]!.items
    if (item?.kind !== 'table') throw new Error('no table')
    const [head, high, merged, below] = item.lines
    expect([head, merged, below]).toEqual([1, 1, high! - 1])
    // 340 characters in about 42 a line.
    expect(high).toBeGreaterThan(7)
    expect(high).toBeLessThan(10)
  })

  test('header rows repeat only where there are others to repeat them for', () => {
    const headerRows = (wanted: number): unknown => flowOf(notice([long, { ...table(), headerRows: wanted }]))[2]!.items[0]
    expect(headerRows(1)).toMatchObject({ headerRows: 1 })
    expect(headerRows(2)).toMatchObject({ headerRows: 1 })
    // With the rows into which its cells go on, if that leaves others.
    const merged = (rowSpan: number): unknown => tableItems(makeTable([makeRow([makeCell('部门', { rowSpan }), makeCell('职责')]), ...Array.from({ length: 3 }, () => makeRow([makeCell('甲')]))]), template)[0]
    expect([1, 2, 3, 4].map(merged)).toMatchObject([1, 2, 3, 0].map((rows) => ({ headerRows: rows })))
  })

  test('a text that begins with a table begins in the title’s section', () => {
    expect(sketch(notice([table(), long])).map((section) => section.slice(0, 2))).toEqual(['1:', '2:'])
  })
})

test('the single-column edition: one section from title to end', () => {
  const single = parseGazetteTemplate({ ...template, columns: { count: 1, gap: 0, characters: 41, lines: 33 } })
  expect(noticeFlow(notice([long, table(), long]), single).map(({ columns }) => columns)).toEqual([1])
})
