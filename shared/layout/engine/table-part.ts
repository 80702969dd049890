/**
 * How much of a table stands on one page, by the rules that LibreOffice keeps: rows go over whole; where a row may split, each of its
 * cells gives as many lines as fit, and at least one; a cell over several rows that a page's end cuts shows what its part of the rows holds.
 */
import { CELL_FRAME, TABLE_RULE } from '../table-measures.ts'
import type { SetCell, SetTable } from './table-cells.ts'

/** Where to go on in a table that a page could not take whole. */
export interface TableRest {
  readonly row: number
  /** How many lines are placed of the cells that begin above and go on here. */
  readonly done: ReadonlyMap<SetCell, number>
  /** How much of the row's height stands on the pages before: 0 for a row that begins here. */
  readonly above: number
}

/** A row, or a part of one, as it stands on a page. */
export interface PlacedRow {
  readonly row: number
  readonly y: number
  readonly height: number
}

/** What a cell shows on a page: its lines from-to between the first and the last of its rows there. */
export interface CellPart {
  readonly cell: SetCell
  readonly y: number
  readonly height: number
  readonly from: number
  readonly to: number
  /** Its text begins at the top, as all text does in a row that this page's end cuts, and as what a cell over several rows has left does. */
  readonly atTop: boolean
}

/** Rows on a page, from the table's upper end there. */
export interface TablePart {
  readonly rows: readonly PlacedRow[]
  readonly cells: readonly CellPart[]
  /** With the rule that ends it; 0 where nothing is placed. */
  readonly height: number
  readonly rest?: TableRest
}

/** Rows from `rest` on (all, without it) that fit into `room` twips; at the head of a page (`atTop`) always some. */
export function takePart(table: SetTable, rest: TableRest | undefined, room: number, atTop: boolean): TablePart {
  const start = rest ?? { row: 0, done: new Map(), above: 0 }
  const taking = new Taking(table, start, room)
  taking.fill()
  return taking.end(atTop) ?? { rows: [], cells: [], height: 0, rest: start }
}

/** Rows being placed on a page. */
class Taking {
  readonly #table: SetTable
  readonly #start: TableRest
  readonly #room: number
  readonly #rows: PlacedRow[] = []
  /** Where each cell begins here. */
  readonly #tops = new Map<SetCell, number>()
  /** How far the cells that do not end here are placed. */
  readonly #ends = new Map<SetCell, number>()
  #y = 0
  /** The row to go on with. */
  #at: number

  constructor(table: SetTable, start: TableRest, room: number) {
    this.#table = table
    this.#start = start
    this.#room = room
    this.#at = start.row
  }

  /** Places the header, where it is repeated, and every row that fits. */
  fill(): void {
    if (this.#start.row > 0) for (let at = 0; at < this.#table.headerRows; at++) this.#put(at, this.#heightOf(at))
    for (; this.#at < this.#table.rows.length; this.#at++) {
      const height = this.#heightOf(this.#at)
      if (this.#y + height + TABLE_RULE > this.#room) return
      this.#put(this.#at, height)
    }
  }

  /** What is placed, and of the row that does not fit as much as may be. Undefined where a page has to begin first. */
  end(atTop: boolean): TablePart | undefined {
    const at = this.#at
    const row = this.#table.rows[at]
    if (!row) return this.#part(undefined)
    const first = Math.max(this.#start.row, this.#table.headerRows)
    const isStuck = atTop && at <= first
    if ((row.maySplit && at >= first) || isStuck) {
      const above = at === this.#start.row ? this.#start.above : 0
      const height = this.#split(at, above > 0)
      if (height > 0) return this.#part({ row: at, done: this.#ends, above: above + height })
    }
    // A row that no page can take stands there all the same.
    if (isStuck) this.#put(this.#at++, this.#heightOf(at))
    if (this.#at <= first) return undefined
    return this.#at < this.#table.rows.length ? this.#breakBefore(this.#at) : this.#part(undefined)
  }

  #from(cell: SetCell): number {
    return this.#start.done.get(cell) ?? 0
  }

  #heightOf(at: number): number {
    const row = this.#table.rows[at]
    if (!row) return 0
    let height = this.#least(at)
    for (const cell of row.cells) {
      if (cell.row + cell.rowSpan - 1 !== at) continue
      const before = this.#y - (this.#tops.get(cell) ?? this.#y)
      height = Math.max(height, textHeight(cell, this.#from(cell)) + CELL_FRAME - before)
    }
    return height
  }

  #least(at: number): number {
    const least = this.#table.rows[at]?.least ?? 0
    return at === this.#start.row ? Math.max(0, least - this.#start.above) : least
  }

  #put(at: number, height: number): void {
    for (const cell of this.#table.rows[at]?.cells ?? []) if (!this.#tops.has(cell)) this.#tops.set(cell, this.#y)
    this.#rows.push({ row: at, y: this.#y, height })
    this.#y += height
  }

  /** Places the lines of a row that still fit, and says how high they are: 0 where a cell would be left without any. */
  #split(at: number, isBegun: boolean): number {
    const cells = this.#table.rows[at]?.cells ?? []
    // As high as a row has to be, where there is room for it.
    let height = Math.min(this.#least(at), this.#room - TABLE_RULE - this.#y)
    let placed = 0
    for (const cell of cells) {
      const top = this.#tops.get(cell) ?? this.#y
      const from = this.#from(cell)
      const to = fitting(cell, from, this.#room - TABLE_RULE - CELL_FRAME - top)
      if (to === from && cell.row === at && !isBegun) return 0
      this.#ends.set(cell, to)
      placed += to - from
      height = Math.max(height, textHeight(cell, from, to) + CELL_FRAME - (this.#y - top))
    }
    if (placed === 0) {
      this.#ends.clear()
      return 0
    }
    this.#put(at, height)
    return height
  }

  /** Ends the page above a row; cells that go on below keep here what has room. */
  #breakBefore(at: number): TablePart {
    for (const cell of this.#table.rows[at]?.cells ?? []) {
      const top = this.#tops.get(cell)
      if (cell.row < at && top !== undefined) this.#ends.set(cell, fitting(cell, this.#from(cell), this.#y - top - CELL_FRAME))
    }
    return this.#part({ row: at, done: this.#ends, above: 0 })
  }

  #part(rest: TableRest | undefined): TablePart {
    const cut = rest && rest.above > 0 ? rest.row : undefined
    const bottoms = new Map<SetCell, number>()
    const atTop = new Set<SetCell>()
    for (const { row, y, height } of this.#rows)
      for (const cell of this.#table.rows[row]?.cells ?? []) {
        bottoms.set(cell, y + height)
        if (row === cut && height > this.#least(row)) atTop.add(cell)
      }
    const cells = [...this.#tops].map(
      ([cell, y]): CellPart => ({ cell, y, height: (bottoms.get(cell) ?? y) - y, from: this.#from(cell), to: this.#ends.get(cell) ?? cell.lines.length, atTop: atTop.has(cell) || (cell.rowSpan > 1 && this.#from(cell) > 0) }),
    )
    return { rows: this.#rows, cells, height: this.#y + TABLE_RULE, ...(rest ? { rest } : {}) }
  }
}

/** Height of a cell's lines. */
export function textHeight({ tops }: SetCell, from: number, to = tops.length - 1): number {
  return (tops[to] ?? 0) - (tops[from] ?? 0)
}

/** The line that the cell ends before, from `from` on, in so much height. */
function fitting(cell: SetCell, from: number, height: number): number {
  let to = from
  while (to < cell.lines.length && textHeight(cell, from, to + 1) <= height) to++
  return to
}
