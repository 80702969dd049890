/** The real issue's notices written in both layouts and read again from text and styles alone. */
import { expect, test } from 'vitest'
import { readWordFile } from '../../electron/docx/reader/read-word-file.ts'
import { writeGazetteNotice } from '../../electron/docx/writer/gazette-notice.ts'
import { writeOfficialDocument } from '../../electron/docx/writer/official-document.ts'
import type { Document } from '../../shared/document/types.ts'
import { viewOf } from '../../shared/document/view.ts'
import { recogniseItems, recogniseNotice } from '../../shared/recognise/notice.ts'
import { rules } from '../docx/official-rules.ts'
import { template } from '../docx/template.ts'
import { officiallyPrinted, printedOf, stripped } from '../docx-reader/printed.ts'
import { shapeOf } from '../recognise/compare.ts'
import { describeSeed } from './seed.ts'

describeSeed('Word files of the real issue', (notices) => {
  test.each(notices.map((one) => [one.expected.documentNumber, one] as const))('%s comes back as it was printed', async (_, { text }) => {
    const { document } = recogniseNotice(text)
    const bytes = await writeGazetteNotice(document, { template, gazetteName: '公报' })
    const { document: back, doubts } = recogniseItems(readWordFile(stripped(bytes)))
    expect(printedOf(back)).toEqual(printedOf(document))
    expect(shapeOf(back)).toEqual(shapeOf(withPrintedHeads(document)))
    expect(doubts).toEqual([])
  })

  test.each(notices.map((one) => [one.expected.documentNumber, one] as const))('%s comes back from the official layout', async (_, { text }) => {
    const { document } = recogniseNotice(text)
    const { document: back, doubts } = recogniseItems(readWordFile(stripped(await writeOfficialDocument(document, { rules }))))
    expect(officiallyPrinted(back)).toEqual(officiallyPrinted(document))
    expect(back.header).toEqual(document.header)
    expect(doubts).toEqual([])
  })

  test.each(notices.map((one) => [one.expected.documentNumber, one] as const))('%s is recognised by its words, when no style says anything', async (_, { text, expected }) => {
    const bytes = await writeGazetteNotice(recogniseNotice(text).document, { template, gazetteName: '公报' })
    const plain = readWordFile(stripped(bytes)).map((item) => (item.kind === 'paragraph' ? { ...item, role: null, level: null } : item))
    const view = viewOf({ id: '', state: 'draft', document: recogniseItems(plain).document })
    for (const field of FIELDS) expect([field, view[field]]).toEqual([field, expected[field]])
  })
})

const FIELDS = ['documentNumber', 'kind', 'issuer', 'title', 'recipients', 'signatureOrgan', 'signatureDate', 'note', 'attachments'] as const

/** A header that has no rows below it does not repeat, so on paper it is none. */
function withPrintedHeads(document: Document): Document {
  const printed = <T extends object>(node: T): T => {
    if ('headerRows' in node && 'children' in node && Array.isArray(node.children)) return { ...node, headerRows: Math.min(Number(node.headerRows), node.children.length - 1) }
    return 'children' in node && Array.isArray(node.children) ? { ...node, children: node.children.map((child: object) => printed(child)) } : node
  }
  return { ...document, parts: document.parts.map(printed) }
}
