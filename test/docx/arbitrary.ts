/** Documents of any shape and any text, also text that no file can hold. */
import fc from 'fast-check'
import {
  makeArticle, makeAttachment, makeBody, makeCell, makeChapter, makeDocument, makeHeading, makeLine, makeParagraph, makePlace, makePrinted, makeRow,
  makeTable,
} from '../../shared/document/build.ts'
import { leaf } from '../../shared/document/text.ts'
import type { Block, CellAlign, Document, Inline, Part, Table } from '../../shared/document/types.ts'

const pieces = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('河湾县', '青石镇', '。', '，', '“防火”', '——', '2024年', '《方案》', '：', '附件', '㎡', 'WiFi 6', '１', '𠮷') },
  { weight: 1, arbitrary: fc.constantFrom('\n', '\t', ' ', '\u3000', '<w:p>', '&amp;', ']]>', '\u0000', '\u001b', '\ud800', '\udc00', '\uffff', '\r\n', '\u2028') },
  { weight: 1, arbitrary: fc.string({ maxLength: 4, unit: 'binary' }) },
)
const texts = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''))

const by = { id: '0190a000-0000-7000-8000-000000000000', author: '林禾', date: '2024-03-01T00:00:00Z' }
const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 6, arbitrary: texts.map(leaf) },
  { weight: 1, arbitrary: texts.map((text) => ({ text, ins: by })) },
  { weight: 1, arbitrary: texts.map((text) => ({ text, del: by })) },
  { weight: 1, arbitrary: texts.map(makePlace) },
)
const inlines = fc.array(inline, { maxLength: 4 })
const printed = fc.option(fc.constantFrom('（五）', '1、', '第十条', '(3)'), { nil: undefined })

const align = fc.option(fc.constantFrom<CellAlign>('left', 'center', 'right'), { nil: undefined })
const cell = fc
  .record({ text: texts, colSpan: fc.integer({ min: 1, max: 4 }), rowSpan: fc.integer({ min: 1, max: 3 }), align })
  .map(({ text, align: side, ...spans }) => makeCell(text, side === undefined ? spans : { ...spans, align: side }))
const table: fc.Arbitrary<Table> = fc
  .record({
    rows: fc.array(fc.array(cell, { maxLength: 5 }), { minLength: 1, maxLength: 5 }),
    headerRows: fc.integer({ min: 0, max: 5 }),
    caption: texts,
    unit: texts,
    wide: fc.boolean(),
  })
  .map(({ rows, wide, ...options }) => makeTable([...rows.map(makeRow), ...(wide ? [makeRow(Array.from({ length: 15 }, () => makeCell('1')))] : [])], options))

const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: inlines.map(makeParagraph) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const), inlines, printed).map(([level, text, number]) => makeHeading(level, text, number)) },
  { weight: 1, arbitrary: fc.tuple(inlines, printed).map(([text, number]) => makeChapter(text, number)) },
  { weight: 1, arbitrary: fc.tuple(inlines, printed).map(([text, number]) => makeArticle(text, number)) },
  { weight: 2, arbitrary: table },
)
const blocks = fc
  .array(fc.tuple(block, fc.integer({ max: 9, min: 0 })), { maxLength: 8 })
  .map((list) => list.map(([one, chance]): Block => (chance === 0 ? { ...one, change: { kind: 'del', by } } : one)))

const optional = <T extends Part>(part: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> => fc.option(part, { nil: undefined }).map((one) => (one ? [one] : []))
const line = <T extends Parameters<typeof makeLine>[0]>(type: T) => inlines.map((text) => makeLine(type, text))

/** A document as the type allows it: parts in order, any of them but title and body missing. */
export const documents: fc.Arbitrary<Document> = fc
  .record({
    header: fc.record({
      issuers: fc.array(texts, { maxLength: 3 }),
      genre: fc.constant('通知' as const),
      documentNumber: fc.option(texts.filter((text) => text.trim() !== ''), { nil: null }),
    }),
    parts: fc.tuple(
      line('title').map((part) => [part]),
      optional(line('recipients')),
      blocks.map((list) => [makeBody(list)]),
      optional(line('signatureOrgan')),
      optional(line('signatureDate')),
      optional(line('note')),
      optional(fc.tuple(inlines, blocks).map(([title, list]) => makePrinted(title, list))),
      fc.array(fc.tuple(inlines, blocks, printed).map(([title, list, label]) => makeAttachment(title, list, label)), { maxLength: 3 }),
    ),
  })
  .map(({ header, parts }) => makeDocument(header, parts.flat()))
