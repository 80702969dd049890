/** Walking through the lines of the book by the keyboard, also to lines that are not drawn yet. */
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { NumberRow } from '../../../shared/api/register-types.ts'
import { ROW_HEIGHT } from './use-window.ts'

export interface WalkOptions {
  readonly place: RefObject<HTMLElement | null>
  readonly rows: readonly NumberRow[]
  /** The number whose panel is open. */
  readonly serial: number | null
  readonly reveal: (index: number) => void
  readonly isEditing: boolean
  readonly moved: (serial: number) => void
}

export interface Walk {
  /** The line that had the keyboard last. */
  readonly active: number | null
  /** Goes where a key leads from a line; false for other keys. */
  readonly walk: (key: string, at: number) => boolean
  /** Gives the keyboard to a line when it is drawn next. */
  readonly focus: (serial: number) => void
}

export function useWalk({ place, rows, serial, reveal, isEditing, moved }: WalkOptions): Walk {
  // Another object for each step: also one back to the line that had the keyboard last is drawn, and then gets it.
  const [active, setActive] = useState<{ readonly serial: number } | null>(null)
  const wanted = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (wanted.current === null || isEditing) return
    place.current?.querySelector<HTMLElement>(`tr[data-serial="${wanted.current}"]`)?.focus({ preventScroll: true })
    wanted.current = null
  })
  // What is chosen elsewhere, in the strip, comes into sight here.
  useEffect(() => {
    if (serial !== null) setActive({ serial })
    const index = rows.findIndex((row) => row.serial === serial)
    if (index >= 0) reveal(index)
  }, [serial, rows, reveal])
  const focus = (next: number): void => {
    wanted.current = next
    setActive({ serial: next })
  }
  const walk = (key: string, at: number): boolean => {
    const page = Math.max(1, Math.floor((place.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2)
    const steps: Readonly<Record<string, number>> = { ArrowUp: at - 1, ArrowDown: at + 1, PageUp: at - page, PageDown: at + page, Home: 0, End: rows.length - 1 }
    const step = steps[key]
    if (step === undefined) return false
    const to = Math.max(0, Math.min(step, rows.length - 1))
    const row = rows[to]
    if (!row) return false
    focus(row.serial)
    reveal(to)
    moved(row.serial)
    return true
  }
  return { active: active?.serial ?? null, walk, focus }
}
