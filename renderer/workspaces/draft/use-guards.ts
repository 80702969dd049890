/** When the window is left, hidden or closed, what is typed is stored first. */
import { useEffect, useRef } from 'react'
import type { Desk } from './desk.ts'

/** Saves when the page loses the focus or is hidden, and warns before it closes while something is not stored. */
export function useLeaveGuards(desk: Desk): void {
  useEffect(() => {
    const save = (): void => void desk.save().catch(() => undefined)
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') save()
    }
    const before = (event: BeforeUnloadEvent): void => {
      if (!desk.state().open?.autosave?.pending()) return
      save()
      event.preventDefault()
    }
    window.addEventListener('blur', save)
    window.addEventListener('pagehide', save)
    window.addEventListener('beforeunload', before)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      window.removeEventListener('blur', save)
      window.removeEventListener('pagehide', save)
      window.removeEventListener('beforeunload', before)
      document.removeEventListener('visibilitychange', hidden)
    }
  }, [desk])
}

/** Calls `act` each time `value` becomes true. */
export function useWhen(value: boolean, act: () => void): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    if (value) latest.current()
  }, [value])
}
