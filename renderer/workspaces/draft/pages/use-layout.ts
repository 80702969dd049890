/** The pages of the open document for the room: reads what they are laid out with, and follows the typing. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { FontState, LayoutSetting } from '../../../../shared/api/types.ts'
import { FALLBACK_METRICS } from '../../../../shared/layout/metrics.ts'
import type { Families } from '../../../../shared/layout/slots.ts'
import { useEvents, useMachine } from '../../../api/client-context.tsx'
import type { OpenDraft } from '../desk.ts'
import { createLayoutSession, type LaidOut, type LayoutSession } from './layout-session.ts'
import type { PageDesk } from './page-desk.ts'

const NOTHING = (): null => null
const NEVER = (): (() => void) => () => undefined

/** Lays the open document out; null while none is open, or what its pages are made with is not read yet. */
export function useLayout(open: OpenDraft | null, desk: PageDesk): LayoutSession | null {
  const layout = useSyncExternalStore(desk.subscribe, () => desk.state().layout)
  const setting = useSetting(open)
  const fonts = useFonts(setting?.[layout].fonts ?? null)
  const session = open?.session ?? null
  const kind = open === null ? 'none' : open.record.state === 'issued' ? 'issued' : (open.record.document.header.genre ?? 'none')
  useLayoutEffect(() => desk.lay(kind), [desk, kind])
  const made = useMemo(() => (session && setting && fonts ? createLayoutSession(session, { layout, setting, fonts }) : null), [fonts, layout, session, setting])
  useEffect(() => {
    // Who looks at the pages sees them at once.
    if (desk.state().shown) made?.catchUp()
    return () => made?.stop()
  }, [desk, made])
  return made
}

/** The pages as they were last laid out. */
export function useLaidOut(layout: LayoutSession | null): LaidOut | null {
  return useSyncExternalStore(layout?.subscribe ?? NEVER, layout?.state ?? NOTHING)
}

/** Read anew for each document, and when the office's own names or families have changed. */
function useSetting(open: OpenDraft | null): LayoutSetting | null {
  const { client } = useMachine()
  const id = open?.record.id ?? null
  const [setting, setSetting] = useState<LayoutSetting | null>(null)
  const read = useCallback(async () => {
    if (id === null) return
    const next = await client.call('layout.setting', { id })
    setSetting((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next))
  }, [client, id])
  // What cannot be read now is read with the next event; the text does not wait for it.
  const readQuietly = useCallback(() => void read().catch(() => undefined), [read])
  useEffect(readQuietly, [readQuietly])
  useEvents(client, ({ kind }) => {
    if (kind === 'fonts.changed' || kind === 'documents.changed') readQuietly()
  })
  return setting
}

/** Measures and files of the families; built-in measures where the machine does not tell them. */
function useFonts(families: Families | null): FontState | null {
  const { client } = useMachine()
  const key = JSON.stringify(families)
  const [read, setRead] = useState<ReadonlyMap<string, FontState>>(new Map())
  const asked = useRef(new Set<string>())
  const ask = useCallback(() => {
    if (!families || asked.current.has(key)) return
    asked.current.add(key)
    const keep = (fonts: FontState): void => setRead((last) => new Map(last).set(key, fonts))
    client.call('fonts.metrics', { families }).then(keep, () => keep({ metrics: FALLBACK_METRICS, slots: [] }))
  }, [client, families, key])
  useEffect(ask, [ask])
  useEvents(client, ({ kind }) => {
    if (kind !== 'fonts.changed') return
    // Fonts may have been installed since, under the same names.
    asked.current.clear()
    ask()
  })
  return read.get(key) ?? null
}
