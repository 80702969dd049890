/** Merged cells: which text of an area is shown, and where. */
import type { Shown } from './cells.ts'
import { SHEET_FAULTS } from './fault.ts'
import { MOST_MERGE_STEPS, MOST_ROWS } from './limits.ts'
import type { Area } from './places.ts'
import type { RawSheet } from './read-sheet.ts'

/** By row, then by column. */
export type ShownCells = ReadonlyMap<number, ReadonlyMap<number, Shown>>

export interface Placed {
  /** Without what merges cover. Where the first cell of an area is hidden, its text stands in the first that is shown. */
  readonly cells: ShownCells
  readonly areas: readonly Area[]
  /** Texts that are covered though their row and column are shown. */
  readonly covered: number
}

/** Places the texts of all areas. An area that covers a cell of an earlier one is a fault of the file and is left out. */
export function placeMerges({ cells: stored, merges, hiddenRows, hiddenColumns }: Pick<RawSheet, 'cells' | 'merges' | 'hiddenRows' | 'hiddenColumns'>): Placed {
  const cells = new Map([...stored].map(([at, row]) => [at, new Map(row)]))
  const areas: Area[] = []
  const taken = new Set<Shown>()
  let [covered, steps] = [0, 0]
  for (const area of merges) {
    const inside = cellsIn(stored, area)
    steps += inside.length + Math.min(stored.size, area.to.row - area.from.row)
    if (steps > MOST_MERGE_STEPS) throw SHEET_FAULTS.oversized('合并的单元格太多')
    if (inside.some(({ shown }) => taken.has(shown))) continue
    areas.push(area)
    for (const { at, column, shown } of inside) {
      taken.add(shown)
      cells.get(at)?.delete(column)
      const isFirst = at === area.from.row && column === area.from.column
      if (!isFirst && shown.text !== '' && !hiddenRows.has(at) && !hiddenColumns.has(column)) covered += 1
    }
    const first = stored.get(area.from.row)?.get(area.from.column)
    const row = firstShown(area.from.row, area.to.row, hiddenRows)
    const column = firstShown(area.from.column, area.to.column, hiddenColumns)
    if (!first || row === null || column === null) continue
    const line = cells.get(row) ?? new Map<number, Shown>()
    cells.set(row, line.set(column, first))
  }
  return { cells, areas, covered }
}

function cellsIn(stored: ShownCells, { from, to }: Area): readonly { readonly at: number; readonly column: number; readonly shown: Shown }[] {
  const isShort = to.row - from.row < stored.size
  const rows = isShort ? Array.from({ length: to.row - from.row + 1 }, (_, down) => from.row + down) : [...stored.keys()].filter((at) => at >= from.row && at <= to.row)
  return rows.flatMap((at) => [...(stored.get(at) ?? [])].flatMap(([column, shown]) => (column >= from.column && column <= to.column ? [{ at, column, shown }] : [])))
}

/** Null where all are hidden, or so many that nobody sees the rest as one cell. */
function firstShown(from: number, to: number, hidden: ReadonlySet<number>): number | null {
  for (let one = from; one <= to && one < from + MOST_ROWS; one++) if (!hidden.has(one)) return one
  return null
}
