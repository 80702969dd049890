/** Walking a document and reading its text. Deleted text (tracked) and unfilled places count for nothing. */
import type { AttachmentPart, Block, Document, Image, Inline, Leaf, Part, Place, Reference, Table, TextBlock } from './types.ts'

/** True for a template's unfilled place. */
export function isPlace(node: Inline): node is Place {
  return 'type' in node && node.type === 'place'
}

/** True for a cross reference. */
export function isReference(node: Inline): node is Reference {
  return 'type' in node && node.type === 'reference'
}

/** True for a run of text. */
export function isLeaf(node: Inline): node is Leaf {
  return !('type' in node)
}

/** True for a block that is a line of text: neither a table nor an image. */
export function isTextBlock(block: Block): block is TextBlock {
  return block.type !== 'table' && block.type !== 'image'
}

/** True for a table that is printed with rules, not as the lines of a roster. */
export function isRuled(block: Block): block is Table {
  return block.type === 'table' && block.look !== 'roster'
}

/** The text of a line of leaves as it would be printed. */
export function textOf(children: readonly Inline[]): string {
  let text = ''
  for (const child of children) {
    if (isPlace(child)) continue
    const run = isReference(child) ? child.children[0] : child
    if (!run.del) text += run.text
  }
  return text
}

/** The part of one type, if the document has it. */
export function findPart<T extends Part['type']>(document: Document, type: T): Extract<Part, { type: T }> | undefined {
  return document.parts.find((part): part is Extract<Part, { type: T }> => part.type === type)
}

/** Text of a part that is one line (title, recipients, signature, note); "" where the part is absent. */
export function partText(
  document: Document,
  type: 'title' | 'recipients' | 'signatureOrgan' | 'signatureDate' | 'note',
): string {
  const part = findPart(document, type)
  return part ? textOf(part.children) : ''
}

/** The attachments, in order. */
export function attachmentsOf(document: Document): readonly AttachmentPart[] {
  return document.parts.filter((part): part is AttachmentPart => part.type === 'attachment')
}

/** The blocks of a part; none for parts that are one line. */
export function blocksOf(part: Part): readonly Block[] {
  if (part.type === 'body') return part.children
  if (part.type !== 'printed' && part.type !== 'attachment') return []
  const [, ...blocks] = part.children
  return blocks
}

/** The title of a printed text or an attachment. */
export function innerTitleOf(part: Extract<Part, { type: 'printed' | 'attachment' }>): string {
  return textOf(part.children[0].children)
}

/**
 * Splits what stands after a heading's number into the heading proper and the text that runs on from it. Three cases:
 * a heading alone: `[text, ""]`; a run-in heading, which ends with its first 。: `[heading, rest]`; and a numbered sentence,
 * an item of an article or of a list, which is no heading: `["", text]`. That is what ends with ；, and what ends with 。 and
 * is longer than a heading or has a comma; a short phrase with its 。 is a heading whose text has not been written yet.
 */
export function runIn(text: string): readonly [heading: string, rest: string] {
  const end = text.indexOf('。')
  if (end >= 0 && end < text.length - 1) return [text.slice(0, end + 1), text.slice(end + 1)]
  const isSentence = /[；;]$/.test(text) || (end >= 0 && (text.length > LONGEST_PHRASE || /[，,]/.test(text)))
  return isSentence ? ['', text] : [text, '']
}

/** Characters of the longest heading with its 。. */
const LONGEST_PHRASE = 16

/** All images of a document, in reading order. */
export function imagesOf(document: Document): readonly Image[] {
  return document.parts.flatMap(blocksOf).filter((block): block is Image => block.type === 'image')
}

/** All unfilled places of a document, in reading order. */
export function placesOf(document: Document): readonly Place[] {
  const places: Place[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if ('type' in node && node.type === 'place') places.push(node as Place)
    else if ('children' in node && Array.isArray(node.children)) for (const child of node.children) visit(child)
  }
  for (const part of document.parts) visit(part)
  return places
}

/** A leaf of plain text. */
export function leaf(text: string): Leaf {
  return { text }
}
