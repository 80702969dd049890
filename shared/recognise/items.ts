/** What a Word file holds, in reading order: paragraphs, tables and images, with what their looks say about them. */
import type { Block, CellAlign, Change, Heading, Image, Leaf, Table } from '../document/types.ts'
import type { Remark } from './doubt.ts'

/** What a paragraph is, where its style says so: the styles of the program's own files in both layouts; the first ones stand in the official layout only. */
export const ITEM_ROLES = [
  'copyNumber', 'secrecy', 'urgency', 'mark', 'signers', 'signedNumber', 'copies', 'printedBy', 'plainOrgan', 'plainDate', 'stampOrgan', 'stampDate',
  'issuer', 'title', 'documentNumber', 'recipients', 'body', 'heading1', 'heading2', 'heading3', 'heading4', 'chapter', 'article', 'attachmentList',
  'signatureOrgan', 'signatureDate', 'note', 'innerTitle', 'attachmentLabel', 'tableCaption', 'tableUnit', 'tableNote',
  'formula', 'contact', 'roster', 'gap',
] as const
export type ItemRole = (typeof ITEM_ROLES)[number]

/** A paragraph. `content` has an automatic number in front, as it is shown; "\n" is a line break. */
export interface ParagraphItem {
  readonly kind: 'paragraph'
  readonly content: readonly Leaf[]
  readonly role: ItemRole | null
  /** Heading level by style or outline level. */
  readonly level: Heading['level'] | null
  readonly align: CellAlign | null
  /** The insertion or deletion of the paragraph's end is tracked. */
  readonly mark?: { readonly kind: 'ins' | 'del'; readonly by: Change }
  /** Where it stood, if not in the text: 页眉, 页脚. */
  readonly where?: string
  readonly comments?: readonly Remark[]
  /** What could not be read as it is, in Chinese: text boxes, notes. */
  readonly doubts: readonly string[]
}

export interface TableItem {
  readonly kind: 'table'
  readonly table: Table
  /** Drawn without rules, so that it may only set its words in columns. */
  readonly unruled?: boolean
  readonly comments?: readonly Remark[]
  readonly doubts: readonly string[]
}

/** A picture, behind the paragraph that it stood in. */
export interface ImageItem {
  readonly kind: 'image'
  readonly image: Image
  /** It stands over or beside the text, as a seal does. */
  readonly floating: boolean
  readonly doubts: readonly string[]
}

export type Item = ParagraphItem | TableItem | ImageItem

/** Where two neighbouring leaves are one run of text: same insertion, same deletion. */
export function sameTracks(a: Leaf, b: Leaf): boolean {
  return sameChange(a.ins, b.ins) && sameChange(a.del, b.del)
}

function sameChange(a: Change | undefined, b: Change | undefined): boolean {
  return a?.author === b?.author && a?.date === b?.date
}

/** A paragraph of which only deleted text is left: it stays as a block of its own. */
export function isDeleted({ content }: Pick<ParagraphItem, 'content'>): boolean {
  return content.some(({ text, del }) => del && text !== '') && content.every(({ text, del }) => del !== undefined || text === '')
}

/** Text of a table's cells, a tab between them, rows as lines: for what is judged by its words. */
export function tableWords(table: Extract<Block, { type: 'table' }>): readonly string[] {
  return table.children.map((row) =>
    row.children.map((cell) => cell.children.flatMap(({ children }) => children.map((one) => ('type' in one || one.del ? '' : one.text))).join('')).join('\t'),
  )
}
