/** Laws of the page: nothing is lost between document and page, nothing leaves its frame, and what was set before changes nothing. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeArticle, makeAttachment, makeBody, makeCell, makeChapter, makeDocument, makeHeading, makeLine, makeParagraph, makePrinted, makeRow, makeTable } from '../../../shared/document/build.ts'
import type { Block, Document } from '../../../shared/document/types.ts'
import { layOut } from '../../../shared/layout/engine/lay-out.ts'
import { moved } from '../../../shared/layout/engine/moved.ts'
import type { FlowLine } from '../../../shared/layout/flow.ts'
import { gazettePrint } from '../../../shared/layout/gazette-print.ts'
import { parseGazetteTemplate } from '../../../shared/layout/gazette.ts'
import { FALLBACK_METRICS } from '../../../shared/layout/metrics.ts'
import { officialPrint } from '../../../shared/layout/official-print.ts'
import { parseOfficialRules } from '../../../shared/layout/official.ts'
import type { Page, PlacedLine } from '../../../shared/layout/page.ts'
import type { Print } from '../../../shared/layout/print.ts'
import { documents as anyDocument } from '../../document/arbitrary.ts'

const data = (file: string): unknown => JSON.parse(readFileSync(new URL(`../../../templates/${file}`, import.meta.url), 'utf8'))
const template = parseGazetteTemplate(data('gazette/default.json'))
const single = parseGazetteTemplate({ ...template, columns: { ...template.columns, count: 1, characters: 40 } })
const rules = parseOfficialRules(data('official/gbt-9704-2012.json'))

const head = { gazetteName: '河湾县人民政府公报', issue: '2024年第1期', section: '县人民政府文件' }
const LAYOUTS: readonly (readonly [string, (document: Document) => Print])[] = [
  ['gazette', (document) => gazettePrint(document, template, head)],
  ['gazette in one column', (document) => gazettePrint(document, single, head)],
  ['official', (document) => officialPrint(document, rules)],
]

const pagesOf = (print: Print): readonly Page[] => layOut(print, FALLBACK_METRICS).pages
const isLine = (mark: Page['marks'][number]): mark is PlacedLine => mark.kind === 'line'
const MARGINS: ReadonlySet<string> = new Set(['runningHead', 'pageNumber'])
const bare = (text: string): string => text.replace(/\s/gu, '')
const textOf = ({ runs }: PlacedLine): string => runs.map(({ text }) => text).join('')

/** Text of so many characters with marks, digits and Latin in it. */
const CHARACTERS = Array.from('各乡镇要落实责任，加强组织领导。统筹推进“三农”工作；2024年达95%以上（含GDP）、')
const words = (length: number, from: number): string => Array.from({ length }, (_, at) => CHARACTERS[(from + at * 7) % CHARACTERS.length]).join('')
const text = (longest: number): fc.Arbitrary<string> => fc.tuple(fc.integer({ min: 1, max: longest }), fc.nat(40)).map(([length, from]) => words(length, from))
const table = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 9 }), text(60)).map(([rows, columns, long]) =>
  makeTable(
    Array.from({ length: rows }, (_, row) => makeRow(Array.from({ length: columns }, (_cell, column) => makeCell(row % 3 === 1 && column === 0 ? long : `${row}.${column}`)))),
    { headerRows: rows > 2 ? 1 : 0 },
  ),
)
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 8, arbitrary: text(220).map((one) => makeParagraph(one)) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(1, 2, 3, 4), text(30)).map(([level, one]) => makeHeading(level, one)) },
  text(12).map((one) => makeChapter(one)),
  { weight: 2, arbitrary: text(120).map((one) => makeArticle(one)) },
  table,
)
const blocks = fc.array(block, { minLength: 1, maxLength: 60, size: 'max' })
const long: fc.Arbitrary<Document> = fc.tuple(text(40), blocks, fc.option(blocks), fc.array(blocks, { maxLength: 2 })).map(([title, body, printed, attachments]) =>
  makeDocument({ issuers: ['河湾县人民政府'], genre: '通知', documentNumber: '河政发〔2024〕3号', distribution: { copies: '县委办公室，县人大常委会办公室', printedBy: '河湾县人民政府办公室', printedOn: '2024年5月8日' } }, [
    makeLine('title', title),
    makeLine('recipients', '各乡镇人民政府'),
    makeBody(body),
    makeLine('signatureOrgan', '河湾县人民政府'),
    makeLine('signatureDate', '2024年5月8日'),
    ...(printed ? [makePrinted('森林防火工作方案', printed)] : []),
    ...attachments.map((list) => makeAttachment('任务分工表', list)),
  ]),
)
const documents = fc.oneof({ weight: 3, arbitrary: long }, anyDocument)

/** What stands on the pages of each source, each piece once: rows of a table's head stand on several pages. */
function printedBySource(pages: readonly Page[]): ReadonlyMap<string, string> {
  const pieces = new Map<string, Map<string, string>>()
  for (const line of pages.flatMap(({ marks }) => marks.filter(isLine))) {
    if (!line.source) continue
    const { id, from, to } = line.source
    const own = pieces.get(`${line.role} ${id}`) ?? new Map<string, string>()
    pieces.set(`${line.role} ${id}`, own)
    const known = own.get(`${from}-${to}`)
    if (known !== undefined) expect(textOf(line)).toBe(known)
    own.set(`${from}-${to}`, textOf(line))
  }
  return new Map([...pieces].map(([id, own]) => [id, [...own].sort(([a], [b]) => Number.parseInt(a) - Number.parseInt(b)).map(([, one]) => one).join('')]))
}

/** What the description says for each source. */
function describedBySource({ sections }: Print): ReadonlyMap<string, string> {
  const lines = sections.flatMap(({ items }) => items).filter((item): item is FlowLine => item.kind === 'line' && item.source !== undefined && item.image === undefined)
  const said = new Map<string, string>()
  for (const { line, source, spans } of lines) said.set(`${line} ${source ?? ''}`, (said.get(`${line} ${source ?? ''}`) ?? '') + spans.map((span) => span.text).join(''))
  return said
}

describe.each(LAYOUTS)('%s', (_name, describePages) => {
  test('every character of the description stands on the pages, once and in its order', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const print = describePages(document)
        const printed = printedBySource(pagesOf(print))
        for (const [source, said] of describedBySource(print)) expect([source, bare(printed.get(source) ?? '')]).toEqual([source, bare(said)])
      }),
      { numRuns: 25 },
    )
  })

  test('no line leaves the frame of its page, and columns do not touch', () => {
    fc.assert(
      fc.property(documents, (document) => {
        for (const { frame, marks } of pagesOf(describePages(document))) {
          for (const line of marks.filter(isLine).filter(({ role }) => !MARGINS.has(role))) {
            expect(line.y).toBeGreaterThanOrEqual(frame.y - 1)
            // What is higher than a whole page stands on one of its own.
            if (line.height <= frame.height) expect(line.y + line.height).toBeLessThanOrEqual(frame.y + frame.height + 1)
            expect(line.x).toBeGreaterThanOrEqual(frame.x - 1)
            expect(line.x + line.width).toBeLessThanOrEqual(frame.x + frame.width + 1)
          }
        }
      }),
      { numRuns: 25 },
    )
  })

  test('laid out twice it is the same, and so it is from a copy that nothing is known of', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const pages = pagesOf(describePages(document))
        expect(pagesOf(describePages(document))).toEqual(pages)
        expect(pagesOf(describePages(structuredClone(document)))).toEqual(pages)
      }),
      { numRuns: 15 },
    )
  })

  test('pages are numbered from the first on, and none is empty', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const pages = pagesOf(describePages(document))
        expect(pages.map(({ number }) => number)).toEqual(pages.map((_page, at) => at + 1))
        for (const { marks } of pages.slice(1)) expect(marks.some((mark) => mark.kind !== 'line' || !MARGINS.has(mark.role))).toBe(true)
      }),
      { numRuns: 15 },
    )
  })
})

test.each(LAYOUTS)('%s: on a landscape page head and number stand where they stand on an upright one that is turned a quarter to the right', (_name, describePages) => {
  const rows = Array.from({ length: 90 }, (_, at) => makeRow([makeCell(`${at + 1}`), makeCell('青石镇')]))
  const pages = pagesOf(describePages(notice([...Array.from({ length: 40 }, () => plain(60)), { ...makeTable(rows, { headerRows: 1 }), landscape: true }])))
  const margins = (landscape: boolean): ReadonlyMap<string, unknown> => {
    const places = pages.filter((page) => page.landscape === landscape).flatMap(({ marks, number, width }) => marks.flatMap((mark) => {
      if (mark.kind !== 'line' || !MARGINS.has(mark.role)) return []
      const down = mark.baseline - mark.y
      return mark.runs.map(({ x, text }): readonly [string, unknown] => {
        // Where the first character begins, as it is drawn, brought back to the upright page.
        const [along, deep] = mark.turned ? [mark.y + (x - mark.x), width - (mark.x - down)] : [x, mark.baseline]
        return [`${number % 2} ${text.replace(/\d+/gu, '0')}`, [Math.round(along / 100), Math.round(deep)]]
      })
    }))
    return new Map(places.sort())
  }
  expect(margins(true).size).toBeGreaterThan(1)
  expect(margins(true)).toEqual(margins(false))
})

test('with mirrored margins even pages have their inner margin at the right, and nothing else moves', () => {
  const body = Array.from({ length: 40 }, () => plain(60))
  const rows = Array.from({ length: 60 }, (_, at) => makeRow([makeCell(`${at + 1}`)]))
  const document = notice([...body, { ...makeTable(rows, { headerRows: 1 }), landscape: true }])
  const [plainPages, mirrored] = [pagesOf(officialPrint(document, rules)), pagesOf(officialPrint(document, { ...rules, mirrored: true }))]
  const { left, right, top, bottom } = rules.page
  expect(new Set(mirrored.map(({ landscape, number }) => `${landscape} ${number % 2}`)).size).toBe(4)
  for (const [at, page] of mirrored.entries()) {
    const dx = page.number % 2 === 1 ? 0 : page.landscape ? top - bottom : right - left
    const marks = plainPages[at]?.marks.map((mark) => (mark.kind === 'line' && mark.turned ? mark : moved(mark, dx, 0)))
    expect(page.frame.x).toBe((plainPages[at]?.frame.x ?? 0) + dx)
    expect(page.marks).toEqual(marks)
  }
})

/** Lines of each page's columns in reading order, as "text" of body lines. */
const columns = (document: Document): readonly (readonly (readonly PlacedLine[])[])[] =>
  pagesOf(gazettePrint(document, template, head)).map(({ marks }) => [0, 1].map((column) => marks.filter(isLine).filter((line) => line.column === column && line.role !== 'issuer' && line.role !== 'title' && line.role !== 'documentNumber')))
const notice = (list: readonly Block[]): Document => makeDocument({ issuers: ['河湾县人民政府'], genre: '通知', documentNumber: null }, [makeLine('title', '关于防火的通知'), makeBody(list)])
const plain = (characters: number): Block => makeParagraph('国'.repeat(characters))

describe('columns of the gazette', () => {
  test('hold 20 characters and 33 lines', () => {
    const [, second] = columns(notice([plain(20 * 200)]))
    expect(second!.map((column) => column.length)).toEqual([33, 33])
    expect(new Set(second!.flat().map((line) => textOf(line).length))).toEqual(new Set([20]))
  })

  test('are balanced above a table, the first with the line that is left over', () => {
    const [first] = columns(notice([plain(18), plain(18), plain(18), plain(18), plain(18), makeTable([makeRow([makeCell('甲')])])]))
    expect(first!.map((column) => column.filter(({ role }) => role === 'body').length)).toEqual([3, 2])
  })

  test('are filled one after the other at the end of a document', () => {
    const [first] = columns(notice([plain(18), plain(18), plain(18)]))
    expect(first!.map((column) => column.length)).toEqual([3, 0])
  })

  test('below a title they keep a line free at their foot where they are the last and end on that page, as LibreOffice does', () => {
    const filled = (count: number): readonly number[] => (columns(notice(Array.from({ length: count }, () => plain(18))))[0] ?? []).map((column) => column.length)
    const all = filled(200)[0] ?? 0
    expect(filled(all)).toEqual([all - 1, 1])
    expect(filled(2 * all - 2)).toEqual([all - 1, all - 1])
    expect(filled(2 * all - 1)).toEqual([all, all - 1])
  })

  test('begun on a page of their own, they have the space above their first line, as LibreOffice sets it', () => {
    const turned = { ...makeTable([makeRow([makeCell('甲')])]), landscape: true as const }
    const document = makeDocument({ issuers: [], genre: '通知', documentNumber: null }, [makeLine('title', '关于防火的通知'), makeBody([turned]), makeAttachment('名单', [plain(18)])])
    const page = pagesOf(gazettePrint(document, template, head)).at(-1)
    expect(page?.marks.filter(isLine).find(({ column }) => column === 0)).toMatchObject({ role: 'attachmentList', y: (page?.frame.y ?? 0) + template.linePitch })
  })

  test('a heading is never the last line of one, and no line of a paragraph stands alone', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 120 })), { minLength: 40, maxLength: 90, size: 'max' }), (list) => {
        const pages = columns(notice(list.map(([isHeading, length]) => (isHeading ? makeHeading(1, '落实责任') : plain(length)))))
        const full = pages.flat()
        full.forEach((column, at) => {
          const next = full[at + 1]?.length ? full[at + 1]! : full[at + 2]
          const [last, first] = [column.at(-1), next?.[0]]
          if (!last || !first) return
          // A page of nothing but headings has to end with one.
          if (column.some(({ role }) => role === 'body')) expect(last.role).not.toBe('heading1')
          if (last.source?.id !== first.source?.id) return
          expect(column.filter(({ source }) => source?.id === last.source?.id).length).toBeGreaterThan(1)
          expect(next!.filter(({ source }) => source?.id === last.source?.id).length).toBeGreaterThan(1)
        })
      }),
      { numRuns: 100 },
    )
  })
})
