/** Documents of every shape that the door lets in: places, tracked changes, spans, numbers as printed. */
import fc from 'fast-check'
import {
  makeArticle, makeAttachment, makeBody, makeCell, makeChapter, makeDocument, makeHeading, makeLine, makeParagraph, makePlace, makePrinted, makeRow, makeTable,
} from '../../shared/document/build.ts'
import { leaf } from '../../shared/document/text.ts'
import type { Block, Change, Document, Inline, Part } from '../../shared/document/types.ts'
import { GENRES } from '../../shared/document/types.ts'
import { newId } from '../../shared/lib/id.ts'

const words = fc.array(fc.constantFrom('各乡镇', '落实责任。', '，', '\\', '\t', '\n', '\\n', ' ', '2024年', '×', '青石镇'), { maxLength: 4 }).map((list) => list.join(''))
const by = (): Change => ({ id: newId(), author: '林禾', date: '2024-03-01T08:00:00Z' })

const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 6, arbitrary: words.map(leaf) },
  words.map((text) => ({ text, ins: by() })),
  words.map((text) => ({ text, del: by() })),
  fc.constantFrom('事项', '日期').map(makePlace),
)
const content = fc.array(inline, { minLength: 1, maxLength: 4 })
const printed = fc.option(fc.constantFrom('（五）', '1、', '第十条', '附件1：'), { nil: undefined })

const table: fc.Arbitrary<Block> = fc
  .tuple(fc.array(fc.array(words, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), fc.boolean(), fc.boolean())
  .map(([rows, caption, wide]) =>
    makeTable(
      rows.map((row, at) => makeRow(row.map((text) => makeCell(text, wide && at === 0 ? { colSpan: 2, align: 'center' } : {})))),
      caption ? { caption: '任务分工表', unit: '单位：亩', headerRows: 0 } : {},
    ),
  )
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: content.map(makeParagraph) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(1, 2, 3, 4), content, printed).map(([level, text, number]) => makeHeading(level, text, number)) },
  fc.tuple(content, printed).map(([text, number]) => makeChapter(text, number)),
  fc.tuple(content, printed).map(([text, number]) => makeArticle(text, number)),
  table,
)
const blocks = fc.array(fc.tuple(block, fc.nat(8)), { maxLength: 6 }).map((list) => list.map(([one, chance]): Block => (chance === 0 ? { ...one, change: { kind: 'ins', by: by() } } : one)))
const optional = <T extends Part>(part: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> => fc.option(part).map((one) => (one === null ? [] : [one]))
const line = <T extends Parameters<typeof makeLine>[0]>(type: T) => content.map((text) => makeLine(type, text))

/** Any document that is valid. */
export const documents: fc.Arbitrary<Document> = fc
  .tuple(
    fc.record({
      issuers: fc.array(words, { maxLength: 2 }),
      genre: fc.option(fc.constantFrom(...GENRES)),
      documentNumber: fc.option(fc.constantFrom('河政发〔2024〕9号', '河政办发〔2024〕12号')),
    }),
    line('title'),
    optional(line('recipients')),
    blocks,
    fc.tuple(optional(line('signatureOrgan')), optional(line('signatureDate')), optional(line('note'))),
    optional(fc.tuple(content, blocks).map(([title, list]) => makePrinted(title, list))),
    fc.array(fc.tuple(content, blocks, printed).map(([title, list, label]) => makeAttachment(title, list, label)), { maxLength: 2 }),
  )
  .map(([header, title, recipients, body, tail, text, attachments]) =>
    makeDocument(header, [title, ...recipients, makeBody(body), ...tail.flat(), ...text, ...attachments]),
  )
