/** A workbook read line by line: with its line numbers, its days, what is merged downwards, and what a filter hides. */
import { expect, test } from 'vitest'
import { readListFile } from '../../electron/sheet/reader/read-rows.ts'
import { OfficeFault } from '../../electron/ooxml/fault.ts'
import { merges, number, row, text, workbookFile } from './workbook-file.ts'

const STYLES = '<numFmts><numFmt numFmtId="164" formatCode="0.0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="28"/><xf numFmtId="164"/><xf numFmtId="20"/></cellXfs>'

test('rows with a text, by the numbers that Excel shows; days with their year, whatever of them is shown', () => {
  const rows = `<row r="2">${text('文号')}${text('日期')}</row><row r="5">${text('甲')}${number(45_054, 1)}${number(1.5, 2)}${number(0.5, 3)}</row><row r="7"><c/></row>`
  const [sheet] = readListFile(workbookFile([{ rows }], { styles: STYLES })).sheets
  expect(sheet?.rows).toEqual([
    { line: 2, cells: [{ text: '文号' }, { text: '日期' }] },
    { line: 5, cells: [{ text: '甲' }, { text: '5月8日', day: '2023-05-08' }, { text: '1.5' }, { text: '12:00' }] },
  ])
  const [later] = readListFile(workbookFile([{ rows: row('甲', number(45_054 - 1462, 1)) }], { styles: STYLES, from1904: true })).sheets
  expect(later?.rows[0]?.cells[1]).toEqual({ text: '5月8日', day: '2023-05-08' })
})

test('hidden rows are read, as a filter hides them; hidden sheets are not, and are named', () => {
  const rows = `${row('文号', '标题')}<row hidden="1">${text('1号')}${text('甲')}</row>${row('2号', '乙')}`
  const { sheets, hidden } = readListFile(workbookFile([{ name: '2023', rows }, { name: '底稿', state: 'hidden', rows: row('密') }]))
  expect(sheets.map(({ name, rows: read }) => [name, read.map(({ cells }) => cells[0]?.text)])).toEqual([['2023', ['文号', '1号', '2号']]])
  expect(hidden).toEqual(['底稿'])
})

test('what is merged downwards counts for each of its rows, what is merged across only once', () => {
  const rows = row('河政发', '1号', '甲') + row('', '2号', '乙') + row('合并的题目', '', '')
  const [sheet] = readListFile(workbookFile([{ rows, after: merges('A1:A2', 'A3:C3') }])).sheets
  expect(sheet?.rows.map(({ cells }) => cells.map((cell) => cell.text))).toEqual([['河政发', '1号', '甲'], ['河政发', '2号', '乙'], ['合并的题目']])
})

test('longer than any book is no book', () => {
  const long = workbookFile([{ rows: row('甲').repeat(10_001) }])
  expect(() => readListFile(long)).toThrow(OfficeFault)
  expect(() => readListFile(long)).toThrow('有文字的行超过 10000 行')
})
