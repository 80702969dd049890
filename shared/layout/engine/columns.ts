/** Columns side by side: balanced where the page goes on below them, else filled one after the other, as renderers do. */
import { fillColumn, type Column, type Cursor, type Filled } from './fill.ts'
import type { Unit } from './units.ts'

/** Columns that are filled; `next` where something is left over. */
export interface FilledColumns {
  readonly columns: readonly Filled[]
  readonly height: number
  readonly after: number
  readonly next?: Cursor
}

/** Fills `count` columns of the same room, one after the other. */
export function fillColumns(units: readonly Unit[], cursor: Cursor, count: number, column: Column): FilledColumns {
  const columns: Filled[] = []
  let next: Cursor | undefined = cursor
  while (next && columns.length < count) {
    // Only the first column follows what stands above; the others begin after an automatic break.
    const filled = fillColumn(units, next, columns.length === 0 ? column : { ...column, spaceAbove: false, above: column.above })
    columns.push(filled)
    next = filled.next
  }
  const height = Math.max(0, ...columns.map((one) => one.height))
  const after = Math.max(0, ...columns.map((one) => one.after))
  return next ? { columns, height, after, next } : { columns, height, after }
}

/**
 * Fills the last columns of a file, begun below something else: where they end on that page, LibreOffice keeps a line (`below`) free for the paragraph that
 * it puts behind them.
 */
export function endColumns(units: readonly Unit[], cursor: Cursor, count: number, column: Column, below: number): FilledColumns {
  const filled = fillColumns(units, cursor, count, { ...column, room: column.room - below })
  return filled.next ? fillColumns(units, cursor, count, column) : filled
}

/**
 * Fills columns to the least height at which everything fits, never more than the room there is: first with an equal share,
 * then with what the next line of one of the columns needs, as LibreOffice does.
 */
export function balanceColumns(units: readonly Unit[], cursor: Cursor, count: number, column: Column): FilledColumns {
  const all = fillColumn(units, cursor, { ...column, room: Infinity })
  let room = Math.min(column.room, Math.ceil((all.height - column.above) / count) + column.above)
  for (;;) {
    const filled = fillColumns(units, cursor, count, { ...column, room, isWhole: false })
    if (!filled.next || room >= column.room) return filled.next ? fillColumns(units, cursor, count, column) : filled
    room = Math.min(column.room, nextRoom(units, filled, room))
  }
}

/** The least height above `room` at which one of the columns takes more than it did. */
function nextRoom(units: readonly Unit[], { columns }: FilledColumns, room: number): number {
  const needs = columns.map(({ next, height, after }) => {
    const unit = next && units[next.unit]
    if (unit?.kind !== 'lines') return Infinity
    const line = unit.lines[next?.line ?? 0]
    return height + Math.max(after, next?.line === 0 ? unit.before : 0) + (line?.height ?? 0)
  })
  const least = Math.min(...needs.filter((need) => need > room + 0.5))
  // What is kept together may need more than one line at once.
  return Number.isFinite(least) ? least : room + 20
}
