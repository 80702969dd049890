/** What another room asks of this one: a document, a place in it, a command. */
import { useEffect, useRef } from 'react'
import type { Command } from '../../commands/command.ts'
import { command } from '../../commands/commands.ts'
import type { Finder } from '../../editor/find/finder.ts'
import type { Visit } from '../../frame/navigation.ts'
import type { Desk, DeskState } from './desk.ts'
import type { PageDesk } from './pages/page-desk.ts'

type DraftVisit = Extract<Visit, { room: 'draft' }>

export interface VisitParts {
  readonly desk: Desk
  readonly now: DeskState
  readonly pageDesk: PageDesk
  readonly finder: Finder
  readonly attempt: (title: string, act: () => Promise<unknown>) => void
  readonly run: (command: Command) => void
}

/** Carries out each visit once. The place is gone to when the document is drawn. */
export function useVisit(visit: Visit, { desk, now, pageDesk, finder, attempt, run }: VisitParts): void {
  const seen = useRef<Visit | null>(null)
  const place = useRef<DraftVisit | null>(null)
  useEffect(() => {
    if (seen.current === visit || visit.room !== 'draft') return
    seen.current = visit
    if (visit.command !== undefined) run(command(visit.command))
    if (visit.open === undefined) return
    const { open } = visit
    place.current = visit.block === undefined && visit.words === undefined ? null : visit
    attempt('没有打开这份文稿', () => desk.show(open))
  })
  useEffect(() => {
    const wanted = place.current
    const { open } = now
    if (!wanted || !open || open.record.id !== wanted.open) return
    place.current = null
    const { session } = open
    pageDesk.hide(() => undefined)
    if (wanted.block !== undefined) session.focus({ id: wanted.block })
    if (wanted.words === undefined) return
    finder.open('find')
    finder.seek({ query: wanted.words })
  }, [now, visit, finder, pageDesk])
}
