/** One undo history of text and form: a step is a sentence of typing, a run of typing in a form field, or one command. */
import { Point, Range, Transforms } from 'slate'
import { HistoryEditor, withHistory } from 'slate-history'
import type { ReactEditor } from 'slate-react'
import type { SheetEditor } from './types.ts'

/** Steps that can be taken back. slate-history alone keeps a hundred. */
const LONGEST = 1000
const NEAR = 100

/** Marks that end a sentence, and with it a step of typing. */
const SENTENCE_END = /[。！？；\n]$/

/** Slate's plugin. */
export function withUndo(plain: ReactEditor): SheetEditor {
  const older: SheetEditor['history']['undos'] = []
  let isLost = false
  let isJoining = false
  /** The typing that the last step ends with. */
  let run: { readonly batch: unknown; readonly end: Point; readonly text: string } | null = null
  const editor: SheetEditor = Object.assign(withHistory(plain), {
    hasUndoneAll: () => editor.history.undos.length === 0 && !isLost,
    joinNextText: () => (isJoining = true),
  })
  const { writeHistory, undo, insertText } = editor
  editor.writeHistory = (stack, batch) => {
    const { undos } = editor.history
    if (stack === 'undos' && undos.length >= NEAR) {
      older.push(...undos.splice(0, 1))
      if (older.length > LONGEST - NEAR) {
        older.shift()
        isLost = true
      }
    }
    writeHistory(stack, batch)
  }
  editor.undo = () => {
    const before = editor.history.undos.at(-1)?.selectionBefore
    undo()
    // slate-history brings a selection back only where there is one.
    if (before && !editor.selection) Transforms.select(editor, before)
    const { undos } = editor.history
    const last = undos.length === 0 ? older.pop() : undefined
    if (last) undos.push(last)
  }
  editor.insertText = (text, options) => {
    const goesOn = run !== null && editor.history.undos.at(-1) === run.batch && isAt(editor, run.end) && !SENTENCE_END.test(run.text)
    const write = (): void => insertText(text, options)
    if (isJoining || goesOn) HistoryEditor.withMerging(editor, write)
    // What was done in this turn is part of the same act: typing over a selection takes it away first.
    else if (editor.operations.length > 0) write()
    else asOneStep(editor, write)
    isJoining = false
    const batch = editor.history.undos.at(-1)
    run = batch && editor.selection ? { batch, end: editor.selection.anchor, text } : null
  }
  return editor
}

function isAt({ selection }: SheetEditor, point: Point): boolean {
  return selection !== null && Range.isCollapsed(selection) && Point.equals(selection.anchor, point)
}

/** Runs a command as one undo step of its own. */
export function asOneStep(editor: SheetEditor, run: () => void): void {
  HistoryEditor.withNewBatch(editor, run)
}

/**
 * A run of typing in a form field: calls with the same `key` are one undo step, until anything else is changed.
 * Returns the function that runs a change of a key.
 */
export function createRuns(editor: SheetEditor): (key: string, run: () => void) => void {
  let current: { readonly key: string; readonly batch: unknown } | null = null
  return (key, run) => {
    const last = editor.history.undos.at(-1)
    if (current?.key === key && current.batch === last) HistoryEditor.withMerging(editor, run)
    else asOneStep(editor, run)
    const batch = editor.history.undos.at(-1)
    current = batch ? { key, batch } : null
  }
}
