/**
 * Find and replace in the document that is open. What is looked for outlives the bar and the document, so that F3 goes on with it.
 * The current hit is what is selected in the sheet: the bar leaves it selected when it closes, and a click elsewhere makes the
 * search go on from there.
 */
import { countBeside, createSearch, type SearchOptions } from '../../../shared/document/search.ts'
import type { EditorSession } from '../session.ts'
import { currentOf, openField, replaceAll, replaceCurrent, returnToSheet, selectedWords, step, type Field, type Way } from './field.ts'
import type { Hit } from './hits.ts'

/** What is looked for, and what takes its place. */
export interface Sought extends SearchOptions {
  readonly query: string
  readonly replacement: string
}

export type FindMode = 'find' | 'replace'

export interface FindState extends Sought {
  /** What the bar shows; null while it is closed. */
  readonly mode: FindMode | null
  /** Hits in the document. */
  readonly count: number
  /** What is found beside the lines, where the bar does not go: in the form and above tables. */
  readonly beside: number
  /** The current hit, counted from 0; null while something else is selected. */
  readonly at: number | null
  /** The last step went round the end of the document. */
  readonly cameRound: boolean
  /** How many 全部替换 has just replaced; 0 as soon as something else is looked for or found. */
  readonly replaced: number
  /** Goes up each time the bar is asked for, also while it is open. */
  readonly asked: number
}

/** What 全部替换 did. */
export interface Replaced {
  readonly count: number
  /** Takes it back; false where something else was done since. */
  readonly undo: () => boolean
}

export interface Finder {
  /** The same object as long as nothing of it changed. */
  readonly state: () => FindState
  /** Called when the state or the hits have changed; returns the function that ends it. */
  readonly subscribe: (listener: () => void) => () => void
  /** In reading order, as last told; none while the bar is closed. */
  readonly hits: () => readonly Hit[]
  /** Searches this document from now on; returns the function that ends it and closes the bar. */
  readonly attach: (session: EditorSession) => () => void
  /** Shows the bar; words that are selected are looked for. */
  readonly open: (mode: FindMode) => void
  /** Closes the bar and gives the sheet the keyboard. */
  readonly close: () => void
  /** Shows or hides the second field. */
  readonly setMode: (mode: FindMode) => void
  /** Looks for something else, and goes to the first hit from the selection on. */
  readonly seek: (patch: Partial<Sought>) => void
  /** To the next hit or the one before, also with the bar closed; opens the bar where there is none. */
  readonly step: (backwards?: boolean) => void
  /** Replaces the current hit and goes to the next. */
  readonly replace: () => void
  readonly replaceAll: () => Replaced
}

const START: FindState = { query: '', replacement: '', matchCase: false, matchWidth: false, mode: null, count: 0, beside: 0, at: null, cameRound: false, replaced: 0, asked: 0 }

/** `later` runs a function when the change that is under way has been drawn. */
export function createFinder(later: (run: () => void) => void): Finder {
  const core = createCore()
  const { state, update, setSearch, read } = core
  let field: Field | null = null
  const go = (way: Way): void => {
    const went = field ? step(field, read(), way) : 'none'
    update({ cameRound: went === 'cameRound', replaced: 0 })
  }
  const open = (mode: FindMode): void => {
    const words = field && state().mode === null ? selectedWords(field) : ''
    const sought = words === '' ? {} : { query: words }
    setSearch(sought)
    update({ ...sought, mode, asked: state().asked + 1, cameRound: false, replaced: 0 })
  }
  return {
    state,
    hits: core.hits,
    subscribe: core.subscribe,
    attach(session) {
      const mine = openField(session)
      field = core.setField(mine)
      const stop = followed(session, later, () => field === mine && state().mode !== null && update())
      return () => {
        stop()
        if (field !== mine) return
        field = core.setField(null)
        update({ mode: null })
      }
    },
    open,
    close() {
      update({ mode: null, cameRound: false })
      if (field) returnToSheet(field)
    },
    setMode: (mode) => update({ mode }),
    seek(sought) {
      const isNew = setSearch(sought)
      update({ ...sought, cameRound: false })
      if (isNew) go('here')
    },
    step(backwards = false) {
      if (read().length === 0) open(state().mode ?? 'find')
      else go(backwards ? 'previous' : 'next')
      if (state().mode === null && field) returnToSheet(field)
    },
    replace() {
      if (!field || field.readOnly) return
      replaceCurrent(field, read(), state().replacement)
      go('next')
    },
    replaceAll() {
      const all = field?.readOnly === false ? read() : []
      if (!field || all.length === 0) return { count: 0, undo: () => false }
      const undo = replaceAll(field, all, state().replacement)
      update({ cameRound: false, replaced: all.length })
      return { count: all.length, undo }
    },
  }
}

/** What the finder holds, and whoever shows it. */
interface Core extends Pick<Finder, 'state' | 'subscribe' | 'hits'> {
  /** Takes over what is given, reads the hits again and tells of what is different. */
  readonly update: (patch?: Partial<FindState>) => void
  /** True when it is another search than before. */
  readonly setSearch: (sought: Partial<Sought>) => boolean
  /** The hits as they are now. */
  readonly read: () => readonly Hit[]
  readonly setField: (field: Field | null) => Field | null
}

function createCore(): Core {
  let state = START
  let hits: readonly Hit[] = []
  let search = createSearch('', START)
  let field: Field | null = null
  const listeners = new Set<() => void>()
  const read = (): readonly Hit[] => field?.read(search) ?? []
  return {
    state: () => state,
    hits: () => hits,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    update(patch = {}) {
      const asked = { ...state, ...patch }
      const found = asked.mode === null ? [] : read()
      const beside = field && asked.mode !== null ? countBeside(field.session.document(), search) : 0
      const replaced = patch.replaced ?? (found.length === state.count ? state.replaced : 0)
      const next: FindState = { ...asked, count: found.length, replaced, beside, at: field && currentOf(field, found) }
      const isSame = STATE_KEYS.every((key) => next[key] === state[key])
      if (isSame && found === hits) return
      if (!isSame) state = next
      hits = found
      for (const listener of [...listeners]) listener()
    },
    setSearch(sought) {
      const { query, matchCase, matchWidth } = { ...state, ...sought }
      if (query === state.query && matchCase === state.matchCase && matchWidth === state.matchWidth) return false
      search = createSearch(query, { matchCase, matchWidth })
      return true
    },
    read,
    setField: (next) => (field = next),
  }
}

const STATE_KEYS = Object.keys(START) as (keyof FindState)[]

/** Calls `see` once after each run of changes. */
function followed(session: EditorSession, later: (run: () => void) => void, see: () => void): () => void {
  let isWaiting = false
  return session.subscribe(() => {
    if (isWaiting) return
    isWaiting = true
    later(() => {
      isWaiting = false
      see()
    })
  })
}
