/** Full pages of plain text, measured the same way from LibreOffice's PDF of our Word file and from our own PDF. */
import { beforeAll, describe, expect, test } from 'vitest'
import { makeBody, makeDocument, makeLine, makeParagraph } from '../../shared/document/build.ts'
import { layOut } from '../../shared/layout/engine/lay-out.ts'
import { writePrint } from '../../electron/docx/writer/write-print.ts'
import { measurePages, type MeasuredPage } from '../../electron/pdf/measure.ts'
import { readPdf } from '../../electron/pdf/read-pdf.ts'
import { writePdf } from '../../electron/pdf/write-pdf.ts'
import { measuringFonts } from '../pdf/fonts.ts'
import { SKIPPED } from './office.ts'
import { LAYOUTS, measuringMetrics } from './truth-measure.ts'
import { officeMeasures, PDFJS } from './truth-office.ts'

/** Enough for three pages in either layout. */
const plain = makeDocument({ issuers: ['河湾县人民政府'], genre: '通知', documentNumber: '河政发〔2024〕9号' }, [
  makeLine('title', '关于做好森林防火工作的通知'),
  makeLine('recipients', '各乡镇人民政府'),
  makeBody([makeParagraph('国'.repeat(4400))]),
])

type Source = 'LibreOffice' | '自己的 PDF'
const measured = new Map<string, readonly MeasuredPage[]>()
const pagesOf = (layout: string, source: Source): readonly MeasuredPage[] => measured.get(`${layout} ${source}`) ?? []

/** Within so many mm. */
const near = (value: number | undefined, wanted: number, tolerance: number): void => {
  expect(value).toBeGreaterThanOrEqual(wanted - tolerance)
  expect(value).toBeLessThanOrEqual(wanted + tolerance)
}

describe.skipIf(SKIPPED)('a full page of plain text', () => {
  beforeAll(async () => {
    const metrics = await measuringMetrics()
    const prints = LAYOUTS.map(({ name, print }) => ({ name, print: print(plain, metrics) }))
    const files = await Promise.all(prints.map(({ print }) => writePrint(print, plain)))
    const office = await officeMeasures(files)
    for (const [at, { name, print }] of prints.entries()) {
      const { bytes } = await writePdf(layOut(print, metrics).pages, { fonts: measuringFonts(), title: '通知', author: '河湾县人民政府' })
      measured.set(`${name} LibreOffice`, office[at] ?? [])
      measured.set(`${name} 自己的 PDF`, measurePages(await readPdf(bytes, PDFJS)))
    }
  })

  describe.each(['LibreOffice', '自己的 PDF'] as const)('from %s', (source) => {
    test('official: 22 lines of 28 characters within margins of 37, 35, 28 and 26 mm', () => {
      const [, page] = pagesOf('公文', source)
      expect(page).toMatchObject({ columns: 1, lines: [22], charactersPerLine: 28, sizes: [{ size: 16, characters: 22 * 28 }] })
      near(page?.margins?.top, 37, 1)
      near(page?.margins?.bottom, 35, 1)
      near(page?.margins?.left, 28, 1)
      near(page?.margins?.right, 26, 1)
    })

    test('gazette: two columns of 33 lines of 20 characters', () => {
      const [, page] = pagesOf('公报', source)
      expect(page).toMatchObject({ columns: 2, lines: [33, 33], charactersPerLine: 20, sizes: [{ size: 12, characters: 2 * 33 * 20 }] })
      near(page?.margins?.top, 34, 1)
      near(page?.margins?.bottom, 30, 1)
      near(page?.margins?.left, 16.8, 1)
      near(page?.margins?.right, 16.8, 1)
    })
  })

  test.each(['公文', '公报'])('%s: both files have the same pages, and every line stands within a fifth of a millimetre of the other’s', (layout) => {
    const [ours, theirs] = [pagesOf(layout, '自己的 PDF'), pagesOf(layout, 'LibreOffice')]
    expect(ours.map(({ text }) => text.map((line) => line.text))).toEqual(theirs.map(({ text }) => text.map((line) => line.text)))
    const lines = ours.flatMap(({ text }, page) => text.map((line, at) => ({ line, other: theirs[page]?.text[at] })))
    expect(lines.length).toBeGreaterThan(100)
    for (const { line, other } of lines) {
      near(line.baseline, other?.baseline ?? 0, 0.2)
      near(line.left, other?.left ?? 0, 0.2)
    }
  })
})
