/** The document that is searched: which hit is the current one, and the ways to the others. */
import { Editor, Path, Point, Range, Transforms } from 'slate'
import type { Search } from '../../../shared/document/search.ts'
import { copiedBlocks, textOf } from '../clipboard/copied.ts'
import { sheetOf } from '../create-session.ts'
import type { EditorSession } from '../session.ts'
import type { SheetEditor } from '../sheet/types.ts'
import { asOneStep } from '../sheet/with-undo.ts'
import { createHitReader, rangeOf, type Hit } from './hits.ts'
import { replaceHits } from './replace.ts'

export interface Field {
  readonly session: EditorSession
  readonly editor: SheetEditor
  readonly readOnly: boolean
  /** The hits of a search, in reading order. */
  readonly read: (search: Search) => readonly Hit[]
  /** Where the last step led. A sheet that is only read loses its selection when it loses the keyboard. */
  last: Range | null
}

export function openField(session: EditorSession): Field {
  const { editor, readOnly } = sheetOf(session)
  return { session, editor, readOnly, read: createHitReader(editor), last: null }
}

/** What is selected, be it a hit or not; null where the caret was never put. */
export function hereOf({ editor, readOnly, last }: Field): Range | null {
  return editor.selection ?? (readOnly ? last : null)
}

/** The hit that is selected, as its place among the hits. */
export function currentOf(field: Field, hits: readonly Hit[]): number | null {
  const here = hereOf(field)
  if (!here || Range.isCollapsed(here)) return null
  const [start, end] = Range.edges(here)
  const at = hits.findIndex((hit) => Path.isParent(hit.path, start.path) && Range.equals(rangeOf(hit), { anchor: start, focus: end }))
  return at < 0 ? null : at
}

/** `here`: the first hit that begins no earlier than the selection; `next`: than its end; `previous`: the last that ends before it. */
export type Way = 'here' | 'next' | 'previous'

/** Selects and shows a hit; at the end of the document it goes on from the other end. False where there is no hit. */
export function step(field: Field, hits: readonly Hit[], way: Way): 'went' | 'cameRound' | 'none' {
  const here = hereOf(field)
  const hit = here ? hits[way === 'previous' ? lastBefore(hits, Range.start(here)) : firstFrom(hits, way === 'here' ? Range.start(here) : Range.end(here))] : undefined
  const found = hit ?? (way === 'previous' ? hits.at(-1) : hits[0])
  if (!found) return 'none'
  field.last = rangeOf(found)
  Transforms.select(field.editor, field.last)
  sheetOf(field.session).view?.revealRange(field.last)
  return hit || !here ? 'went' : 'cameRound'
}

function firstFrom(hits: readonly Hit[], point: Point): number {
  const at = hits.findIndex((hit) => !Point.isBefore(rangeOf(hit).anchor, point))
  return at < 0 ? hits.length : at
}

function lastBefore(hits: readonly Hit[], point: Point): number {
  return hits.filter((hit) => !Point.isAfter(rangeOf(hit).focus, point)).length - 1
}

/** Selects what the last step led to and gives the sheet the keyboard. */
export function returnToSheet(field: Field): void {
  const here = hereOf(field)
  if (here) Transforms.select(field.editor, here)
  sheetOf(field.session).view?.focus()
}

/** Replaces the current hit and puts the caret behind the new text; nothing where there is no current hit. */
export function replaceCurrent(field: Field, hits: readonly Hit[], text: string): void {
  const { editor } = field
  const at = currentOf(field, hits)
  const hit = at === null ? undefined : hits[at]
  if (!hit) return
  asOneStep(editor, () =>
    Editor.withoutNormalizing(editor, () => {
      replaceHits(editor, [hit], text)
      const { path, offset } = rangeOf(hit).anchor
      Transforms.select(editor, { path, offset: offset + text.length })
    }),
  )
}

/** Replaces all hits in one step of undo; returns what takes it back, which does so only as long as nothing else has been done. */
export function replaceAll({ editor, session }: Field, hits: readonly Hit[], text: string): () => boolean {
  asOneStep(editor, () => replaceHits(editor, hits, text))
  const done = editor.history.undos.at(-1)
  return () => {
    if (editor.history.undos.at(-1) !== done) return false
    session.undo()
    return true
  }
}

/** The longest selection that is taken for words to look for, in characters. */
const LONGEST = 100

/** The words that are selected, where they can be looked for: within one line, without a line break. */
export function selectedWords({ editor, session }: Field): string {
  sheetOf(session).view?.readSelection()
  const [block, ...more] = copiedBlocks(editor)
  const words = block && more.length === 0 && block.type !== 'table' ? textOf(block) : ''
  return words.length <= LONGEST && !words.includes('\n') ? words : ''
}
