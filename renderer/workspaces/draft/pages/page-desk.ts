/** What the room shows of the pages: whether, how they lie, how large, and which are in sight. No React here. */
import type { Layout } from '../../../../shared/api/types.ts'
import type { Genre } from '../../../../shared/document/types.ts'
import { createObservable } from '../../../api/observable.ts'
import type { EditorSession } from '../../../editor/session.ts'
import { steppedZoom, type Spread, type Zoom } from './page-rows.ts'
import { readLayout, readRemembered, remember, rememberLayout } from './remembered.ts'

export interface PageDeskState {
  /** The pages stand in the sheet's place. */
  readonly shown: boolean
  readonly layout: Layout
  readonly spread: Spread
  readonly zoom: Zoom
  /** What `zoom` comes to, in per cent of the true size. */
  readonly percent: number
  /** Rows that there are, and the one that is looked at. */
  readonly rows: number
  readonly row: number
}

/** What the drawn pages do for the desk. */
export interface PagesOnScreen {
  readonly goToRow: (row: number) => void
}

/** Which document's pages were looked at where, and where its caret was then. */
export interface PlaceLeft {
  readonly session: EditorSession
  readonly caret: string
  readonly scrollTop: number
  readonly scrollLeft: number
}

/** What the choice of a layout is remembered for: a 文种, or "issued" for what arrived with its number. */
export type PaperKind = Genre | 'issued' | 'none'

export interface PageDesk {
  readonly state: () => PageDeskState
  readonly subscribe: (listener: () => void) => () => void
  readonly show: () => void
  /** Brings the sheet back; `then` runs when it is there. */
  readonly hide: (then: () => void) => void
  /** Whoever draws the sheet takes what is to be done now. */
  readonly takeReturn: () => (() => void) | null
  /** Takes the layout that documents of this kind are looked at in. */
  readonly lay: (kind: PaperKind) => void
  readonly setLayout: (layout: Layout) => void
  readonly setSpread: (spread: Spread) => void
  readonly setZoom: (zoom: Zoom) => void
  /** Larger or smaller by so many steps. */
  readonly zoomBy: (steps: number) => void
  /** So many rows further or back, or to the first or the last. */
  readonly turn: (to: number | 'first' | 'last') => void
  /** What is drawn tells what is seen. */
  readonly see: (seen: Pick<PageDeskState, 'percent' | 'rows' | 'row'>) => void
  /** Where the pages were left; null before the first time. */
  readonly left: () => PlaceLeft | null
  readonly leave: (place: PlaceLeft) => void
  /** Returns the function that takes the pages off the desk. */
  readonly mount: (screen: PagesOnScreen) => () => void
}

export function createPageDesk(): PageDesk {
  const { spread, zoom } = readRemembered()
  const shown = createObservable<PageDeskState>({ shown: false, layout: 'official', spread, zoom, percent: 100, rows: 0, row: 0 })
  const update = (patch: Partial<PageDeskState>): void => {
    const now = shown.get()
    const next = { ...now, ...patch }
    if (KEYS.some((key) => next[key] !== now[key])) shown.set(next)
  }
  const keep = (patch: Partial<Pick<PageDeskState, 'spread' | 'zoom'>>): void => {
    update(patch)
    remember(patch)
  }
  let kind: PaperKind = 'none'
  let screen: PagesOnScreen | null = null
  let left: PlaceLeft | null = null
  let back: (() => void) | null = null
  return {
    state: shown.get,
    subscribe: shown.subscribe,
    show: () => update({ shown: true }),
    hide(then) {
      if (shown.get().shown) back = then
      update({ shown: false })
    },
    takeReturn() {
      const then = back
      back = null
      return then
    },
    lay(next) {
      kind = next
      // Whoever writes wants to see the document itself; what arrived from an issue was printed in the gazette.
      update({ layout: readLayout(kind, kind === 'issued' ? 'gazette' : 'official') })
    },
    setLayout(layout) {
      update({ layout })
      rememberLayout(kind, layout)
    },
    setSpread: (next) => keep({ spread: next }),
    setZoom: (next) => keep({ zoom: next }),
    zoomBy: (steps) => keep({ zoom: steppedZoom(shown.get().percent, steps) }),
    turn(to) {
      const { row, rows } = shown.get()
      const wanted = to === 'first' ? 0 : to === 'last' ? rows - 1 : row + to
      screen?.goToRow(Math.max(0, Math.min(rows - 1, wanted)))
    },
    see: update,
    left: () => left,
    leave: (place) => (left = place),
    mount(next) {
      screen = next
      return () => {
        if (screen === next) screen = null
      }
    },
  }
}

const KEYS = ['shown', 'layout', 'spread', 'zoom', 'percent', 'rows', 'row'] as const satisfies readonly (keyof PageDeskState)[]
