/** The pages of one open document, laid out a little behind the typing. No React here. */
import type { FontState, Layout, LayoutSetting } from '../../../../shared/api/types.ts'
import type { Document } from '../../../../shared/document/types.ts'
import { layOut } from '../../../../shared/layout/engine/lay-out.ts'
import { gazettePrint } from '../../../../shared/layout/gazette-print.ts'
import { officialPrint } from '../../../../shared/layout/official-print.ts'
import type { Page } from '../../../../shared/layout/page.ts'
import type { Print } from '../../../../shared/layout/print.ts'
import { createObservable } from '../../../api/observable.ts'
import type { EditorSession } from '../../../editor/session.ts'
import type { Clock } from '../autosave.ts'

/** What pages are made with, beside the document. */
export interface LayoutInput {
  readonly layout: Layout
  readonly setting: LayoutSetting
  readonly fonts: FontState
}

export interface LaidOut extends LayoutInput {
  readonly document: Document
  readonly print: Print
  readonly pages: readonly Page[]
}

export interface LayoutSession {
  /** The pages as they were last laid out; null before the first time. The same object as long as nothing changed. */
  readonly state: () => LaidOut | null
  readonly subscribe: (listener: () => void) => () => void
  /** Lays out now what waits to be. */
  readonly catchUp: () => LaidOut
  readonly stop: () => void
}

/** Milliseconds of quiet after a key. Laying out never runs in a key's own task. */
export const QUIET = 120
/** Whoever types without a pause sees the count follow after so many milliseconds. */
export const LONGEST = 1000

/** Lays out a session's document for the first time soon, and again after each change, until `stop`. */
export function createLayoutSession(session: EditorSession, input: LayoutInput, clock: Clock = IDLE): LayoutSession {
  const laid = createObservable<LaidOut | null>(null)
  let callOff: (() => void) | null = null
  let since: number | null = null
  let cost = 0
  const work = (): LaidOut => {
    callOff?.()
    callOff = since = null
    const last = laid.get()
    const document = session.document()
    if (last?.document === document) return last
    const begun = clock.now()
    const next = laidOut(document, input)
    cost = clock.now() - begun
    laid.set(next)
    return next
  }
  const ask = (): void => {
    if (laid.get()?.document === session.document()) return
    callOff?.()
    const now = clock.now()
    since ??= now
    // What takes long waits for a longer pause, so that no key comes in the midst of it.
    const quiet = Math.max(QUIET, 4 * cost)
    callOff = clock.after(Math.max(0, Math.min(quiet, since + LONGEST + 8 * cost - now)), work)
  }
  const unsubscribe = session.subscribe(ask)
  ask()
  return {
    state: laid.get,
    subscribe: laid.subscribe,
    catchUp: work,
    stop() {
      unsubscribe()
      callOff?.()
    },
  }
}

function laidOut(document: Document, input: LayoutInput): LaidOut {
  const print = printOf(document, input)
  return { ...input, document, print, pages: layOut(print, input.fonts.metrics).pages }
}

function printOf(document: Document, { layout, setting, fonts }: LayoutInput): Print {
  return layout === 'official' ? officialPrint(document, setting.official, fonts.metrics) : gazettePrint(document, setting.gazette, setting.head)
}

/** Runs what is due as soon as the page has nothing else to do. */
const IDLE: Clock = {
  now: () => performance.now(),
  after(milliseconds, run) {
    let idle = 0
    const timer = setTimeout(() => (idle = requestIdleCallback(run, { timeout: LONGEST })), milliseconds)
    return () => {
      clearTimeout(timer)
      cancelIdleCallback(idle)
    }
  },
}
