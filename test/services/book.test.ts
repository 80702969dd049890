/** 发文登记簿 out and in: what stands in the file, what a dry run foretells, and that it foretells the truth. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readListFile } from '../../electron/sheet/reader/read-rows.ts'
import { readPdf } from '../../electron/pdf/read-pdf.ts'
import { EMPTY_BOOK } from '../../shared/register/book.ts'
import { number, row, text, workbookFile } from '../sheet/workbook-file.ts'
import { newSigned, readyDocument, refusal, seriesOf } from '../store/library.ts'
import { bookDesk, bookLine, type Desk } from './book-desk.ts'

/** A year of one series with all that can become of a number, and one number of another. */
async function filled(): Promise<Desk> {
  const desk = await bookDesk(['河政办发', '河政函'])
  const { store } = desk
  const { id: seriesId } = await seriesOf(store, '河政办发', 2024)
  const key = { seriesId, year: 2024, who: '林禾' }
  const lines = [
    bookLine('河政办发', 2024, 1, { title: '关于春节值班的通知', date: '2024年1月6日', sentTo: '各乡镇人民政府', copies: '60', signer: '沈望舒', drafter: '林禾', filed: '2024-永久-1', remarks: '送印刷厂' }),
    bookLine('河政办发', 2024, 3, { title: '关于安全检查的通知' }, { status: 'void', reason: '与河政函2号重复' }),
  ]
  await store.importBook(lines, { dryRun: false, file: '旧簿.xlsx', who: '林禾' })
  await store.importIssued({ document: readyDocument('关于做好冬季供暖工作的通知'), who: '林禾', what: 'imported', detail: '' }, { code: '河政办发', year: 2024, serial: 5 })
  await store.explain({ ...key, serial: 4, reason: '起草后撤回' })
  await store.reserve({ ...key, from: 6, count: 1, purpose: '机构改革配套文件', expires: '2999-06-15' })
  await store.allocateNumber({ ...key, serial: 7, reason: '县长批示件' })
  await store.importBook([bookLine('河政函', 2023, 2, { title: '关于汛前检查的函' })], { dryRun: false, file: '旧簿.xlsx', who: '林禾' })
  return desk
}

const cellsOf = (desk: Desk, name: string): readonly (readonly [string, readonly (readonly string[])[]])[] =>
  readListFile(desk.bytes(name)).sheets.map((sheet) => [sheet.name, sheet.rows.map(({ cells }) => cells.map((cell) => cell.text))] as const)

test('a sheet for each series and year; gaps, void and held numbers each in its row with what is known of it', async () => {
  const desk = await filled()
  expect(await desk.out('登记簿.xlsx')).toMatchObject({ kind: 'book', fileName: '登记簿.xlsx', numbers: 6, missingCharacters: [] })
  const [[name, [title, head, ...rows]], [other, letters]] = cellsOf(desk, '登记簿.xlsx') as [[string, string[][]], [string, string[][]]]
  expect([name, title?.[0], other, letters[0]?.[0]]).toEqual(['河政办发〔2024〕', '河政办发〔2024〕发文登记簿', '河政函〔2023〕', '河政函〔2023〕发文登记簿'])
  expect(head).toEqual(['顺序号', '发文字号', '成文日期', '密级', '标题', '主送', '份数', '签发人', '拟稿人', '状态', '说明', '归卷', '备注'])
  const short = rows.map((cells) => [cells[0], cells[1], cells[4], cells[9], cells[10]])
  expect(short).toEqual([
    ['1', '河政办发〔2024〕1号', '关于春节值班的通知', '线下占用', ''],
    ['2', '河政办发〔2024〕2号', '', '缺号', '没有说明'],
    ['3', '河政办发〔2024〕3号', '关于安全检查的通知', '作废', '与河政函2号重复'],
    ['4', '河政办发〔2024〕4号', '', '缺号', '起草后撤回'],
    ['5', '河政办发〔2024〕5号', '关于做好冬季供暖工作的通知', '已发', ''],
    ['6', '河政办发〔2024〕6号', '', '预留', '林禾：机构改革配套文件（留至2999年6月15日）'],
    ['7', '河政办发〔2024〕7号', '', '占号', '林禾：县长批示件'],
  ])
  expect(rows[0]).toEqual(['1', '河政办发〔2024〕1号', '2024年1月6日', '', '关于春节值班的通知', '各乡镇人民政府', '60', '沈望舒', '林禾', '线下占用', '', '2024-永久-1', '送印刷厂'])
  expect(letters.slice(2).map((cells) => cells[1])).toEqual(['河政函〔2023〕1号', '河政函〔2023〕2号'])
})

test('one series, one year; nothing to write is refused', async () => {
  const desk = await filled()
  const { id: seriesId } = await seriesOf(desk.store, '河政函', 2024)
  await desk.out('函.xlsx', { seriesId })
  expect(cellsOf(desk, '函.xlsx').map(([name]) => name)).toEqual(['河政函〔2023〕'])
  await desk.out('2024.xlsx', { year: 2024 })
  expect(cellsOf(desk, '2024.xlsx').map(([name]) => name)).toEqual(['河政办发〔2024〕'])
  await refusal('notFound', () => desk.out('无.xlsx', { seriesId, year: 2024 }))
  await refusal('notFound', async () => (await bookDesk(['河政发'])).out('空.xlsx'))
  expect(readdirSync(desk.folder)).not.toContain('无.xlsx')
})

test('as pages: every number, gaps told in words, heads on each page, and how many pages there are', async () => {
  const desk = await filled()
  const more = Array.from({ length: 24 }, (_, at) => bookLine('河政函', 2023, 3 + at, { title: `关于第${at + 1}件事的函` }))
  await desk.store.importBook(more, { dryRun: false, file: '旧簿.xlsx', who: '林禾' })
  expect(await desk.out('登记簿.pdf', { format: 'pdf' })).toMatchObject({ kind: 'book', numbers: 30 })
  const pages = (await readPdf(desk.bytes('登记簿.pdf'), join(import.meta.dirname, '../../node_modules/pdfjs-dist'))).map(({ width, height, glyphs }) => ({ width, height, text: glyphs.map((one) => one.text).join('').replace(/\s/g, '') }))
  const [first, second, ...others] = pages
  expect(first?.width).toBeGreaterThan(first?.height ?? 0)
  expect(first?.text).toMatch(/河湾县人民政府办公室.*第1页共1页|第1页共1页/)
  expect(first?.text).toContain('共7号，其中作废1号、缺号2号')
  expect(first?.text).toContain('缺号没有说明')
  expect(first?.text).toContain('缺号起草后撤回')
  // Another book counts anew.
  const count = others.length + 1
  expect(count).toBeGreaterThan(1)
  for (const [at, page] of [second, ...others].entries()) {
    expect(page?.text).toContain(`第${at + 1}页共${count}页`)
    expect(page?.text).toContain('顺序号发文字号成文日期')
  }
  expect(pages.map(({ text: all }) => all).join('')).toContain('河政函〔2023〕26号')
})

test('a book of earlier years: the dry run says what would be, and in earnest just that comes', async () => {
  const desk = await bookDesk(['河政办发'])
  await desk.store.importBook([bookLine('河政办发', 2023, 1, { title: '关于春节值班的通知', copies: '60' })], { dryRun: false, file: '旧簿.xlsx', who: '林禾' })
  const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="30"/></cellXfs>'
  const book = workbookFile(
    [
      { name: '2023年', rows: [
        row('河湾县人民政府办公室发文登记簿'),
        row('文号', '文件标题', '印发日期', '份数', '签发', '备注'),
        row('河政办发[2023]1号', '关于春节值班的通知', number(45000, 1), number(85), '沈望舒', ''),
        row('河政办发（2023）2号', '关于防汛的通知', '2023.5.8', '60份', '', ''),
        row('河政办发（2023）3号', '关于抗旱的通知', '', '', '', '作废，会议未通过'),
        row('河政办函〔2023〕第1号', '关于调水的函', '', '', '', ''),
        row('见附件', '关于办会的通知', '', '', '', ''),
        row('合计', '', '', number(145), '', ''),
      ].join('') },
      { name: '说明', rows: row('本簿由办公室保管') },
      { name: '旧稿', state: 'hidden', rows: row('文号', '标题') + row('河政办发〔2022〕1号', '藏起来的') },
    ],
    { styles },
  )
  desk.put('旧登记簿.xlsx', book)
  const before = await desk.store.book(null, null)
  const dry = await desk.in('旧登记簿.xlsx')
  expect(dry).toMatchObject({ kind: 'bookImport', file: '旧登记簿.xlsx', dryRun: true, newSeries: ['河政办函'] })
  expect(dry.notes).toEqual(['隐藏的工作表“旧稿”没有读', '工作表“说明”里没有登记簿的表头，没有读'])
  expect(dry.rows.map(({ sheet, line, printed, outcome, what }) => [`${sheet}${line}`, printed, outcome, what])).toEqual([
    ['2023年3', '河政办发〔2023〕1号', 'changed', '成文日期填为 2023年3月15日；份数 60 改为 85；签发人填为 沈望舒'],
    ['2023年4', '河政办发〔2023〕2号', 'new', '登记为线下占用'],
    ['2023年5', '河政办发〔2023〕3号', 'new', '登记为作废'],
    ['2023年6', '河政办函〔2023〕1号', 'new', '登记为线下占用'],
    ['2023年7', '见附件', 'refused', '文号“见附件”认不出来'],
  ])
  expect(await desk.store.book(null, null)).toEqual(before)
  expect((await desk.store.listSeries(2023)).map(({ code }) => code)).toEqual(['河政办发'])
  expect(desk.events.filter(({ kind }) => kind === 'register.changed')).toEqual([])

  expect((await desk.in('旧登记簿.xlsx', false)).rows).toEqual(dry.rows)
  expect(desk.events.filter(({ kind }) => kind === 'register.changed')).toHaveLength(1)
  const after = await desk.store.book(null, null)
  expect(after.map(({ printed, kind, entry }) => [printed, kind, entry?.book.title, entry?.book.date, entry?.book.copies, entry?.reason])).toEqual([
    ['河政办发〔2023〕1号', 'paper', '关于春节值班的通知', '2023年3月15日', '85', ''],
    ['河政办发〔2023〕2号', 'paper', '关于防汛的通知', '2023年5月8日', '60', ''],
    ['河政办发〔2023〕3号', 'void', '关于抗旱的通知', '', '', '会议未通过'],
    ['河政办函〔2023〕1号', 'paper', '关于调水的函', '', '', ''],
  ])
  // A second time it says nothing new.
  expect((await desk.in('旧登记簿.xlsx', false)).rows.map(({ outcome }) => outcome)).toEqual(['same', 'same', 'same', 'same', 'refused'])
})

test('what was changed in the program’s own file comes in: an explanation, a count; a document keeps its title', async () => {
  const desk = await filled()
  await desk.out('登记簿.xlsx')
  const [[, rows]] = cellsOf(desk, '登记簿.xlsx') as [[string, string[][]]]
  const edited = rows.map((cells) => [...cells])
  const cell = (line: number, column: number, value: string): unknown => ((edited[line] ?? [])[column] = value)
  cell(2, 6, '85')
  cell(3, 10, '纸质件遗失')
  cell(6, 4, '另一个标题')
  cell(8, 9, '线下占用')
  desk.put('改过.xlsx', workbookFile([{ name: '河政办发〔2024〕', rows: edited.map((cells) => row(...cells)).join('') }]))
  const { rows: read } = await desk.in('改过.xlsx', false)
  expect(read.map(({ outcome, what }) => `${outcome} ${what}`)).toEqual([
    'changed 份数 60 改为 85',
    'new 补说明：纸质件遗失',
    'same ',
    'same ',
    expect.stringMatching(/^refused 河政办发〔2024〕5号已经给了《关于做好冬季供暖工作的通知》（.*），表格里是《另一个标题》$/) as string,
    'same ',
    expect.stringMatching(/^refused 河政办发〔2024〕7号已由林禾占用/) as string,
  ])
})

test('numbers that are held or reserved in another library are none that a file can give', async () => {
  const desk = await filled()
  await desk.out('登记簿.xlsx')
  const other = await bookDesk([])
  other.put('登记簿.xlsx', desk.bytes('登记簿.xlsx'))
  const { rows, newSeries } = await other.in('登记簿.xlsx')
  expect(rows.map(({ outcome }) => outcome)).toEqual(['new', 'new', 'new', 'new', 'refused', 'refused', 'new'])
  expect(rows[4]).toMatchObject({ printed: '河政办发〔2024〕6号', what: '表格里写的是预留；占号和预留要在程序里办，不从表格读入', fields: EMPTY_BOOK })
  expect(newSeries).toEqual(['河政办发', '河政函'])
})

test('a document that got its number here stands with who signed and who drafted it', async () => {
  const desk = await bookDesk(['河政发'])
  const { id: seriesId } = await seriesOf(desk.store, '河政发', 2024)
  await desk.store.allocateNumber({ documentId: await newSigned(desk.store), seriesId, year: 2024, who: '林禾' })
  await desk.out('登记簿.xlsx')
  const [[, [, , cells]]] = cellsOf(desk, '登记簿.xlsx') as [[string, string[][]]]
  expect(cells?.slice(7, 11)).toEqual(['陈望秋', '林禾', '已编号', ''])
})

test('what is no book is refused, and nothing has changed', async () => {
  const desk = await filled()
  const before = await desk.store.book(null, null)
  desk.put('假.xlsx', new TextEncoder().encode('文号,标题'))
  desk.put('空.xlsx', workbookFile([{ rows: '' }]))
  desk.put('表.xlsx', workbookFile([{ rows: row('乡镇', '人口') + row('青石镇', '12') }]))
  desk.put('长.xlsx', workbookFile([{ rows: row('文号', '标题') + row('河政发〔2023〕1号', '甲').repeat(10_001) }]))
  for (const name of ['假.xlsx', '空.xlsx', '表.xlsx']) await refusal('notText', () => desk.in(name, false))
  await refusal('tooLarge', () => desk.in('长.xlsx', false))
  await refusal('fileMissing', () => desk.in('没有.xlsx', false))
  await refusal('cancelled', () => desk.cancelled('bookImport', '表.xlsx'))
  await refusal('cancelled', () => desk.cancelled('book', '登记簿.xlsx'))
  expect(readdirSync(desk.folder)).not.toContain('登记簿.xlsx')
  expect(await desk.store.book(null, null)).toEqual(before)
})

test('a book may have more lines than any table of a document: many years in one sheet', async () => {
  const desk = await bookDesk([])
  const rows = Array.from({ length: 1100 }, (_, at) => row(`河政办发〔${2004 + Math.floor(at / 100)}〕${(at % 100) + 1}号`, `关于第${at}件事的通知`, text('2023年5月8日')))
  desk.put('多年.xlsx', workbookFile([{ rows: row('文号', '标题', '日期') + rows.join('') }]))
  const { rows: read } = await desk.in('多年.xlsx')
  expect(read).toHaveLength(1100)
  expect(new Set(read.map(({ outcome }) => outcome))).toEqual(new Set(['new']))
})

test('what goes out and comes in stands in the log: who, which file, how much; a dry run and what was refused leave no line', async () => {
  const desk = await filled()
  const lines = async () => (await desk.store.libraryLog()).filter(({ what }) => what !== 'seriesMade').map(({ what, who, detail }) => [what, who, detail])
  const before = await lines()
  expect(before).toEqual([
    ['bookImported', '林禾', '旧簿.xlsx，新登记 2 条'],
    ['bookImported', '林禾', '旧簿.xlsx，新登记 1 条'],
  ])
  const { id: seriesId } = await seriesOf(desk.store, '河政函', 2023)
  await desk.out('登记簿.xlsx')
  await desk.out('函.xlsx', { seriesId, year: 2023 })
  await refusal('notFound', () => desk.out('无.xlsx', { seriesId, year: 2022 }))
  await refusal('cancelled', () => desk.cancelled('book', '半途.xlsx'))
  await desk.in('登记簿.xlsx', true)
  await desk.in('登记簿.xlsx', false)
  const { user } = await desk.store.profile()
  expect((await lines()).slice(before.length)).toEqual([
    ['bookExported', user, `${join(desk.folder, '登记簿.xlsx')}，全部系列各年，6 个号`],
    ['bookExported', user, `${join(desk.folder, '函.xlsx')}，河政函 2023 年，1 个号`],
  ])
})
