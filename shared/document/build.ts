/** Making documents and their parts: every element gets a fresh id here. */
import { newId } from '../lib/id.ts'
import { leaf } from './text.ts'
import type { Article, Block, Cell, CellAlign, Chapter, Document, Header, Heading, Inline, InnerTitle, Paragraph, Part, Place, Row, Table } from './types.ts'
import { DOCUMENT_VERSION } from './types.ts'

/** Text, or inlines that are ready. An element without any text still holds one empty leaf, as Slate wants it. */
export type Content = string | readonly Inline[]

function inlines(content: Content): readonly Inline[] {
  if (typeof content === 'string') return [leaf(content)]
  return content.length > 0 ? content : [leaf('')]
}

/** An unfilled place. Slate keeps text on both sides of it, so put leaves there. */
export function makePlace(hint: string): Place {
  return { type: 'place', id: newId(), hint, children: [leaf('')] }
}

export function makeParagraph(content: Content): Paragraph {
  return { type: 'paragraph', id: newId(), children: inlines(content) }
}

/** `printed` only for a number that must stay as it was printed. */
export function makeHeading(level: Heading['level'], content: Content, printed?: string): Heading {
  return { type: 'heading', id: newId(), level, ...(printed === undefined ? {} : { printed }), children: inlines(content) }
}

/** 第一章. `printed` as in `makeHeading`. */
export function makeChapter(content: Content, printed?: string): Chapter {
  return { type: 'chapter', id: newId(), ...(printed === undefined ? {} : { printed }), children: inlines(content) }
}

/** 第一条. `printed` as in `makeHeading`. */
export function makeArticle(content: Content, printed?: string): Article {
  return { type: 'article', id: newId(), ...(printed === undefined ? {} : { printed }), children: inlines(content) }
}

export interface CellOptions {
  readonly colSpan?: number
  readonly rowSpan?: number
  readonly align?: CellAlign
}

/** A cell; each line of `text` is a paragraph. */
export function makeCell(text: string, options: CellOptions = {}): Cell {
  return { type: 'cell', id: newId(), ...options, children: text.split('\n').map(makeParagraph) }
}

export function makeRow(cells: readonly Cell[]): Row {
  return { type: 'row', id: newId(), children: cells }
}

export interface TableOptions {
  readonly headerRows?: number
  readonly caption?: string
  readonly unit?: string
}

/** A table; `headerRows` is 1 unless given. */
export function makeTable(rows: readonly Row[], { headerRows = 1, ...options }: TableOptions = {}): Table {
  return { type: 'table', id: newId(), headerRows, ...options, children: rows }
}

/** A part that is one line of text. */
export function makeLine<T extends 'title' | 'recipients' | 'signatureOrgan' | 'signatureDate' | 'note'>(
  type: T,
  content: Content,
): Extract<Part, { type: T }> {
  // The five line parts have the same shape.
  return { type, id: newId(), children: inlines(content) } as Extract<Part, { type: T }>
}

/** The body; an empty paragraph where there are no blocks. */
export function makeBody(blocks: readonly Block[]): Extract<Part, { type: 'body' }> {
  return { type: 'body', id: newId(), children: blocks.length > 0 ? blocks : [makeParagraph('')] }
}

function innerTitle(content: Content): InnerTitle {
  return { type: 'innerTitle', id: newId(), children: inlines(content) }
}

/** The text that a notice prints. */
export function makePrinted(title: Content, blocks: readonly Block[]): Extract<Part, { type: 'printed' }> {
  return { type: 'printed', id: newId(), children: [innerTitle(title), ...blocks] }
}

/** An attachment; `printed` only for a label that must stay as it was printed. */
export function makeAttachment(title: Content, blocks: readonly Block[], printed?: string): Extract<Part, { type: 'attachment' }> {
  return { type: 'attachment', id: newId(), ...(printed === undefined ? {} : { printed }), children: [innerTitle(title), ...blocks] }
}

/** A document of the current version from its header and its parts (in printing order). */
export function makeDocument(header: Header, parts: readonly Part[]): Document {
  return { version: DOCUMENT_VERSION, header, parts }
}

/** The same content with new ids throughout, for a second document made of a first; ids of tracked changes stay, as they name the change. */
export function reidentify(document: Document): Document {
  return { ...document, parts: document.parts.map((part) => renew(part)) }
}

function renew<T extends object>(node: T): T {
  const copy: { id?: unknown; children?: unknown } = { ...node }
  if ('id' in node) copy.id = newId()
  if ('children' in node && Array.isArray(node.children)) copy.children = node.children.map((child: object) => renew(child))
  // Only ids differ.
  return copy as T
}
