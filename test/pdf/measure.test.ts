/** PDF files read and measured; the files are made by hand, so that every place is known. */
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gutterOf, linesOf } from '../../electron/pdf/measure-lines.ts'
import { measurePages, type MeasuredPage } from '../../electron/pdf/measure.ts'
import { findLibreOffice } from '../../electron/pdf/office.ts'
import { readPdf } from '../../electron/pdf/read-pdf.ts'
import { gbk, handMadePdf } from './hand-made.ts'

const PDFJS = resolve(import.meta.dirname, '../../node_modules/pdfjs-dist')
const HEIGHT = 841.89
const MM = 72 / 25.4

/** Lines of Chinese text from the top, `pitch` apart, the first baseline at `from` points below the paper's upper edge. */
function lines(texts: readonly string[], { x = 80, from = 128, pitch = 28.95, size = 16, spacing = 0 } = {}): string {
  return texts.map((text, at) => `BT /F2 ${size} Tf ${spacing} Tc 1 0 0 1 ${x} ${HEIGHT - from - at * pitch} Tm ${gbk(text)} Tj ET`).join('\n')
}

async function measure(...streams: readonly string[]): Promise<readonly MeasuredPage[]> {
  return measurePages(await readPdf(handMadePdf(streams), PDFJS))
}

describe('reading', () => {
  test('glyphs stand where matrices, spacing and kerning put them; y goes down', async () => {
    const [page] = await readPdf(handMadePdf(['q 2 0 0 2 10 20 cm BT /F1 5 Tf 1 Tc 1 0 0 1 30 40 Tm [(A) -1000 (B)] TJ ET Q']), PDFJS)
    expect(page?.glyphs.map(({ text }) => text)).toEqual(['A', 'B'])
    const [a, b] = page?.glyphs ?? []
    expect(a?.x).toBeCloseTo(70, 3)
    expect(a?.baseline).toBeCloseTo(HEIGHT - 100, 3)
    expect(a?.size).toBeCloseTo(10, 3)
    // Helvetica's A is 0.667 em wide; a point of spacing and 1000/1000 em are doubled too.
    expect((b?.x ?? 0) - (a?.x ?? 0)).toBeCloseTo(6.67 + 2 + 10, 2)
  })

  test('Chinese text without a font in the file is read by its code', async () => {
    const [page] = await readPdf(handMadePdf([lines(['河湾县文件。'])]), PDFJS)
    expect(page?.glyphs.map(({ text }) => text).join('')).toBe('河湾县文件。')
    expect(page?.glyphs[1]?.width).toBeCloseTo(16, 3)
  })

  test('rules are stroked lines and thin boxes, with thickness and colour; a thick box is none', async () => {
    const [page] = await readPdf(handMadePdf(['1 0 0 RG 2 w 100 700 m 300 700 l S 0 0 1 rg 100 600 200 1.5 re f 0 g 50 300 90 60 re f']), PDFJS)
    expect(page?.rules).toHaveLength(2)
    expect(page?.rules[0]).toMatchObject({ direction: 'across', thickness: 2, color: '#ff0000' })
    expect(page?.rules[0]?.y).toBeCloseTo(HEIGHT - 700, 3)
    expect(page?.rules[1]).toMatchObject({ direction: 'across', color: '#0000ff' })
    expect(page?.rules[1]?.y).toBeCloseTo(HEIGHT - 600.75, 3)
    expect(page?.rules[1]?.thickness).toBeCloseTo(1.5, 3)
  })

  test('a page that is shown turned is read as it is shown', async () => {
    const [page] = await readPdf(handMadePdf(['BT /F1 10 Tf 0 1 -1 0 100 50 Tm (A) Tj ET'], { rotate: 90 }), PDFJS)
    expect([page?.width, page?.height]).toEqual([841.89, 595.28])
    expect(page?.glyphs[0]).toMatchObject({ turned: false })
    expect(page?.glyphs[0]?.x).toBeCloseTo(50, 2)
    expect(page?.glyphs[0]?.baseline).toBeCloseTo(100, 2)
  })

  test('what is no PDF is refused', async () => {
    await expect(readPdf(new TextEncoder().encode('河湾县'), PDFJS)).rejects.toThrow()
  })
})

describe('measuring', () => {
  test('a full page: 22 lines of 28 characters, its margins, pitches and sizes', async () => {
    const top = 37 * MM
    const [page] = await measure(lines(new Array<string>(22).fill('国'.repeat(28)), { x: 28 * MM, from: top + 0.8 * 28.95, spacing: -0.25 }))
    expect(page).toMatchObject({ columns: 1, lines: [22], charactersPerLine: 28, characterPitch: 15.75, sizes: [{ size: 16, characters: 616 }] })
    expect(page?.pitch).toBeCloseTo(28.95 / MM, 2)
    expect(page?.margins?.top).toBeCloseTo(37, 1)
    expect(page?.margins?.left).toBeCloseTo(28, 1)
    expect(page?.margins?.right).toBeCloseTo(210 - 28 - (28 * 15.75 + 0.25) / MM, 1)
    expect(page?.margins?.bottom).toBeCloseTo(297 - 37 - (22 * 28.95) / MM, 1)
  })

  test('a mark that hangs at the end of a line is no part of the line’s length', async () => {
    const hanging = `${'国'.repeat(28)}、`
    const [page] = await measure(lines([hanging, ...new Array<string>(9).fill('国'.repeat(28)), hanging], { spacing: -0.25 }))
    expect(page?.charactersPerLine).toBe(28)
    expect(page?.margins?.right).toBeCloseTo(210 - (80 + 28 * 15.75 + 0.25) / MM, 1)
  })

  test('two columns are found by their gutter, also where marks hang in it, and read one after the other', async () => {
    const left = new Array<string>(8).fill(`${'国'.repeat(20)}、`)
    const right = new Array<string>(8).fill('河'.repeat(20))
    const stream = `${lines(['河湾县文件'], { size: 22, x: 240, from: 100 })}\n${lines(left, { x: 47.6, from: 200, pitch: 20, size: 12 })}\n${lines(right, { x: 307.2, from: 200, pitch: 20, size: 12 })}`
    const [page] = await measure(stream)
    expect(page).toMatchObject({ columns: 2, lines: [9, 9], charactersPerLine: 20 })
    expect(page?.text.map(({ text }) => text[0])).toEqual(['河', ...new Array<string>(8).fill('国'), ...new Array<string>(8).fill('河')])
  })

  test('a full page of one column on a grid is not taken for two', async () => {
    const [page] = await measure(lines(new Array<string>(22).fill('国'.repeat(28))))
    expect(page?.columns).toBe(1)
  })

  test('cells are read cell by cell, and are no lines of the text', async () => {
    const grid = ['80 700 m 480 700 l S', '80 640 m 480 640 l S', '80 600 m 480 600 l S', '80 600 m 80 700 l S', '280 600 m 280 700 l S', '480 600 m 480 700 l S'].join('\n')
    const cell = (text: string, x: number, y: number): string => lines([text], { x, from: HEIGHT - y, size: 12 })
    const [page] = await readPdf(handMadePdf([`${grid}\n${cell('国国', 90, 680)}\n${cell('河河', 290, 681)}\n${cell('国件', 90, 655)}\n${cell('河件', 290, 655)}\n${cell('湾', 90, 612)}\n${cell('县', 290, 612)}`]), PDFJS)
    const found = linesOf(page ?? { glyphs: [], rules: [] }, page ? gutterOf(page) : null)
    expect(found.map(({ text }) => text)).toEqual(['国国', '国件', '河河', '河件', '湾', '县'])
    expect(found.every(({ cell: inCell }) => inCell)).toBe(true)
  })

  test('the page number with its dashes stands below the text and is no line of it', async () => {
    const number = `BT /F2 14 Tf 1 0 0 1 470 73 Tm ${gbk('—')} Tj /F1 14 Tf ( 3 ) Tj /F2 14 Tf ${gbk('—')} Tj ET`
    const [page] = await measure(`${lines(['国'.repeat(28), '国'.repeat(28), '国国'])}\n${number}`)
    expect(page?.pageNumber).toMatchObject({ value: 3, turned: false, text: '— 3 —' })
    expect(page?.pageNumber?.left).toBeCloseTo(470 / MM, 1)
    expect(page?.lines).toEqual([3])
  })

  test('red line and rules of the 版记 are told apart from other rules', async () => {
    const red = '0.9 0 0 RG 1.5 w 79 600 m 521 600 l S'
    const rules = '0 G 0.99 w 79 180 m 521 180 l S 0.71 w 79 150 m 521 150 l S 0.99 w 79 120 m 521 120 l S'
    const page = (words: string) => measure(`${lines(['国'.repeat(28), '国'.repeat(28)])}\n${red}\n${rules}\n${lines([words], { x: 95, from: HEIGHT - 130, size: 14 })}`)
    const [imprint] = await page('河湾县印发')
    expect(imprint?.redLine?.y).toBeCloseTo((HEIGHT - 600) / MM, 1)
    expect(imprint?.endRules.map(({ thickness }) => thickness)).toEqual([0.25, 0.35])
    const [plain] = await page('河湾县')
    expect(plain?.endRules).toEqual([])
    expect(plain?.rules).toHaveLength(3)
  })
})

test('LibreOffice is found in PATH, and nowhere where it is not', () => {
  expect(findLibreOffice({ PATH: join('/', 'keine', 'da') }, 'linux')).toBeNull()
})
