/**
 * The document as Slate holds it: the parts as they are stored, with one thing added. The header's fields are a
 * property of the title, so that an operation on them is an ordinary operation and one history undoes form and text.
 */
import { Element, Text, type BaseEditor, type Descendant, type Node } from 'slate'
import type { HistoryEditor } from 'slate-history'
import type { ReactEditor } from 'slate-react'
import type { Block, Cell, Header, Heading, Image, Item, Paragraph, Part } from '../../../shared/document/types.ts'
import type { Id } from '../../../shared/lib/id.ts'

/** Every kind of element of a document. */
export type ElementType = Part['type'] | Block['type'] | 'innerTitle' | 'row' | 'cell' | 'place' | 'reference'

/**
 * Any element. Which properties an element of a type has is said in shared/document/types.ts and held by the plugins;
 * Slate itself handles all elements alike.
 */
export interface SheetElement {
  type: ElementType
  id: Id
  children: Descendant[]
  /** Of the title only. */
  header?: Header
  level?: Heading['level']
  printed?: string
  hint?: string
  /** Of a cross reference. */
  target?: Id
  role?: NonNullable<Paragraph['role']>
  marker?: Item['marker']
  sha256?: Image['sha256']
  mediaType?: Image['mediaType']
  width?: number
  height?: number
  alt?: string
  look?: 'roster'
  widths?: readonly number[]
  totalRow?: true
  landscape?: true
  orientation?: 'landscape'
  headerRows?: number
  caption?: string
  unit?: string
  colSpan?: number
  rowSpan?: number
  align?: NonNullable<Cell['align']>
}

declare module 'slate' {
  interface CustomTypes {
    Element: SheetElement
  }
}

export interface SheetEditor extends ReactEditor, Omit<HistoryEditor, keyof BaseEditor> {
  /** Everything is undone, back to the document that was opened. */
  hasUndoneAll(): boolean
  /** The next text that is put in belongs to the undo step before it. */
  joinNextText(): void
}

/** Elements that hold text and are blocks of running text. */
export const TEXT_BLOCKS = ['paragraph', 'heading', 'chapter', 'article', 'item'] as const satisfies readonly ElementType[]
/** Inline elements that the caret passes as one thing. */
export const INLINES = ['place', 'reference'] as const satisfies readonly ElementType[]
/** Every block that a part holds. */
export const BLOCKS = [...TEXT_BLOCKS, 'table', 'image'] as const satisfies readonly ElementType[]
/** Parts that are one line of text. */
export const LINE_PARTS = ['title', 'recipients', 'signatureOrgan', 'signatureDate', 'note'] as const satisfies readonly ElementType[]
/** Elements that hold text and nothing else. */
export const LINES = [...LINE_PARTS, 'innerTitle', ...TEXT_BLOCKS] as const satisfies readonly ElementType[]
/** Elements that hold blocks. */
export const HOLDERS = ['body', 'printed', 'attachment', 'cell'] as const satisfies readonly ElementType[]
/** What typing and deleting never merge with its neighbour. */
export const ISOLATED = [...LINE_PARTS, 'innerTitle', ...HOLDERS] as const satisfies readonly ElementType[]

/** True for an element of one of the types. */
export function isOneOf(node: SheetElement, types: readonly ElementType[]): boolean
export function isOneOf(node: Node, types: readonly ElementType[]): node is SheetElement
export function isOneOf(node: Node, types: readonly ElementType[]): boolean {
  return Element.isElement(node) && types.includes(node.type)
}

/** True for a line that shows nothing: no text, no unfilled place. An image is no line, though its text is empty. */
export function isBlank(line: SheetElement): boolean {
  return isOneOf(line, LINES) && line.children.every((child) => Text.isText(child) && child.text === '')
}
