/** Documents of every shape that the door lets in: places, references, tracked changes, spans, rosters, images, numbers as printed. */
import fc from 'fast-check'
import {
  makeArticle, makeAttachment, makeBody, makeCell, makeChapter, makeDocument, makeHeading, makeImage, makeItem, makeLine, makeParagraph, makePlace, makePrinted,
  makeReference, makeRoster, makeRow, makeTable,
} from '../../shared/document/build.ts'
import { blocksOf, leaf } from '../../shared/document/text.ts'
import type { Block, Change, Document, Header, Inline, Part } from '../../shared/document/types.ts'
import { GENRES, IMAGE_TYPES, ITEM_MARKERS, PARAGRAPH_ROLES, SIGNATURE_KINDS } from '../../shared/document/types.ts'
import { newId } from '../../shared/lib/id.ts'

const words = fc.array(fc.constantFrom('各乡镇', '落实责任。', '，', '\\', '\t', '\n', '\\n', ' ', '2024年', '×', '青石镇'), { maxLength: 4 }).map((list) => list.join(''))
const by = (): Change => ({ id: newId(), author: '林禾', date: '2024-03-01T08:00:00Z' })

const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 6, arbitrary: words.map(leaf) },
  words.map((text) => ({ text, ins: by() })),
  words.map((text) => ({ text, del: by() })),
  fc.constantFrom('事项', '日期').map(makePlace),
  fc.constantFrom('附件2', '第三条').map((text) => makeReference(newId(), text)),
)
const content = fc.array(inline, { minLength: 1, maxLength: 4 })
const printed = fc.option(fc.constantFrom('（五）', '1、', '第十条', '附件1：'), { nil: undefined })

const table: fc.Arbitrary<Block> = fc
  .tuple(fc.array(fc.array(words, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), fc.boolean(), fc.boolean())
  .map(([rows, caption, wide]) =>
    makeTable(
      rows.map((row, at) => makeRow(row.map((text) => makeCell(text, wide && at === 0 ? { colSpan: 2, align: 'center' } : {})))),
      caption ? { caption: '任务分工表', unit: '单位：亩', headerRows: 0, widths: [1, 2.5, 1], totalRow: true, landscape: true } : {},
    ),
  )
const roster = fc.array(fc.record({ role: words, name: words, post: words }), { minLength: 1, maxLength: 3 }).map(makeRoster)
const image = fc
  .record({ mediaType: fc.constantFrom(...IMAGE_TYPES), width: fc.integer({ min: 1, max: 1584 }), alt: fc.option(fc.constant('灌溉渠平面图'), { nil: undefined }) })
  .map(({ mediaType, width, alt }) => makeImage({ sha256: '0a'.repeat(32), mediaType, width, height: 120.5, ...(alt === undefined ? {} : { alt }) }))
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: content.map(makeParagraph) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(1, 2, 3, 4), content, printed).map(([level, text, number]) => makeHeading(level, text, number)) },
  fc.tuple(content, printed).map(([text, number]) => makeChapter(text, number)),
  fc.tuple(content, printed).map(([text, number]) => makeArticle(text, number)),
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...ITEM_MARKERS), content, printed).map(([marker, text, number]) => makeItem(marker, text, number)) },
  fc.tuple(fc.constantFrom(...PARAGRAPH_ROLES), content).map(([role, text]) => makeParagraph(text, role)),
  roster,
  image,
  table,
)
const blocks = fc.array(fc.tuple(block, fc.nat(8)), { maxLength: 6 }).map((list) => list.map(([one, chance]): Block => (chance === 0 ? { ...one, change: { kind: 'ins', by: by() } } : one)))
const optional = <T extends Part>(part: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> => fc.option(part).map((one) => (one === null ? [] : [one]))
const line = <T extends Parameters<typeof makeLine>[0]>(type: T) => content.map((text) => makeLine(type, text))

/** Fields that a document need not have: all absent, or each there or not. */
const more: fc.Arbitrary<Partial<Header>> = fc.oneof(
  fc.constant({}),
  fc.record(
    {
      secrecy: fc.constantFrom<Header['secrecy'] & {}>({ level: '机密', period: '1年' }, { level: '秘密' }),
      urgency: fc.constantFrom('特急' as const, '加急' as const),
      copyNumber: fc.constant('000012'),
      signers: fc.constant(['程怀远', '苏映雪']),
      signatureKind: fc.constantFrom(...SIGNATURE_KINDS),
      distribution: fc.constantFrom<Header['distribution'] & {}>({}, { copies: '县委各部门', printedBy: '河湾县人民政府办公室', printedOn: '2024年5月9日' }),
    },
    { requiredKeys: [] },
  ),
)

/** Any document that is valid. */
export const documents: fc.Arbitrary<Document> = fc
  .tuple(
    fc.record({
      issuers: fc.array(words, { maxLength: 2 }),
      genre: fc.option(fc.constantFrom(...GENRES)),
      documentNumber: fc.option(fc.constantFrom('河政发〔2024〕9号', '河政办发〔2024〕12号')),
    }).chain((header) => more.map((fields): Header => ({ ...header, ...fields }))),
    line('title'),
    optional(line('recipients')),
    blocks,
    fc.tuple(optional(line('signatureOrgan')), optional(line('signatureDate')), optional(line('note'))),
    optional(fc.tuple(content, blocks).map(([title, list]) => makePrinted(title, list))),
    fc.array(fc.tuple(content, blocks, printed).map(([title, list, label]) => ({ ...makeAttachment(title, list, label), ...(label === '1、' ? { orientation: 'landscape' as const } : {}) })), { maxLength: 2 }),
  )
  .map(([header, title, recipients, body, tail, text, attachments]) =>
    makeDocument(header, [title, ...recipients, makeBody(body), ...tail.flat(), ...text, ...attachments]),
  )
  .map(referring)

/** Every second reference points to a block or an attachment of the document; the target of the others is gone. */
function referring(document: Document): Document {
  const targets = document.parts.flatMap((part) => [...(part.type === 'attachment' ? [part.id] : []), ...blocksOf(part).map(({ id }) => id)])
  let count = 0
  const visit = (node: unknown): unknown => {
    if (typeof node !== 'object' || node === null) return node
    if (Array.isArray(node)) return node.map(visit)
    if ('type' in node && node.type === 'reference' && count++ % 2 === 0) return { ...node, target: targets[count % targets.length] ?? newId() }
    return 'children' in node ? { ...node, children: visit(node.children) } : node
  }
  // Only targets differ.
  return { ...document, parts: visit(document.parts) as Document['parts'] }
}
