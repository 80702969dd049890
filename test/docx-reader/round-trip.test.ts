/** A document written in the gazette layout and read again is, as far as that layout prints it, the same document. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readWordFile } from '../../electron/docx/reader/read-word-file.ts'
import { writeGazetteNotice } from '../../electron/docx/writer/gazette-notice.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import type { Document } from '../../shared/document/types.ts'
import { recogniseItems, type Recognised } from '../../shared/recognise/notice.ts'
import { makeBody, makeDocument, makeLine } from '../../shared/document/build.ts'
import { noticeFlow } from '../../shared/layout/notice-flow.ts'
import type { Item } from '../../shared/recognise/items.ts'
import { documents } from '../docx/arbitrary.ts'
import * as samples from '../docx/samples.ts'
import { template } from '../docx/template.ts'
import { shapeOf } from '../recognise/compare.ts'
import { kinds } from './kinds.ts'
import { chosenBreaks, printedOf, stripped } from './printed.ts'

async function thereAndBack(document: Document): Promise<Recognised> {
  return recogniseItems(readWordFile(stripped(await writeGazetteNotice(document, { template, gazetteName: '河湾县人民政府公报' }))))
}

const notices = Object.entries(samples).filter((entry): entry is [string, Document] => typeof entry[1] === 'object' && 'parts' in entry[1])

describe('the sample notices', () => {
  test.each(notices)('%s comes back part by part, without a doubt', async (_, document) => {
    const { document: back, doubts } = await thereAndBack(document)
    expect(printedOf(back)).toEqual(printedOf(document))
    expect(parseDocument(JSON.parse(JSON.stringify(back)))).toEqual(back)
    expect(doubts.filter(({ what }) => !/没有找到|不是文种|没有发文机关/.test(what))).toEqual([])
  })

  test('not only the page is the same: headings are headings, with the number that was printed', async () => {
    const { document: back } = await thereAndBack(samples.plan)
    expect(shapeOf(back)).toEqual(shapeOf(samples.plan))
  })
})

/** In Word, U+F000–F0FF are the glyphs of symbol fonts: the reader takes them for what they show (a tick, a box) and not for themselves. */
const readable = documents.filter((document) => !/[\uf000-\uf0ff]/.test(JSON.stringify(document)))

test('any document comes back as it was printed', async () => {
  await fc.assert(
    fc.asyncProperty(readable, async (document) => {
      const { document: back } = await thereAndBack(document)
      expect(printedOf(back)).toEqual(printedOf(document))
      parseDocument(JSON.parse(JSON.stringify(back)))
    }),
    { numRuns: 60 },
  )
})

describe('items, rosters and paragraphs of a kind of their own', () => {
  const notices = kinds.map((blocks) => makeDocument({ issuers: ['河湾县人民政府'], genre: '通知', documentNumber: null }, [makeLine('title', '关于湿地保护的通知'), makeBody(blocks)]))

  test('come back from a file as they were printed', async () => {
    await fc.assert(
      fc.asyncProperty(notices, async (document) => {
        expect(printedOf((await thereAndBack(document)).document)).toEqual(printedOf(document))
      }),
      { numRuns: 25 },
    )
  })

  test('and from the lines of the page alone', () => {
    fc.assert(
      fc.property(notices, (document) => {
        const { document: back } = recogniseItems(linesOf(document))
        expect(printedOf(back)).toEqual(printedOf(document))
        expect(parseDocument(JSON.parse(JSON.stringify(back)))).toEqual(back)
        // What was read once is read the same again.
        expect(shapeOf(recogniseItems(linesOf(back)).document)).toEqual(shapeOf(back))
      }),
      { numRuns: 400 },
    )
  })
})

/** The page's lines as a file has them, each in the style of its kind. */
function linesOf(document: Document): readonly Item[] {
  return noticeFlow(document, template).flatMap(({ items }) =>
    items.flatMap((item): readonly Item[] => {
      if (item.kind === 'table' || item.line === 'image' || item.line === 'gap') return []
      return [{ kind: 'paragraph', content: [{ text: chosenBreaks(item) }], role: item.line, level: null, align: null, doubts: [] }]
    }),
  )
}
