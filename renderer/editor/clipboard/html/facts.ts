/** What one element of pasted HTML says of itself: heading level, alignment, change, tabs. */
import { newId } from '../../../../shared/lib/id.ts'
import type { CellAlign, Change, Heading } from '../../../../shared/document/types.ts'
import type { Spaces } from './spaces.ts'
import type { Style, StyleSheet } from './style.ts'
import type { HtmlElement, HtmlNode } from './tree.ts'

/** Heading level by element, outline level, class (MsoHeading1) or the name of its style (heading 1, 标题 1); null for none of the four. */
export function levelOf({ name, attributes }: HtmlElement, style: Style): Heading['level'] | null {
  const found =
    /^h([1-9])$/.exec(name)?.[1] ??
    /^([1-9])$/.exec(style.get('mso-outline-level') ?? '')?.[1] ??
    /\bMsoHeading([1-9])\b/.exec(attributes.class ?? '')?.[1] ??
    /^(?:heading|标题)\s*([1-9])$/.exec(style.get('mso-style-name') ?? '')?.[1]
  const level = Number(found ?? 0)
  // The four levels that documents have.
  return level >= 1 && level <= 4 ? (level as Heading['level']) : null
}

/** Alignment, where it is one that cells have. */
export function alignOf({ attributes }: HtmlElement, style: Style): CellAlign | null {
  const align = style.get('text-align') ?? attributes.align?.toLowerCase()
  return align === 'left' || align === 'center' || align === 'right' ? align : null
}

/** How white space counts in an element that says so. */
export function spacesOf({ name }: HtmlElement, style: Style): Spaces | null {
  const space = style.get('white-space')
  if (name === 'pre' || space === 'pre' || space === 'pre-wrap' || space === 'pre-line' || space === 'break-spaces') return 'pre'
  // WPS marks all runs of text with it, Word only runs of spaces.
  if (style.has('mso-spacerun')) return 'keep'
  return space === 'normal' ? 'collapse' : null
}

/** Who inserted or deleted (`cite="mailto:李毅"`), as Word and WPS write it; null where nobody is named. */
export function changeOf({ attributes: { cite = '', datetime = '' } }: HtmlElement): Change | null {
  const author = decoded(cite.replace(/^mailto:/i, '')).trim()
  return author === '' ? null : { id: newId(), author, date: datetime }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Tabs that `mso-tab-count` stands for. */
export function tabsOf(style: Style): number {
  const count = Number.parseInt(style.get('mso-tab-count') ?? '1', 10)
  return Number.isNaN(count) ? 1 : Math.min(Math.max(count, 1), 20)
}

/** All text of some nodes, white space as in the source. */
export function textBelow(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : textBelow(node.children))).join('')
}

/** True where anything but space is shown. */
export function hasText(nodes: readonly HtmlNode[]): boolean {
  return nodes.some((node) => (typeof node === 'string' ? node.trim() !== '' : hasText(node.children)))
}

/** Word's comments in the list behind the text. */
export function commentsIn(nodes: readonly HtmlNode[], sheet: StyleSheet): number {
  return nodes.reduce((count, node) => {
    if (typeof node === 'string') return count
    return count + (sheet.of(node).get('mso-element') === 'comment' ? 1 : commentsIn(node.children, sheet))
  }, 0)
}
