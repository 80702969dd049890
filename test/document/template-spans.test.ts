import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { governmentOf, readSpans, toInlines, toText, type Span } from '../../shared/document/template-spans.ts'
import { isPlace, textOf } from '../../shared/document/text.ts'

const VALUES = { office: '河湾县人民政府办公室', date: '2024-05-08' }
const text = fc.string({ unit: fc.constantFrom('县', '。', '《', ' ', '#', '|', 'a', '1', '\u3000'), minLength: 1, maxLength: 6 })
const span: fc.Arbitrary<Span> = fc.oneof(
  text.map((one): Span => ({ kind: 'text', text: one })),
  text.filter((one) => one.trim() !== '').map((hint): Span => ({ kind: 'place', hint: hint.trim() })),
  fc.constantFrom('office' as const, 'government' as const, 'date' as const).map((word): Span => ({ kind: 'word', word })),
)
/** Spans as a reader would give them: no two texts in a row. */
const spans = fc.array(span, { maxLength: 8 }).map((all) => all.filter((one, at) => one.kind !== 'text' || all[at - 1]?.kind !== 'text'))
const written = (one: Span): string => (one.kind === 'text' ? one.text : one.kind === 'place' ? `{{${one.hint}}}` : `{${one.word}}`)

function read(source: string): readonly Span[] {
  const result = readSpans(source)
  if ('fault' in result) throw new Error(result.fault)
  return result.value
}

test('what is written is read back', () => {
  fc.assert(
    fc.property(spans, (all) => {
      expect(read(all.map(written).join(''))).toEqual(all)
    }),
  )
})

test('every place stands between two leaves of text, and nothing else is between them', () => {
  fc.assert(
    fc.property(spans, (all) => {
      const inlines = toInlines(all, VALUES)
      inlines.forEach((one, at) => expect(isPlace(one)).toBe(at % 2 === 1))
      expect(inlines.length % 2).toBe(1)
      expect(textOf(inlines)).toBe(toText(all, VALUES))
      expect(inlines.filter(isPlace).map((place) => place.hint)).toEqual(all.flatMap((one) => (one.kind === 'place' ? [one.hint] : [])))
    }),
  )
})

test('words become the office, its government and the day', () => {
  expect(toText(read('{government}办公室（{office}）{date}'), VALUES)).toBe('河湾县人民政府办公室（河湾县人民政府办公室）2024年5月8日')
})

test('the government of an office', () => {
  expect(governmentOf('河湾县人民政府办公室')).toBe('河湾县人民政府')
  expect(governmentOf('河湾县人民政府')).toBe('河湾县人民政府')
  expect(governmentOf('河湾县水利局')).toBe('河湾县水利局')
  expect(governmentOf('')).toBe('')
})

describe('a brace that means nothing is refused', () => {
  test.each([
    ['{{}}', '填什么'],
    ['{{ }}', '填什么'],
    ['{organ}', '{organ}'],
    ['{}', '{}'],
    ['{{日期}', '成对'],
    ['{日期}', '成对'],
    ['日期}}', '成对'],
    ['{{日{期}}', '成对'],
  ])('%s', (source, said) => {
    const result = readSpans(source)
    expect('fault' in result && result.fault).toContain(said)
  })
})
