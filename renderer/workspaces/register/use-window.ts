/** The part of a long table that is drawn: rows of one height around what is in sight. */
import { useCallback, useLayoutEffect, useState, type RefObject } from 'react'

/** CSS pixels, as in register.css. */
export const ROW_HEIGHT = 35
const HEAD_HEIGHT = 31
/** Rows drawn beyond what is in sight. */
const BEYOND = 12

export interface RowWindow {
  /** First row drawn, and the one after the last. */
  readonly from: number
  readonly to: number
  /** CSS pixels of the whole place. */
  readonly width: number
  readonly onScroll: () => void
  /** Brings a row into sight; it is drawn when this returns to the browser. */
  readonly reveal: (index: number) => void
}

export function useWindow(place: RefObject<HTMLElement | null>, count: number): RowWindow {
  const [box, setBox] = useState({ top: 0, height: 700, width: 1000 })
  const measure = useCallback(() => {
    const element = place.current
    if (!element) return
    const { scrollTop: top, clientHeight: height, clientWidth: width } = element
    setBox((now) => (now.top === top && now.height === height && now.width === width ? now : { top, height, width }))
  }, [place])
  useLayoutEffect(() => {
    if (!place.current) return
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [place, measure])
  const reveal = useCallback(
    (index: number) => {
      const element = place.current
      if (!element) return
      const [top, bottom] = [index * ROW_HEIGHT, (index + 1) * ROW_HEIGHT + HEAD_HEIGHT]
      if (top < element.scrollTop) element.scrollTop = top
      else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight
      measure()
    },
    [place, measure],
  )
  const from = Math.max(0, Math.min(count, Math.floor(box.top / ROW_HEIGHT)) - BEYOND)
  const to = Math.min(count, Math.ceil((box.top + box.height) / ROW_HEIGHT) + BEYOND)
  return { from, to, width: box.width, onScroll: measure, reveal }
}
