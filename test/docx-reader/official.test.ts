/** A document written in the official layout and read again is, as far as that layout prints it, the same document. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readWordFile } from '../../electron/docx/reader/read-word-file.ts'
import { writeOfficialDocument } from '../../electron/docx/writer/official-document.ts'
import { makeAttachment, makeBody, makeDocument, makeHeading, makeLine, makeParagraph } from '../../shared/document/build.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import type { Document, Header } from '../../shared/document/types.ts'
import { recogniseItems, type Recognised } from '../../shared/recognise/notice.ts'
import { documents } from '../docx/arbitrary.ts'
import { officialHeads } from '../docx/official-heads.ts'
import { rules } from '../docx/official-rules.ts'
import { SAMPLES } from '../docx/samples.ts'
import { shapeOf } from '../recognise/compare.ts'
import { officiallyPrinted, stripped } from './printed.ts'

async function thereAndBack(document: Document): Promise<Recognised> {
  return recogniseItems(readWordFile(stripped(await writeOfficialDocument(document, { rules }))))
}

/** A number beside signers is told from them by the tab between, and in Word U+F000–F0FF are glyphs of symbol fonts. */
const readable = documents.filter((document) => !/[\uf000-\uf0ff]/.test(JSON.stringify(document)))
const official = fc.tuple(readable, officialHeads).map(([document, more]): Document => ({ ...document, header: headerOf({ ...document.header, ...more }) }))

/** Organs and numbers as forms take them: a single line of words, or nothing. */
function headerOf(header: Header): Header {
  const line = (text: string): string => text.replace(/[\s\u3000\u0000-\u001f\u2028]+/gu, '').replace(/文\s*件$/u, '')
  return { ...header, issuers: header.issuers.map(line).filter((issuer) => issuer !== ''), documentNumber: line(header.documentNumber ?? '') || null }
}

test('any document comes back as it was printed', async () => {
  await fc.assert(
    fc.asyncProperty(official, async (document) => {
      const { document: back } = await thereAndBack(document)
      expect(officiallyPrinted(back)).toEqual(officiallyPrinted(document))
      parseDocument(JSON.parse(JSON.stringify(back)))
    }),
    { numRuns: 60 },
  )
})

test.each(Object.entries(SAMPLES))('the sample %s comes back without a doubt', async (_, document) => {
  const { document: back, doubts } = await thereAndBack(document)
  expect(officiallyPrinted(back)).toEqual(officiallyPrinted(document))
  expect(doubts.filter(({ what }) => !/没有找到|不是文种|没有发文机关/.test(what))).toEqual([])
})

describe('a request with everything', () => {
  const request = makeDocument(
    {
      issuers: ['河湾县人民政府'], genre: '请示', documentNumber: '河政〔2024〕5号', copyNumber: '000003', secrecy: { level: '秘密', period: '6个月' }, urgency: '加急',
      signers: ['李明', '王建国', '赵禾'], signatureKind: 'plain', distribution: { copies: '市财政局，市水利局。', printedBy: '河湾县人民政府办公室', printedOn: '2024年5月9日' },
    },
    [
      makeLine('title', '关于解决青石镇饮水工程资金的请示'),
      makeLine('recipients', '市人民政府'),
      makeBody([makeParagraph('青石镇饮水工程尚缺资金120万元。'), makeHeading(1, '基本情况', '一、'), makeParagraph('妥否，请批示。')]),
      makeLine('signatureOrgan', '河湾县人民政府'),
      makeLine('signatureDate', '2024年5月8日'),
      makeLine('note', '联系人：周小禾，电话：0123-4567890'),
      makeAttachment('青石镇饮水工程概算', [makeParagraph('概算总投资300万元。')], '附件'),
    ],
  )

  test('comes back field by field', async () => {
    const { document: back, doubts } = await thereAndBack(request)
    expect(back.header).toEqual(request.header)
    expect(shapeOf(back)).toEqual(shapeOf(request))
    expect(doubts).toEqual([])
  })

  test('is recognised by its words, when no style says anything', async () => {
    const items = readWordFile(stripped(await writeOfficialDocument(request, { rules }))).map((item) => (item.kind === 'paragraph' ? { ...item, role: null, level: null } : item))
    const { header } = recogniseItems(items).document
    expect({ ...header, signatureKind: 'plain' }).toEqual(request.header)
  })
})
