/** Making documents and their parts: every element gets a fresh id here. */
import { newId } from '../lib/id.ts'
import { leaf } from './text.ts'
import type {
  Article, Block, Cell, CellAlign, Chapter, Document, Header, Heading, Image, Inline, InnerTitle, Item, Paragraph, ParagraphRole, Part, Place, Reference, Row, Table,
} from './types.ts'
import type { Id } from '../lib/id.ts'
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

/** A cross reference to a block or an attachment; `text` is its label as it stands now. Put leaves on both sides of it, too. */
export function makeReference(target: Id, text: string): Reference {
  return { type: 'reference', id: newId(), target, children: [leaf(text)] }
}

/** `role` where it is no running text. */
export function makeParagraph(content: Content, role?: ParagraphRole): Paragraph {
  return { type: 'paragraph', id: newId(), ...(role === undefined ? {} : { role }), children: inlines(content) }
}

/** An item with its marker; `printed` as in `makeHeading`. */
export function makeItem(marker: Item['marker'], content: Content, printed?: string): Item {
  return { type: 'item', id: newId(), marker, ...(printed === undefined ? {} : { printed }), children: inlines(content) }
}

/** An image whose bytes are a blob of the library. Width and height in pt. */
export function makeImage(image: Pick<Image, 'sha256' | 'mediaType' | 'width' | 'height' | 'alt'>): Image {
  return { type: 'image', id: newId(), ...image, children: [leaf('')] }
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
  return { type: 'cell', id: newId(), ...options, children: text.split('\n').map((line) => makeParagraph(line)) }
}

export function makeRow(cells: readonly Cell[]): Row {
  return { type: 'row', id: newId(), children: cells }
}

export type TableOptions = Partial<Pick<Table, 'headerRows' | 'caption' | 'unit' | 'widths' | 'totalRow' | 'landscape'>>

/** A table; `headerRows` is 1 unless given. */
export function makeTable(rows: readonly Row[], { headerRows = 1, ...options }: TableOptions = {}): Table {
  return { type: 'table', id: newId(), headerRows, ...options, children: rows }
}

/** One line of a roster, as it is read: an empty role is that of the line above. */
export interface RosterEntry {
  readonly role: string
  readonly name: string
  readonly post: string
}

/** A roster (名单). */
export function makeRoster(entries: readonly RosterEntry[]): Table {
  const rows = entries.map(({ role, name, post }) => makeRow([role, name, post].map((text) => makeCell(text))))
  return { type: 'table', id: newId(), look: 'roster', headerRows: 0, children: rows }
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

/**
 * The same content with new ids throughout, for a second document made of a first; ids of tracked changes stay, as they name the change. The new ids go into
 * `fresh` by the old ones.
 */
export function reidentify(document: Document, fresh = new Map<Id, Id>()): Document {
  const parts = document.parts.map((part) => renew(part, fresh))
  return { ...document, parts: parts.map((part) => redirect(part, fresh)) }
}

function renew<T extends object>(node: T, fresh: Map<string, Id>): T {
  const copy: { id?: unknown; children?: unknown } = { ...node }
  if ('id' in node) {
    copy.id = newId()
    // An element's id is a string and its new one, too.
    fresh.set(node.id as string, copy.id as Id)
  }
  if ('children' in node && Array.isArray(node.children)) copy.children = node.children.map((child: object) => renew(child, fresh))
  // Only ids differ.
  return copy as T
}

/** References to what was renewed point to the new ids. */
function redirect<T extends object>(node: T, fresh: ReadonlyMap<string, Id>): T {
  const copy: { target?: unknown; children?: unknown } = { ...node }
  if ('target' in node && typeof node.target === 'string') copy.target = fresh.get(node.target) ?? node.target
  if ('children' in node && Array.isArray(node.children)) copy.children = node.children.map((child: object) => redirect(child, fresh))
  // Only targets differ.
  return copy as T
}
