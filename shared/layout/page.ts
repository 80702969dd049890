/**
 * Pages as they come out: every line, rule and image at its place. Distances are twips (1/20 pt) from the upper left corner of the page
 * as it is read (a landscape page is wide), x to the right and y down.
 */
import type { ImageType } from '../document/types.ts'
import type { Id } from '../lib/id.ts'
import type { LineKind } from './flow.ts'
import type { FontSlot } from './slots.ts'

/** A piece of a line in one font. `advances` has for each character (code point) of `text` what the next one stands further right. */
export interface PlacedRun {
  readonly text: string
  readonly x: number
  readonly slot: FontSlot
  /** pt */
  readonly size: number
  readonly advances: readonly number[]
}

/** What a line is: a line of the text, or one of a cell, of the page's margins, of the 版记. */
export type LineRole = LineKind | 'cell' | 'runningHead' | 'pageNumber' | 'end'

export interface PlacedLine {
  readonly kind: 'line'
  readonly role: LineRole
  /** The line's box; a click in it means the line. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly baseline: number
  readonly runs: readonly PlacedRun[]
  readonly color?: 'red'
  /** The block, part or paragraph that it was made of, and which characters of what is printed of it (UTF-16, from-to). */
  readonly source?: { readonly id: Id; readonly from: number; readonly to: number }
  /** Which column of its page, from 0. */
  readonly column?: number
  /**
   * Heads and numbers of landscape pages, which read from top to bottom: `x` and `y` are where the line's own upper left corner stands on the landscape
   * page, all other places those of a line that runs on to the right from there, and it is drawn after a quarter turn to the right about that corner.
   */
  readonly turned?: true
  /** Level in the outline, on the first line of a heading. */
  readonly outline?: number
}

/** A rule from (x, y) to (x2, y2), `width` twips wide, its middle on the line. */
export interface PlacedRule {
  readonly kind: 'rule'
  readonly x: number
  readonly y: number
  readonly x2: number
  readonly y2: number
  readonly width: number
  readonly color?: 'red'
  /** What it belongs to. */
  readonly role: 'table' | 'runningHead' | 'redLine' | 'end'
}

export interface PlacedImage {
  readonly kind: 'image'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly sha256: string
  readonly mediaType: ImageType
  readonly alt?: string
  readonly source?: Id
}

export type Mark = PlacedLine | PlacedRule | PlacedImage

export interface Page {
  /** The number that is printed on it. */
  readonly number: number
  readonly width: number
  readonly height: number
  readonly landscape: boolean
  /** The text area (版心). */
  readonly frame: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  /** In reading order: text first, then what stands in the margins. */
  readonly marks: readonly Mark[]
}
