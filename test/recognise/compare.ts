/** What recognition must keep: the structure of a document, and the characters of a text. */
import { blocksOf, innerTitleOf, textOf } from '../../shared/document/text.ts'
import type { Block, Document, Part } from '../../shared/document/types.ts'
import { attachmentLabels, headingNumbers } from '../../shared/numbering/headings.ts'

/** A document without ids, each number as it is printed: what a reader sees of its structure. */
export function shapeOf(document: Document): unknown {
  const numbers = headingNumbers(document)
  const labels = attachmentLabels(document)
  const block = (one: Block): unknown => {
    if (one.type === 'table') {
      const rows = one.children.map((row) => row.children.map((cell) => cell.children.map(({ children }) => textOf(children)).join('\n')))
      return { type: one.look ?? 'table', headerRows: one.headerRows, totalRow: one.totalRow, caption: one.caption, unit: one.unit, rows }
    }
    if (one.type === 'paragraph') return { type: one.role ?? 'paragraph', text: textOf(one.children) }
    if (one.type === 'item') return { type: one.marker, number: numbers.get(one.id), text: textOf(one.children) }
    return { type: one.type === 'heading' ? `heading${one.level}` : one.type, number: numbers.get(one.id), text: textOf(one.children) }
  }
  const part = (one: Part): unknown => {
    const blocks = blocksOf(one).map(block)
    if (one.type === 'body') return { type: one.type, blocks }
    if (one.type === 'printed' || one.type === 'attachment') return { type: one.type, label: labels.get(one.id), title: innerTitleOf(one), blocks }
    return { type: one.type, text: textOf(one.children) }
  }
  return { header: document.header, parts: document.parts.map(part) }
}

/** Characters that are not space, brackets and colons in one width: the width of these is the document's, not the text's. */
export function characters(text: string): string {
  return text.replace(/[\s\ufeff]/g, '').replaceAll('（', '(').replaceAll('）', ')').replaceAll('：', ':')
}

/** How often each character occurs, as sorted lines, so that a difference can be read. */
export function tally(text: string): readonly string[] {
  const counts = new Map<string, number>()
  for (const char of characters(text)) counts.set(char, (counts.get(char) ?? 0) + 1)
  return [...counts].map(([char, count]) => `${char} ${count}`).sort()
}

/** True where `part` is what remains of `whole` after striking out characters: nothing changed its place. */
export function inOrder(part: string, whole: string): boolean {
  const within = characters(whole)
  let at = 0
  for (const char of characters(part)) {
    at = within.indexOf(char, at) + 1
    if (at === 0) return false
  }
  return true
}
