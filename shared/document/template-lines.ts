/**
 * Blocks of a template, a line each. The mark in front says what a line is:
 * `# ` to `#### ` headings, `章 ` a chapter, `条 ` an article, `—— ` `① ` `一是 ` items, `注 ` `联 ` `式 ` notes, contacts and formulas; without a
 * mark it is a paragraph. `\` in front keeps a mark as text.
 */
import { makeArticle, makeChapter, makeHeading, makeItem, makeParagraph } from './build.ts'
import { readSpans, toInlines, type Read, type Span, type TemplateValues } from './template-spans.ts'
import type { Heading, ItemMarker, ParagraphRole, TextBlock } from './types.ts'

type Mark =
  | { readonly kind: 'chapter' | 'article' }
  | { readonly kind: 'paragraph'; readonly role?: ParagraphRole }
  | { readonly kind: 'heading'; readonly level: Heading['level'] }
  | { readonly kind: 'item'; readonly marker: ItemMarker }

export type TemplateLine = Mark & { readonly spans: readonly Span[] }

const MARKS: readonly (readonly [mark: string, is: Mark])[] = [
  ['# ', { kind: 'heading', level: 1 }],
  ['## ', { kind: 'heading', level: 2 }],
  ['### ', { kind: 'heading', level: 3 }],
  ['#### ', { kind: 'heading', level: 4 }],
  ['章 ', { kind: 'chapter' }],
  ['条 ', { kind: 'article' }],
  ['—— ', { kind: 'item', marker: 'dash' }],
  ['① ', { kind: 'item', marker: 'circled' }],
  ['一是 ', { kind: 'item', marker: 'ordinal' }],
  ['注 ', { kind: 'paragraph', role: 'note' }],
  ['联 ', { kind: 'paragraph', role: 'contact' }],
  ['式 ', { kind: 'paragraph', role: 'formula' }],
  ['\\', { kind: 'paragraph' }],
]

/** Numbers are derived; one that is typed as well would stand twice. */
const TYPED_NUMBER = /^(?:[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十百\d]+[）)]|\d+[.．、](?!\d)|第[一二三四五六七八九十百\d]+[章条])/

/** Reads one line. */
export function readLine(source: string): Read<TemplateLine> {
  if (source.trim() === '') return { fault: '空行请删去' }
  if (source.includes('\n')) return { fault: '一行是一段，里面不能换行；请分成两行' }
  const [mark, is] = MARKS.find(([prefix]) => source.startsWith(prefix)) ?? ['', { kind: 'paragraph' } as const]
  if (mark === '' && source.startsWith('#')) return { fault: '标题写作“# ”“## ”“### ”“#### ”，井号后空一格，最多四级' }
  const text = source.slice(mark.length)
  if (is.kind !== 'paragraph' && TYPED_NUMBER.test(text)) return { fault: `序号由程序编排，请删去：${text.slice(0, 8)}` }
  const spans = readSpans(text)
  return 'fault' in spans ? spans : { value: { ...is, spans: spans.value } }
}

/** The line as a block with fresh ids. */
export function toBlock(line: TemplateLine, values: TemplateValues): TextBlock {
  const inlines = toInlines(line.spans, values)
  switch (line.kind) {
    case 'paragraph':
      return makeParagraph(inlines, line.role)
    case 'item':
      return makeItem(line.marker, inlines)
    case 'chapter':
      return makeChapter(inlines)
    case 'article':
      return makeArticle(inlines)
    case 'heading':
      return makeHeading(line.level, inlines)
  }
}
