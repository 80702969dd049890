/** 本版实测 on pages of the default template, and on pages that were planted with each fault. */
import { expect, test } from 'vitest'
import { makeBody, makeDocument, makeHeading, makeLine, makeParagraph } from '../../shared/document/build.ts'
import type { Block, Document } from '../../shared/document/types.ts'
import { reportOn, type LayoutReport } from '../../shared/layout/engine/report.ts'
import { layOut } from '../../shared/layout/engine/lay-out.ts'
import { gazettePrint } from '../../shared/layout/gazette-print.ts'
import { FALLBACK_METRICS } from '../../shared/layout/metrics.ts'
import type { Page, PlacedLine } from '../../shared/layout/page.ts'
import { template } from '../docx/template.ts'

const HEAD = { gazetteName: '', issue: '', section: '' }

function notice(blocks: readonly Block[]): Document {
  return makeDocument({ issuers: ['河湾县人民政府'], genre: '通知', documentNumber: null }, [makeLine('title', '关于防火的通知'), makeBody(blocks)])
}

function reported(document: Document, metrics = FALLBACK_METRICS): LayoutReport {
  const print = gazettePrint(document, template, HEAD)
  return reportOn(layOut(print, metrics).pages, print, metrics)
}

const PRINT = gazettePrint(notice([]), template, HEAD)
const frame = { x: 1000, y: 1000, width: 10_000, height: 4000 }

/** A page with lines of 400 twips in columns; each line is the paragraph that it belongs to and its first character. */
function page(number: number, ...columns: readonly (readonly (readonly [id: string, from: number, role?: PlacedLine['role']])[])[]): Page {
  const marks = columns.flatMap((lines, column) =>
    lines.map(([id, from, role = 'body'], at): PlacedLine => {
      const x = 1000 + column * 5000
      return { kind: 'line', role, x, y: 1000 + at * 400, width: 4800, height: 400, baseline: 1320 + at * 400, column, source: { id, from, to: from + 20 }, runs: [{ text: '护'.repeat(20), x, slot: 'fangSong', size: 12, advances: Array.from({ length: 20 }, () => 240) }] }
    }),
  )
  return { number, width: 12_000, height: 16_000, landscape: false, frame, marks }
}

const on = (...pages: readonly Page[]): LayoutReport => reportOn(pages, PRINT, FALLBACK_METRICS)

test('a full column of the default template has 33 lines of 20 characters', () => {
  const text = Array.from({ length: 12 }, () => makeParagraph('各乡镇人民政府要把护林防火责任落实到山头地块和每一名护林员，严防死守。'.repeat(9)))
  const report = reported(notice(text))
  expect(report).toMatchObject({ characters: 20, lines: 33, title: { size: 22, lines: 2 }, splitRows: [], substituted: [] })
})

test('what is not full is not measured', () => {
  expect(reported(notice([makeParagraph('防火。'), makeHeading(1, '总体要求')]))).toMatchObject({ characters: null, lines: null })
  expect(reported(makeDocument({ issuers: [], genre: null, documentNumber: null }, [makeLine('title', ''), makeBody([])])).title).toBeNull()
})

test('a slot in another family is reported where it is printed', () => {
  const { kai, fangSong, hei } = FALLBACK_METRICS
  const metrics = { ...FALLBACK_METRICS, kai: { ...kai, substitute: true }, fangSong: { ...fangSong, substitute: true }, hei: { ...hei, substitute: true } }
  expect(reported(notice([makeParagraph('防火。')]), metrics).substituted).toEqual(['fangSong'])
  expect(reported(notice([makeParagraph('防火。'), makeHeading(1, '总体要求')]), metrics).substituted).toEqual(['fangSong', 'hei'])
})

test('one line of a paragraph alone at the foot or the head of a column', () => {
  expect(on(page(12, [['a', 0], ['a', 20], ['b', 0]], [['b', 20], ['b', 40]])).lone).toEqual([{ page: 12, where: 'foot' }])
  expect(on(page(12, [['a', 0], ['a', 20]], [['a', 40], ['b', 0]])).lone).toEqual([{ page: 12, where: 'head' }])
  expect(on(page(12, [['a', 0], ['b', 0]]), page(13, [['b', 20]])).lone).toEqual([{ page: 12, where: 'foot' }, { page: 13, where: 'head' }])
  expect(on(page(12, [['a', 0], ['a', 20]], [['a', 40], ['a', 60]])).lone).toEqual([])
  // A paragraph of one line is whole.
  expect(on(page(12, [['a', 0]], [['b', 0]])).lone).toEqual([])
})

test('a heading at the foot of a column', () => {
  expect(on(page(3, [['a', 0], ['h', 0, 'chapter']], [['b', 0]])).lone).toEqual([{ page: 3, where: 'foot' }])
  expect(on(page(3, [['a', 0], ['h', 0, 'chapter'], ['b', 0]])).lone).toEqual([])
})

test('a row that goes on over the end of a page', () => {
  expect(on(page(4, [['c', 0, 'cell']]), page(5, [['c', 20, 'cell']])).splitRows).toEqual([5])
  expect(on(page(4, [['c', 0, 'cell'], ['c', 20, 'cell']]), page(5, [['c', 0, 'cell'], ['c', 20, 'cell']])).splitRows).toEqual([])
})
