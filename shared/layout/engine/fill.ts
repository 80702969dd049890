/**
 * One column, filled from the top: as much as fits, never against what must stay together. A heading goes with what follows it
 * (`keepNext`), and where `noLoneLines` asks for it no single line of a paragraph stands at the foot or the head of a column.
 */
import type { Mark } from '../page.ts'
import { takeRows, type TableRest } from './table.ts'
import type { LineUnit, Unit } from './units.ts'

/** Where to go on: a unit, and within it a line or a row. */
export interface Cursor {
  readonly unit: number
  readonly line: number
  readonly rest?: TableRest
}

export const START: Cursor = { unit: 0, line: 0 }

/** Some lines of a unit, or rows of a table, at a distance from the column's top. */
export type Piece =
  | { readonly kind: 'lines'; readonly unit: LineUnit; readonly from: number; readonly to: number; readonly y: number }
  | { readonly kind: 'rows'; readonly marks: readonly Mark[]; readonly y: number }

export interface Filled {
  readonly pieces: readonly Piece[]
  /** Down to the foot of the last piece. */
  readonly height: number
  /** What the last piece keeps free below it. */
  readonly after: number
  /** Absent when everything is placed. */
  readonly next?: Cursor
}

export interface Column {
  readonly room: number
  /** At the head of a page: what is too high even for this is put there all the same. */
  readonly isWhole: boolean
  /** Whether the distance above the first line counts: not after an automatic break. */
  readonly spaceAbove: boolean
  /** What stands above keeps so much free below it. */
  readonly above: number
}

/** Fills a column with units from `cursor` on. Nothing placed means: it does not fit here. */
export function fillColumn(units: readonly Unit[], cursor: Cursor, column: Column): Filled {
  const filling = new Filling(units, column)
  let at = cursor
  while (at.unit < units.length) {
    const next = filling.place(at)
    if (next === 'full') return filling.done()
    at = next
  }
  return filling.done()
}

class Filling {
  readonly #units: readonly Unit[]
  readonly #column: Column
  readonly #pieces: Piece[] = []
  /** For each piece, where it begins. */
  readonly #starts: Cursor[] = []
  #y = 0
  #after: number
  #next: Cursor | undefined

  constructor(units: readonly Unit[], column: Column) {
    this.#units = units
    this.#column = column
    this.#after = column.above
  }

  done(): Filled {
    const last = this.#pieces.at(-1)
    const filled = { pieces: this.#pieces, height: this.#y, after: last ? this.#after : 0 }
    return this.#next ? { ...filled, next: this.#next } : filled
  }

  /** Places the unit at `cursor` or its first lines. */
  place(cursor: Cursor): Cursor | 'full' {
    const unit = this.#units[cursor.unit]
    if (unit?.kind === 'lines') return this.#lines(unit, cursor)
    return unit ? this.#rows(unit.table, cursor) : 'full'
  }

  #lines(unit: LineUnit, cursor: Cursor): Cursor | 'full' {
    const first = this.#pieces.length === 0
    const above = first && (!this.#column.spaceAbove || cursor.line > 0) ? this.#after : Math.max(this.#after, cursor.line > 0 ? 0 : unit.before)
    const top = this.#y + above
    let to = cursor.line
    let y = top
    for (let line = unit.lines[to]; line && y + line.height <= this.#column.room + EPSILON; line = unit.lines[to]) {
      y += line.height
      to += 1
    }
    // What goes with the next is not parted itself: LibreOffice does not, and Word is told not to.
    if (to < unit.lines.length) to = unit.keepNext && cursor.line === 0 && !(first && this.#column.isWhole) ? 0 : this.#withoutLoneLines(unit, cursor.line, to)
    if (to === cursor.line && first && this.#column.isWhole) {
      to = cursor.line + 1
      y = top + (unit.lines[cursor.line]?.height ?? 0)
    }
    if (to === cursor.line) return this.#full(cursor)
    y = top + unit.lines.slice(cursor.line, to).reduce((sum, { height }) => sum + height, 0)
    this.#pieces.push({ kind: 'lines', unit, from: cursor.line, to, y: top })
    this.#starts.push(cursor)
    this.#y = y
    this.#after = to === unit.lines.length ? unit.after : 0
    if (to === unit.lines.length) return { unit: cursor.unit + 1, line: 0 }
    this.#next = { unit: cursor.unit, line: to }
    return 'full'
  }

  /** How many lines stay here so that neither this column nor the next has a single one. */
  #withoutLoneLines({ flow, lines }: LineUnit, from: number, to: number): number {
    if (flow.noLoneLines !== true) return to
    const end = lines.length - to === 1 ? to - 1 : to
    return end - from < 2 && from === 0 ? from : end
  }

  #rows(table: Extract<Unit, { kind: 'table' }>['table'], cursor: Cursor): Cursor | 'full' {
    const top = this.#y + this.#after
    const atTop = this.#pieces.length === 0 && this.#column.isWhole
    const taken = takeRows(table, cursor.rest, this.#column.room - top, atTop)
    if (taken.marks.length === 0) return this.#full(cursor)
    this.#pieces.push({ kind: 'rows', marks: taken.marks, y: top })
    this.#starts.push(cursor)
    this.#y = top + taken.height
    this.#after = 0
    if (!taken.rest) return { unit: cursor.unit + 1, line: 0 }
    this.#next = { unit: cursor.unit, line: 0, rest: taken.rest }
    return 'full'
  }

  /** Nothing more fits. What must not be parted from the unit at `cursor` goes on with it, unless that would be everything. */
  #full(cursor: Cursor): 'full' {
    let keep = this.#pieces.length
    while (keep > 0 && isKept(this.#pieces[keep - 1])) keep -= 1
    if (keep === 0 && this.#column.isWhole) keep = this.#pieces.length
    this.#next = this.#starts[keep] ?? cursor
    this.#pieces.length = keep
    this.#starts.length = keep
    const last = this.#pieces.at(-1)
    this.#y = last ? last.y + heightOf(last) : 0
    this.#after = last?.kind === 'lines' && last.to === last.unit.lines.length ? last.unit.after : 0
    return 'full'
  }
}

/** What renderers round. */
const EPSILON = 0.5

function isKept(piece: Piece | undefined): boolean {
  return piece?.kind === 'lines' && piece.unit.keepNext && piece.to === piece.unit.lines.length
}

function heightOf(piece: Piece): number {
  if (piece.kind === 'lines') return piece.unit.lines.slice(piece.from, piece.to).reduce((sum, { height }) => sum + height, 0)
  return Math.max(0, ...piece.marks.map((mark) => (mark.kind === 'rule' ? mark.y2 : mark.y + mark.height)))
}
