/** A part of a table as a table of its own, for the clipboard. */
import type { Area } from '../../../shared/document/cell-grid.ts'
import { without } from '../../../shared/lib/without.ts'
import { isOneOf, type SheetElement } from '../sheet/types.ts'
import { isCoveredRow } from '../sheet/value.ts'
import { gridOf } from '../table/grid.ts'

/** The cells of an area that cuts none of them; the very table where it is all of it. Caption and unit belong to the whole. */
export function partOfTable(table: SheetElement, area: Area): SheetElement {
  const { rows, columns, cells } = gridOf(table)
  const isWide = area.left === 0 && area.right === columns
  if (isWide && area.top === 0 && area.bottom === rows) return table
  const kept = new Set(cells.filter((one) => one.row >= area.top && one.row < area.bottom && one.column >= area.left && one.column < area.right).map(({ cell }) => cell))
  const children = table.children.slice(area.top, area.bottom).map((row) => {
    if (!isOneOf(row, ['row']) || isCoveredRow(row)) return row
    const own = row.children.filter((cell) => isOneOf(cell, ['cell']) && kept.has(cell))
    return { ...row, children: own.length > 0 ? own : [{ text: '' }] }
  })
  const { widths } = table
  return {
    // A roster has its three columns or is a table like others.
    ...without(table, 'caption', 'unit', 'widths', 'totalRow', ...(isWide ? [] : (['look'] as const))),
    headerRows: Math.max(0, Math.min(table.headerRows ?? 0, area.bottom) - area.top),
    ...(widths?.length === columns ? { widths: widths.slice(area.left, area.right) } : {}),
    ...(table.totalRow && area.bottom === rows ? { totalRow: true as const } : {}),
    children,
  }
}
