/** The pages of written Word files, measured. Points from the upper left corner; a column is 240.5 points wide. */
import { beforeAll, describe, expect, test } from 'vitest'
import { makeBody, makeDocument, makeHeading, makeLine, makeParagraph } from '../../shared/document/build.ts'
import type { Document } from '../../shared/document/types.ts'
import { textArea, type GazetteTemplate } from '../../shared/layout/gazette.ts'
import { writeGazetteNotice } from '../../electron/docx/writer/gazette-notice.ts'
import { appointment, dutyTable, header, plainTable, plan, rules, tables } from '../docx/samples.ts'
import { template } from '../docx/template.ts'
import { convert, linesOf, points, SKIPPED, type Converted, type Page } from './office.ts'

const { page } = template
const { columnWidth } = textArea(template)
const LEFT = points(page.left)
const RIGHT = points(page.width - page.right)
/** The inner edges of the two columns. */
const GUTTER = [points(page.left + columnWidth), points(page.left + columnWidth + template.columns.gap)] as const

/** `text` to fill the title's page and two more. */
const plain = (text: string): Document => makeDocument(header(null), [makeLine('title', '满页'), makeBody([makeParagraph(text.repeat(Math.ceil(4000 / text.length)))])])
const withPage = (change: Partial<GazetteTemplate['page']>): GazetteTemplate => ({ ...template, page: { ...page, ...change } })

/** Text for the first page (28 lines a column) and 18 lines, in paragraphs of two lines, then headings right above a table. */
const headed = makeDocument(header(null), [
  makeLine('title', '表前有标题'),
  makeBody([
    ...Array.from({ length: 28 + 9 }, () => makeParagraph('国'.repeat(38))),
    makeHeading(1, '准入条件'),
    makeHeading(2, '基本条件'),
    plainTable([['序号', '面积'], ['1', '不低于500亩'], ['2', '不低于1000亩']]),
    makeParagraph('表后的文字。'),
  ]),
])

/** A table between two stretches of text, all on one page. */
const across = makeDocument(header(null), [
  makeLine('title', '表在文中'),
  makeBody([makeParagraph('国'.repeat(250)), dutyTable(), makeParagraph('后'.repeat(70))]),
])

const FILES: Readonly<Record<string, { document: Document; template?: GazetteTemplate }>> = {
  plan: { document: plan },
  rules: { document: rules },
  appointment: { document: appointment },
  tables: { document: tables },
  headed: { document: headed },
  across: { document: across },
  full: { document: plain('国') },
  marks: { document: plain('国×国·国—国℃') },
  // Exactly what 20 characters and 33 lines need, and one twip less of each.
  exact: { document: plain('国'), template: withPage({ right: page.right + 20, bottom: page.bottom + 10 }) },
  narrower: { document: plain('国'), template: withPage({ right: page.right + 22 }) },
  lower: { document: plain('国'), template: withPage({ bottom: page.bottom + 11 }) },
}

let pages: Readonly<Record<string, Converted>>
const pagesOf = (name: string): readonly Page[] => pages[name]!.pages
const columnsOf = (one: Page) => [linesOf(one, LEFT, GUTTER[0]), linesOf(one, GUTTER[1], RIGHT)] as const
const between = (value: number, low: number, high: number): void => {
  expect(value).toBeGreaterThanOrEqual(low)
  expect(value).toBeLessThanOrEqual(high)
}

describe.skipIf(SKIPPED)('measured with LibreOffice', () => {
  beforeAll(async () => {
    const files: Record<string, Uint8Array> = {}
    for (const [name, file] of Object.entries(FILES)) {
      files[name] = await writeGazetteNotice(file.document, { template: file.template ?? template, gazetteName: '河湾县人民政府公报', issue: '2024年第1期', section: '县人民政府文件' })
    }
    pages = convert(files)
  })

  test('the pages are set in the measuring fonts and in no other', () => {
    expect(pages.plan!.fonts).toEqual(['FandolFang-Regular', 'FandolHei-Regular', 'FandolKai-Regular', 'FandolSong-Bold', 'FandolSong-Regular', 'LiberationSerif'])
  })

  describe('a full page of plain text', () => {
    /** For each column of the second page, how many characters each line has. */
    const counts = (name: string): readonly (readonly number[])[] =>
      columnsOf(pagesOf(name)[1]!).map((lines) => lines.filter(({ text }) => text.startsWith('国')).map(({ text }) => Array.from(text).length))
    const grid = [new Array<number>(33).fill(20), new Array<number>(33).fill(20)]

    test('has two columns of exactly 33 lines of 20 characters', () => {
      expect(counts('full')).toEqual(grid)
    })

    test('also at exactly the measures that these need', () => {
      expect(counts('exact')).toEqual(grid)
    })

    test('with one twip less a line loses a character', () => {
      expect(counts('narrower')[1]!.every((count) => count === 19)).toBe(true)
    })

    test('with one twip less a column loses a line', () => {
      expect(counts('lower').map((lines) => lines.length)).toEqual([32, 32])
    })

    test('marks that Latin fonts have too are full squares', () => {
      for (const lines of counts('marks')) for (const count of lines) between(count, 19, 20)
    })

    test('stands where the margins say, a character being 12 points wide', () => {
      const [left, right] = columnsOf(pagesOf('full')[1]!)
      expect(left[1]!.left).toBeCloseTo(LEFT, 0)
      expect(right[1]!.left).toBeCloseTo(GUTTER[1], 0)
      expect(left[1]!.right - left[1]!.left).toBeCloseTo(240, 0)
      // Thirty-two pitches of 20 points from the first line to the last, the first within its pitch below the margin.
      const body = left.filter(({ text }) => text.startsWith('国'))
      expect(body.at(-1)!.bottom - body[0]!.bottom).toBeCloseTo(32 * 20, 0)
      // The first line lies within its pitch (the font's box is a little larger than its characters).
      between(body[0]!.bottom, points(page.top) + 12, points(page.top) + 21)
    })
  })

  describe('running head and page number', () => {
    const words = (one: Page, text: string) => one.words.filter((word) => word.text.includes(text) && word.top < points(page.top))

    test('odd pages: gazette and number outside, on the right; even pages: on the left', () => {
      pagesOf('full').forEach((one, at) => {
        const odd = at % 2 === 0
        const [gazette] = words(one, '公报')
        const issue = words(one, '期').at(-1)
        const number = one.words.find(({ text, top }) => text === String(at + 1) && top > points(page.height - page.bottom))
        expect(odd ? gazette?.right : gazette?.left).toBeCloseTo(odd ? RIGHT : LEFT, 0)
        expect(odd ? number?.right : number?.left).toBeCloseTo(odd ? RIGHT : LEFT, 0)
        if (odd) expect(issue!.right).toBeLessThan(GUTTER[0])
        else expect(issue!.right).toBeCloseTo(RIGHT, 0)
      })
      expect(pagesOf('full').length).toBeGreaterThan(2)
    })
  })

  describe('the title block', () => {
    test('stands across the page, centred, 22 points, its text in two columns below', () => {
      const [first] = pagesOf('plan')
      const lines = linesOf(first!).filter(({ bottom }) => bottom > points(page.top))
      expect(lines.slice(0, 2).map(({ text }) => text)).toEqual(['河湾县人民政府办公室', '关于印发《河湾县森林防火工作方案》的通知'])
      for (const { left, right } of lines.slice(0, 3)) expect((left + right) / 2).toBeCloseTo((LEFT + RIGHT) / 2, 0)
      expect(lines[0]!.right - lines[0]!.left).toBeCloseTo(10 * 22, 0)
      expect(lines[2]!.text).toBe('河政办发〔2024〕9号')
      const [left, right] = columnsOf(first!)
      const below = (all: readonly { bottom: number }[]) => all.filter(({ bottom }) => bottom > lines[2]!.bottom + 5)
      expect(below(left)[0]!.bottom).toBeCloseTo(below(right)[0]!.bottom, 0)
    })

    test('facing columns keep register: every line of text stands on the page’s grid of 20 points', () => {
      const body = pagesOf('rules').flatMap((one) => columnsOf(one).flatMap((lines) => lines.filter(({ text, bottom }) => /^第.条/.test(text) && bottom > points(page.top))))
      const offsets = body.map(({ bottom }) => (bottom - points(page.top)) % 20)
      expect(body.length).toBeGreaterThan(2)
      for (const offset of offsets) expect(offset).toBeCloseTo(offsets[0]!, 0)
    })
  })

  describe('the signature', () => {
    const lines = (name: string) => columnsOf(pagesOf(name)[0]!)[0]
    const pair = (name: string, organ: string) => {
      const all = lines(name)
      const at = all.findIndex(({ text, right }) => text === organ && right < GUTTER[0] && right > LEFT + 100)
      return [all[at]!, all[at + 1]!] as const
    }

    test('the organ ends two characters from the right, the date begins two right of where it begins', () => {
      const [organ, date] = pair('plan', '河湾县人民政府办公室')
      expect(date.text).toBe('2024年3月12日')
      expect(organ.right).toBeCloseTo(GUTTER[0] - 24, -0.5)
      // Word's gap between Chinese and digits is reckoned with; LibreOffice's is a fifth smaller, five times.
      between(date.left - organ.left, 23, 24 + 4)
    })

    test('a longer date ends two characters from the right', () => {
      const [organ, date] = pair('appointment', '河湾县人民政府')
      expect(date.text).toBe('2024年2月7日')
      expect(date.right).toBeCloseTo(GUTTER[0] - 24, -0.5)
      between(date.left - organ.left, 23, 24 + 4)
    })
  })

  test('recipients stand flush left, paragraphs begin two characters in', () => {
    const [left] = columnsOf(pagesOf('appointment')[0]!)
    expect(left.find(({ text }) => text.startsWith('各乡镇'))!.left).toBeCloseTo(LEFT, 0)
    expect(left.find(({ text }) => text === '任命：')!.left).toBeCloseTo(LEFT + 24, 0)
  })

  describe('tables', () => {
    test('stand across both columns; text before them is balanced and goes on after them', () => {
      expect(pagesOf('across')).toHaveLength(1)
      const [one] = pagesOf('across')
      const cell = (text: string) => one!.words.find((word) => word.text === text)!
      expect(cell('序号').left).toBeLessThan(LEFT + 40)
      expect(cell('检查站值守').right).toBeGreaterThan(RIGHT - 40)
      expect(cell('12,460').right).toBeCloseTo(cell('8,730').right, 0)
      const starting = (first: string) => columnsOf(one!).map((lines) => lines.filter(({ text }) => text.startsWith(first)))
      const [left, right] = starting('国').map((lines) => lines.length)
      expect([left, right]).toEqual([7, 6])
      expect(starting('国').flat().at(-1)!.bottom).toBeLessThan(cell('重点火险区责任分工').top)
      expect(starting('后')[0]![0]!.top).toBeGreaterThan(cell('6,915').bottom)
    })

    test('headings above one stand across with it, and the text before is balanced, not left in one column', () => {
      expect(pagesOf('headed')).toHaveLength(2)
      const [first, last] = pagesOf('headed')
      const lines = (one: Page) => columnsOf(one).map((column) => column.filter(({ text }) => text.startsWith('国')).length)
      expect(lines(first!)).toEqual([28, 28])
      // Nine lines each would leave half a paragraph alone, and LibreOffice would put all in one column.
      expect(lines(last!)).toEqual([10, 8])
      const top = (text: string) => last!.words.find((word) => word.text.startsWith(text))!.top
      expect(top('（一）')).toBeLessThan(top('序号'))
    })

    test('wide ones stand on landscape pages, header rows again on each, and the page turns back after them', () => {
      const sheets = pagesOf('tables').map(({ width, height }) => (width > height ? 'landscape' : 'portrait'))
      expect(sheets).toEqual(['portrait', 'landscape', 'landscape', 'portrait'])
      const turned = pagesOf('tables').slice(1, 3)
      for (const one of turned) {
        expect(one.words.some(({ text }) => text === '保障对象')).toBe(true)
        const cells = one.words.filter(({ left, right }) => left > points(page.bottom) - 1 && right < one.width - points(page.top) + 1)
        expect(Math.min(...cells.map(({ left }) => left))).toBeLessThan(points(page.bottom) + 40)
        expect(Math.max(...cells.map(({ right }) => right))).toBeGreaterThan(one.width - points(page.top) - 60)
      }
    })

    test('on landscape pages head and number stand where they are once the sheet is turned upright', () => {
      const [, even, odd] = pagesOf('tables')
      const head = (one: Page) => one.words.filter(({ left }) => left > one.width - points(page.top))
      const number = (one: Page, text: string) => one.words.find((word) => word.text === text && word.right < points(page.bottom))
      for (const one of [even!, odd!]) expect(head(one).length).toBeGreaterThan(0)
      // The upright sheet's left is this sheet's top: an even page has its number there, an odd page below.
      expect(number(even!, '2')!.top).toBeLessThan(points(page.left) + 20)
      expect(number(odd!, '3')!.bottom).toBeGreaterThan(odd!.height - points(page.right) - 20)
    })

    test('an attachment that begins with a table has its label and title across the page, above it', () => {
      const [first] = pagesOf('tables')
      const word = (text: string) => first!.words.find((one) => one.text.startsWith(text) && one.left < LEFT + 300 && one.top > 300)!
      const title = linesOf(first!).find(({ text }) => text === '河湾县2024年村情调查工作领导小组名单')!
      expect((title.left + title.right) / 2).toBeCloseTo((LEFT + RIGHT) / 2, -0.5)
      expect(word('姓名').top).toBeGreaterThan(title.bottom)
    })
  })
})
