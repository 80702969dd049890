/** The text of a template: fixed text, places to fill, and words that the office's own settings give. */
import { formatDate } from './date.ts'
import { makePlace } from './build.ts'
import { leaf } from './text.ts'
import type { Inline } from './types.ts'

/** Words in single braces: the office of the profile, its government, and the day on which the draft is made. */
export const TEMPLATE_WORDS = ['office', 'government', 'date'] as const
export type TemplateWord = (typeof TEMPLATE_WORDS)[number]

export type Span =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'place'; readonly hint: string }
  | { readonly kind: 'word'; readonly word: TemplateWord }

/** What was read, or in Chinese why it cannot be. */
export type Read<T> = { readonly value: T } | { readonly fault: string }

/** What the words stand for. `date` is the day as YYYY-MM-DD. */
export interface TemplateValues {
  readonly office: string
  readonly date: string
}

/** `{{hint}}`, `{word}`, or a brace that is neither. */
const TOKEN = /\{\{([^{}]*)\}\}|\{([a-z]*)\}|[{}]/g

/** Reads a line: `关于印发《{{文件名称}}》的通知`. Other braces are refused, as official text has none. */
export function readSpans(source: string): Read<readonly Span[]> {
  const spans: Span[] = []
  let reached = 0
  for (const match of source.matchAll(TOKEN)) {
    const before = source.slice(reached, match.index)
    if (before !== '') spans.push({ kind: 'text', text: before })
    reached = match.index + match[0].length
    const span = readToken(match[1], match[2])
    if ('fault' in span) return span
    spans.push(span.value)
  }
  const rest = source.slice(reached)
  if (rest !== '') spans.push({ kind: 'text', text: rest })
  return { value: spans }
}

function readToken(hint: string | undefined, word: string | undefined): Read<Span> {
  if (hint !== undefined) {
    return hint.trim() === '' ? { fault: '待填处“{{}}”里要写明填什么' } : { value: { kind: 'place', hint: hint.trim() } }
  }
  const known = TEMPLATE_WORDS.find((one) => one === word)
  if (known) return { value: { kind: 'word', word: known } }
  if (word !== undefined) return { fault: `不认识“{${word}}”，只有${TEMPLATE_WORDS.map((one) => `{${one}}`).join('、')}` }
  return { fault: '花括号没有成对；待填处写作“{{提示}}”' }
}

/** True when a place is among the spans. */
export function hasPlace(spans: readonly Span[]): boolean {
  return spans.some((span) => span.kind === 'place')
}

/** The spans as inlines with fresh places, each between two leaves of text, as Slate keeps inline elements. */
export function toInlines(spans: readonly Span[], values: TemplateValues): readonly Inline[] {
  const inlines: Inline[] = []
  let text = ''
  for (const span of spans) {
    if (span.kind !== 'place') {
      text += wordOrText(span, values)
      continue
    }
    inlines.push(leaf(text), makePlace(span.hint))
    text = ''
  }
  return [...inlines, leaf(text)]
}

/** The spans as plain text; places count for nothing. */
export function toText(spans: readonly Span[], values: TemplateValues): string {
  return spans.map((span) => (span.kind === 'place' ? '' : wordOrText(span, values))).join('')
}

function wordOrText(span: Exclude<Span, { kind: 'place' }>, values: TemplateValues): string {
  if (span.kind === 'text') return span.text
  switch (span.word) {
    case 'office':
      return values.office
    case 'government':
      return governmentOf(values.office)
    case 'date':
      return formatDate(values.date)
  }
}

/** 河湾县人民政府办公室 → 河湾县人民政府. An office of no government is its own: 河湾县水利局 stays. */
export function governmentOf(office: string): string {
  return /^.*?人民政府/.exec(office)?.[0] ?? office
}
