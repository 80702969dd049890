/** PDF files, read again with pdf.js: what they say and where, against the pages that they were made of. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPdf } from '../../electron/pdf/read-pdf.ts'
import type { PdfPage } from '../../electron/pdf/pdf-marks.ts'
import { writePdf, type PdfOptions } from '../../electron/pdf/write-pdf.ts'
import type { ImageType } from '../../shared/document/types.ts'
import { layOut } from '../../shared/layout/engine/lay-out.ts'
import { gazettePrint } from '../../shared/layout/gazette-print.ts'
import { FALLBACK_METRICS } from '../../shared/layout/metrics.ts'
import type { Mark, Page, PlacedLine, PlacedRun } from '../../shared/layout/page.ts'
import { FONT_SLOTS } from '../../shared/layout/slots.ts'
import { SAMPLES, tables } from '../docx/samples.ts'
import { template } from '../docx/template.ts'
import { bmp, gif, jpeg, png } from '../support/images.ts'
import { faceFor, LACKING, measuringFonts, SKIPPED } from './fonts.ts'

const DATA = join(import.meta.dirname, '../../node_modules/pdfjs-dist')
const read = (bytes: Uint8Array): Promise<readonly PdfPage[]> => readPdf(bytes, DATA)
const pagesOf = (document: (typeof SAMPLES)[string]): readonly Page[] => layOut(gazettePrint(document, template, { gazetteName: '河湾县人民政府公报', issue: '', section: '' }), FALLBACK_METRICS).pages
const page = (marks: readonly Mark[], landscape = false): Page => {
  const [width, height] = landscape ? [16838, 11906] : [11906, 16838]
  return { number: 1, width, height, landscape, frame: { x: 1000, y: 1000, width: width - 2000, height: height - 2000 }, marks }
}
const line = (text: string, more: Partial<PlacedLine> & { readonly run?: Partial<PlacedRun> } = {}): PlacedLine => {
  const { run, ...rest } = more
  const chars = Array.from(text)
  return {
    kind: 'line', role: 'body', x: 1000, y: 2000, width: 8000, height: 400, baseline: 2320,
    runs: [{ text, x: rest.x ?? 1000, slot: 'fangSong', size: 16, advances: chars.map(() => 320), ...run }], ...rest,
  }
}

if (LACKING !== null && !SKIPPED) throw new Error(LACKING)

describe.skipIf(SKIPPED)('a PDF', () => {
  const fonts = SKIPPED ? (undefined as never) : measuringFonts()
  const OPTIONS: PdfOptions = { fonts, title: '河湾县人民政府关于印发“三年行动”的通知', author: '河湾县人民政府' }
  const write = async (pages: readonly Page[], more: Partial<PdfOptions> = {}): Promise<Uint8Array> => (await writePdf(pages, { ...OPTIONS, ...more })).bytes

  test.each(Object.keys(SAMPLES))('%s: every character of every line stands where the page has it', async (name) => {
    const pages = pagesOf(SAMPLES[name]!)
    const written = await read(await write(pages))
    expect(written).toHaveLength(pages.length)
    for (const [at, { marks, width, height }] of pages.entries()) {
      expect(written[at]).toMatchObject({ width: width / 20, height: height / 20 })
      const wanted = marks.flatMap((mark) => (mark.kind === 'line' ? placed(mark) : []))
      const found = written[at]!.glyphs.filter(({ text }) => text.trim() !== '')
      expect(found.map(({ text }) => text).join('')).toBe(wanted.map(({ text }) => text).join(''))
      for (const [index, glyph] of found.entries()) {
        const want = wanted[index]!
        // A fiftieth of a point: what codes of whole thousandths of an em can say.
        expect(Math.abs(glyph.x - want.x)).toBeLessThan(0.02)
        expect(Math.abs(glyph.baseline - want.y)).toBeLessThan(0.02)
        expect(glyph.size).toBeCloseTo(want.size, 2)
      }
      expect(written[at]!.rules.length).toBe(marks.filter(({ kind }) => kind === 'rule').length)
    }
  })

  test('any advances: no character is moved by those before it', async () => {
    const advances = fc.array(fc.double({ min: 40, max: 700, noNaN: true }), { minLength: 1, maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(advances, fc.constantFrom(9, 10.5, 14, 16, 22), fc.constantFrom(...FONT_SLOTS), async (wide, size, slot) => {
        const text = wide.map((_, at) => '国，a1“—'[at % 6]).join('')
        const [only] = await read(await write([page([line(text, { run: { size, slot, advances: wide } })])]))
        let x = 1000
        expect(only!.glyphs.map(({ text: char }) => char).join('')).toBe(text)
        for (const [at, glyph] of only!.glyphs.entries()) {
          expect(Math.abs(glyph.x - x / 20)).toBeLessThan(size / 1000 + 0.001)
          x += wide[at]!
        }
      }),
      { numRuns: 25 },
    )
  })

  test('twice in one program, the same bytes', async () => {
    const [first, second] = [await write(pagesOf(tables)), await write(pagesOf(tables))]
    expect(hash(second)).toBe(hash(first))
    // And not because everything gives the same.
    expect(hash(await write(pagesOf(tables), { title: '另一份' }))).not.toBe(hash(first))
  })

  test('what can be copied is what is printed, also where a font draws two characters alike or has none', async () => {
    const text = '“‘’”—―…·•〔〕《》①㎡℃‰×÷Ａ－，。、；：？！（）　 '
    const [only] = await read(await write([page([line(text)])]))
    expect(only!.glyphs.map((glyph) => glyph.text).join('')).toBe(text)
    // FandolFang lacks ㎡.
    expect(only!.glyphs.filter(({ font }) => font.startsWith('Noto')).map((glyph) => glyph.text)).toContain('㎡')
    expect(only!.glyphs[0]!.font).toBe('FandolFang-Regular')
  })

  test('a face of a collection of TrueType fonts, as Windows has them', async () => {
    const folder = mkdtempSync(join(tmpdir(), '公报 字体-'))
    const [regular, bold] = ['Times New Roman', 'Times New Roman:bold'].map((family) => readFileSync(faceFor(family).path))
    const path = join(folder, '合集.ttc')
    writeFileSync(path, collection([regular!, bold!]))
    const latin = [{ path, index: 1 }]
    const [only] = await read(await write([page([line('Hé 2024', { run: { slot: 'latin' } })])], { fonts: { ...fonts, latin } }))
    expect(only!.glyphs.map((glyph) => glyph.text).join('')).toBe('Hé 2024')
    expect(only!.glyphs[0]!.font).toBe('LiberationSerif-Bold')
    rmSync(folder, { recursive: true })
  })

  test('a character that no font has is named, and the others stay in place', async () => {
    const { bytes, missing } = await writePdf([page([line('甲\u{10fffd}乙')])], OPTIONS)
    expect(missing).toEqual(['\u{10fffd}'])
    const [only] = await read(bytes)
    expect(only!.glyphs.find(({ text }) => text === '乙')!.x).toBeCloseTo((1000 + 2 * 320) / 20, 2)
  })

  test('red is red, on lines and rules, and what follows is black again', async () => {
    const plain = { kind: 'rule', role: 'end', x: 1000, y: 4000, x2: 9000, y2: 4000, width: 20 } as const
    const red = { ...plain, y: 3000, y2: 3000, color: 'red' } as const
    const [only] = await read(await write([page([line('红', { color: 'red' }), red, plain, line('黑', { y: 5000, baseline: 5320 })])]))
    expect(only!.glyphs.map(({ text, color }) => [text, color])).toEqual([['红', '#ff3333'], ['黑', '#000000']])
    expect(only!.rules.map(({ color, thickness, length, y }) => [color, thickness, length, y])).toEqual([['#ff3333', 1, 400, 150], ['#000000', 1, 400, 200]])
  })

  test('a turned line runs down from where it stands, its characters a quarter to the right', async () => {
    const turned = line('— 2 —', { x: 15000, y: 3000, baseline: 3240, height: 400, turned: true, run: { x: 15040, size: 14, slot: 'song' } })
    const [only] = await read(await write([page([turned], true)]))
    expect(only!.width).toBeGreaterThan(only!.height)
    expect(only!.glyphs.every((glyph) => glyph.turned)).toBe(true)
    // 240 twips below the line's top is 240 to the left of its right edge; 40 further along is 40 further down.
    for (const [at, { x, baseline }] of only!.glyphs.entries()) {
      expect(x).toBeCloseTo((15000 - 240) / 20, 2)
      expect(baseline).toBeCloseTo((3000 + 40 + at * 320) / 20, 1)
    }
  })

  test.each<readonly [ImageType, () => Uint8Array]>([
    ['image/png', () => png({ width: 7, height: 5 })],
    ['image/jpeg', jpeg],
    ['image/gif', () => gif({ width: 4, height: 3 })],
    ['image/bmp', () => bmp({ width: 5, height: 3 })],
  ])('%s: stands in its box, twice as one object', async (mediaType, make) => {
    const image = { kind: 'image', x: 2000, y: 3000, width: 1400, height: 1000, sha256: 'a', mediaType } as const
    const images = new Map([['a', make()]])
    const [only] = await read(await write([page([image, { ...image, y: 6000 }])], { images }))
    const boxes = only!.pictures.map(({ x, y, width, height }) => [x, y, width, height].map(Math.round))
    expect(boxes).toEqual([[100, 150, 70, 50], [100, 300, 70, 50]])
    expect((await write([page([image])], { images })).length).toBeGreaterThan((await write([page([image, { ...image, y: 6000 }])], { images })).length - 100)
  })
})

/** Characters that draw something, in points. */
function placed({ runs, baseline, x, y, turned }: PlacedLine): readonly { readonly text: string; readonly x: number; readonly y: number; readonly size: number }[] {
  return runs.flatMap((run) => {
    let along = run.x
    return Array.from(run.text).flatMap((text, at) => {
      const here = turned ? { x: x - (baseline - y), y: y + (along - x) } : { x: along, y: baseline }
      along += run.advances[at] ?? 0
      return text.trim() === '' ? [] : [{ text, x: here.x / 20, y: here.y / 20, size: run.size }]
    })
  })
}

/** Fonts in one file: a list of where each begins, and each with its tables' places counted from the file's begin. */
function collection(fonts: readonly Uint8Array[]): Uint8Array {
  const head = Buffer.alloc(12 + fonts.length * 4)
  head.write('ttcf')
  head.writeUInt32BE(0x10000, 4)
  head.writeUInt32BE(fonts.length, 8)
  const parts = [head]
  for (const [at, font] of fonts.entries()) {
    const begin = parts.reduce((sum, { length }) => sum + length, 0)
    const moved = Buffer.alloc(Math.ceil(font.length / 4) * 4)
    moved.set(font)
    for (let table = 0; table < moved.readUInt16BE(4); table++) moved.writeUInt32BE(moved.readUInt32BE(12 + table * 16 + 8) + begin, 12 + table * 16 + 8)
    head.writeUInt32BE(begin, 12 + at * 4)
    parts.push(moved)
  }
  return Buffer.concat(parts)
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
