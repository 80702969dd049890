/** All rows of an answer, however many: only those near what is seen are drawn and read. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import type { SearchRow } from '../../../shared/api/search-types.ts'
import type { LibraryDesk } from './library-desk.ts'
import type { LibraryState } from './library-state.ts'
import { blocksOf, pagesIn, topOf, type Block } from './page-blocks.ts'
import { PAGE } from './query.ts'
import { ROWS_ID, rowId } from './row-id.ts'

export interface RowsProps {
  readonly desk: LibraryDesk
  readonly state: LibraryState
  /** Pixels that a row is likely to be high. */
  readonly rowHeight: number
  readonly className: string
  /** Stays above the rows. */
  readonly head: ReactNode
  readonly draw: (row: SearchRow, at: number) => ReactNode
  readonly onRowKey: (event: KeyboardEvent) => boolean
  readonly open: () => void
}

export function Rows({ desk, state, rowHeight, className, head, draw, onRowKey, open }: RowsProps) {
  const { found, pages, at, answered } = state
  const total = found?.total ?? 0
  const box = useRef<HTMLDivElement>(null)
  const { blocks, measured, seen, look } = useBlocks({ desk, box, total, rowHeight, pages, answered: `${className} ${JSON.stringify(answered)}` })
  useChosenInSight({ box, blocks, at, seen, pages, look })
  return (
    <div
      ref={box}
      id={ROWS_ID}
      className={`library-rows ${className}`}
      role="grid"
      aria-label="查到的文件"
      aria-rowcount={total}
      aria-activedescendant={at === null ? undefined : rowId(at)}
      tabIndex={0}
      onScroll={look}
      onKeyDown={(event) => {
        if (event.target === event.currentTarget && onRowKey(event)) event.preventDefault()
      }}
      onClick={({ target }) => {
        const clicked = rowOf(target)
        if (clicked !== null) desk.choose(clicked)
      }}
      onDoubleClick={({ target }) => rowOf(target) !== null && open()}
    >
      {head}
      {blocks.map((block) => (
        <RowBlock key={block.page} block={block} rows={seen && block.page >= seen[0] && block.page <= seen[1] ? pages.get(block.page) : undefined} draw={draw} measured={measured} />
      ))}
    </div>
  )
}

/** The row that holds what was clicked; null for what has an act of its own. */
function rowOf(target: EventTarget): number | null {
  if (!(target instanceof Element) || target.closest('button')) return null
  const row = target.closest<HTMLElement>('[data-at]')
  return row ? Number(row.dataset.at) : null
}

interface RowBlockProps {
  readonly block: Block
  readonly rows: readonly SearchRow[] | undefined
  readonly draw: RowsProps['draw']
  readonly measured: Map<number, number>
}

function RowBlock({ block, rows, draw, measured }: RowBlockProps) {
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (rows && element.current) measured.set(block.page, element.current.offsetHeight)
  })
  if (!rows) return <div className="row-block is-away" style={{ height: block.height }} aria-hidden />
  return (
    <div className="row-block" role="rowgroup" ref={element}>
      {rows.map((row, index) => draw(row, block.page * PAGE + index))}
    </div>
  )
}

interface BlocksParts extends Pick<RowsProps, 'desk' | 'rowHeight'> {
  readonly box: RefObject<HTMLDivElement | null>
  readonly total: number
  readonly pages: LibraryState['pages']
  /** Another one for another answer. */
  readonly answered: string
}

/** The blocks, and the pages of those in sight or near it. */
function useBlocks({ desk, box, total, rowHeight, pages, answered }: BlocksParts) {
  // Heights belong to one answer.
  const measured = useMemo(() => ({ answered, heights: new Map<number, number>() }), [answered]).heights
  const blocks = blocksOf(total, rowHeight, (page) => measured.get(page))
  const [seen, setSeen] = useState<readonly [number, number] | null>(null)
  const look = useCallback(() => {
    const { current } = box
    if (!current) return
    const { scrollTop, clientHeight } = current
    desk.place.scrollTop = scrollTop
    const now = pagesIn(blocksOf(total, rowHeight, (page) => measured.get(page)), scrollTop - clientHeight, scrollTop + 2 * clientHeight)
    if (now) desk.see(now[0] * PAGE, Math.min(total, (now[1] + 1) * PAGE) - 1)
    setSeen((last) => (last?.[0] === now?.[0] && last?.[1] === now?.[1] ? last : now))
  }, [box, desk, measured, rowHeight, total])
  const last = useRef<string | null>(null)
  useLayoutEffect(() => {
    // Another answer begins at its top; the same one goes on where it was left.
    if (box.current) box.current.scrollTop = last.current === null || last.current === answered ? desk.place.scrollTop : 0
    last.current = answered
  }, [answered, box, desk])
  useLayoutEffect(look, [look, pages])
  useEffect(() => {
    if (!box.current) return
    const watch = new ResizeObserver(look)
    watch.observe(box.current)
    return () => watch.disconnect()
  }, [box, look])
  return { blocks, measured, seen, look }
}

interface ChosenParts {
  readonly box: RefObject<HTMLDivElement | null>
  readonly blocks: readonly Block[]
  readonly at: number | null
  readonly seen: readonly [number, number] | null
  readonly pages: LibraryState['pages']
  readonly look: () => void
}

/** Scrolls to the row that was chosen, once, also where it has to be read first. */
function useChosenInSight({ box, blocks, at, seen, pages, look }: ChosenParts): void {
  const done = useRef(at)
  const latest = useRef(blocks)
  useLayoutEffect(() => {
    latest.current = blocks
  })
  useLayoutEffect(() => {
    const { current } = box
    if (at === null || at === done.current || !current) return
    const row = document.getElementById(rowId(at))
    if (row) {
      done.current = at
      row.scrollIntoView({ block: 'nearest' })
      return
    }
    current.scrollTop = topOf(latest.current, at) - current.clientHeight / 2
    look()
  }, [at, box, look, pages, seen])
}
