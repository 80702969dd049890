/** Find and replace of the draft room: one finder, in whichever document is open. */
import { useEffect, useState } from 'react'
import { createFinder, type Finder } from '../../editor/find/finder.ts'
import type { EditorSession } from '../../editor/session.ts'

export function useFinder(session: EditorSession | null): Finder {
  const [finder] = useState(() => createFinder((run) => requestAnimationFrame(run)))
  useEffect(() => (session ? finder.attach(session) : undefined), [finder, session])
  return finder
}
