/** Files that are broken, or made to do harm: each ends in a message, and none is followed anywhere. */
import { strToU8, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isZipped, readWordFile, refuseOldFile } from '../../electron/docx/reader/read-word-file.ts'
import { OfficeFault } from '../../electron/ooxml/fault.ts'
import { row, workbookFile } from '../sheet/workbook-file.ts'
import { documentXml, items, p, packed, texts, wordFile } from './word-file.ts'

function faultOf(act: () => unknown): OfficeFault {
  try {
    act()
  } catch (error) {
    if (error instanceof OfficeFault) return error
    throw error
  }
  throw new Error('was read')
}

describe('refused, with what to do', () => {
  const bomb = documentXml(`<w:p>${' '.repeat(61_000_000)}</w:p>`)
  test.each<[string, () => Uint8Array, 'notText' | 'tooLarge', string]>([
    ['a file that was cut off', () => wordFile(p('青石镇')).slice(0, -40), 'notText', '不完整'],
    ['a package of something else', () => zipSync({ 'a.txt': strToU8('文字') }), 'notText', '不是 Word 文档'],
    ['a workbook', () => workbookFile([{ rows: row('青石镇') }]), 'notText', 'Excel 工作簿'],
    ['XML that ends in the middle', () => packed('<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>'), 'notText', '不是完整的 XML'],
    ['no XML at all', () => packed('河湾县'), 'notText', '不是完整的 XML'],
    ['a document type with entities', () => packed(`<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>${documentXml(p('&amp;a;')).replace(/^<\?.*?\?>/, '').replace('&amp;a;', '&a;')}`), 'notText', '文档类型声明'],
    ['a part that grows when unpacked', () => packed(bomb), 'tooLarge', '解压后太大'],
    ['nesting without end', () => packed(documentXml('<w:sdt><w:sdtContent>'.repeat(400) + '</w:sdtContent></w:sdt>'.repeat(400))), 'tooLarge', '嵌套太深'],
    ['a table without measure', () => packed(documentXml(`<w:tbl>${`<w:tr>${`<w:tc>${p('')}</w:tc>`.repeat(60)}</w:tr>`.repeat(1001)}</w:tbl>`)), 'tooLarge', '表格太大'],
    ['more elements than a document has', () => packed(documentXml('<w:p/>'.repeat(1_200_001))), 'tooLarge', '内容太多'],
  ])('%s', (_, make, code, message) => {
    const fault = faultOf(() => readWordFile(make()))
    expect(fault).toMatchObject({ code, message: expect.stringContaining(message) as string })
    expect(fault.next).not.toBe('')
  })

  test('old files, locked files, RTF', () => {
    const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
    const utf16 = (name: string): number[] => Array.from(name).flatMap((char) => [char.charCodeAt(0), 0])
    expect(faultOf(() => refuseOldFile(Uint8Array.from(ole))).message).toContain('旧版')
    expect(faultOf(() => refuseOldFile(Uint8Array.from([...ole, ...utf16('EncryptedPackage')]))).message).toContain('打开密码')
    expect(faultOf(() => refuseOldFile(Uint8Array.from([...ole, ...utf16('Workbook')])))).toMatchObject({ message: expect.stringContaining('Excel') as string, next: expect.stringContaining('从 Excel 文件插入表格') as string })
    expect(faultOf(() => refuseOldFile(strToU8('{\\rtf1'))).message).toContain('RTF')
    expect(() => refuseOldFile(strToU8('河湾县'))).not.toThrow()
    expect(isZipped(strToU8('河湾县'))).toBe(false)
  })
})

test('a size that the directory understates is found while inflating', () => {
  const bytes = packed(documentXml(`<w:p>${' '.repeat(61_000_000)}</w:p>`))
  const view = new DataView(bytes.buffer)
  for (let at = 0; at + 46 < bytes.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true)
  expect(faultOf(() => readWordFile(bytes)).message).toContain('解压后太大')
})

test('targets outside the package are not followed: the parts are looked for inside', () => {
  const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
  const relations = (target: string, mode = ''): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/officeDocument" Target="${target}"${mode}/></Relationships>`
  const file = (rels: string): Uint8Array => zipSync({ '[Content_Types].xml': strToU8(types), '_rels/.rels': strToU8(rels), 'word/document.xml': strToU8(documentXml(p('里面的'))) })
  expect(texts(readWordFile(file(relations('file:///etc/passwd', ' TargetMode="External"'))))).toEqual(['里面的'])
  expect(texts(readWordFile(file(relations('../../word/document.xml'))))).toEqual(['里面的'])
  expect(faultOf(() => readWordFile(file(relations('../../etc/passwd')))).code).toBe('notText')
})

test('styles based on each other and spans beyond measure do not hang or break', () => {
  const styles = '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
  const wide = `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>${p('宽')}</w:tc></w:tr></w:tbl>`
  const [first, table] = items(p('甲', '<w:pStyle w:val="a"/>') + wide, { styles })
  expect(first?.kind).toBe('paragraph')
  expect(table?.kind === 'table' ? table.table.children[0]?.children[0]?.colSpan : 0).toBe(1000)
})

test('any damage to a file ends in a document or a fault', () => {
  const whole = wordFile(p('青石镇人民政府') + `<w:tbl><w:tr><w:tc>${p('表')}</w:tc></w:tr></w:tbl>`, { styles: '', numbering: '' })
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), fc.nat(whole.length), (changes, length) => {
      const bytes = whole.slice(0, length % 3 === 0 ? length : whole.length)
      for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
      try {
        readWordFile(bytes)
      } catch (error) {
        expect(error).toBeInstanceOf(OfficeFault)
      }
    }),
    { numRuns: 500 },
  )
})
