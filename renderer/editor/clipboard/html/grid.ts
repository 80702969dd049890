/** Cells of an HTML table laid out: whatever the spans say, a grid in which no two cells meet and no place is left open. */
import { hasText } from './facts.ts'
import type { HtmlElement } from './tree.ts'

export interface HtmlCell {
  readonly element: HtmlElement
  readonly colSpan: number
  readonly rowSpan: number
  /** It only is drawn over the cells to its right, which are there and empty. */
  readonly isDrawn: boolean
}

export interface PlacedCell {
  /** Null for a place that the row left open. */
  readonly element: HtmlElement | null
  readonly colSpan: number
  readonly rowSpan: number
}

/** False for each row and column that is hidden. Columns may be fewer than there are: the others show. */
export interface Visible {
  readonly rows: readonly boolean[]
  readonly columns: readonly boolean[]
}

/** Places of a table at most; what is larger is no table that a document prints. */
const MOST_PLACES = 30_000

interface Spot {
  readonly element: HtmlElement | null
  row: number
  column: number
  rowSpan: number
  colSpan: number
}

/** The cells of each row; null for a table beyond measure. */
export function placeCells(rows: readonly (readonly HtmlCell[])[], visible: Visible): readonly (readonly PlacedCell[])[] | null {
  const spots = layOut(rows)
  if (!spots) return null
  const shownRows = rows.map((_, at) => visible.rows[at] !== false)
  const width = Math.max(0, ...spots.map((spot) => spot.column + spot.colSpan))
  const shownColumns = Array.from({ length: width }, (_, at) => visible.columns[at] !== false)
  trimEnds(spots, shownRows, shownColumns)
  const placed: PlacedCell[][] = []
  const rowNumber = new Map<number, PlacedCell[]>()
  shownRows.forEach((isShown, at) => {
    if (!isShown) return
    const row: PlacedCell[] = []
    placed.push(row)
    rowNumber.set(at, row)
  })
  for (const spot of spots.sort((a, b) => a.column - b.column)) {
    const covered = range(spot.row, spot.rowSpan).filter((row) => shownRows[row])
    const colSpan = range(spot.column, spot.colSpan).filter((column) => shownColumns[column]).length
    const first = covered[0]
    if (first !== undefined && colSpan > 0) rowNumber.get(first)?.push({ element: spot.element, colSpan, rowSpan: covered.length })
  }
  return placed
}

function range(from: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => from + at)
}

/** Every place of the grid gets one spot; spans give way where others stand already. */
function layOut(rows: readonly (readonly HtmlCell[])[]): Spot[] | null {
  const spots: Spot[] = []
  const taken = rows.map(() => new Set<number>())
  let places = 0
  const put = (spot: Spot): boolean => {
    places += spot.rowSpan * spot.colSpan
    if (places > MOST_PLACES) return false
    for (const row of range(spot.row, spot.rowSpan)) for (const column of range(spot.column, spot.colSpan)) taken[row]?.add(column)
    spots.push(spot)
    return true
  }
  for (const [row, cells] of rows.entries()) {
    let column = 0
    for (const cell of cells) {
      while (taken[row]?.has(column)) column += 1
      const rowSpan = Math.min(cell.rowSpan, rows.length - row)
      let colSpan = 1
      while (colSpan < cell.colSpan && !taken[row]?.has(column + colSpan)) colSpan += 1
      const parts = cell.isDrawn ? range(column, colSpan).map((at) => ({ at, colSpan: 1 })) : [{ at: column, colSpan }]
      for (const part of parts) {
        if (!put({ element: part.at === column ? cell.element : null, row, column: part.at, rowSpan, colSpan: part.colSpan })) return null
      }
      column += colSpan
    }
  }
  const width = Math.max(0, ...spots.map((spot) => spot.column + spot.colSpan))
  if (width * rows.length > MOST_PLACES) return null
  for (const [row, own] of taken.entries()) {
    for (let column = 0; column < width; column++) if (!own.has(column)) put({ element: null, row, column, rowSpan: 1, colSpan: 1 })
  }
  return spots
}

/** Rows below and columns to the right that are all empty were only in the selection of a spreadsheet. */
function trimEnds(spots: readonly Spot[], rows: boolean[], columns: boolean[]): void {
  const filled = spots.filter(({ element }) => element && hasText(element.children))
  if (filled.length === 0) return
  const bottom = Math.max(...filled.map((spot) => spot.row + spot.rowSpan))
  const right = Math.max(...filled.map((spot) => spot.column + spot.colSpan))
  rows.fill(false, bottom)
  columns.fill(false, right)
}
