/** The breaks of titles in a document: proposed, kept, chosen. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeAttachment, makeBody, makeDocument, makeLine, makeParagraph, makePrinted } from '../../shared/document/build.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import { canonicalText } from '../../shared/document/projection.ts'
import type { Document, KeptTitle } from '../../shared/document/types.ts'
import type { FlowSection } from '../../shared/layout/flow.ts'
import { gazettePrint } from '../../shared/layout/gazette-print.ts'
import { keepTitles } from '../../shared/layout/keep-titles.ts'
import { officialPrint } from '../../shared/layout/official-print.ts'
import { documents } from '../docx/arbitrary.ts'
import { rules } from '../docx/official-rules.ts'
import { template } from '../docx/template.ts'

const LOOKS = [rules, template]
const LONG = '关于印发河湾县2024年农村公路养护与防汛应急物资储备资金安排方案的通知'
const INNER = '河湾县2024年农村公路养护与防汛应急物资储备资金安排方案'

function notice(title: string, inner = INNER): Document {
  const parts = [makeLine('title', title), makeBody([makeParagraph('各乡镇人民政府要抓好落实。')]), makePrinted(inner, [makeParagraph('一、总则')]), makeAttachment(inner, [makeParagraph('明细')])]
  return makeDocument({ issuers: ['河湾县人民政府办公室'], genre: '通知', documentNumber: null }, parts)
}

const sectionsOf = (document: Document): readonly (readonly FlowSection[])[] => [officialPrint(document, rules).sections, gazettePrint(document, template, { gazetteName: '', issue: '', section: '' }).sections]

function titlesOf(document: Document): readonly string[] {
  return sectionsOf(document).flatMap((sections) => sections.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'line' && /title/i.test(item.line) ? [item.spans.map(({ text }) => text).join('')] : []))))
}

test('keeping the breaks changes nothing that is read or printed, and nothing a second time; a document with short titles not at all', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const kept = keepTitles(document, LOOKS)
      expect(canonicalText(kept)).toBe(canonicalText(document))
      expect(sectionsOf(kept)).toEqual(sectionsOf(document))
      expect(keepTitles(kept, LOOKS)).toBe(kept)
    }),
    { numRuns: 60 },
  )
  const short = notice('关于做好防汛工作的通知', '方案')
  expect(keepTitles(short, LOOKS)).toBe(short)
})

const words = fc.constantFrom('河湾县', '人民政府', '关于', '印发', '《防汛预案》', '2024年', '工作方案', '的', '通知', 'AI', ' ', '\n', '\u2028')

test('kept breaks come back from the library', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 24 }), fc.array(words, { maxLength: 24 }), (title, inner) => {
      const document = notice(title.join(''), inner.join(''))
      const stored = parseDocument(JSON.parse(JSON.stringify(keepTitles(document, LOOKS))))
      expect(stored).toEqual(keepTitles(document, LOOKS))
      expect(sectionsOf(stored)).toEqual(sectionsOf(document))
    }),
  )
})

/** As if it had been kept by another program, which broke the title elsewhere. */
function withKept(document: Document, change: (kept: KeptTitle) => KeptTitle): Document {
  const parts = keepTitles(document, LOOKS).parts.map((part) => (part.type === 'title' && part.kept ? { ...part, kept: part.kept.map(change) } : part))
  return { ...document, parts }
}

const elsewhere = ({ characters, text }: KeptTitle): KeptTitle => ({ characters, text: text.replace(/(.)\u2028/u, '\u2028$1') })

test('what was kept stands, whatever would be proposed now, and is kept on', () => {
  const document = withKept(notice(LONG), elsewhere)
  const [proposed, moved] = [titlesOf(notice(LONG)), titlesOf(document)]
  expect(moved[0]).not.toBe(proposed[0])
  expect(moved[0]).toBe(proposed[0]?.replace(/(.)\n/u, '\n$1'))
  expect(keepTitles(document, LOOKS)).toBe(document)
})

test('a title that says something else, or has breaks of its own by now, is set anew', () => {
  const title = withKept(notice(LONG), elsewhere).parts[0]
  for (const text of [LONG.replace('2024', '2025'), LONG.replace('养护', '养护\n')]) {
    const document = notice(text)
    const [first, ...others] = document.parts
    const changed = { ...document, parts: [title?.type === 'title' && first?.type === 'title' ? { ...first, kept: title.kept ?? [] } : makeLine('title', ''), ...others] }
    expect(titlesOf(changed)).toEqual(titlesOf(document))
  }
})

test('kept lines that are too long for where they stand by now are set anew', () => {
  const document = withKept(notice(LONG), ({ characters, text }) => ({ characters, text: text.replaceAll('\u2028', '') }))
  expect(titlesOf(document)).toEqual(titlesOf(notice(LONG)))
})

test('a chosen break stands in both layouts; without it the title is proposed again', () => {
  const chosen = LONG.replace('养护与', '养护\n与')
  for (const title of titlesOf(notice(chosen)).filter((one) => one.startsWith('关于'))) expect(title).toContain('养护\n与')
  expect(titlesOf(keepTitles(notice(chosen.replace('\n', '')), LOOKS))).toEqual(titlesOf(notice(LONG)))
})

test('in the narrow columns of the gazette a chosen line is broken further, and nothing of it is chosen', () => {
  const inner = '河湾县2024年农村公路养护与防汛应急\n物资储备资金安排方案'
  const [line] = gazettePrint(notice('关于防汛的通知', inner), template, { gazetteName: '', issue: '', section: '' }).sections.flatMap(({ items }) => items.filter((item) => item.kind === 'line' && item.line === 'innerTitle'))
  const text = line?.kind === 'line' ? line.spans.map((span) => span.text).join('') : ''
  expect(text).toBe('河湾县2024年农村公路\n养护与防汛应急\n物资储备资金安排方案')
  expect(line?.kind === 'line' ? line.proposed : undefined).toEqual([0])
})
