/**
 * How a list of many rows is drawn: in blocks of a page, of which only those in sight have their rows. A block whose rows are not there
 * keeps the height that it had, or would have; the page holds what is seen in its place when a block above it turns out higher. Pure.
 */
import { PAGE } from './query.ts'

export interface Block {
  readonly page: number
  readonly rows: number
  readonly top: number
  readonly height: number
}

/** All blocks of `total` rows. `heightOf`: what a block was measured at; undefined where it was never drawn. */
export function blocksOf(total: number, rowHeight: number, heightOf: (page: number) => number | undefined): readonly Block[] {
  let top = 0
  return Array.from({ length: Math.ceil(total / PAGE) }, (_, page) => {
    const rows = Math.min(PAGE, total - page * PAGE)
    const height = heightOf(page) ?? rows * rowHeight
    const block = { page, rows, top, height }
    top += height
    return block
  })
}

/** Pages of the blocks that touch a stretch of the list, first and last; null where there are no blocks. */
export function pagesIn(blocks: readonly Block[], from: number, to: number): readonly [first: number, last: number] | null {
  if (blocks.length === 0) return null
  const end = blocks.length - 1
  const first = Math.min(blocks.filter(({ top, height }) => top + height <= from).length, end)
  const last = blocks.filter(({ top }) => top < to).length - 1
  return [first, Math.max(last, first)]
}

/** Where a row lies, as far as is known without drawing it. */
export function topOf(blocks: readonly Block[], at: number): number {
  const block = blocks[Math.floor(at / PAGE)]
  return block ? block.top + (block.height / block.rows) * (at % PAGE) : 0
}
