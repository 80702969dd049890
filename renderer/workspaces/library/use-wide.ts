/** Whether the window has room for the preview beside the rows. */
import { useSyncExternalStore } from 'react'

const WIDE = '(min-width: 1180px)'

export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(WIDE).matches)
}

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(WIDE)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}
