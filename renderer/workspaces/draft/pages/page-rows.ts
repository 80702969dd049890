/** How pages lie on the desk: one below the other, or facing each other as in an open book. */
import type { Page } from '../../../../shared/layout/page.ts'

export type Spread = 'single' | 'facing'

/** Pages beside each other. Distances in twips. */
export interface PageRow {
  /** Where they stand among all pages. */
  readonly pages: readonly number[]
  readonly width: number
  readonly height: number
  /** Room beside a page that has none facing it: an even page lies on the left, an odd one on the right. */
  readonly before: number
  readonly after: number
}

/** The rows of all pages, in order. */
export function pageRows(pages: readonly Pick<Page, 'number' | 'width' | 'height'>[], spread: Spread): readonly PageRow[] {
  const rows: PageRow[] = []
  for (let at = 0; at < pages.length; at += 1) {
    const [page, next] = [pages[at], pages[at + 1]]
    if (!page) break
    const { width, height } = page
    // One page alone faces nothing, wherever a book would have it.
    if (spread === 'single' || pages.length === 1) rows.push({ pages: [at], width, height, before: 0, after: 0 })
    else if (page.number % 2 === 1) rows.push({ pages: [at], width: width * 2, height, before: width, after: 0 })
    else if (next) {
      rows.push({ pages: [at, at + 1], width: width + next.width, height: Math.max(height, next.height), before: 0, after: 0 })
      at += 1
    } else rows.push({ pages: [at], width: width * 2, height, before: 0, after: width })
  }
  return rows
}

/** Pixels in a twip at 100 %: CSS has 96 to an inch. */
const PIXELS = 96 / 1440
/** Pixels between two rows, and above the first. */
export const GAP = 14
/** Pixels that stay free on each side when pages fill the desk. */
const MARGIN = 16

/** `width` and `page` fit the desk; a number is per cent of the true size. */
export type Zoom = 'width' | 'page' | number

export const LEAST_ZOOM = 50
export const MOST_ZOOM = 200
export const ZOOM_STEP = 10

/** Pixels to a twip, so that the rows (for `page` their whole height, too) fit a desk of so many pixels. A few turned pages among many others may be wider. */
export function scaleOf(zoom: Zoom, rows: readonly PageRow[], desk: { readonly width: number; readonly height: number }): number {
  if (typeof zoom === 'number') return (PIXELS * zoom) / 100
  const { width, height } = commonest(rows)
  const wide = (desk.width - 2 * MARGIN) / width
  const fit = zoom === 'width' ? wide : Math.min(wide, (desk.height - 2 * GAP) / height)
  // A desk that is not drawn yet, and one of a few pixels, show something all the same.
  return Math.min((PIXELS * MOST_ZOOM) / 100, Math.max(PIXELS / 5, fit))
}

/** The size that most rows have. */
function commonest(rows: readonly PageRow[]): Pick<PageRow, 'width' | 'height'> {
  const counts = new Map<string, { readonly row: PageRow; readonly count: number }>()
  for (const row of rows) {
    const key = `${row.width} ${row.height}`
    counts.set(key, { row, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  const [most] = [...counts.values()].sort((one, other) => other.count - one.count)
  return most?.row ?? { width: 1, height: 1 }
}

/** A scale in per cent of the true size. */
export function percentOf(scale: number): number {
  return Math.round((scale / PIXELS) * 100)
}

/** The next step of zoom from a percentage, within the limits. */
export function steppedZoom(percent: number, steps: number): number {
  const from = steps > 0 ? Math.floor(percent / ZOOM_STEP) : Math.ceil(percent / ZOOM_STEP)
  return Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, (from + steps) * ZOOM_STEP))
}

/** Upper edges of the rows on the desk in pixels, and as the last one where the desk ends. */
export function topsOf(rows: readonly PageRow[], scale: number): readonly number[] {
  const tops = [GAP]
  for (const { height } of rows) tops.push((tops.at(-1) ?? 0) + height * scale + GAP)
  return tops
}

/** First and last row that can be seen between two heights of the desk; with `spare` pixels more above and below. */
export function rowsBetween(tops: readonly number[], from: number, to: number, spare = 0): { readonly first: number; readonly last: number } {
  const count = tops.length - 1
  let first = 0
  while (first < count - 1 && (tops[first + 1] ?? 0) - GAP <= from - spare) first += 1
  let last = first
  while (last < count - 1 && (tops[last + 1] ?? 0) < to + spare) last += 1
  return { first, last }
}

/** The row that takes most of what is seen. */
export function mainRow(tops: readonly number[], from: number, height: number): number {
  const { first, last } = rowsBetween(tops, from, from + height)
  const seen = (row: number): number => Math.min(from + height, (tops[row + 1] ?? 0) - GAP) - Math.max(from, tops[row] ?? 0)
  let main = first
  for (let row = first + 1; row <= last; row += 1) if (seen(row) > seen(main) + 1) main = row
  return main
}
