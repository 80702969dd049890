/** Documents for the editor's tests: random ones of every shape that the door lets in, and one to read. */
import fc from 'fast-check'
import {
  makeArticle, makeAttachment, makeBody, makeCell, makeChapter, makeDocument, makeHeading, makeImage, makeItem, makeLine, makeParagraph, makePlace, makePrinted,
  makeRoster, makeRow, makeTable,
} from '../../shared/document/build.ts'
import { leaf } from '../../shared/document/text.ts'
import { ITEM_MARKERS, PARAGRAPH_ROLES, type Block, type Document, type Inline, type Part, type Table } from '../../shared/document/types.ts'

const WORDS = ['', '各乡镇', '县人民政府', '落实责任。', '时限', '一、', '防汛备汛工作', '。', '10', ' ', '青石镇、柳溪乡']

const words = fc.array(fc.constantFrom(...WORDS), { maxLength: 3 }).map((list) => list.join(''))

/** Text with up to two unfilled places, in the form that Slate keeps: a text on both sides of each. */
const content: fc.Arbitrary<readonly Inline[]> = fc.array(words, { minLength: 1, maxLength: 3 }).map((texts) =>
  texts.flatMap((text, at): readonly Inline[] => (at === 0 ? [leaf(text)] : [makePlace(`填${at}`), leaf(text)])),
)

const printed = fc.option(fc.constantFrom('（五）', '1、'), { nil: undefined, freq: 4 })

/** Rows of the same width; in some a cell spans two columns or two rows, in some a row is covered from above. */
const table: fc.Arbitrary<Table> = fc
  .record({ rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 1, max: 3 }), shape: fc.constantFrom('plain', 'wide', 'tall', 'covered') })
  .map(({ rows, columns, shape }) => {
    const grid = Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (__, c) => makeCell(`${r}${c}`)))
    if (shape === 'wide' && columns > 1) return makeTable(grid.map((cells, r) => makeRow(r === 0 ? [makeCell('宽', { colSpan: columns })] : cells)))
    if (shape === 'tall' && rows > 1 && columns > 1) {
      return makeTable(grid.map((cells, r) => makeRow(r === 0 ? [makeCell('高', { rowSpan: rows }), ...cells.slice(1)] : cells.slice(1))))
    }
    if (shape === 'covered' && rows > 1) return makeTable([makeRow([makeCell('盖', { rowSpan: 2, ...(columns > 1 ? { colSpan: columns } : {}) })]), makeRow([]), ...grid.slice(2).map(makeRow)])
    return makeTable(grid.map(makeRow), { headerRows: rows > 1 ? 1 : 0 })
  })

const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: content.map(makeParagraph) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(1, 2, 3, 4), content, printed).map(([level, text, number]) => makeHeading(level, text, number)) },
  { weight: 1, arbitrary: content.map((text) => makeChapter(text)) },
  { weight: 1, arbitrary: content.map((text) => makeArticle(text)) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...ITEM_MARKERS), content, printed).map(([marker, text, number]) => makeItem(marker, text, number)) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...PARAGRAPH_ROLES), content).map(([role, text]) => makeParagraph(text, role)) },
  { weight: 1, arbitrary: fc.array(fc.record({ role: words, name: words, post: words }), { minLength: 1, maxLength: 3 }).map(makeRoster) },
  { weight: 1, arbitrary: fc.constant(0).map(() => makeImage({ sha256: '0a'.repeat(32), mediaType: 'image/png', width: 300, height: 120 })) },
  { weight: 2, arbitrary: table },
)

const blocks = fc.array(block, { maxLength: 5 })

/** Any document whose lines are in Slate's form. */
export const anyDocument: fc.Arbitrary<Document> = fc
  .record({
    title: content,
    recipients: fc.option(content),
    body: blocks,
    organ: fc.option(content),
    date: fc.option(words),
    note: fc.option(words),
    printed: fc.option(fc.tuple(content, blocks)),
    attachments: fc.array(fc.tuple(content, blocks, printed), { maxLength: 2 }),
    issuers: fc.array(fc.constantFrom('河湾县人民政府办公室', '河湾县水利局'), { maxLength: 2 }),
  })
  .map((made) => {
    const parts: Part[] = [makeLine('title', made.title)]
    if (made.recipients) parts.push(makeLine('recipients', made.recipients))
    parts.push(makeBody(made.body))
    if (made.organ) parts.push(makeLine('signatureOrgan', made.organ))
    if (made.date !== null) parts.push(makeLine('signatureDate', made.date))
    if (made.note !== null) parts.push(makeLine('note', made.note))
    if (made.printed) parts.push(makePrinted(...made.printed))
    for (const [title, list, number] of made.attachments) parts.push(makeAttachment(title, list, number))
    return makeDocument({ issuers: made.issuers, genre: '通知', documentNumber: null }, parts)
  })

/** A notice with something of everything. */
export function notice(): Document {
  return makeDocument({ issuers: ['河湾县人民政府办公室'], genre: '通知', documentNumber: null }, [
    makeLine('title', '关于做好防汛备汛工作的通知'),
    makeLine('recipients', '各乡镇人民政府'),
    makeBody([
      makeParagraph('现就有关事项通知如下：'),
      makeHeading(1, '压实防汛责任'),
      makeHeading(2, '落实包保责任。各乡镇负总责。'),
      makeHeading(2, [leaf('严格值守。须在'), makePlace('时限'), leaf('内报告。')]),
      makeHeading(1, '强化应急保障'),
      makeParagraph('备足物资。'),
    ]),
    makeLine('signatureOrgan', '河湾县人民政府办公室'),
    makeLine('signatureDate', '2024年5月8日'),
    makeLine('note', '此件公开发布'),
    makeAttachment('责任清单', [
      makeParagraph('清单如下。'),
      makeTable([makeRow([makeCell('序号'), makeCell('乡镇')]), makeRow([makeCell('1'), makeCell('石桥镇')]), makeRow([makeCell('2'), makeCell('云岭乡')])]),
    ]),
  ])
}
