/**
 * Everything that is to be printed of one document: what stands in which order, how each kind of line looks, and the frame of
 * the page. Screen, PDF and Word file are drawn from this description and decide nothing about the page themselves.
 */
import type { SignatureKind } from '../document/types.ts'
import type { FlowSection, LineKind, RunningHead } from './flow.ts'
import type { GazetteTemplate } from './gazette.ts'
import type { PageLook } from './look.ts'
import type { FontSlot } from './slots.ts'

/** How a kind of line looks. Lengths in twips, size in pt. */
export interface LineStyle {
  readonly slot: FontSlot
  readonly size: number
  /** Exact distance of two lines; absent where the line is as high as what stands in it (an image). */
  readonly line?: number
  readonly align: 'left' | 'center' | 'right' | 'both'
  readonly before: number
  readonly after: number
  /** First line indent, in characters (字) of the line's own size. */
  readonly indent: number
  /** Never the last line of a column. */
  readonly keepNext: boolean
  /** Level in the outline (bookmarks), 0 the highest. */
  readonly outline?: number
  /** Added after each character; negative where 28 characters of 16 pt have to fit 156 mm. */
  readonly spacing?: number
  /** Black unless it says so. */
  readonly color?: 'red'
  /** A rule across the column below the line. */
  readonly rule?: LineRule
}

/** A rule below a line: `space` twips from the line's box to its upper edge, `width` thick. Both make the line so much higher. */
export interface LineRule {
  readonly space: number
  readonly width: number
  readonly color?: 'red'
}

/** Looks of text in cells: of a table in the text's size, and of one with many columns in a smaller one. */
export interface CellStyles {
  readonly text: LineStyle
  readonly head: LineStyle
  readonly smallText: LineStyle
  readonly smallHead: LineStyle
}

/** One line of the 版记: text at the left, which goes on under its `hanging`th character, and text at the right. */
export interface EndRow {
  readonly rule: 'thick' | 'thin'
  readonly kind: 'copies' | 'printedBy'
  readonly left: string
  readonly right?: string
  readonly hanging?: number
}

/**
 * 版记 (GB/T 9704-2012, 7.4): rows with a rule above each, and a thick rule below the last, whose lower edge is the foot of the text area of
 * the last page. The text above keeps `gap` twips from it, or it takes a page more.
 */
export interface EndBlock {
  readonly rows: readonly EndRow[]
  readonly style: LineStyle
  /** Widths of the rules in twips: 0.35 mm and 0.25 mm. */
  readonly thick: number
  readonly thin: number
  /** From either end of the rules to the text, in twips. */
  readonly indent: number
  readonly gap: number
}

/** What stands in the margins of each page of a document. */
export type Furniture = GazetteFurniture | OfficialFurniture

/** The running head above, the page number below, both at the outer side. */
export interface GazetteFurniture {
  readonly kind: 'gazette'
  readonly head: RunningHead
  readonly faces: Pick<GazetteTemplate['faces'], 'runningHead' | 'sectionName' | 'pageNumber'>
}

/** The page number between dashes, below the text, `indent` twips from its outer side: — 1 —. */
export interface OfficialFurniture {
  readonly kind: 'official'
  readonly pageNumber: { readonly slot: FontSlot; readonly size: number }
  readonly indent: number
}

/** The book of the register: what it is in the head, 第 1 页 共 3 页 in the foot. "" is left out. */
export interface BookFurniture {
  readonly kind: 'book'
  readonly left: string
  readonly right: string
  readonly face: { readonly slot: FontSlot; readonly size: number }
}

/** A document's pages. */
export type Print = PrintOf<Furniture>

/** Pages of whatever is printed. */
export type AnyPrint = PrintOf<Furniture | BookFurniture>

export interface PrintOf<F> {
  /** Name of the template or rule set: 公报双栏, GB/T 9704-2012. */
  readonly name: string
  readonly look: PageLook
  readonly styles: Readonly<Record<LineKind, LineStyle>>
  readonly cells: CellStyles
  readonly sections: readonly FlowSection[]
  readonly furniture: F
  readonly end?: EndBlock
  /** How it is signed, where that is not with a seal: a Word file says so in the styles of the signature. */
  readonly signature?: Exclude<SignatureKind, 'seal'>
  /** Number of the first page. */
  readonly firstPage: number
}
