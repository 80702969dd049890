/** Where a dragged row of the outline comes to stand. Pure. */
import type { SectionPlace } from '../../../shared/document/sections.ts'
import type { Id } from '../../../shared/lib/id.ts'
import type { OutlineRow } from './outline-rows.ts'

/** Which part of a row the pointer is on. */
export type Zone = 'top' | 'middle' | 'bottom'

/** A place, and where its mark is drawn: a line above or below a row, or a frame round it; `depth` is the line's indentation. */
export interface Drop {
  readonly place: SectionPlace
  readonly side: 'before' | 'after' | 'into'
  readonly row: Id
  readonly depth: number
}

/** A row with what stands around it. */
interface Located {
  readonly row: OutlineRow
  /** From the top of the tree down to the row's parent. */
  readonly parents: readonly OutlineRow[]
  readonly siblings: readonly OutlineRow[]
}

export interface Dragged {
  readonly id: Id
  readonly rows: readonly OutlineRow[]
  readonly isFolded: (row: Id) => boolean
  /** Whether the document allows a place. */
  readonly isPossible: (place: SectionPlace) => boolean
}

/** The drop on a zone of the row `over`: the nearest place that is possible, null where there is none. */
export function dropOn(dragged: Dragged, over: Id, zone: Zone): Drop | null {
  const found = locate(dragged.rows, over)
  if (!found) return null
  const depth = locate(dragged.rows, dragged.id)?.parents.length ?? 0
  return candidates(found, zone, depth, dragged.isFolded).find(({ place }) => dragged.isPossible(place)) ?? null
}

function candidates({ row, parents, siblings }: Located, zone: Zone, wanted: number, isFolded: Dragged['isFolded']): readonly Drop[] {
  const depth = parents.length
  const key = row.key
  const behind: Drop = { place: { after: key }, side: 'after', row: lastShown(row, isFolded), depth }
  if (zone === 'top') return [{ place: { before: key }, side: 'before', row: key, depth }]
  if (zone === 'middle') return [{ place: { into: key }, side: 'into', row: key, depth }, behind]
  const [child] = isFolded(key) ? [] : row.children
  if (child) return [{ place: { before: child.key }, side: 'before', row: child.key, depth: depth + 1 }, behind]
  // Behind the last row below a heading one means the level that the dragged row has: behind that heading, too.
  const outer: Drop[] = []
  let [inner, around]: readonly [OutlineRow, readonly OutlineRow[]] = [row, siblings]
  for (let at = depth - 1; at >= wanted && around.at(-1) === inner; at--) {
    const parent = parents[at]
    if (!parent) break
    outer.unshift({ place: { after: parent.key }, side: 'after', row: key, depth: at })
    inner = parent
    around = parents[at - 1]?.children ?? []
  }
  return [...outer, behind]
}

function lastShown(row: OutlineRow, isFolded: Dragged['isFolded']): Id {
  const last = isFolded(row.key) ? undefined : row.children.at(-1)
  return last ? lastShown(last, isFolded) : row.key
}

function locate(rows: readonly OutlineRow[], id: Id, parents: readonly OutlineRow[] = []): Located | null {
  for (const row of rows) {
    if (row.key === id) return { row, parents, siblings: rows }
    const found = locate(row.children, id, [...parents, row])
    if (found) return found
  }
  return null
}
