/** Workbooks that are broken, or made to do harm: each ends in a message, and none is followed anywhere. */
import { strToU8, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readWorkbookFile } from '../../electron/sheet/reader/read-workbook.ts'
import { OfficeFault } from '../../electron/ooxml/fault.ts'
import { wordFile, p } from '../docx-reader/word-file.ts'
import { cells, merges, number, packed, read, row, tableOf, text, TRANSITIONAL, workbookFile } from './workbook-file.ts'

function faultOf(bytes: Uint8Array): OfficeFault {
  try {
    readWorkbookFile(bytes)
  } catch (error) {
    if (error instanceof OfficeFault) return error
    throw error
  }
  throw new Error('was read')
}

const ole = (name: string): Uint8Array => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from(name).flatMap((char) => [char.charCodeAt(0), 0])])
const book = `<workbook xmlns="${TRANSITIONAL}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="甲" r:id="s1"/></sheets></workbook>`
const nothing = { strings: '<sst/>', styles: '<styleSheet/>' }

describe('refused, with what to do', () => {
  test.each<[string, () => Uint8Array, 'notText' | 'tooLarge', string]>([
    ['an old workbook', () => ole('Workbook'), 'notText', '旧版'],
    ['a locked one', () => ole('EncryptedPackage'), 'notText', '打开密码'],
    ['a text', () => strToU8('乡镇,数\n青石镇,1'), 'notText', '不是 Excel 工作簿'],
    ['a Word file', () => wordFile(p('青石镇')), 'notText', '不是 Excel 工作簿'],
    ['a package of something else', () => zipSync({ 'a.txt': strToU8('文字') }), 'notText', '不是 Excel 工作簿'],
    ['one that was cut off', () => workbookFile([{ rows: row('甲', '乙') }]).slice(0, -40), 'notText', '不完整'],
    ['one without any text', () => workbookFile([{ rows: '<row><c/></row>' }, { rows: row('藏'), state: 'hidden' }]), 'notText', '没有看得见的文字'],
    ['a sheet that ends in the middle', () => packed(book, ['<worksheet><sheetData><row>'], nothing), 'notText', '不是完整的 XML'],
    ['a document type with entities', () => packed(book, [`<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet/>`], nothing), 'notText', '文档类型声明'],
    ['a sheet that the package lacks', () => packed(book, [], nothing).slice(), 'notText', '没有看得见的文字'],
    ['strings without end', () => workbookFile([{ rows: row('甲') }], { strings: '<si/>'.repeat(1_200_001) }), 'tooLarge', '内容太多'],
    ['widths without end', () => workbookFile([{ rows: row('甲'), before: `<cols>${'<col min="1" max="16384" width="9"/>'.repeat(40)}</cols>` }]), 'notText', '列宽'],
  ])('%s', (_, make, code, message) => {
    const fault = faultOf(make())
    expect(fault).toMatchObject({ code, message: expect.stringContaining(message) as string })
    expect(fault.next).not.toBe('')
  })
})

describe('a sheet that is no table of a document is named, and keeps no other out', () => {
  test.each<[string, string, string, string]>([
    ['too many rows', row('甲').repeat(1001), '', '1000 行'],
    ['too many columns', `<row>${text('甲').repeat(61)}</row>`, '', '60 列'],
    ['too many squares', row(...Array.from({ length: 40 }, () => '甲')) + row('乙').repeat(200), '', '40 列'],
    ['one long text in very many cells', row('<c t="s"><v>0</v></c>', '<c t="s"><v>0</v></c>').repeat(900), '', '文字太多'],
    ['merges over and over', row('甲', '乙').repeat(900), merges(...Array.from({ length: 2000 }, () => 'A1:XFD1048576')), '合并'],
    ['too many merges', row('甲', '乙'), merges(...Array.from({ length: 10_001 }, (_, at) => `A${at + 9}:B${at + 9}`)), '合并'],
  ])('%s', (_, rows, after, problem) => {
    const book = readWorkbookFile(workbookFile([{ rows, after }, { rows: row('乡镇', '数') }], { strings: `<si><t>${'长'.repeat(1000)}</t></si>` }))
    expect(book.sheets).toMatchObject([{ content: null, problem: expect.stringContaining(problem) as string }, { problem: null }])
    expect(book.sheets[0]?.problem).toContain('复制到新文件')
  })
})

test('cells without end are not read, in one sheet or in many', () => {
  const sheet = { rows: row('甲', '乙') + `<row>${'<c/>'.repeat(100_000)}</row>` }
  const { sheets } = readWorkbookFile(workbookFile([sheet, sheet, sheet, sheet]))
  expect(sheets.map(({ problem }) => problem?.includes('太大') ?? false)).toEqual([false, false, true, true])
})

test('merges that overlap, reach out or are none do not break the table', () => {
  const table = tableOf(read({ rows: row('甲', '乙', '丙') + row('1', '2', '3'), after: merges('A1:B1', 'B1:C1', 'C2:XFD1048576', 'A0:B0', 'x', 'B2') }))
  expect(cells(table)).toEqual([['甲→2', '丙'], ['1', '2', '3']])
})

test('numbers, looks and strings that do not exist', () => {
  const rows = row('<c s="99" t="s"><v>-1</v></c>', '<c t="neu"><v>abc</v></c>', number('1e999'), '<c t="d"><v>morgen</v></c>', '末')
  expect(cells(tableOf(read({ rows })))).toEqual([['abc', '1e999', 'morgen', '末']])
})

test('any damage to a file ends in tables or a fault', () => {
  const whole = workbookFile([{ rows: row('乡镇', '数') + row('青石镇', number(45420, 1)), after: merges('A1:B1') }], { styles: '<cellXfs><xf/><xf numFmtId="31"/></cellXfs>' })
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), fc.nat(whole.length), (changes, length) => {
      const bytes = whole.slice(0, length % 3 === 0 ? length : whole.length)
      for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
      try {
        readWorkbookFile(bytes)
      } catch (error) {
        expect(error).toBeInstanceOf(OfficeFault)
      }
    }),
    { numRuns: 500 },
  )
})

test('any attribute of a sheet ends in tables or a fault', () => {
  const value = fc.constantFrom('', '0', '1', '-1', '9999999', 'A1', 'ZZZ9', 'A1:XFD9', 'true', 'NaN', '1e9')
  fc.assert(
    fc.property(fc.array(value, { minLength: 10, maxLength: 10 }), ([a, b, c, d, e, f, g, h, i, j]) => {
      const rows = `<row r="${a}" hidden="${b}" ht="${c}"><c r="${d}" s="${e}" t="${f}"><v>${g}</v></c>${text('文')}</row>` + row('乙', '丙')
      try {
        readWorkbookFile(workbookFile([{ rows, before: `<cols><col min="${h}" max="${i}" width="${j}" customWidth="1"/></cols>`, after: merges(`${a}:${b}`, g ?? '') }]))
      } catch (error) {
        expect(error).toBeInstanceOf(OfficeFault)
      }
    }),
    { numRuns: 1000 },
  )
})
