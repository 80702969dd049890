/** The official layout held against GB/T 9704-2012 with a ruler: LibreOffice's pages of our Word files, and our own PDF. Millimetres. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeOfficialDocument } from '../../electron/docx/writer/official-document.ts'
import { measurePages, type MeasuredLine, type MeasuredPage } from '../../electron/pdf/measure.ts'
import { readPdf } from '../../electron/pdf/read-pdf.ts'
import { writePdf } from '../../electron/pdf/write-pdf.ts'
import { makeAttachment, makeBody, makeDocument, makeHeading, makeLine, makeParagraph } from '../../shared/document/build.ts'
import type { Document, Header, SignatureKind } from '../../shared/document/types.ts'
import { layOut } from '../../shared/layout/engine/lay-out.ts'
import type { Metrics } from '../../shared/layout/metrics.ts'
import { officialPrint } from '../../shared/layout/official-print.ts'
import { rules } from '../docx/official-rules.ts'
import { plainTable } from '../docx/samples.ts'
import { measuringFonts } from '../pdf/fonts.ts'
import { SKIPPED } from './office.ts'
import { measuringMetrics } from './truth-measure.ts'
import { officeMeasures, PDFJS } from './truth-office.ts'

const GOVERNMENT = '河湾县人民政府'
const SENTENCE = '各乡镇要压实责任，细化措施，按照时间节点完成巡查、清淤和抢险物资储备，遇有险情立即报告。'
const paragraph = (times: number) => makeParagraph(SENTENCE.repeat(times))

interface Facts extends Partial<Header> {
  readonly title?: string
  readonly organ?: string
  readonly date?: string
}

function official(blocks: Parameters<typeof makeBody>[0], { title = '关于做好2024年防汛工作的通知', organ = GOVERNMENT, date = '2024年5月8日', ...header }: Facts = {}, attachments: readonly ReturnType<typeof makeAttachment>[] = []): Document {
  return makeDocument({ issuers: [GOVERNMENT], genre: '通知', documentNumber: '河政发〔2024〕12号', ...header }, [
    makeLine('title', title), makeLine('recipients', '各乡镇人民政府'), makeBody(blocks), makeLine('signatureOrgan', organ), makeLine('signatureDate', date), ...attachments,
  ])
}

const DISTRIBUTION = { copies: '县委各部门，县人大常委会办公室，县政协办公室，县法院，县检察院，县人武部，各人民团体。', printedBy: '河湾县人民政府办公室', printedOn: '2024年5月9日' }
const wide = { ...plainTable([['序号', '乡镇', '耕地'], ...Array.from({ length: 30 }, (_, at) => [String(at + 1), '青石镇', '120'])]), landscape: true as const }
const signed = (signatureKind: SignatureKind, more: Facts = {}): Document => official([paragraph(1)], { signatureKind, ...more })

const FILES: Readonly<Record<string, Document>> = {
  full: official([makeParagraph('国'.repeat(28 * 60))]),
  notice: official([paragraph(2), makeHeading(1, '总体要求'), paragraph(6)], { distribution: DISTRIBUTION }),
  classified: official([paragraph(1)], { copyNumber: '000012', secrecy: { level: '机密', period: '1年' }, urgency: '特急' }),
  request: official([paragraph(2)], { genre: '请示', documentNumber: '河政〔2024〕5号', title: '关于解决饮水工程资金的请示', signers: ['李明', '王建国'] }),
  three: official([paragraph(1)], { genre: '请示', documentNumber: '河政〔2024〕5号', title: '关于解决饮水工程资金的请示', signers: ['李明', '王建国', '赵禾'] }),
  sealed: signed('seal'),
  sealedLong: signed('seal', { organ: '河湾县农业农村和水利局' }),
  plainLong: signed('plain', { organ: '河湾县农业农村和水利局' }),
  plainShort: signed('plain', { organ: '县林业局', date: '2024年12月28日' }),
  stamped: signed('stamp', { organ: '县　长' }),
  attached: official([paragraph(1)], { distribution: DISTRIBUTION }, [makeAttachment('名单', [paragraph(1)]), makeAttachment('汇总表', [paragraph(1), wide, paragraph(1)])]),
  // The text fits on the first page, the signature does not.
  alone: official([paragraph(3), paragraph(1)], { distribution: DISTRIBUTION }),
}

/** Texts that end at every height of a page, with 版记 below them. */
const GROWING = Array.from({ length: 24 }, (_, at) => official([...Array.from({ length: at + 1 }, () => makeParagraph('国'.repeat(20))), paragraph(1)], { distribution: DISTRIBUTION }))

let word: Readonly<Record<string, readonly MeasuredPage[]>>
let own: Readonly<Record<string, readonly MeasuredPage[]>>
let grown: Readonly<Record<'word' | 'edited' | 'own', readonly (readonly MeasuredPage[])[]>>
let metrics: Metrics

/** The file with seven more lines of text, as somebody may type them into it. */
function lengthened(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes)
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  const [line = ''] = /<w:p><w:pPr><w:pStyle w:val="GazetteText"\/><\/w:pPr>.*?<\/w:p>/.exec(xml) ?? []
  return zipSync({ ...files, 'word/document.xml': strToU8(xml.replace(line, line.repeat(8))) })
}

async function ownPages(document: Document): Promise<readonly MeasuredPage[]> {
  const { pages } = layOut(officialPrint(document, rules, metrics), metrics)
  const { bytes } = await writePdf(pages, { fonts: measuringFonts(), title: '', author: '' })
  return measurePages(await readPdf(bytes, PDFJS))
}

const em = 15.75 * (25.4 / 72)
const line = 28.95 * (25.4 / 72)
const near = (value: number | undefined, wanted: number, tolerance = 1): void => {
  expect(Math.abs((value ?? Infinity) - wanted), `${String(value)} instead of ${wanted}`).toBeLessThanOrEqual(tolerance)
}
const RIGHT = 210 - 26
const FOOT = 297 - 35

describe.skipIf(SKIPPED)('GB/T 9704-2012', () => {
  beforeAll(async () => {
    metrics = await measuringMetrics()
    const names = Object.keys(FILES)
    const files = await Promise.all([...Object.values(FILES), ...GROWING].map((document) => writeOfficialDocument(document, { rules, metrics })))
    const measured = await officeMeasures([...files, ...files.slice(names.length).map(lengthened)])
    grown = { word: measured.slice(names.length, files.length), edited: measured.slice(files.length), own: await Promise.all(GROWING.map(ownPages)) }
    word = Object.fromEntries(names.map((name, at) => [name, measured[at] ?? []]))
    const made: [string, readonly MeasuredPage[]][] = []
    for (const [name, document] of Object.entries(FILES)) made.push([name, await ownPages(document)])
    own = Object.fromEntries(made)
  })

  test.each(['word', 'edited', 'own'] as const)('however long the text is (%s), 版记 stands below it on the foot of the last page, and the signature with text', (source) => {
    for (const pages of grown[source]) {
      expect(pages.slice(0, -1).flatMap(({ endRules }) => endRules)).toEqual([])
      const last = pages.at(-1)!
      near(last.endRules.at(-1)?.y, FOOT)
      const end = last.endRules[0]?.y ?? 0
      const text = last.text.filter(({ baseline }) => baseline < end)
      expect(Math.max(...text.map(({ bottom }) => bottom))).toBeLessThan(end)
      const signature = pages.find(({ organ }) => organ?.text === GOVERNMENT)!
      expect(signature.text.some((one) => /[国。]$/.test(one.text))).toBe(true)
    }
  })

  test('pages are as many as LibreOffice makes', () => {
    expect(grown.own.map((pages) => pages.length)).toEqual(grown.word.map((pages) => pages.length))
  })

  describe.each([['Word', () => word], ['PDF', () => own]] as const)('%s', (_, all) => {
    const pages = (name: string): readonly MeasuredPage[] => all()[name] ?? []
    const page = (name: string, at = 0): MeasuredPage => pages(name).at(at)!
    const lineOf = (one: MeasuredPage, text: string): MeasuredLine => one.text.find((candidate) => candidate.text.replace(/\s/g, '').includes(text))!

    test('a full page of text has 22 lines of 28 characters between margins of 37, 35, 28 and 26 mm (5.2)', () => {
      const { lines, charactersPerLine, margins } = page('full', 1)
      expect([lines, charactersPerLine]).toEqual([[22], 28])
      near(margins?.top, 37)
      near(margins?.bottom, 35)
      near(margins?.left, 28)
      near(margins?.right, 26)
    })

    test('the mark’s upper edge is 35 mm below the top of the text area, with and without lines above it; it is red and on one line (7.2.4)', () => {
      for (const name of ['full', 'classified', 'request']) {
        const { mark } = page(name)
        expect(mark.map(({ text }) => text)).toEqual([`${GOVERNMENT}文件`])
        near(mark[0]?.top, 37 + 35)
        near((mark[0]!.left + mark[0]!.right) / 2, (28 + RIGHT) / 2, 0.5)
        expect(mark[0]!.right - mark[0]!.left).toBeLessThanOrEqual(156)
      }
    })

    test('份号, 密级 and 紧急程度 stand flush left on the first three lines (7.2.1 to 7.2.3)', () => {
      const rows = ['000012', '机密★1年', '特急'].map((text) => lineOf(page('classified'), text))
      rows.forEach((row, at) => {
        near(row.left, 28, 0.5)
        near(row.baseline, 37 + line * (at + 0.8), 0.5)
      })
    })

    test('the number stands two lines below the mark, the red line 4 mm below the number, as wide as the text area (7.2.5, 7.2.7)', () => {
      for (const name of ['full', 'classified', 'request']) {
        const { mark, number, redLine } = page(name)
        // From the foot of the mark's characters to the head of the number's line.
        near(number!.baseline - line * 0.8 - mark[0]!.baseline, 2 * line + 0.12 * mark[0]!.size * (25.4 / 72))
        near(redLine!.y - number!.bottom, 4, 0.5)
        near(redLine!.left, 28, 0.5)
        near(redLine!.right, RIGHT, 0.5)
      }
      const { number } = page('full')
      near((number!.left + number!.right) / 2, (28 + RIGHT) / 2, 0.5)
    })

    test('upwards, the number stands one character in, the signers at the right one character in, the last line of them beside the number (7.2.6)', () => {
      const { number, text } = page('request')
      near(number!.left, 28 + em, 0.5)
      const beside = text.find((one) => one.text.includes('签发人：'))!
      near(beside.right, RIGHT - em, 1)
      near(beside.baseline, number!.baseline, 0.1)
      const [above, below] = ['签发人：', '赵'].map((words) => lineOf(page('three'), words))
      near(below!.baseline - above!.baseline, line, 0.2)
      near(below!.baseline, page('three').number!.baseline, 0.1)
    })

    test('the title stands two lines below the red line, 22 pt, the recipients one line below it (7.3.1, 7.3.2)', () => {
      const { redLine, title } = page('full')
      expect(title.map(({ size }) => size)).toEqual(title.map(() => 22))
      near(title[0]!.baseline - 36 * 0.8 * (25.4 / 72) - redLine!.y, 2 * line)
      near(lineOf(page('full'), '各乡镇人民政府：').baseline - 0.8 * line - (title.at(-1)!.baseline + 36 * 0.2 * (25.4 / 72)), line, 0.5)
    })

    test('page numbers stand between dashes 7 mm below the text, odd ones right, even ones left, one character in (7.5)', () => {
      pages('full').forEach(({ pageNumber }, at) => {
        expect(pageNumber?.text.replace(/\s/g, '')).toBe(`—${at + 1}—`)
        expect(pageNumber!.size).toBe(14)
        near(pageNumber!.dash ?? undefined, FOOT + 7)
        if (at % 2 === 0) near(pageNumber!.right, RIGHT - 14 * (25.4 / 72))
        else near(pageNumber!.left, 28 + 14 * (25.4 / 72))
      })
      expect(pages('full').length).toBeGreaterThan(2)
    })

    test('版记 stands on the foot of the last page alone, its rules 0.35, 0.25 and 0.35 mm thick and as wide as the text area (7.4)', () => {
      for (const name of ['notice', 'attached', 'alone']) {
        expect(pages(name).slice(0, -1).flatMap(({ endRules }) => endRules)).toEqual([])
        const { endRules } = page(name, -1)
        expect(endRules.map(({ thickness }) => thickness.toFixed(2))).toEqual(['0.35', '0.25', '0.35'])
        near(endRules.at(-1)?.y, FOOT)
        for (const { left, right } of endRules) {
          near(left, 28, 0.5)
          near(right, RIGHT, 0.5)
        }
      }
    })

    test('in 版记 the text stands one character in on both sides, 14 pt, and goes on behind the colon', () => {
      const last = page('notice', -1)
      const [copies, printed] = ['抄送：', '印发'].map((words) => lineOf(last, words))
      const small = 14 * (25.4 / 72)
      near(copies!.left, 28 + small, 0.5)
      near(lineOf(last, '县人武部').left, 28 + 4 * small, 0.7)
      near(printed!.left, 28 + small, 0.5)
      near(printed!.right, RIGHT - small, 0.7)
      expect([copies!.size, printed!.size]).toEqual([14, 14])
    })

    describe('signature and date (7.3.5)', () => {
      const pair = (name: string): readonly [MeasuredLine, MeasuredLine] => [page(name, -1).organ!, page(name, -1).date!]

      test('sealed: the date ends four characters from the right, the organ is centred on it, two lines below the text', () => {
        for (const name of ['sealed', 'sealedLong']) {
          const [organ, date] = pair(name)
          near(date.right, RIGHT - 4 * em)
          near(middle(organ), middle(date))
          near(date.baseline - organ.baseline, line, 0.2)
          near(organ.baseline - lineOf(page(name), '险情立即报告。').baseline, 3 * line, 0.3)
        }
      })

      test('not sealed: the organ ends two characters from the right, the date begins two characters right of where it begins, one line below the text', () => {
        const [organ, date] = pair('plainLong')
        near(organ.right, RIGHT - 2 * em)
        near(date.left - organ.left, 2 * em)
        near(organ.baseline - lineOf(page('plainLong'), '险情立即报告。').baseline, 2 * line, 0.3)
      })

      test('not sealed, with a longer date: the date ends two characters from the right, the organ begins two characters left of it', () => {
        const [organ, date] = pair('plainShort')
        near(date.right, RIGHT - 2 * em)
        near(date.left - organ.left, 2 * em)
      })

      test('with a stamp: the post ends two characters left of the stamp, the date four characters from the right', () => {
        const [post, date] = pair('stamped')
        near(post.right, RIGHT - 6 * em - 40)
        near(date.right, RIGHT - 4 * em)
      })

      test('is never alone on a page: the last paragraph goes with it', () => {
        expect(pages('alone')).toHaveLength(2)
        const [first, last] = pages('alone')
        expect(last!.organ?.text).toBe(GOVERNMENT)
        expect(first!.organ).toBeNull()
        near(last!.text[0]?.baseline, 37 + 0.8 * line, 0.5)
        expect(last!.text[0]?.text).toMatch(/^各乡镇/)
      })
    })

    test('attachments begin on pages of their own, the label on the first line, the title on the third (7.3.7)', () => {
      const begun = pages('attached').filter(({ text }) => /^附件\d$/.test(text[0]?.text ?? ''))
      expect(begun).toHaveLength(2)
      for (const [one, title] of [[begun[0]!, '名单'], [begun[1]!, '汇总表']] as const) {
        near(one.text[0]?.left, 28, 0.5)
        near(one.text[0]?.baseline, 37 + 0.8 * line, 0.5)
        near(lineOf(one, title).baseline, 37 + 2 * line + 36 * 0.8 * (25.4 / 72), 0.5)
        near(middle(lineOf(one, title)), (28 + RIGHT) / 2, 0.5)
      }
    })

    test('on landscape pages the number stands where it stands once the sheet is turned upright (8)', () => {
      const turned = pages('attached').filter(({ width, height }) => width > height)
      expect(turned.length).toBeGreaterThan(1)
      for (const { pageNumber } of turned) expect(pageNumber?.turned).toBe(true)
    })
  })
})

function middle({ left, right }: MeasuredLine): number {
  return (left + right) / 2
}
