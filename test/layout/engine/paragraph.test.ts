/** Lines of paragraphs: each rule by itself, then what holds for any text. Measured with the built-in widths, in columns of whole characters. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { setParagraph, type SetLine } from '../../../shared/layout/engine/paragraph.ts'
import type { FlowLine } from '../../../shared/layout/flow.ts'
import { FALLBACK_METRICS } from '../../../shared/layout/metrics.ts'
import type { LineStyle, Print } from '../../../shared/layout/print.ts'
import { print } from './print.ts'

const EM = 240
const STYLE: LineStyle = { slot: 'fangSong', size: 12, line: 400, align: 'left', before: 0, after: 0, indent: 0, keepNext: false }
const HANGING: Print = { ...print, look: { ...print.look, hanging: true } }

interface Options extends Partial<FlowLine> {
  readonly style?: Partial<LineStyle>
  readonly marksHang?: boolean
  readonly inCell?: true
}

function set(text: string, characters: number, { style, marksHang = false, inCell, ...flow }: Options = {}): readonly SetLine[] {
  const line: FlowLine = { kind: 'line', line: 'body', spans: [{ text }], ...flow }
  return setParagraph(line, { ...STYLE, ...style }, characters * (EM + (style?.spacing ?? 0)), { print: marksHang ? HANGING : print, metrics: FALLBACK_METRICS, ...(inCell ? { inCell } : {}) })
}

const textOf = (line: SetLine): string => line.runs.map((run) => run.text).join('')
/** The lines as texts, without the blanks at their ends. */
const lines = (text: string, characters: number, options?: Options): readonly string[] => set(text, characters, options).map((line) => textOf(line).replace(/[ \u3000]+$/, ''))

/** Where each character stands and ends, blanks at the end of the line left out. */
function places({ runs }: SetLine): readonly { readonly char: string; readonly x: number; readonly end: number }[] {
  return runs.flatMap((run) => {
    let x = run.x
    return Array.from(run.text, (char, at) => {
      const start = x
      x += run.advances[at] ?? 0
      return { char, x: start, end: x }
    })
  })
}

const endOf = (line: SetLine): number => places(line).at(-1)?.end ?? 0

describe('filling', () => {
  test('a line takes as many characters as stand in it, to the twip', () => {
    expect(lines('国'.repeat(45), 20).map((line) => line.length)).toEqual([20, 20, 5])
    expect(lines('国'.repeat(45), 20.999).map((line) => line.length)).toEqual([20, 20, 5])
  })

  test('an empty paragraph is one line', () => {
    expect(set('', 20)).toMatchObject([{ from: 0, to: 0, runs: [], height: 400 }])
  })

  test('a break begins a line, and one at the end an empty one', () => {
    expect(lines('一\n二', 20)).toEqual(['一', '二'])
    expect(lines('一\n\n', 20)).toEqual(['一', '', ''])
    expect(set('一\n二', 20).map(({ from, to }) => [from, to])).toEqual([[0, 1], [2, 3]])
  })

  test('the first line is indented by characters, with their spacing', () => {
    expect(lines('国'.repeat(40), 20, { style: { indent: 2 } }).map((line) => line.length)).toEqual([18, 20, 2])
    expect(set('国', 28, { style: { indent: 2, spacing: -5 } })[0]?.runs[0]?.x).toBe(470)
  })

  test('left, right and hanging distances shorten lines', () => {
    expect(lines('国'.repeat(40), 20, { left: 480, right: 240 }).map((line) => line.length)).toEqual([17, 17, 6])
    const set1 = set('国'.repeat(40), 20, { left: 480, hanging: 480 })
    expect(set1.map((line) => line.runs[0]?.x)).toEqual([0, 480, 480])
  })

  test('28 characters of 16 pt fit 156 mm with 5 twips less, and 27 with 4 less', () => {
    const wide = (spacing: number): number => {
      const flow: FlowLine = { kind: 'line', line: 'body', spans: [{ text: '国'.repeat(60) }] }
      return setParagraph(flow, { ...STYLE, size: 16, spacing }, 8844, { print, metrics: FALLBACK_METRICS })[0]?.to ?? 0
    }
    expect([wide(-5), wide(-4), wide(0)]).toEqual([28, 27, 27])
  })

  test('a rare character of two units is one character', () => {
    expect(lines('𠮷'.repeat(25), 20)).toEqual(['𠮷'.repeat(20), '𠮷'.repeat(5)])
  })
})

describe('避头尾', () => {
  const filled = (marks: string): readonly string[] => lines(`${'国'.repeat(9)}${marks}国国`, 10)

  test.each(['，', '。', '、', '；', '：', '！', '？', '”', '’', '）', '》', '〕', '】', '·'])('no line begins with %s', (mark) => {
    expect(lines(`${'国'.repeat(10)}${mark}国国`, 10)).toEqual(['国'.repeat(9), `国${mark}国国`])
  })

  test.each(['（', '《', '“', '‘', '〔', '【'])('no line ends with %s', (mark) => {
    expect(filled(mark)).toEqual(['国'.repeat(9), `${mark}国国`])
  })

  test('several marks in a row go down together', () => {
    expect(lines(`${'国'.repeat(10)}》）。国`, 10)).toEqual(['国'.repeat(9), '国》）。国'])
    expect(filled('“《')).toEqual(['国'.repeat(9), '“《国国'])
  })

  test('dashes, ellipses and signs of percent may begin a line, as LibreOffice has it', () => {
    for (const mark of ['—', '…', '％', '℃']) expect(lines(`${'国'.repeat(10)}${mark}国`, 10)).toEqual(['国'.repeat(10), `${mark}国`])
  })
})

describe('a mark that hangs', () => {
  test.each(['，', '。', '、', '；', '：', '！', '？'])('%s stands beyond the end of its line where the look says so', (mark) => {
    const text = `${'国'.repeat(10)}${mark}国国`
    expect(lines(text, 10, { marksHang: true })).toEqual([`${'国'.repeat(10)}${mark}`, '国国'])
    expect(endOf(set(text, 10, { marksHang: true })[0]!)).toBe(11 * EM)
  })

  test('only one, and never in a cell', () => {
    expect(lines(`${'国'.repeat(10)}。”国国`, 10, { marksHang: true })).toEqual(['国'.repeat(9), '国。”国国'])
    expect(lines(`${'国'.repeat(10)}，国国`, 10, { marksHang: true, inCell: true })).toEqual(['国'.repeat(9), '国，国国'])
  })

  test('a line break behind it belongs to its line', () => {
    expect(lines(`${'国'.repeat(10)}。\n国`, 10, { marksHang: true })).toEqual([`${'国'.repeat(10)}。`, '国'])
  })

  test('in a justified line the text before it ends where the others end', () => {
    const [first] = set(`${'国'.repeat(10)}，国国`, 10.5, { marksHang: true, style: { align: 'both' } })
    expect(places(first!).at(-1)!.x).toBeCloseTo(10.5 * EM, 6)
  })
})

describe('Latin letters and digits', () => {
  test.each(['2024年', '12.5%', '1,234.56', 'Excel', 'PM2.5', '1/2', '20℃', '（2024）', '(2024)'])('%s is never broken within', (word) => {
    for (let at = 2; at < 10; at++) {
      const text = `${'国'.repeat(at)}${word}国国国国国`
      const whole = lines(text, 10).some((line) => line.includes(word.replace('年', '')))
      expect(whole).toBe(true)
    }
  })

  test('a word that is longer than its line is broken where it is full', () => {
    const broken = lines('A'.repeat(40), 10)
    expect(broken.join('')).toBe('A'.repeat(40))
    expect(broken[0]).toHaveLength(13)
  })

  test('a fifth of the size stands between Chinese and Latin, not beside marks', () => {
    const xs = (text: string): readonly number[] => places(set(text, 20)[0]!).map(({ x }) => x)
    expect(xs('国1国')).toEqual([0, 240 + 48, 240 + 48 + 120 + 48])
    expect(xs('（1）')).toEqual([0, 240, 360])
    expect(xs('国℃1')).toEqual([0, 240, 480])
    expect(xs('国①1')).toEqual([0, 240, 528])
    expect(xs('１1')).toEqual([0, 288])
  })

  test('where the gap does not fit, the line ends at the change of script', () => {
    expect(lines('国国国国国国国国国1国', 9.6)).toEqual(['国国国国国国国国国', '1国'])
    expect(lines('国国国国国国国国国1国', 9.1)).toEqual(['国国国国国国国国国', '1国'])
  })

  test('blanks at the end of a line are swallowed, those of the Latin space as those of a Chinese one', () => {
    expect(lines(`${'国'.repeat(10)} 国`, 10)).toEqual(['国'.repeat(10), '国'])
    expect(lines(`${'国'.repeat(10)}\u3000\u3000国`, 10)).toEqual(['国'.repeat(10), '国'])
    const [first] = set(`${'国'.repeat(10)}\u3000国`, 10)
    expect(textOf(first!)).toBe(`${'国'.repeat(10)}\u3000`)
    expect(endOf(first!)).toBe(10 * EM)
  })
})

describe('tabs', () => {
  test('go to the next stop, then to every 480 twips', () => {
    const xs = places(set('国\t国\t国', 30, { tabs: [1000] })[0]!).filter(({ char }) => char === '国').map(({ x }) => x)
    expect(xs).toEqual([0, 1000, 1440])
  })

  test('behind the last stop of a hanging line goes on at its left end', () => {
    const [first] = set('1.\t国国', 20, { left: 720, hanging: 720 })
    expect(places(first!).find(({ char }) => char === '国')?.x).toBe(720)
  })
})

describe('alignment', () => {
  test('centred and right-aligned lines leave out the blanks at the end', () => {
    const text = '国国国国  '
    expect(set(text, 10, { style: { align: 'center' } })[0]?.runs[0]?.x).toBe(3 * EM)
    expect(set(text, 10, { style: { align: 'right' } })[0]?.runs[0]?.x).toBe(6 * EM)
  })

  test('justified lines fill their column, the last and those before a break do not', () => {
    const [first, second, third] = set(`${'国'.repeat(12)}\n${'国'.repeat(4)}`, 10.5, { style: { align: 'both' } })
    expect(endOf(first!)).toBeCloseTo(10.5 * EM, 6)
    expect(endOf(second!)).toBe(2 * EM)
    expect(endOf(third!)).toBe(4 * EM)
  })

  test('what a line lacks is spread behind Chinese characters, and between Latin words', () => {
    const text = `国国AB国 ${'国'.repeat(20)}`
    const [line] = set(text, 10.4, { style: { align: 'both' } })
    const all = places(line!)
    const gaps = all.slice(1).map(({ x }, at) => x - all[at]!.x)
    const natural = places(set(text, 10.4)[0]!)
    const added = gaps.map((gap, at) => Math.round((gap - (natural[at + 1]!.x - natural[at]!.x)) * 1000))
    // Not between A and B, and behind every other character.
    expect(added[2]).toBe(0)
    expect(new Set(added.filter((_, at) => at !== 2)).size).toBe(1)
    expect(added[0]).toBeGreaterThan(0)
  })
})

const pieces = fc.constantFrom(
  '国', '国家', '河湾县', '，', '。', '、', '“', '”', '（', '）', '《', '》', '——', '……', '2024年', '12.5%', 'AI', 'Excel', '-', '/', '.', ',', ' ', '\u3000', '\n', '\t', '①', '℃', '％', '１', '𠮷', 'é', 'e\u0301', '', '"', '(', ')', '\u00a0', 'https://a.b/c?d=e',
)
const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''))
const options = fc.record({
  align: fc.constantFrom('left', 'center', 'right', 'both'),
  size: fc.constantFrom(9, 10.5, 12, 16),
  spacing: fc.constantFrom(-5, 0, 3),
  indent: fc.constantFrom(0, 2),
})
const widths = fc.integer({ min: 700, max: 9000 })

describe('whatever the text', () => {
  const setAny = (text: string, style: Partial<LineStyle>, width: number, look: Print): readonly SetLine[] =>
    setParagraph({ kind: 'line', line: 'body', spans: [{ text }] }, { ...STYLE, ...style }, width, { print: look, metrics: FALLBACK_METRICS })

  test('no character is lost, doubled or moved, and every one has its advance', () => {
    fc.assert(
      fc.property(texts, options, widths, fc.constantFrom(print, HANGING), (text, style, width, look) => {
        const set1 = setAny(text, style, width, look)
        expect(set1.map(textOf).join('')).toBe(text.replaceAll('\n', '').replaceAll('\t', ' '))
        let at = 0
        for (const line of set1) {
          expect(line.from).toBe(at)
          expect(textOf(line)).toBe(text.slice(line.from, line.to).replaceAll('\t', ' '))
          at = text[line.to] === '\n' ? line.to + 1 : line.to
          for (const run of line.runs) {
            expect(run.advances).toHaveLength(Array.from(run.text).length)
            expect(run.advances.every(Number.isFinite)).toBe(true)
          }
        }
        expect(at).toBe(text.length)
      }),
    )
  })

  test('no line is wider than its column but for one mark that hangs', () => {
    fc.assert(
      fc.property(texts, options, widths, fc.constantFrom(print, HANGING), (text, style, width, look) => {
        for (const line of setAny(text, style, width, look)) {
          const over = places(line).filter(({ char, end }) => end > width + 0.51 && !/\s/.test(char))
          if (over.length === 0) continue
          // One character that is wider than the room there is stands there all the same.
          if (places(line).filter(({ char }) => !/\s/.test(char)).length === 1) continue
          expect(look).toBe(HANGING)
          expect(over).toHaveLength(1)
          expect('!,.:;?、。！，．：；？').toContain(over[0]!.char)
        }
      }),
    )
  })

  test('Chinese text keeps 避头尾 in every column that has room for it', () => {
    const chinese = fc.array(fc.constantFrom('国', '国家', '河湾县人民政府', '，', '。', '《国', '》', '（', '）'), { maxLength: 60 }).map((parts) => parts.join('').replace(/[，。》）]{3,}/g, '，').replace(/（{2,}|《（|（《/g, '（').replace(/（[，。》）]+/g, '国'))
    fc.assert(
      fc.property(chinese, fc.integer({ min: 8, max: 30 }), (text, characters) => {
        const all = lines(text, characters)
        for (const line of all.slice(1)) expect(line).not.toMatch(/^[，。》）]/)
        for (const line of all.slice(0, -1)) expect(line).not.toMatch(/[《（]$/)
      }),
    )
  })

  test('laid out twice, it is the same; cut into spans, too', () => {
    fc.assert(
      fc.property(texts, options, widths, fc.nat(), (text, style, width, cut) => {
        expect(setAny(text, style, width, print)).toEqual(setAny(text, style, width, print))
        const at = text.length === 0 ? 0 : cut % text.length
        const spans = [{ text: text.slice(0, at) }, { text: text.slice(at) }]
        const whole = setAny(text, style, width, print)
        expect(setParagraph({ kind: 'line', line: 'body', spans }, { ...STYLE, ...style }, width, { print, metrics: FALLBACK_METRICS })).toEqual(whole)
      }),
    )
  })
})
