import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeBody, makeDocument, makeCell, makeLine, makeParagraph, makeHeading, makeRow, makeTable } from '../../shared/document/build.ts'
import type { Document } from '../../shared/document/types.ts'
import { checkWordFile } from '../../electron/docx/check/check-word-file.ts'
import { writeGazetteNotice, type NoticeOptions } from '../../electron/docx/writer/gazette-notice.ts'
import { documents } from './arbitrary.ts'
import { draft, header, plan, SAMPLES, tables } from './samples.ts'
import { template } from './template.ts'

const write = (document: Document, options: Partial<NoticeOptions> = {}): Promise<Uint8Array> =>
  writeGazetteNotice(document, { template, gazetteName: '河湾县人民政府公报', ...options })

async function parts(document: Document, options: Partial<NoticeOptions> = {}): Promise<Record<string, string>> {
  const files = unzipSync(await write(document, options))
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]))
}

test.each(Object.entries(SAMPLES))('the file of the sample %s is sound and says what the document says', async (_name, document) => {
  expect(checkWordFile(await write(document), document)).toEqual([])
})

test('so does the file of any document, whatever its text, spans, deletions and empty parts', async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (document) => {
      expect(checkWordFile(await write(document), document)).toEqual([])
    }),
    { numRuns: 150 },
  )
})

test('the same document gives the same bytes, also after other documents were written', async () => {
  const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
  const first = digest(await write(tables))
  await write(plan)
  expect(digest(await write(structuredClone(tables)))).toBe(first)
})

test('the file is dated nowhere and names title, issuer and language', async () => {
  const { 'docProps/core.xml': core, ...others } = await parts(plan)
  expect(core).toContain('<dc:title>河湾县人民政府办公室关于印发《河湾县森林防火工作方案》的通知</dc:title>')
  expect(core).toContain('<dc:creator>河湾县人民政府办公室</dc:creator><dc:language>zh-CN</dc:language>')
  const year = String(new Date().getFullYear())
  for (const [name, content] of [['core', core ?? ''], ...Object.entries(others)]) expect(content, name).not.toMatch(new RegExp(`${year}-\\d\\d-\\d\\d`))
})

test('headings are real headings with their numbers as text; a run-in heading goes on in the face of the text', async () => {
  const document = makeDocument(header(null), [makeLine('title', '关于防火的通知'), makeBody([makeHeading(1, '总体要求'), makeHeading(2, '落实责任。各乡镇负责。')])])
  const { 'word/document.xml': xml = '' } = await parts(document)
  expect(xml).toContain('<w:pStyle w:val="Heading1"/><w:keepNext/><w:keepLines/><w:widowControl/></w:pPr><w:r><w:t xml:space="preserve">一、总体要求</w:t></w:r>')
  expect(xml).toMatch(
    /<w:pStyle w:val="Heading2"\/><w:widowControl\/><\/w:pPr><w:r><w:t xml:space="preserve">（一）落实责任。<\/w:t><\/w:r><w:r><w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"\/><\/w:rPr><w:t xml:space="preserve">各乡镇负责。/,
  )
})

test('marks that Latin fonts have too are set in the Chinese font', async () => {
  const document = makeDocument(header(null), [makeLine('title', '通知'), makeBody([makeParagraph('称为“河长制”。')])])
  const { 'word/document.xml': xml = '' } = await parts(document)
  const mark = (text: string): RegExp => new RegExp(`<w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">${text}<`)
  expect(xml).toMatch(mark('“'))
  expect(xml).toMatch(mark('”'))
})

test('unfilled places print their mark and deleted text prints nothing', async () => {
  const { 'word/document.xml': xml = '' } = await parts(draft)
  const text = xml.replace(/<[^>]+>/g, '')
  expect(text).toContain('各乡镇设立检查站____个，逐一登记。')
  expect(text).not.toContain('立即')
  expect(text).not.toContain('整段删去')
})

test('heads are named on the first section, and again only where pages turn', async () => {
  const xmlOf = async (document: Document): Promise<string> => (await parts(document))['word/document.xml'] ?? ''
  const named = (xml: string): readonly boolean[] => xml.split('<w:sectPr').slice(1).map((section) => section.includes('<w:headerReference'))
  expect(named(await xmlOf(plan))).toEqual([true, false, false, false])
  const turning = await xmlOf(tables)
  expect(turning.match(/w:orient="landscape"/g)).toHaveLength(1)
  expect(named(turning)).toEqual([true, false, false, true, true])
})

test('a table has the widths that were chosen, and its total stands in the face of the header', async () => {
  const rows = [['乡镇', '户数'], ['青石镇', '12'], ['合计', '12']].map((row) => makeRow(row.map((text) => makeCell(text))))
  const document = makeDocument(header(null), [makeLine('title', '通知'), makeBody([makeParagraph('见下表。'), makeTable(rows, { widths: [1, 2], totalRow: true, landscape: true })])])
  const { 'word/document.xml': xml = '' } = await parts(document)
  expect(xml).toContain('<w:tblGrid><w:gridCol w:w="4403"/><w:gridCol w:w="8807"/></w:tblGrid>')
  expect(xml).toContain('w:orient="landscape"')
  const faces = xml.split('<w:tr>').slice(1).map((row) => /<w:pStyle w:val="(\w+)"/.exec(row)?.[1])
  expect(faces).toEqual(['GazetteHeadCell', 'GazetteCell', 'GazetteHeadCell'])
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
})

describe('the running head', () => {
  const heads = async (options: Partial<NoticeOptions>): Promise<readonly string[]> => {
    const files = await parts(plan, options)
    return Object.entries(files).filter(([name]) => name.startsWith('word/header')).map(([, xml]) => xml.replace(/<w:tab\/>/g, '|').replace(/<[^>]+>/g, '').trim())
  }

  test('has the gazette outside, the issue inside and the section between, mirrored on even pages', async () => {
    expect(await heads({ issue: '2024年第1期', section: '县人民政府文件' })).toEqual(['2024年第1期|县人民政府文件|河湾县人民政府公报', '河湾县人民政府公报|县人民政府文件|2024年第1期'])
  })

  test('leaves out what is not there, and is empty where there is nothing', async () => {
    expect(await heads({})).toEqual(['||河湾县人民政府公报', '河湾县人民政府公报||'])
    expect(await heads({ gazetteName: '' })).toEqual(['', ''])
  })
})

test('progress goes from a beginning to 1', async () => {
  const told: number[] = []
  await write(plan, { progress: (done) => told.push(done) })
  expect(told).toEqual([...told].sort((a, b) => a - b))
  expect(told.at(-1)).toBe(1)
})
