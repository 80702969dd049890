/** Reading a PDF back: every way in which it may be another than its pages is found. */
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkPdf } from '../../electron/pdf/check-pdf.ts'
import { writePdf } from '../../electron/pdf/write-pdf.ts'
import { layOut } from '../../shared/layout/engine/lay-out.ts'
import { gazettePrint } from '../../shared/layout/gazette-print.ts'
import { FALLBACK_METRICS } from '../../shared/layout/metrics.ts'
import type { Mark, Page, PlacedLine } from '../../shared/layout/page.ts'
import { tables } from '../docx/samples.ts'
import { template } from '../docx/template.ts'
import { LACKING, measuringFonts, SKIPPED } from './fonts.ts'

if (LACKING !== null && !SKIPPED) throw new Error(LACKING)

describe.skipIf(SKIPPED)('a PDF that was written', () => {
  const options = { data: join(import.meta.dirname, '../../node_modules/pdfjs-dist'), missing: [] }
  const { pages } = layOut(gazettePrint(tables, template, { gazetteName: '河湾县人民政府公报', issue: '', section: '' }), FALLBACK_METRICS)
  let bytes: Uint8Array
  beforeAll(async () => {
    bytes = (await writePdf(pages, { fonts: measuringFonts(), title: '', author: '' })).bytes
  })

  /** The pages, with one line of the first changed. */
  const withLine = (change: (line: PlacedLine) => Mark | null): readonly Page[] => {
    const at = pages[0]!.marks.findIndex((mark) => mark.kind === 'line' && mark.runs.some(({ text }) => text.length > 5))
    const marks = pages[0]!.marks.flatMap((mark, index) => (index === at && mark.kind === 'line' ? (change(mark) ?? []) : [mark]))
    return [{ ...pages[0]!, marks }, ...pages.slice(1)]
  }
  const faultOf = async (other: readonly Page[]): Promise<string> => (await checkPdf(bytes, other, options)).join('\n')

  test('has no faults against its own pages', async () => {
    expect(await checkPdf(bytes, pages, options)).toEqual([])
  })

  test.each<readonly [string, (line: PlacedLine) => Mark | null, RegExp]>([
    ['another character', (line) => ({ ...line, runs: line.runs.map((run) => ({ ...run, text: `某${run.text.slice(1)}` })) }), /第1页的文字不一致：应为“某/],
    ['a line that is not to be there', () => null, /第1页的文字不一致|多出/],
    ['a line a point lower', (line) => ({ ...line, baseline: line.baseline + 20 }), /第1页的文字不在位置上/],
    ['a character a point further right', (line) => ({ ...line, runs: line.runs.map((run) => ({ ...run, advances: run.advances.map((one) => one + 20) })) }), /不在位置上/],
  ])('%s', async (_, change, fault) => {
    expect(await faultOf(withLine(change))).toMatch(fault)
  })

  test('a page more, another paper, a rule or an image less', async () => {
    expect(await faultOf([...pages, pages[0]!])).toBe(`应有${pages.length + 1}页，文件里是${pages.length}页`)
    expect(await faultOf(pages.map((page) => ({ ...page, width: page.width + 100 })))).toContain('第1页的纸张大小不对')
    const rule = { kind: 'rule', role: 'table', x: 0, y: 0, x2: 500, y2: 0, width: 10 } as const
    expect(await faultOf(pages.map((page) => ({ ...page, marks: [...page.marks, rule] })))).toMatch(/第1页应有\d+条线/)
    const image = { kind: 'image', x: 0, y: 0, width: 500, height: 500, sha256: 'a', mediaType: 'image/png' } as const
    expect(await faultOf(pages.map((page) => ({ ...page, marks: [...page.marks, image] })))).toContain('第1页应有1张图片，文件里是0张')
  })

  test('what is no PDF at all', async () => {
    expect(await checkPdf(bytes.slice(0, 300), pages, options)).toEqual([expect.stringContaining('文件读不回来')])
  })
})
