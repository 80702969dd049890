/** Reading back: text and measures of a written file, in both layouts, against what it was made of. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readBack } from '../../electron/docx/check/check-word-file.ts'
import { writePrint } from '../../electron/docx/writer/write-print.ts'
import { makeBody, makeDocument, makeLine, makeParagraph } from '../../shared/document/build.ts'
import type { Document } from '../../shared/document/types.ts'
import { gazettePrint } from '../../shared/layout/gazette-print.ts'
import { officialPrint } from '../../shared/layout/official-print.ts'
import { parseOfficialRules } from '../../shared/layout/official.ts'
import type { Print } from '../../shared/layout/print.ts'
import { header, OFFICE, SAMPLES, signature, tables } from './samples.ts'
import { template } from './template.ts'

const rules = parseOfficialRules(JSON.parse(readFileSync(new URL('../../templates/official/gbt-9704-2012.json', import.meta.url), 'utf8')))
const LAYOUTS: Readonly<Record<string, (document: Document) => Print>> = {
  gazette: (document) => gazettePrint(document, template, { gazetteName: '河湾县人民政府公报', issue: '', section: '' }),
  official: (document) => officialPrint(document, rules),
}
const GRIDS = { gazette: { columns: 2, characters: 20, lines: 33 }, official: { columns: 1, characters: 28, lines: 22 } }

const upward = makeDocument(
  {
    ...header('河政〔2024〕5号', ['河湾县人民政府']), copyNumber: '000001', secrecy: { level: '秘密', period: '1年' }, urgency: '特急', signers: ['林青松', '周禾', '梁远'],
    distribution: { copies: '县委办公室，县人大常委会办公室', printedBy: OFFICE, printedOn: '2024年3月12日' },
  },
  [makeLine('title', '关于青石镇水库除险加固的请示'), makeLine('recipients', '市人民政府'), makeBody([makeParagraph('妥否，请批示。')]), ...signature('河湾县人民政府', '2024年3月12日')],
)
const DOCUMENTS: Readonly<Record<string, Document>> = { ...SAMPLES, upward }

describe.each(['gazette', 'official'] as const)('%s', (layout) => {
  const print = LAYOUTS[layout]!

  test.each(Object.keys(DOCUMENTS))('%s: a sound file has no faults, and says how much a page holds', async (name) => {
    const document = DOCUMENTS[name]!
    const made = print(document)
    expect(readBack(await writePrint(made, document), document, made)).toEqual({ faults: [], grid: GRIDS[layout] })
  })

  test('any measure of a section or a style that is another is found', async () => {
    const made = print(tables)
    const bytes = await writePrint(made, tables)
    const changes: readonly (readonly [part: string, from: RegExp, to: string, fault: RegExp])[] = [
      ['word/document.xml', /(<w:pgMar [^>]*w:top=")\d+/, '$1999', /上边距应为\d+，文件里是999/],
      ['word/document.xml', /(<w:pgSz [^>]*w:w=")\d+/, '$112240', /纸宽/],
      ['word/document.xml', /(<w:docGrid [^>]*w:linePitch=")\d+/, '$1312', /行网格/],
      ['word/document.xml', /<w:sectPr(?:(?!<w:sectPr).)*?<\/w:sectPr>/, '', /应有\d+节/],
      ['word/styles.xml', /(w:styleId="GazetteText".*?<w:sz w:val=")\d+/, '$128', /字号应为\d+磅，文件里是14磅/],
      ['word/styles.xml', /(w:styleId="Heading1".*?w:eastAsia=")[^"]+/, '$1隶书', /字体应为黑体，文件里是隶书/],
      ['word/styles.xml', /(w:styleId="GazetteText".*?w:line=")\d+/, '$1480', /行距/],
    ]
    for (const [part, from, to, fault] of changes) expect(readBack(changed(bytes, part, from, to), tables, made).faults.join('\n')).toMatch(fault)
  })
})

test('words of 版头 and 版记 that are others are found', async () => {
  const print = LAYOUTS.official!(upward)
  const bytes = await writePrint(print, upward)
  for (const words of ['000001', '秘密★1年', '特急', '河湾县人民政府文件', '县委办公室', '2024年3月12日印发']) {
    const piece = words.slice(0, 2)
    const { faults } = readBack(changed(bytes, 'word/document.xml', new RegExp(`(<w:t[^>]*>[^<]*)${piece}`), '$1某'), upward, print)
    expect(faults.join(), words).toMatch(/不一致|缺少/)
  }
})

function changed(bytes: Uint8Array, part: string, from: RegExp, to: string): Uint8Array {
  const files = unzipSync(bytes)
  const xml = strFromU8(files[part]!)
  expect(xml).toMatch(from)
  return zipSync({ ...files, [part]: strToU8(xml.replace(from, to)) })
}
