import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkWordFile } from '../../electron/docx/check/check-word-file.ts'
import { writeGazetteNotice } from '../../electron/docx/writer/gazette-notice.ts'
import { plan } from './samples.ts'
import { template } from './template.ts'

let sound: Uint8Array

beforeAll(async () => {
  sound = await writeGazetteNotice(plan, { template, gazetteName: '河湾县人民政府公报' })
})

/** The sound file with one part changed. The change must change something, or the test would prove nothing. */
function planted(change: (xml: string) => string, part = 'word/document.xml'): Uint8Array {
  const files = unzipSync(sound)
  const before = strFromU8(files[part]!)
  const after = change(before)
  expect(after).not.toBe(before)
  return zipSync({ ...files, [part]: strToU8(after) })
}

/** `xml` put in front of the first paragraph of the body. */
const atStart = (xml: string) => (body: string): string => body.replace('<w:body>', `<w:body>${xml}`)

test('the file as written has no fault', () => {
  expect(checkWordFile(sound, plan)).toEqual([])
})

describe('each of the eight faults that the validator misses is found, and nothing else', () => {
  const paragraph = (xml: string): string => `<w:p>${xml}</w:p>`
  const bookmark = (id: number, name: string): string => `<w:bookmarkStart w:id="${id}" w:name="${name}"/>`
  const end = (id: number): string => `<w:bookmarkEnd w:id="${id}"/>`
  const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const table = (cells: string): string => `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="1"/><w:gridCol w:w="1"/></w:tblGrid><w:tr>${cells}</w:tr></w:tbl>`
  const cell = (properties: string, content: string): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`

  test.each([
    ['a cell without a paragraph', table(cell('', '<w:p/>') + cell('', '')), ['表格里有没有段落的单元格']],
    ['a cell that ends with a table', table(cell('', `<w:p/>${table(cell('', '<w:p/>'))}`)), ['表格里有没有段落的单元格']],
    ['two bookmarks of one name, whatever their case', paragraph(bookmark(1, 'Start') + end(1) + bookmark(2, 'start') + end(2)), ['书签重名：start']],
    ['two changes with one id', paragraph('<w:ins w:id="7" w:author="a"/><w:del w:id="7" w:author="a"/>'), ['修订编号重复：7']],
    ['a bookmark without end', paragraph(bookmark(1, 'start')), ['书签没有结束：start']],
    ['a bookmark without beginning', paragraph(end(3)), ['书签只有结束，没有开始（编号3）']],
    ['a field without end', paragraph(field('begin') + field('separate')), ['域没有结束（word/document.xml）']],
    ['a field without beginning', paragraph(field('end')), ['域只有结束，没有开始（word/document.xml）']],
    ['text of the file in a deletion', paragraph('<w:del w:id="1" w:author="a"><w:r><w:t/></w:r></w:del>'), ['删除的修订里有未标为删除的文字']],
    ['a span beyond the grid', table(cell('', '<w:p/>') + cell('<w:gridSpan w:val="2"/>', '<w:p/>')), ['表格第1行占3列，超出表格的2列']],
    ['columns left out beyond the grid', table(`<w:trPr><w:gridBefore w:val="2"/></w:trPr>${cell('', '<w:p/>')}`), ['表格第1行占3列，超出表格的2列']],
    ['a style that is not there', '<w:p><w:pPr><w:pStyle w:val="Nowhere"/></w:pPr></w:p>', ['没有定义的样式：Nowhere']],
  ])('%s', (_name, xml, faults) => {
    expect(checkWordFile(planted(atStart(xml)), plan)).toEqual(faults)
  })

  test.each([
    ['a bookmark with its end', paragraph(bookmark(1, 'start') + end(1))],
    ['a field in a field', paragraph([...['begin', 'begin', 'end', 'end'].map(field)].join(''))],
    ['a deletion of deleted text', paragraph('<w:del w:id="1" w:author="a"><w:r><w:delText>旧</w:delText></w:r></w:del>')],
    ['a table in a cell, a paragraph after it', table(cell('<w:gridSpan w:val="2"/>', `${table(cell('', '<w:p/>'))}<w:p/>`))],
  ])('%s is no fault', (_name, xml) => {
    expect(checkWordFile(planted(atStart(xml)), plan)).toEqual([])
  })

  test('faults in other parts are found too', () => {
    const broken = planted((xml) => xml.replace(/<w:fldChar w:fldCharType="end"\/>/, ''), 'word/footer1.xml')
    expect(checkWordFile(broken, plan)).toEqual(['域没有结束（word/footer1.xml）'])
    const unknown = planted((xml) => xml.replace('<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Body"/>'), 'word/styles.xml')
    expect(checkWordFile(unknown, plan)).toEqual(['没有定义的样式：Body'])
  })
})

describe('text that is not the document’s is found', () => {
  test.each([
    ['a digit', (xml: string) => xml.replace('12,460', '12,640'), '应为“12,460”，文件里是“12,640”'],
    ['a heading number', (xml: string) => xml.replace('二、主要任务', '一、主要任务'), '应为“二、主要任务”，文件里是“一、主要任务”'],
    ['the document number', (xml: string) => xml.replace('〕9号', '〕6号'), '应为“河政办发〔2024〕9号”，文件里是“河政办发〔2024〕6号”'],
    ['a row that is lost', (xml: string) => xml.replace(/<w:tr>(?:(?!<w:tr>).)*石桥林场.*?<\/w:tr>/, ''), '应为“2”，文件里是“3”'],
    ['a paragraph that is invented', atStart('<w:p><w:r><w:t>目录</w:t></w:r></w:p>'), '应为“河湾县人民政府办公室”，文件里是“目录”'],
    ['a space', (xml: string) => xml.replace('总体要求', '总体 要求'), '应为“一、总体要求”，文件里是“一、总体 要求”'],
  ])('%s', (_name, change, fault) => {
    expect(checkWordFile(planted(change), plan)).toEqual([expect.stringContaining(fault)])
  })

  test('text at the end, lost or added', () => {
    const last = /<w:p>(?:(?!<w:p>).)*对进山人员和车辆实行扫码登记。(?:(?!<w:p>).)*<\/w:p>(?=<w:sectPr)/
    expect(checkWordFile(planted((xml) => xml.replace(last, '')), plan)).toEqual(['文件缺少文字：“（2）对进山人员和车辆实行扫码登记。”以后'])
    const added = (xml: string): string => xml.replace('</w:body>', '<w:p><w:r><w:t>完</w:t></w:r></w:p></w:body>')
    expect(checkWordFile(planted(added), plan)).toEqual(['文件比文稿多出文字：“完”'])
  })
})

test('what is no Word file is said, not thrown', () => {
  expect(checkWordFile(new Uint8Array(0), plan)).toEqual([expect.stringContaining('文件读不回来')])
  expect(checkWordFile(sound.subarray(0, sound.length / 2), plan)).toEqual([expect.stringContaining('文件读不回来')])
  expect(checkWordFile(zipSync({ 'a.txt': strToU8('a') }), plan)).toEqual(['不是 Word 文件：缺少正文'])
  expect(checkWordFile(planted((xml) => xml.replace('</w:body>', '')), plan)).toEqual([expect.stringContaining('文件读不回来')])
})
