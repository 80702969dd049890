/** Recognition over the real issue: what a person reads in each notice is what the program finds. */
import { expect, test } from 'vitest'
import { viewOf, type DocumentView } from '../../shared/document/view.ts'
import { recogniseNotice, type Recognised } from '../../shared/recognise/notice.ts'
import { inOrder, tally } from '../recognise/compare.ts'
import { describeSeed, type Expected, type SeedNotice } from './seed.ts'

interface Read extends SeedNotice {
  readonly recognised: Recognised
  readonly view: DocumentView
}

const FIELDS = ['documentNumber', 'kind', 'issuer', 'title', 'recipients', 'signatureOrgan', 'signatureDate', 'note', 'attachments'] as const
const COUNTS = ['tableRows', 'tableCells', 'headings1', 'headings2', 'chapters', 'articles'] as const

describeSeed('the real issue', (notices) => {
  const all = notices.map((one): Read => read(one))

  test.each(all.map((one) => [one.expected.documentNumber, one] as const))('%s: every field', (_, { expected, view }) => {
    for (const field of FIELDS) expect([field, view[field]]).toEqual([field, expected[field]])
  })

  test.each(all.map((one) => [one.expected.documentNumber, one] as const))('%s: no character is lost, invented or moved', (_, { text, recognised, view }) => {
    expect(tally(view.text + recognised.leftOut.map((one) => one.text).join(''))).toEqual(tally(text))
    // A title that the list gives stands at its attachment, behind where the list stood.
    const listed = recognised.doubts.some(({ what }) => what.startsWith('标题取自附件说明'))
    if (!listed) expect(inOrder(view.text, text)).toBe(true)
  })

  test.each(all.map((one) => [one.expected.documentNumber, one] as const))('%s: the same without its number line, and no number then', (_, { text, expected }) => {
    const without = text.replace(/^.*〔\d{4}〕\d+号$/m, '')
    const view = read({ text: without, expected }).view
    expect(view.documentNumber).toBeNull()
    for (const field of FIELDS) if (field !== 'documentNumber') expect([field, view[field]]).toEqual([field, expected[field]])
  })

  test('counts of tables, headings, chapters and articles agree in all notices', () => {
    const table = all.map(({ expected, ...one }) => {
      const counts = countsOf(one)
      return [expected.documentNumber, ...COUNTS.filter((count) => counts[count] !== expected[count])]
    })
    console.log(agreement(all))
    expect(table.filter(([, ...differing]) => differing.length > 0)).toEqual([])
  })

  test('a heading is a heading: as many of level 1 and 2 as paragraphs begin so', () => {
    for (const { view } of all) {
      const begins = (pattern: RegExp): number => view.text.split('\n').filter((line) => pattern.test(line) && !line.includes('\t')).length
      const level = (wanted: number): number => view.headings.filter((heading) => heading.level === wanted).length
      expect([view.documentNumber, level(1), level(2)]).toEqual([view.documentNumber, begins(/^[一二三四五六七八九十]+、/), begins(/^[（(]\s*[一二三四五六七八九十]+\s*[）)]/)])
    }
  })
})

function read(notice: SeedNotice): Read {
  const recognised = recogniseNotice(notice.text)
  return { ...notice, recognised, view: viewOf({ id: '', state: 'issued', document: recognised.document }) }
}

/**
 * The counts as the expected ones were made: of lines of the text. Rows that repeat a header are lines but no longer rows;
 * rows drawn with | and items behind "- " are rows and headings, but were not counted.
 */
function countsOf({ text, recognised, view }: Omit<Read, 'expected'>): Record<(typeof COUNTS)[number], number> {
  const repeated = recognised.leftOut.filter(({ why }) => why === 'repeatedHeader').map((one) => one.text.split('\t'))
  const drawn = text.split('\n').filter((line) => /^(?:- )?\|.*\|$/.test(line) && /[^-|:\s]/.test(line)).map((line) => line.replace(/^- /, '').slice(1, -1).split('|'))
  const filled = (rows: readonly (readonly string[])[]): number => rows.flat().filter((cell) => cell.trim() !== '').length
  const rows = view.tables.flat()
  const lines = view.text.split('\n').map((line) => line.trim())
  const items = text.split('\n').filter((line) => line.startsWith('- ')).map((line) => line.slice(2))
  const begin = (pattern: RegExp): number => lines.filter((line) => pattern.test(line)).length - items.filter((line) => pattern.test(line)).length
  return {
    tableRows: rows.length + repeated.length - drawn.length,
    tableCells: filled(rows) + filled(repeated) - filled(drawn),
    headings1: begin(/^[一二三四五六七八九十]+、/),
    headings2: begin(/^[（(]\s*[一二三四五六七八九十]+\s*[）)]/),
    chapters: begin(/^第[一二三四五六七八九十百]+章/),
    articles: begin(/^第[一二三四五六七八九十百]+条/),
  }
}

/** Field by field, in how many notices the program reads what a person reads. */
function agreement(all: readonly Read[]): string {
  const line = (name: string, agrees: (one: Read) => boolean): string => `${name.padEnd(16)} ${all.filter(agrees).length} / ${all.length}`
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
  return [
    ...FIELDS.map((field) => line(field, ({ view, expected }) => same(view[field], expected[field]))),
    ...COUNTS.map((count) => line(count, ({ expected, ...one }: Read & { expected: Expected }) => countsOf(one)[count] === expected[count])),
    line('没有存疑', ({ recognised }) => recognised.doubts.length === 0),
    `存疑共 ${all.reduce((sum, { recognised }) => sum + recognised.doubts.length, 0)} 条`,
  ].join('\n')
}
