/** The official layout as a description: the rule set, the head, the signature's formulas, what begins a page, 版记. Twips. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeAttachment, makeBody, makeDocument, makeLine, makeParagraph, makePrinted } from '../../shared/document/build.ts'
import { SIGNATURE_KINDS, type Document, type Header } from '../../shared/document/types.ts'
import { layOut } from '../../shared/layout/engine/lay-out.ts'
import { setEndBlock } from '../../shared/layout/engine/end-block.ts'
import type { FlowLine } from '../../shared/layout/flow.ts'
import { FALLBACK_METRICS } from '../../shared/layout/metrics.ts'
import { markSize, markText } from '../../shared/layout/official-head.ts'
import { endRows, officialPrint } from '../../shared/layout/official-print.ts'
import { officialSignature, signaturePlaces } from '../../shared/layout/official-signature.ts'
import { officialArea, parseOfficialRules, RuleSetFault } from '../../shared/layout/official.ts'
import { signerRows } from '../../shared/layout/signers.ts'
import { rules } from '../docx/official-rules.ts'
import { SAMPLES } from '../docx/samples.ts'

const { width } = officialArea(rules)
const em = 315

function official(header: Partial<Header> = {}, parts: Document['parts'] = []): Document {
  return makeDocument({ issuers: ['河湾县人民政府'], genre: '通知', documentNumber: '河政发〔2024〕1号', ...header }, [makeLine('title', '关于防汛工作的通知'), makeBody([makeParagraph('请遵照执行。')]), ...parts])
}

const linesOf = (document: Document): readonly FlowLine[] => officialPrint(document, rules).sections.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'line' ? [item] : [])))
const textOf = ({ spans }: FlowLine): string => spans.map(({ text }) => text).join('')

describe('the rule set', () => {
  const altered = (change: object): object => ({ ...structuredClone(rules), ...change })

  test('is the standard’s page: 156 × 225 mm with 22 lines of 28 characters', () => {
    expect([rules.page.width - rules.page.left - rules.page.right, rules.page.height - rules.page.top - rules.page.bottom].map((twips) => Math.round((twips / 1440) * 254) / 10)).toEqual([156, 225])
    expect([rules.columns.lines, rules.columns.characters, rules.name]).toEqual([22, 28, 'GB/T 9704-2012'])
  })

  test.each<readonly [string, object, string]>([
    ['one line too many', { columns: { ...rules.columns, lines: 23 } }, '排不下23行'],
    ['one character too many', { columns: { ...rules.columns, characters: 29 } }, '排不下29字'],
    ['characters as wide as they are', { spacing: 0 }, '排不下28字'],
    ['two columns', { columns: { ...rules.columns, count: 2 } }, '公文只有一栏'],
    ['a mark with its sizes the wrong way round', { mark: { ...rules.mark, smallest: 70 } }, '最小字号大于最大字号'],
    ['a part that no rule set has', { watermark: 'x' }, '公文版式不合格式'],
    ['no clause', { mark: { ...rules.mark, clause: '第七条' } }, 'mark.clause'],
  ])('with %s is refused', (_, change, message) => {
    expect(() => parseOfficialRules(altered(change))).toThrow(RuleSetFault)
    expect(() => parseOfficialRules(altered(change))).toThrow(message)
  })
})

describe('the mark', () => {
  test('is the main organ with 文件, and fits one line whatever its length', () => {
    expect(markText({ issuers: [' ', '河湾县人民政府', '河湾县林业局'] })).toBe('河湾县人民政府文件')
    expect(markText({ issuers: [] })).toBe('')
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }), (length) => {
        const text = `${'局'.repeat(length)}文件`
        const size = markSize(text, rules)
        expect((length + 2) * size * 20).toBeLessThanOrEqual(width)
        expect(size).toBeLessThanOrEqual(rules.mark.largest)
        // A half point more would be too large.
        if (size < rules.mark.largest) expect((length + 2) * (size + 0.5) * 20).toBeGreaterThan(width)
      }),
    )
  })

  test('has its ink at one height, whatever stands above it and however high its font’s ink is', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.7, max: 0.9, noNaN: true }), fc.constantFrom('县政府', '河湾县人民政府', '河湾县人民政府办公室'), fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), (inkTop, organ, [numbered, secret, urgent]) => {
        const header = { issuers: [organ], ...(numbered ? { copyNumber: '000001' } : {}), ...(secret ? { secrecy: { level: '机密' } as const } : {}), ...(urgent ? { urgency: '特急' as const } : {}) }
        const metrics = { ...FALLBACK_METRICS, smallSong: { ...FALLBACK_METRICS.smallSong, inkTop } }
        const { sections, styles } = officialPrint(official(header), rules, metrics)
        let y = 0
        for (const item of sections[0]!.items) {
          if (item.kind !== 'line') throw new Error('no table stands in a head')
          y += item.before ?? 0
          if (item.line === 'mark') break
          y += styles[item.line].line ?? 0
        }
        const { line = 0, size } = styles.mark
        const top = y + line * 0.8 - inkTop * size * 20
        expect(Math.abs(top - rules.mark.top)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('签发人', () => {
  test('stand two in a line, in order; of several lines names of two characters are as wide as those of three', () => {
    expect(signerRows(['李明', '王建国'], 2)).toEqual(['李明\u3000王建国'])
    expect(signerRows(['李明', '王建国', '赵 禾'], 2)).toEqual(['李\u3000明\u3000王建国', '赵\u3000禾'])
    expect(signerRows(['', ' '], 2)).toEqual([])
  })

  test('stand at the right beside the number, the label before the first', () => {
    const lines = linesOf(official({ signers: ['李明', '王建国', '赵禾'] })).filter(({ line }) => line === 'signers' || line === 'signedNumber')
    expect(lines.map(textOf)).toEqual(['签发人：李\u3000明\u3000王建国', '河政发〔2024〕1号\t赵\u3000禾'])
    const [label, number] = lines
    expect(number!.tabs).toEqual([width - em - 7 * em])
    expect(label!.left).toBe(width - em - 7 * em - 4 * em)
  })
})

test('a draft without a number keeps the red line’s place', () => {
  const print = officialPrint(official({ documentNumber: null }), rules)
  const line = print.sections[0]!.items.find((item) => item.kind === 'line' && item.line === 'documentNumber')
  expect(line?.kind === 'line' && textOf(line)).toBe('')
  expect(print.styles.documentNumber.rule).toMatchObject({ color: 'red', width: 30 })
})

describe('the signature', () => {
  const organs = fc.integer({ min: 1, max: 20 }).map((length) => '局'.repeat(length))
  // Without digits there is nothing that renderers set apart by themselves.
  const dates = fc.constantFrom('二〇二四年五月八日', '二〇二四年十二月二十八日')
  const extent = (text: string): number => Array.from(text).length * em

  test('sealed: the date ends four characters from the right, the organ is centred on it or begins at the right end', () => {
    fc.assert(
      fc.property(organs, dates, (organ, date) => {
        const places = signaturePlaces([organ], date, 'seal', rules)
        expect(places.date).toBe(4 * em)
        const centre = places.organs[0]! + extent(organ) / 2 - (places.date + extent(date) / 2)
        if (places.organs[0]! > 0) expect(Math.abs(centre)).toBeLessThanOrEqual(1)
        else expect(centre).toBeGreaterThanOrEqual(-1)
      }),
    )
  })

  test('not sealed: one of the two ends two characters from the right, the date begins two characters right of the organ', () => {
    fc.assert(
      fc.property(organs, dates, (organ, date) => {
        const { organs: [right = 0], date: dateRight } = signaturePlaces([organ], date, 'plain', rules)
        expect(extent(date) > extent(organ) ? dateRight : right).toBe(2 * em)
        expect(Math.abs(right + extent(organ) - 2 * em - (dateRight + extent(date)))).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('with a stamp: the post stands two characters left of it at half its height, the date a line below it', () => {
    const { stamp } = rules.signature
    const [post, date] = officialSignature('县长', '2024年5月8日', 'stamp', rules)
    expect([post!.right, date!.right]).toEqual([4 * em + stamp.width + 2 * em, 4 * em])
    const beside = post!.before! - 2 * rules.linePitch
    expect(Math.abs(2 * beside + rules.linePitch - stamp.height)).toBeLessThanOrEqual(1)
    expect(date!.before).toBe(beside + rules.linePitch)
  })

  test('is kept together and with the end of the text', () => {
    for (const signatureKind of SIGNATURE_KINDS) {
      const lines = linesOf(official({ signatureKind }, [makeLine('signatureOrgan', '河湾县人民政府\n河湾县林业局'), makeLine('signatureDate', '2024年5月8日'), makeLine('note', '此件公开发布')]))
      const from = lines.findIndex(({ line }) => line === 'body')
      expect(lines.slice(from).map(({ line, keepNext }) => [line, keepNext === true])).toEqual([['body', true], ['signatureOrgan', true], ['signatureOrgan', true], ['signatureDate', true], ['note', false]])
    }
  })
})

test('a printed text and each attachment begin on new pages, the label first, the title on the third line', () => {
  const document = official({}, [makePrinted('防汛方案', [makeParagraph('一。')]), makeAttachment('名单', [makeParagraph('二。')]), { ...makeAttachment('表', [makeParagraph('三。')]), orientation: 'landscape' }])
  const { sections } = officialPrint(document, rules)
  expect(sections.map(({ newPage, landscape }) => [newPage === true, landscape])).toEqual([[false, false], [true, false], [true, false], [true, true]])
  const starts = sections.slice(1).map(({ items }) => items.slice(0, 2).map((item) => (item.kind === 'line' ? [item.line, item.before ?? 0] : [])))
  expect(starts).toEqual([[['innerTitle', 0], ['body', 0]], [['attachmentLabel', 0], ['innerTitle', 579]], [['attachmentLabel', 0], ['innerTitle', 579]]])
})

describe('版记', () => {
  test('has lines for what there is to print and none for what there is not', () => {
    expect(endRows({})).toEqual([])
    expect(endRows({ copies: ' ', printedBy: '', printedOn: '' })).toEqual([])
    expect(officialPrint(SAMPLES.plan!, rules).end).toBeUndefined()
    expect(endRows({ copies: '县委办公室' })).toEqual([{ rule: 'thick', kind: 'copies', left: '抄送：县委办公室。', hanging: 3 }])
    expect(endRows({ copies: '县委办公室。', printedOn: '2024年5月9日' })).toEqual([
      { rule: 'thick', kind: 'copies', left: '抄送：县委办公室。', hanging: 3 },
      { rule: 'thin', kind: 'printedBy', left: '', right: '2024年5月9日印发' },
    ])
  })

  test('as marks ends with the lower edge of its last rule, rules are as wide as the text area, lines lie between them', () => {
    const lists = fc.array(fc.constantFrom('县委办公室', '县法院', '县检察院'), { minLength: 1, maxLength: 30 }).map((organs) => organs.join('，'))
    fc.assert(
      fc.property(lists, fc.boolean(), (copies, dated) => {
        const print = officialPrint(official({ distribution: { copies, ...(dated ? { printedBy: '县政府办公室', printedOn: '2024年5月9日' } : {}) } }), rules)
        const { height, room, marks } = setEndBlock(print.end!, width, { print, metrics: FALLBACK_METRICS })
        const drawn = marks.flatMap((mark) => (mark.kind === 'rule' ? [mark] : []))
        expect(drawn.map(({ width: thickness }) => thickness)).toEqual(dated ? [20, 14, 20] : [20, 20])
        for (const { x, x2 } of drawn) expect([x, x2]).toEqual([0, width])
        expect(drawn.at(-1)!.y + 10).toBe(height)
        expect(room).toBe(height + rules.linePitch)
        const lines = marks.flatMap((mark) => (mark.kind === 'line' ? [mark] : []))
        for (const line of lines) {
          expect(line.y).toBeGreaterThanOrEqual(20)
          expect(line.y + line.height).toBeLessThanOrEqual(height - 20)
        }
        expect(lines.map(({ runs }) => runs.map(({ text }) => text).join('')).join('')).toBe(`抄送：${copies}。${dated ? '县政府办公室2024年5月9日印发' : ''}`)
      }),
    )
  })
})

describe('a text of one paragraph and its signature', () => {
  const short = (length: number, title: number): Document =>
    makeDocument({ issuers: ['河湾县人民政府办公室'], genre: '通知', documentNumber: '河政办发〔2024〕9号' }, [
      makeLine('title', '关于印发方案和实施办法的通知'.padStart(title, '关')),
      makeLine('recipients', '各乡镇人民政府'),
      makeBody([makeParagraph('国'.repeat(length))]),
      makeLine('signatureOrgan', '河湾县人民政府办公室'),
      makeLine('signatureDate', '2024年3月12日'),
      makeLine('note', '此件公开发布'),
      makePrinted('方案', Array.from({ length: 40 }, () => makeParagraph('一。'))),
    ])

  test('stand so that the first page has text, and the signature too, whatever the text’s length, below a title of up to three lines', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), fc.integer({ min: 14, max: 40 }), (length, title) => {
        const { pages } = layOut(officialPrint(short(length, title), rules), FALLBACK_METRICS)
        const roles = pages.map(({ marks }) => marks.flatMap((mark) => (mark.kind === 'line' ? [mark.role] : [])))
        expect(roles[0]).toContain('body')
        for (const page of roles.filter((all) => all.includes('signatureDate'))) expect(page).toContain('body')
        // What follows has the rule set's own lines.
        const printed = pages.find(({ marks }) => marks.some((mark) => mark.kind === 'line' && mark.runs.some(({ text }) => text === '一。')))
        const tops = printed!.marks.flatMap((mark) => (mark.kind === 'line' && mark.role === 'body' ? [mark.y] : []))
        expect(tops[1]! - tops[0]!).toBe(rules.linePitch)
      }),
    )
  })

  test('change nothing down to the title', () => {
    const down = (document: Document): readonly unknown[] => linesOf(document).flatMap(({ line, before }) => (line === 'mark' || line === 'documentNumber' || line === 'issuer' ? [[line, before]] : []))
    expect(linesOf(short(50, 40)).some(({ pitch }) => pitch !== undefined)).toBe(true)
    expect(down(short(50, 40))).toEqual(down(short(400, 40)))
  })
})
