/** How pages were last looked at, kept by this machine's browser or program. It can always be lost. */
import type { Layout } from '../../../../shared/api/types.ts'
import { LEAST_ZOOM, MOST_ZOOM, type Spread, type Zoom } from './page-rows.ts'

export interface Remembered {
  readonly spread: Spread
  readonly zoom: Zoom
}

const KEY = 'gongbao.pages'

const START: Remembered = { spread: 'facing', zoom: 'page' }

/** What is kept, or how pages are shown the first time. */
export function readRemembered(): Remembered {
  const kept = readKept()
  const { spread, zoom } = kept
  return {
    spread: spread === 'single' || spread === 'facing' ? spread : START.spread,
    zoom: zoom === 'width' || zoom === 'page' || (typeof zoom === 'number' && zoom >= LEAST_ZOOM && zoom <= MOST_ZOOM) ? zoom : START.zoom,
  }
}

/** The layout that documents of a kind were last looked at in; `otherwise` where none was chosen. */
export function readLayout(kind: string, otherwise: Layout): Layout {
  const kept = layoutsOf(readKept())[kind]
  return kept === 'official' || kept === 'gazette' ? kept : otherwise
}

export function rememberLayout(kind: string, layout: Layout): void {
  keep({ layouts: { ...layoutsOf(readKept()), [kind]: layout } })
}

export function remember(patch: Partial<Remembered>): void {
  keep(patch)
}

function layoutsOf({ layouts }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return typeof layouts === 'object' && layouts !== null ? { ...layouts } : {}
}

function keep(patch: Readonly<Record<string, unknown>>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...readKept(), ...patch }))
  } catch {
    // Storage that is full or switched off keeps nothing, and nothing depends on it.
  }
}

function readKept(): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
