/** The book as an Excel file: what stands in it besides its texts, and that a wrong file is found out. */
import { strFromU8, unzipSync } from 'fflate'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readListFile } from '../../electron/sheet/reader/read-rows.ts'
import { checkBookFile } from '../../electron/sheet/writer/check-book.ts'
import { sheetNames } from '../../electron/sheet/writer/sheet-names.ts'
import { writeBookFile } from '../../electron/sheet/writer/write-book.ts'
import { EMPTY_BOOK } from '../../shared/register/book.ts'
import { BOOK_COLUMNS, bookText, type Book, type BookEntry } from '../../shared/register/book-columns.ts'

const entry = (serial: number, more: Partial<BookEntry> = {}): BookEntry => ({ serial, printed: `河政发〔2024〕${serial}号`, look: 'plain', status: '已印发', explanation: '', fields: EMPTY_BOOK, ...more })
const BOOK: Book = {
  name: '河政发〔2024〕', about: '',
  entries: [
    entry(1, { fields: { ...EMPTY_BOOK, title: '=1+1', date: '2024年5月8日', copies: '60', drafter: '007', remarks: '_x0041_ <&">' } }),
    entry(2, { look: 'gap', status: '缺号', explanation: '没有说明' }),
    entry(3, { look: 'void', status: '作废', explanation: '重号', fields: { ...EMPTY_BOOK, title: '关于防汛的通知' } }),
  ],
}

/** The parts of a file by their names. */
const parts = (bytes: Uint8Array): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))
/** The look (index into cellXfs) of a cell of the first sheet, as XML. */
function lookOf(files: Readonly<Record<string, string>>, cell: string): { readonly fill: string; readonly font: string; readonly format: string } {
  const style = Number(new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(files['xl/worksheets/sheet1.xml'] ?? '')?.[1])
  const styles = files['xl/styles.xml'] ?? ''
  const list = (name: string, one: string): readonly string[] => new RegExp(`<${name} .*?</${name}>`).exec(styles)?.[0].match(new RegExp(`<${one}>.*?</${one}>|<${one} .*?</${one}>`, 'g')) ?? []
  const look = list('cellXfs', 'xf')[style] ?? ''
  const at = (name: string): number => Number(new RegExp(`${name}="(\\d+)"`).exec(look)?.[1] ?? 0)
  return { fill: list('fills', 'fill')[at('fillId')] ?? '', font: list('fonts', 'font')[at('fontId')] ?? '', format: new RegExp(`numFmtId="${at('numFmtId')}" formatCode="(.*?)"`).exec(styles)?.[1] ?? '' }
}

test('heads stay in sight, repeat on paper and filter; the sheet prints on its side, as wide as the paper, with its pages counted', async () => {
  const files = parts(await writeBookFile([BOOK]))
  const sheet = files['xl/worksheets/sheet1.xml'] ?? ''
  expect(sheet).toContain('<pane ySplit="2" xSplit="2" topLeftCell="C3"')
  expect(sheet).toContain('<autoFilter ref="A2:M5"/>')
  expect(sheet).toMatch(/<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/><headerFooter><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页/)
  expect(files['xl/workbook.xml']).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">'河政发〔2024〕'!$1:$2</definedName>`)
})

test('a gap is tinted, a void number struck through; days and numbers are texts, counts are numbers', async () => {
  const bytes = await writeBookFile([BOOK])
  const files = parts(bytes)
  expect(lookOf(files, 'E4').fill).toContain('FFFDF0D5')
  expect(lookOf(files, 'E3').fill).not.toContain('FFFDF0D5')
  expect(lookOf(files, 'E5').font).toContain('<strike/>')
  expect(lookOf(files, 'K5').font).not.toContain('<strike/>')
  expect(['B3', 'C3', 'E3', 'I3'].map((cell) => lookOf(files, cell).format)).toEqual(['@', '@', '@', '@'])
  expect(files['xl/worksheets/sheet1.xml']).toMatch(/<c r="G3" s="\d+"><v>60<\/v><\/c>/)
  const [sheet] = readListFile(bytes).sheets
  expect(sheet?.rows[2]?.cells.map(({ text }) => text)).toEqual(BOOK_COLUMNS.map(({ key }) => bookText(BOOK.entries[0]!, key)))
})

test('a file that says another thing, lacks a line or is none is found out', async () => {
  const bytes = await writeBookFile([BOOK])
  expect(checkBookFile(bytes, [BOOK])).toEqual([])
  const [first, second, third] = BOOK.entries as [BookEntry, BookEntry, BookEntry]
  const with_ = (...entries: readonly BookEntry[]): readonly string[] => checkBookFile(bytes, [{ ...BOOK, entries }])
  expect(with_(first, second, { ...third, explanation: '别的' })).toEqual(['工作表“河政发〔2024〕”第5行的说明应为“别的”，文件里是“重号”'])
  expect(with_(first, second)).toEqual(['工作表“河政发〔2024〕”应有2行，文件里是3行'])
  expect(checkBookFile(bytes, [BOOK, BOOK])).toEqual(['工作表应为河政发〔2024〕、河政发〔2024〕（2），文件里是河政发〔2024〕'])
  expect(checkBookFile(bytes.slice(0, 100), [BOOK])).toEqual([expect.stringMatching(/^文件读不回来：/) as string])
})

/** Characters that a sheet's name cannot hold, or that are more than one unit. */
const odd = fc.constantFrom('河', 'a', '〔', ':', '*', '?', '/', '\\', '[', ']', "'", ' ', '\t', '\n', '\u0000', '\u{1f600}', '\ud800')

test('names of sheets are those that Excel takes, each once', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string({ unit: odd, maxLength: 50 }), fc.constantFrom('河政发〔2024〕', '河政发〔2024〕', 'A', 'a', "'", '[]', '', '河'.repeat(40))), { maxLength: 12 }), (texts) => {
      const names = sheetNames(texts)
      expect(names).toHaveLength(texts.length)
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
      expect(names.filter((name) => name.length === 0 || name.length > 31 || /[[\]/\\:*?]|^'|'$/.test(name))).toEqual([])
    }),
    { numRuns: 100 },
  )
})
