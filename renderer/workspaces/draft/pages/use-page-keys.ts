/** Keys of the pages. They also work while a button above or below the pages has the keyboard. */
import { useEffect, useRef, type RefObject } from 'react'

export interface PageKeys {
  /** Larger or smaller by so many steps. */
  readonly zoom: (steps: number) => void
  /** Rows further or back, or to the first or the last; false where the key is to scroll as everywhere. */
  readonly turn: (to: number | 'first' | 'last') => boolean
  readonly leave: () => void
}

/** Ctrl and the wheel, Ctrl with + and −, PageUp and PageDown, Home and End, Esc; while a dialog is open, keys belong to it. */
export function usePageKeys(desk: RefObject<HTMLElement | null>, keys: PageKeys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const element = desk.current
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      if (event.deltaY !== 0) latest.current.zoom(event.deltaY < 0 ? 1 : -1)
    }
    const key = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.altKey || event.shiftKey || !isOurs(event.target)) return
      if (act(event, latest.current)) event.preventDefault()
    }
    element?.addEventListener('wheel', wheel, { passive: false })
    window.addEventListener('keydown', key)
    return () => {
      element?.removeEventListener('wheel', wheel)
      window.removeEventListener('keydown', key)
    }
  }, [desk])
}

function isOurs(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || document.querySelector('[role="dialog"], [role="alertdialog"]')) return false
  return target === document.body || target.closest('.pages-desk, .tools, .fits') !== null
}

function act({ code, key, ctrlKey, metaKey }: KeyboardEvent, { zoom, turn, leave }: PageKeys): boolean {
  if (ctrlKey || metaKey) {
    const steps = STEPS[code]
    if (steps !== undefined) zoom(steps)
    return steps !== undefined
  }
  switch (key) {
    case 'Escape':
      leave()
      return true
    case 'PageUp':
    case 'PageDown':
      return turn(key === 'PageUp' ? -1 : 1)
    case 'Home':
    case 'End':
      return turn(key === 'Home' ? 'first' : 'last')
    default:
      return false
  }
}

const STEPS: Readonly<Record<string, number>> = { Equal: 1, NumpadAdd: 1, Minus: -1, NumpadSubtract: -1 }
