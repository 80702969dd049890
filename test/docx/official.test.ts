/** Word files of the official layout: sound, saying what the document says, in styles and measures of its rule set. */
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readBack } from '../../electron/docx/check/check-word-file.ts'
import { writeOfficialDocument } from '../../electron/docx/writer/official-document.ts'
import { makeDocument, makeLine } from '../../shared/document/build.ts'
import type { Document } from '../../shared/document/types.ts'
import { officialPrint } from '../../shared/layout/official-print.ts'
import { documents } from './arbitrary.ts'
import { rules } from './official-rules.ts'
import { officialHeads } from './official-heads.ts'
import { plan, SAMPLES } from './samples.ts'

const write = (document: Document): Promise<Uint8Array> => writeOfficialDocument(document, { rules })
const distribution = { copies: '县委办公室', printedBy: '河湾县人民政府办公室', printedOn: '2024年5月9日' }
const withHead = (more: Partial<Document['header']>): Document => makeDocument({ ...plan.header, ...more }, plan.parts)

async function parts(document: Document): Promise<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(await write(document))).map(([name, content]) => [name, strFromU8(content)]))
}

test.each(Object.entries(SAMPLES))('the file of the sample %s is sound, says what the document says, and has 22 lines of 28 characters', async (_, document) => {
  expect(readBack(await write(document), document, officialPrint(document, rules))).toEqual({ faults: [], grid: { columns: 1, characters: 28, lines: 22 } })
})

test('so does the file of any document with anything in its head', async () => {
  const any = fc.tuple(documents, officialHeads).map(([document, more]): Document => ({ ...document, header: { ...document.header, ...more } }))
  await fc.assert(
    fc.asyncProperty(any, async (document) => {
      expect(readBack(await write(document), document, officialPrint(document, rules)).faults).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('margins are mirrored where the rule set says so, and only there', async () => {
  const settings = async (mirrored: boolean): Promise<string> => strFromU8(unzipSync(await writeOfficialDocument(plan, { rules: { ...rules, mirrored } }))['word/settings.xml'] ?? new Uint8Array())
  expect(await settings(true)).toContain('<w:mirrorMargins/>')
  expect(await settings(false)).not.toContain('mirrorMargins')
})

test('a break that nobody chose has a style that says so, one that a person chose has none', async () => {
  const title = (text: string): Document => makeDocument({ ...plan.header, issuers: [] }, plan.parts.map((part) => (part.type === 'title' ? makeLine('title', text) : part)))
  const breaks = async (text: string): Promise<readonly string[]> => ((await parts(title(text)))['word/document.xml'] ?? '').match(/<w:r>(?:(?!<\/w:r>).)*<w:br\/>/gu) ?? []
  expect((await breaks('关于做好\n防汛工作的通知')).map((run) => run.includes('GazetteProposedBreak'))).toEqual([false])
  expect((await breaks('关于进一步做好河湾县2024年农村公路养护和防汛应急物资储备工作的通知')).map((run) => run.includes('GazetteProposedBreak'))).toEqual([true])
})

test('the same document gives the same bytes, also after another was written', async () => {
  const document = withHead({ distribution, signers: ['李明'] })
  const first = await write(document)
  await write(plan)
  expect(Buffer.from(await write(structuredClone(document))).equals(Buffer.from(first))).toBe(true)
})

test('every style of ours is named 公文…, headings and title are Word’s own', async () => {
  const { 'word/styles.xml': xml = '' } = await parts(withHead({ distribution, signatureKind: 'plain' }))
  const styles = [...xml.matchAll(/<w:style [^>]*w:styleId="([^"]*)"[^>]*><w:name w:val="([^"]*)"/g)].map(([, id = '', name = '']) => [id, name] as const)
  const own = styles.filter(([id]) => id.startsWith('Gazette'))
  expect(own.length).toBeGreaterThan(30)
  expect(own.filter(([, name]) => !name.startsWith('公文'))).toEqual([])
  expect(Object.fromEntries(styles)).toMatchObject({ Title: 'Title', Heading1: 'heading 1', Heading4: 'heading 4', Footer: 'footer' })
})

test('text has the line grid, the spacing of characters and indents in characters that the rule set asks for', async () => {
  const { 'word/styles.xml': styles = '', 'word/document.xml': body = '' } = await parts(plan)
  const [text = ''] = /<w:style [^>]*w:styleId="GazetteText".*?<\/w:style>/.exec(styles) ?? []
  expect(text).toContain('<w:spacing w:before="0" w:after="0" w:line="579" w:lineRule="exact"/>')
  expect(text).toContain('w:firstLineChars="200" w:firstLine="630"')
  expect(text).toContain('<w:spacing w:val="-5"/>')
  expect(body.match(/<w:docGrid w:type="lines" w:linePitch="579"\/>/g)?.length).toBe(body.match(/<w:sectPr/g)?.length)
  expect(styles + body).not.toMatch(/Theme="/)
})

test('the red line is the lower border of the number’s paragraph, which begins at the margin also where the number does not', async () => {
  const { 'word/styles.xml': styles = '', 'word/document.xml': body = '' } = await parts(withHead({ signers: ['李明'] }))
  const [style = ''] = /<w:style [^>]*w:styleId="GazetteSignedNumber".*?<\/w:style>/.exec(styles) ?? []
  expect(style).toMatch(/<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="8" w:color="FF3333"\/><\/w:pBdr>/)
  expect(style).toContain('w:firstLineChars="100"')
  const [paragraph = ''] = /<w:p><w:pPr><w:pStyle w:val="GazetteSignedNumber".*?<\/w:p>/.exec(body) ?? []
  expect(paragraph).not.toContain('<w:ind ')
  expect(paragraph).toContain('<w:tab/>')
})

test('版记 is one frame on the foot of the text area, before the last paragraph of the file', async () => {
  const { 'word/document.xml': body = '' } = await parts(withHead({ distribution }))
  const paragraphs = [...body.matchAll(/<w:p>.*?<\/w:p>/g)].map(([paragraph]) => paragraph)
  const framed = paragraphs.map((paragraph) => paragraph.includes('<w:framePr ') || undefined)
  expect(framed.slice(-6)).toEqual([true, true, true, true, true, undefined])
  expect(framed.slice(0, -6).some(Boolean)).toBe(false)
  const frames = new Set(paragraphs.flatMap((paragraph) => /<w:framePr [^>]*>/.exec(paragraph)?.[0] ?? []))
  expect(frames.size).toBe(1)
  expect([...frames][0]).toMatch(/w:vAnchor="margin".*w:yAlign="bottom"/)
  // What nothing is to be printed in is not there.
  const { 'word/document.xml': without = '' } = await parts(plan)
  expect(without).not.toContain('framePr')
})

test('page numbers are fields between dashes of the Chinese font, odd ones right, even ones left; there are no heads', async () => {
  const files = await parts(plan)
  const feet = Object.entries(files).filter(([name]) => /^word\/footer\d+\.xml$/.test(name)).map(([, xml]) => xml)
  expect(feet.map((xml) => /<w:jc w:val="(\w+)"/.exec(xml)?.[1]).sort()).toEqual(['left', 'right'])
  for (const xml of feet) {
    expect(xml).toMatch(/宋体"[^>]*\/><\/w:rPr><w:t[^>]*>—</)
    expect(xml).toContain('>PAGE<')
  }
  expect(Object.keys(files).some((name) => name.startsWith('word/header'))).toBe(false)
})
