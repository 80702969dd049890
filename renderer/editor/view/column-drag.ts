/** Dragging the border between two columns: both change, the table stays as wide as its page. */
import { useState, type MouseEvent } from 'react'
import { ReactEditor } from 'slate-react'
import type { Placed } from '../../../shared/document/cell-grid.ts'
import { setColumnWidths } from '../acts/tables.ts'
import type { SheetEditor, SheetElement } from '../sheet/types.ts'
import { asOneStep } from '../sheet/with-undo.ts'
import { gridOf } from '../table/grid.ts'

/** Pixels beside a border that count as on it. */
const NEAR = 4
/** Columns are never dragged narrower, in pixels. */
const LEAST = 24

export interface ColumnDrag {
  /** Widths while a border is dragged, in pixels; null otherwise. */
  readonly widths: readonly number[] | null
  readonly onMouseMove: (event: MouseEvent<HTMLElement>) => void
  readonly onMouseDown: (event: MouseEvent<HTMLElement>) => void
}

/** Handlers for the table element of a table. */
export function useColumnDrag(editor: SheetEditor, table: SheetElement): ColumnDrag {
  const [widths, setWidths] = useState<readonly number[] | null>(null)
  return {
    widths,
    onMouseMove(event) {
      if (event.buttons === 0) event.currentTarget.style.cursor = borderAt(editor, table, event) === null ? '' : 'col-resize'
    },
    onMouseDown(event) {
      const border = event.button === 0 ? borderAt(editor, table, event) : null
      if (border === null) return
      // Nothing is selected by it.
      event.preventDefault()
      follow(event.clientX, dragged(editor, table, border), setWidths, (last) => {
        const all = last.reduce((sum, width) => sum + width, 0)
        asOneStep(editor, () => setColumnWidths(editor, table.id, last.map((width) => Math.max(1, Math.round((width / all) * 1000)))))
      })
    },
  }
}

/** Follows the pointer until the button is let go; Escape gives up. */
function follow(from: number, widthsAt: (moved: number) => readonly number[], show: (widths: readonly number[] | null) => void, store: (widths: readonly number[]) => void): void {
  let last: readonly number[] | null = null
  const end = new AbortController()
  const { signal } = end
  window.addEventListener(
    'mousemove',
    ({ clientX }) => {
      if (last === null && clientX === from) return
      last = widthsAt(clientX - from)
      show(last)
    },
    { signal },
  )
  window.addEventListener(
    'mouseup',
    () => {
      end.abort()
      if (last) store(last)
      show(null)
    },
    { signal },
  )
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      end.abort()
      show(null)
    },
    { signal, capture: true },
  )
}

/** The grid column that begins at the border under the pointer; null where there is none, and at the outer edges. */
export function borderAt(editor: SheetEditor, table: SheetElement, { target, clientX }: Pick<MouseEvent, 'target' | 'clientX'>): number | null {
  const box = target instanceof Element ? target.closest('td') : null
  if (!box) return null
  const { left, right } = box.getBoundingClientRect()
  if (clientX - left > NEAR && right - clientX > NEAR) return null
  const { cells, columns } = gridOf(table)
  const one = cells.find(({ cell }) => ReactEditor.toDOMNode(editor, cell) === box)
  const border = one && (clientX - left <= NEAR ? one.column : one.column + one.colSpan)
  return border === undefined || border === 0 || border === columns ? null : border
}

/** The widths of all columns when the border is moved by so many pixels. */
function dragged(editor: SheetEditor, table: SheetElement, border: number): (moved: number) => readonly number[] {
  const { cells, columns } = gridOf(table)
  const start = widthsOf(edges(editor, cells, columns))
  const [before, after] = [start[border - 1] ?? 0, start[border] ?? 0]
  return (moved) => {
    const by = Math.max(Math.min(0, LEAST - before), Math.min(moved, Math.max(0, after - LEAST)))
    return start.map((width, at) => (at === border - 1 ? width + by : at === border ? width - by : width))
  }
}

/** Where columns begin and end on the screen. Where no cell shows it, columns share what is between. */
function edges(editor: SheetEditor, cells: readonly Placed<SheetElement>[], columns: number): readonly number[] {
  const known = new Map<number, number>()
  for (const { cell, column, colSpan } of cells) {
    const { left, right } = ReactEditor.toDOMNode(editor, cell).getBoundingClientRect()
    known.set(column, left)
    known.set(column + colSpan, right)
  }
  return Array.from({ length: columns + 1 }, (_, at) => {
    const [from, to] = [nearest(known, at, -1), nearest(known, at, 1)]
    const [a, b] = [known.get(from) ?? 0, known.get(to) ?? 0]
    return from === to ? a : a + ((b - a) * (at - from)) / (to - from)
  })
}

/** The next column edge in a direction that a cell shows; the outer ones always do. */
function nearest(known: ReadonlyMap<number, number>, from: number, by: 1 | -1): number {
  let at = from
  while (!known.has(at)) at += by
  return at
}

function widthsOf(positions: readonly number[]): readonly number[] {
  return positions.slice(1).map((position, at) => position - (positions[at] ?? 0))
}
