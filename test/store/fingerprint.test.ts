import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fingerprint } from '../../electron/store/fingerprint.ts'
import { makeCell, makeHeading, makeParagraph, makeRow, makeTable, reidentify } from '../../shared/document/build.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import { findPart } from '../../shared/document/text.ts'
import type { Block, Document } from '../../shared/document/types.ts'
import { readyDocument } from './library.ts'

/** The ready document with one more block at the end of its body. */
function withBlock(block: Block): Document {
  const document = readyDocument()
  const body = findPart(document, 'body')!
  return { ...document, parts: document.parts.map((part) => (part === body ? { ...body, children: [...body.children, block] } : part)) }
}

test('a stored document of the first format keeps the fingerprint it was signed with', () => {
  const stored = readFileSync(join(import.meta.dirname, 'fixtures/document-1.json'), 'utf8')
  expect(fingerprint(parseDocument(JSON.parse(stored)))).toBe('1f4fe07e3d8ea9ab9fba1fd97a15d73cf771e1247ea2eaed356993bee0dea2ae')
})

test('ids, number and a leaf that was split do not change it', () => {
  const document = withBlock(makeHeading(1, '落实责任'))
  const split = withBlock(makeHeading(1, [{ text: '落实' }, { text: '' }, { text: '责任' }]))
  const numbered = { ...document, header: { ...document.header, documentNumber: '河政发〔2024〕9号' } }
  for (const same of [reidentify(document), split, numbered]) expect(fingerprint(same)).toBe(fingerprint(document))
})

test('whatever the reader would read differently changes it', () => {
  const cells = (...texts: string[]) => makeTable([makeRow(texts.map((text) => makeCell(text)))])
  const variants: Document[] = [
    readyDocument(),
    readyDocument('关于做好冬季供热工作的通知'),
    readyDocument(undefined, '请各乡镇于十月底前完成检修'),
    { ...readyDocument(), header: { ...readyDocument().header, issuers: ['河湾县人民政府'] } },
    { ...readyDocument(), header: { ...readyDocument().header, genre: '函' } },
    withBlock(makeParagraph('落实责任')),
    withBlock(makeHeading(1, '落实责任')),
    withBlock(makeHeading(2, '落实责任')),
    withBlock(makeHeading(1, '落实责任', '二、')),
    withBlock(cells('甲', '乙')),
    withBlock(cells('甲乙', '')),
    withBlock(cells('甲\n乙')),
    withBlock(cells('甲\n\n乙')),
    withBlock(cells('甲\\乙')),
    withBlock(cells('甲\t乙')),
    withBlock(makeTable([makeRow([makeCell('甲', { colSpan: 2 })])])),
    withBlock(makeTable([makeRow([makeCell('甲')])], { unit: '单位：万元' })),
    withBlock(makeTable([makeRow([makeCell('甲')])], { caption: '单位：万元' })),
    { ...readyDocument(), parts: readyDocument().parts.filter((part) => part.type !== 'recipients') },
  ]
  const prints = variants.map(fingerprint)
  expect(new Set(prints).size).toBe(variants.length)
})

test('two tables have the same fingerprint only when their cells are the same', () => {
  const text = fc.string({ unit: fc.constantFrom('甲', '\\', '\t', '\n', 'n', 't', '×', '1'), maxLength: 4 })
  const row = fc.array(text, { minLength: 1, maxLength: 3 })
  const print = (texts: readonly string[]) => fingerprint(withBlock(makeTable([makeRow(texts.map((one) => makeCell(one)))])))
  fc.assert(
    fc.property(row, row, (one, other) => {
      expect(print(one) === print(other)).toBe(JSON.stringify(one) === JSON.stringify(other))
    }),
    { numRuns: 3000 },
  )
})
