/** Where the pages are looked at: which rows are in sight, and that the same place stays in sight when they grow or shrink. */
import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { mainRow, rowsBetween, type PageRow } from './page-rows.ts'

/** Pixels above and below the desk within which rows are drawn ahead. */
const SPARE = 400

export interface Size {
  readonly width: number
  readonly height: number
}

/** Inner size of the desk in pixels; nothing before it is drawn. */
export function useSize(desk: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useLayoutEffect(() => {
    const element = desk.current
    if (!element) return
    const read = (): void => {
      const [width, height] = [element.clientWidth, element.clientHeight]
      setSize((last) => (last?.width === width && last.height === height ? last : { width, height }))
    }
    read()
    const observer = new ResizeObserver(read)
    observer.observe(element)
    return () => observer.disconnect()
  }, [desk])
  return size
}

/** What stands in the middle of the desk: a page and how far down it, as a part of its row. */
interface Middle {
  readonly page: number
  readonly part: number
  readonly across: number
}

export interface Scrolling {
  readonly first: number
  readonly last: number
  /** The row that takes most of the desk. */
  readonly main: number
  readonly onScroll: () => void
  readonly goToRow: (row: number) => void
}

/** `whole` is a word for how pages that are to be seen whole lie, or null: when it becomes another, the row in the middle is shown whole. */
export function useScrolling(desk: RefObject<HTMLElement | null>, rows: readonly PageRow[], tops: readonly number[], whole: string | null): Scrolling {
  const lastWhole = useRef<string | null>(null)
  const [sight, setSight] = useState({ first: 0, last: 0, main: 0 })
  const middle = useRef<Middle | null>(null)
  const look = useCallback(() => {
    const element = desk.current
    if (!element) return
    const { scrollTop, scrollLeft, scrollWidth, clientHeight, clientWidth } = element
    const { first, last } = rowsBetween(tops, scrollTop, scrollTop + clientHeight, SPARE)
    const main = mainRow(tops, scrollTop, clientHeight)
    setSight((old) => (old.first === first && old.last === last && old.main === main ? old : { first, last, main }))
    const at = rowsBetween(tops, scrollTop + clientHeight / 2, scrollTop + clientHeight / 2).first
    const [top, end] = [tops[at] ?? 0, tops[at + 1] ?? 1]
    middle.current = { page: rows[at]?.pages[0] ?? 0, part: (scrollTop + clientHeight / 2 - top) / (end - top), across: (scrollLeft + clientWidth / 2) / scrollWidth }
  }, [desk, rows, tops])
  useLayoutEffect(() => {
    const element = desk.current
    const last = middle.current
    if (element && last) {
      const at = Math.max(0, rows.findIndex(({ pages }) => pages.includes(last.page)))
      const [top, end] = [tops[at] ?? 0, tops[at + 1] ?? 0]
      const isNew = whole !== null && whole !== lastWhole.current
      element.scrollTop = isNew ? top - edge(tops, at, element.clientHeight) : top + last.part * (end - top) - element.clientHeight / 2
      element.scrollLeft = last.across * element.scrollWidth - element.clientWidth / 2
    }
    lastWhole.current = whole
    look()
  }, [desk, look, rows, tops, whole])
  const goToRow = useCallback((row: number) => desk.current?.scrollTo({ top: Math.max(0, (tops[row] ?? 0) - edge(tops, row, desk.current.clientHeight)) }), [desk, tops])
  return { ...sight, onScroll: look, goToRow }
}

/** A row that fits the desk stands in its middle, a higher one begins at the desk's upper edge. */
function edge(tops: readonly number[], row: number, height: number): number {
  const room = height - ((tops[row + 1] ?? 0) - (tops[row] ?? 0))
  return Math.max(tops[0] ?? 0, room / 2)
}
