/** Workbooks as people make them: what a sheet shows comes in as a table, and what it does not show is said. */
import { describe, expect, test } from 'vitest'
import { readWorkbookFile } from '../../electron/sheet/reader/read-workbook.ts'
import { cells, merges, number, read, row, STRICT, tableOf, text, texts, workbookFile } from './workbook-file.ts'

const STYLES = `<numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts>
  <borders><border/><border><left style="thin"/><bottom style="thin"/></border></borders>
  <cellXfs><xf numFmtId="0" borderId="0"/><xf numFmtId="164" borderId="0"/><xf numFmtId="14" borderId="0"/><xf borderId="1"/>
  <xf><alignment horizontal="center"/></xf><xf><alignment horizontal="right"/></xf><xf><alignment horizontal="centerContinuous"/></xf></cellXfs>`

test('title, unit, merged heads, total and notes of a fund table', () => {
  const rows = [
    row('附件2'),
    row('2024年农村公路养护资金分配表'),
    row('', '', '', '单位：万元'),
    row('序号', '乡镇', '资金来源', ''),
    row('', '', '市级补助', '县级配套'),
    row(number(1), '青石镇', number(23.6), number(35.4)),
    row(number(2), '柳溪乡', number(12), number('18')),
    row('合 计', '', number(35.6), number(53.4)),
    row('注：1.资金按里程分配。'),
    row('2.三级路按1.2倍折算。'),
    row('填表人：林禾', '', '审核人：程远'),
  ]
  const { content, doubts } = read({ rows: rows.join(''), after: merges('A2:D2', 'A4:A5', 'B4:B5', 'C4:D4', 'A8:B8', 'A9:D9', 'A10:D10') })
  expect(content?.table).toMatchObject({ caption: '2024年农村公路养护资金分配表', unit: '单位：万元', headerRows: 2, totalRow: true })
  expect(cells(tableOf({ name: '', content, problem: null, doubts }))).toEqual([
    ['序号↓2', '乡镇↓2', '资金来源→2'],
    ['市级补助', '县级配套'],
    ['1', '青石镇', '23.6', '35.4'],
    ['2', '柳溪乡', '12', '18'],
    ['合 计→2', '35.6', '53.4'],
  ])
  expect(texts(content?.after ?? [])).toEqual(['注：1.资金按里程分配。', '2.三级路按1.2倍折算。', '填表人：林禾　　审核人：程远'])
  expect(content?.after[0]).toMatchObject({ role: 'note' })
  expect(doubts).toEqual([{ where: '表1', what: '左上角的“附件2”没有收入：附件的序号由公文来编' }])
})

test('where the table is filled in, and when, stands above it; a broken title is one', () => {
  const rows = [row('河湾县2024年'), row('水库责任人名单'), row('填报单位：石桥镇', '', '单位：座'), row('（截至5月底）'), row('水库', '责任人', '座数'), row('龙潭', '李禾', number(1))]
  const { content } = read({ rows: rows.join('') })
  expect(content?.table).toMatchObject({ caption: '河湾县2024年水库责任人名单', unit: '单位：座', headerRows: 1 })
  expect(texts(content?.before ?? [])).toEqual(['填报单位：石桥镇', '（截至5月底）'])
  expect(content?.table.children).toHaveLength(2)
})

test('a sheet of one column, and one of lines alone, stay tables', () => {
  expect(cells(tableOf(read({ rows: row('乡镇') + row('青石镇') + row('注：无') })))).toEqual([['乡镇'], ['青石镇'], ['注：无']])
  expect(cells(tableOf(read({ rows: row('说明') + row('', '第二列') })))).toEqual([['说明', ''], ['', '第二列']])
})

describe('values', () => {
  test('shared strings without readings, runs of text, formulas with their results, yes and no, errors, dates as text', () => {
    const strings = '<si><t>青石镇</t><rPh sb="0" eb="1"><t>セイ</t></rPh></si><si><r><rPr><b/></rPr><t>柳溪</t></r><r><t>乡</t></r></si>'
    const rows = row('<c t="s"><v>0</v></c>', '<c t="s"><v>1</v></c>', '<c t="str"><f>A1&amp;B1</f><v>合成</v></c>', '<c><f>1+1</f><v>2</v></c>', '<c t="b"><v>1</v></c>', '<c t="e"><v>#DIV/0!</v></c>', '<c t="d" s="2"><v>2024-05-08</v></c>', '<c><f>A9</f></c>', '<c t="s"><v>99</v></c>', text('末'))
    const { doubts, ...sheet } = read({ rows }, { strings, styles: STYLES })
    expect(cells(tableOf({ ...sheet, doubts }))).toEqual([['青石镇', '柳溪乡', '合成', '2', 'TRUE', '#DIV/0!', '2024/5/8', '', '', '末']])
    expect(doubts.map(({ what }) => what)).toEqual([expect.stringContaining('1 个公式没有存下结果'), expect.stringContaining('1 格是错误值')])
  })

  test('number formats, 1900 and 1904', () => {
    const rows = row(number(0.125, 1), number(45420, 2), '末')
    expect(cells(tableOf(read({ rows }, { styles: STYLES })))).toEqual([['12.5%', '2024/5/8', '末']])
    expect(cells(tableOf(read({ rows: row(number(43958, 2), number(5), '末') }, { styles: STYLES, from1904: true })))).toEqual([['2024/5/8', '5', '末']])
  })

  test('lines of a cell are paragraphs; characters that nobody sees go', () => {
    const rows = row(text(' 第一行 _x000D_\n\n第二行\t后\u00a0'), text('_x4E2D_文'))
    expect(cells(tableOf(read({ rows })))).toEqual([['第一行/第二行 后', '中文']])
  })

  test('zeros that the sheet does not show are empty', () => {
    const rows = row('甲', number(0), number(3))
    expect(cells(tableOf(read({ rows, before: '<sheetViews><sheetView showZeros="0"/></sheetViews>' })))).toEqual([['甲', '', '3']])
  })

  test('a long number is shown in short, which is said', () => {
    const { doubts } = read({ rows: row('身份证号', number('410123199001011234')) })
    expect(doubts).toEqual([{ where: '表1', what: expect.stringContaining('1 个长数字') as string }])
  })
})

describe('what is not shown', () => {
  test('hidden rows, columns and sheets are left out, which is said; spans shrink with them', () => {
    const rows = row('乡镇', '人口', '', '备注') + row('青石镇', number(1), number(2), '无') + `<row hidden="1">${text('柳溪乡')}${number(3)}</row>` + row('石桥镇', number(5), number(6), '有')
    const sheet = { rows, before: '<cols><col min="3" max="3" hidden="1" width="9"/></cols>', after: merges('B1:C1') }
    const book = readWorkbookFile(workbookFile([sheet, { name: '底稿', state: 'hidden', rows: row('草稿') }, { name: '空表', rows: '' }]))
    expect(book.doubts).toEqual([{ where: '全部工作表', what: '隐藏的工作表“底稿”没有收入' }])
    expect(book.sheets).toHaveLength(1)
    const [only] = book.sheets
    expect(only && cells(tableOf(only))).toEqual([['乡镇', '人口', '备注'], ['青石镇', '1', '无'], ['石桥镇', '5', '有']])
    expect(only?.doubts.map(({ what }) => what)).toEqual(['隐藏的 1 行没有收入', '隐藏的 1 列没有收入'])
  })

  test('the text of a merge whose first row is hidden is shown in the rest', () => {
    const rows = row('乡镇', '数') + `<row hidden="1">${text('青石镇')}${number(1)}</row>` + row('', number(2)) + row('', number(3))
    expect(cells(tableOf(read({ rows, after: merges('A2:A4') })))).toEqual([['乡镇', '数'], ['青石镇↓2', '2'], ['3']])
  })

  test('texts under a merge, pictures, comments', () => {
    const rows = row('乡镇', '被盖住') + row('青石镇', number(1))
    const { doubts } = read({ rows, after: `${merges('A1:B1')}<drawing r:id="x"/><legacyDrawing r:id="y"/>` })
    expect(doubts.map(({ what }) => what)).toEqual([expect.stringContaining('1 格文字'), expect.stringContaining('图片'), expect.stringContaining('批注')])
  })
})

describe('the shape', () => {
  test('alignment where it was set; heads are centred anyway', () => {
    const rows = row(text('乡镇', ' s="4"'), text('数', ' s="5"')) + row(text('青石镇', ' s="4"'), number(1, 5), text('无'))
    const table = tableOf(read({ rows }, { styles: STYLES }))
    expect(table.children.map((one) => one.children.map(({ align }) => align))).toEqual([[undefined, 'right', undefined], ['center', 'right', undefined]])
  })

  test('centred across is a span', () => {
    const rows = row('序号', text('资金', ' s="6"'), '<c s="6"/>', '备注') + row('', '市', '县', '') + row(number(1), number(2), number(3), '无')
    const table = tableOf(read({ rows }, { styles: STYLES }))
    expect(cells(table)[0]).toEqual(['序号', '资金→2', '备注'])
    expect(table.headerRows).toBe(2)
  })

  test('widths as weights; a table of usual columns has none', () => {
    const rows = row('乡镇', '事项', '数')
    expect(tableOf(read({ rows, before: '<sheetFormatPr defaultColWidth="10"/><cols><col min="2" max="2" width="30.5" customWidth="1"/></cols>' })).widths).toEqual([10, 30.5, 10])
    expect(tableOf(read({ rows })).widths).toBeUndefined()
  })

  test('columns and rows in which nothing begins are drawn together', () => {
    const rows = row('标题', '', '', '', '') + row('乡镇', '', '备注', '') + row('青石镇', '', '无', '')
    const table = tableOf(read({ rows, after: merges('A1:E1', 'A2:B2', 'C2:D2', 'A3:B3', 'C3:D3') }))
    expect(cells(table)).toEqual([['乡镇', '备注'], ['青石镇', '无']])
  })

  test('rows that are printed again are the head, with or without the title', () => {
    const rows = [row('标题'), row('甲', '乙'), row('一', '二'), row('1', '2'), row('3', '4')].join('')
    const names = '<definedName name="_xlnm.Print_Titles" localSheetId="0">\'表1\'!$A:$A,\'表1\'!$1:$3</definedName>'
    expect(tableOf(read({ rows, after: merges('A1:B1') }, { names })).headerRows).toBe(2)
    expect(tableOf(read({ rows, after: merges('A1:B1') })).headerRows).toBe(1)
  })

  test('ruled empty rows are kept to be written in; very many of them are not, and neither are unruled ones', () => {
    const ruled = '<row><c s="3"/><c s="3"/></row>'
    const blank = (count: number) => read({ rows: row('项目', '数量') + ruled.repeat(count) + '<row/>'.repeat(3) + row('注：无') }, { styles: STYLES })
    expect(tableOf(blank(8)).children).toHaveLength(9)
    expect(tableOf(blank(300)).children).toHaveLength(1)
    expect(blank(300).doubts).toEqual([{ where: '表1', what: '表末 300 个有框线的空行没有收入' }])
    expect(tableOf(read({ rows: '<row/>' + row('', '项目', '数量') + row('', '甲', '1') + '<row><c/><c/></row>'.repeat(5) })).children).toHaveLength(2)
  })

  test('cells and rows stand where they say they do', () => {
    const rows = `<row r="5"><c r="D5" t="inlineStr"><is><t>乙</t></is></c></row><row r="4"><c r="C4"><v>1</v></c></row>`
    expect(cells(tableOf(read({ rows })))).toEqual([['1', ''], ['', '乙']])
  })
})

test('Strict files are the same', () => {
  const sheet = { rows: row('乡镇', '数') + row('青石镇', number(0.5, 1)), after: merges('A1:B1') }
  const strict = read(sheet, { styles: STYLES, namespace: STRICT })
  expect(cells(tableOf(strict))).toEqual(cells(tableOf(read(sheet, { styles: STYLES }))))
})
