/** Which side panels stand open. Narrow windows fold the left one first, then lay the inspector over the sheet. */
import { useCallback, useEffect, useState } from 'react'

/** CSS pixels: below, the left panel folds by itself. */
export const NARROW = 1180
/** CSS pixels: below, the inspector no longer fits beside a sheet of 560. */
const NARROWEST = 960

type Width = 'wide' | 'narrow' | 'narrowest'

export interface Panels {
  readonly left: boolean
  readonly inspector: boolean
  /** The inspector lies over the sheet. */
  readonly overlay: boolean
  setLeft(open: boolean): void
  toggleLeft(): void
  toggleInspector(): void
}

export function usePanels(): Panels {
  const [width, setWidth] = useState<Width>(readWidth)
  const [left, setLeft] = useState(readWidth() === 'wide')
  const [inspector, setInspector] = useState(readWidth() !== 'narrowest')
  useEffect(() => {
    const resize = (): void => setWidth(readWidth())
    window.addEventListener('resize', resize)
    return () => window.removeEventListener('resize', resize)
  }, [])
  // Crossing a threshold sets both panels; in between, the person's own choice stands.
  useEffect(() => {
    setLeft(width === 'wide')
    setInspector(width !== 'narrowest')
  }, [width])
  // In a narrow window there is room for one of the two beside the sheet.
  const openLeft = useCallback(
    (open: boolean) => {
      setLeft(open)
      if (open && width === 'narrow') setInspector(false)
    },
    [width],
  )
  const toggleInspector = useCallback(() => {
    setInspector(!inspector)
    if (!inspector && width === 'narrow') setLeft(false)
  }, [inspector, width])
  const toggleLeft = useCallback(() => openLeft(!left), [left, openLeft])
  return { left, inspector, overlay: width === 'narrowest', setLeft: openLeft, toggleLeft, toggleInspector }
}

function readWidth(): Width {
  if (window.innerWidth >= NARROW) return 'wide'
  return window.innerWidth >= NARROWEST ? 'narrow' : 'narrowest'
}
