/**
 * What is printed of one document, in order, as lines and tables in sections of one or more columns. Pure description: no page is broken
 * here and nothing is said of any file format.
 */
import type { CellAlign, Image, KeptTitle } from '../document/types.ts'
import type { Id } from '../lib/id.ts'
import type { PageLook } from './look.ts'
import type { FontSlot } from './slots.ts'
import type { TableGrid } from './table-grid.ts'

/** 版头: kinds of line that an original has above its red line and the gazette leaves out. `signedNumber`: a number with signers beside it. */
export const HEAD_KINDS = ['copyNumber', 'secrecy', 'urgency', 'mark', 'signers', 'signedNumber'] as const

/** Every kind of line that a page has; each has a look of its own. */
export type LineKind =
  | (typeof HEAD_KINDS)[number]
  | 'issuer' // 发文机关
  | 'title'
  | 'documentNumber' // 发文字号
  | 'recipients' // 主送机关
  | 'body'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'chapter'
  | 'article'
  | 'attachmentList' // 附件说明
  | 'signatureOrgan'
  | 'signatureDate'
  | 'note' // 附注
  | 'innerTitle'
  | 'attachmentLabel'
  | 'tableCaption'
  | 'tableUnit'
  | 'tableNote'
  | 'formula'
  | 'contact' // 联系人：
  | 'roster' // 名单
  | 'image'
  | 'gap' // the empty line beside a table

/** A piece of a line; `slot` where it has another font than its kind of line. "\n" breaks the line, "\t" is a tab. */
export interface Span {
  readonly text: string
  readonly slot?: FontSlot
}

export interface FlowLine {
  readonly kind: 'line'
  readonly line: LineKind
  readonly spans: readonly Span[]
  /** Distances in twips where the kind of line does not say them. */
  readonly left?: number
  readonly right?: number
  readonly hanging?: number
  readonly before?: number
  readonly after?: number
  /** Distance of two lines where it is not that of the kind of line. */
  readonly pitch?: number
  /** Never the last line of a column. */
  readonly keepNext?: boolean
  /** Tab stops from the left end of the line, in twips. */
  readonly tabs?: readonly number[]
  /** The image that stands in the line instead of text. Width and height in twips, no wider than its line and no higher than the page. */
  readonly image?: Pick<Image, 'sha256' | 'mediaType' | 'width' | 'height' | 'alt'>
  /** The block, part or paragraph that it was made of. */
  readonly source?: Id
  /** Where in the printed text of its source the line begins (UTF-16 units), where it is not all of it. */
  readonly offset?: number
  /** No single line of it at the foot or the head of a column. */
  readonly noLoneLines?: boolean
  /** Of its line breaks those that nobody chose: the first is 0. */
  readonly proposed?: readonly number[]
  /** How a title in the text was set before; asked when it is known how wide it stands. */
  readonly kept?: readonly KeptTitle[]
}

export interface FlowTable {
  readonly kind: 'table'
  readonly grid: TableGrid
  readonly headerRows: number
  /** The last row is a total (合计), in the face of the header. */
  readonly totalRow: boolean
  /** On a page turned to landscape. */
  readonly landscape: boolean
  /** Widths of the grid's columns in twips. */
  readonly widths: readonly number[]
  /** For each row, about how many lines its highest cell has. */
  readonly lines: readonly number[]
  /** For each row of the header, about how many lines the cells need that end in it and began above; 0 where there are none. */
  readonly headLines: readonly number[]
  /** How each column's cells stand that do not say so themselves: text that wraps to the left, short entries centred. */
  readonly aligns: readonly CellAlign[]
  /** Size of the text in pt. */
  readonly size: number
}

export type FlowItem = FlowLine | FlowTable

/** A stretch of pages or of a page with one number of columns. */
export interface FlowSection {
  readonly columns: number
  readonly landscape: boolean
  /** Begins on a new page also where the one before has the same orientation. */
  readonly newPage?: boolean
  readonly items: readonly FlowItem[]
}

/** Everything that a running head says; "" is left out. */
export interface RunningHead {
  readonly gazetteName: string
  readonly issue: string
  readonly section: string
}

/** Length of the lines of a section, in twips. A landscape page is the portrait page turned a quarter. */
export function lineLength({ page, columns }: PageLook, section: Pick<FlowSection, 'columns' | 'landscape'>): number {
  if (section.landscape) return page.height - page.top - page.bottom
  const width = page.width - page.left - page.right
  return Math.floor((width - (section.columns - 1) * columns.gap) / section.columns)
}
