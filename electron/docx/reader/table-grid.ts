/** Merged cells of a Word table as spans: Word marks the lower cells of a merge, a document leaves them out. */
import type { CellAlign, Leaf } from '../../../shared/document/types.ts'

/** A cell as a row of the file has it. */
export interface ReadCell {
  readonly lines: readonly (readonly Leaf[])[]
  readonly align: CellAlign | null
  readonly colSpan: number
  /** Part in a merge over rows. */
  readonly merge: 'none' | 'begins' | 'goesOn'
  /** Merged with the cell to its left, as old files have it. */
  readonly joinsLeft: boolean
}

export interface PlacedCell extends ReadCell {
  readonly rowSpan: number
}

export interface Placed {
  readonly rows: readonly (readonly PlacedCell[])[]
  /** Text stood in cells that a merge covers. */
  readonly hidden: boolean
}

interface Open extends ReadCell {
  rowSpan: number
  colSpan: number
  lines: (readonly Leaf[])[]
}

/** Places the cells: those that a merge covers are left out, their text goes to the cell that covers them. */
export function placeCells(rows: readonly (readonly ReadCell[])[]): Placed {
  /** By first column, the cell of the row above that a merge may go on from. */
  let above = new Map<number, Open>()
  let hidden = false
  const placed = rows.map((row) => {
    const begun = new Map<number, Open>()
    const result: Open[] = []
    let column = 0
    for (const cell of withoutJoins(row)) {
      const start = above.get(column)
      if (cell.merge === 'goesOn' && start?.colSpan === cell.colSpan) {
        start.rowSpan += 1
        const text = cell.lines.filter((line) => line.length > 0)
        hidden ||= text.length > 0
        start.lines.push(...text)
        begun.set(column, start)
      } else {
        const open: Open = { ...cell, lines: [...cell.lines], rowSpan: 1 }
        // Without a beginning above, it is a cell of its own that others may go on from.
        if (cell.merge !== 'none') begun.set(column, open)
        result.push(open)
      }
      column += cell.colSpan
    }
    above = begun
    return result
  })
  return { rows: placed, hidden }
}

function withoutJoins(row: readonly ReadCell[]): readonly ReadCell[] {
  const cells: ReadCell[] = []
  for (const cell of row) {
    const last = cells.at(-1)
    if (!cell.joinsLeft || !last) cells.push(cell)
    else cells[cells.length - 1] = { ...last, colSpan: last.colSpan + cell.colSpan, lines: [...last.lines, ...cell.lines.filter((line) => line.length > 0)] }
  }
  return cells
}
