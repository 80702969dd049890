/** Pages need the width of the desk: the left panel folds while they are shown, and comes back with the sheet. */
import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import type { Panels } from '../use-panels.ts'
import type { PageDesk } from './page-desk.ts'

/** CSS pixels: from here on two pages fit beside both panels. */
const ROOMY = 1700

export function useWideDesk(desk: PageDesk, panels: Panels): void {
  const { shown } = useSyncExternalStore(desk.subscribe, desk.state)
  const latest = useRef(panels)
  const isFolded = useRef(false)
  useLayoutEffect(() => {
    latest.current = panels
  })
  useLayoutEffect(() => {
    const now = latest.current
    if (shown && now.left && window.innerWidth < ROOMY) {
      isFolded.current = true
      now.setLeft(false)
    } else if (!shown && isFolded.current) {
      isFolded.current = false
      now.setLeft(true)
    }
  }, [shown])
}
