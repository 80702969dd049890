/** Keys that the sheet understands beyond those of any text field. */
import type { KeyboardEvent } from 'react'
import { leaveTable, selectMore } from '../acts/select.ts'
import { tabsToLevel } from '../acts/sections.ts'
import { moveByCell, tabsToPlace } from '../acts/tables.ts'
import type { EditorSession } from '../session.ts'
import { insertBlockAfter } from '../sheet/with-typing.ts'
import type { SheetEditor } from '../sheet/types.ts'
import { readSelection } from './use-view.ts'
import { asOneStep } from '../sheet/with-undo.ts'

/** Does what a key stands for; false when the key is not ours and keeps its usual meaning. */
export function handleKey(event: KeyboardEvent, editor: SheetEditor, session: EditorSession, focusTableBar: () => boolean): boolean {
  if (event.nativeEvent.isComposing) return false
  const isControl = event.ctrlKey || event.metaKey
  const isPlain = !isControl && !event.altKey
  switch (event.key) {
    case 'Tab':
      if (!isPlain) return false
      readSelection(editor)
      if (tabsToLevel(editor)) return session.shiftSelected(event.shiftKey ? -1 : 1)
      // With nothing left to fill in, Tab leaves the sheet as it leaves any field.
      return tabsToPlace(editor, event.shiftKey) ? session.nextPlace(event.shiftKey) : oneStep(editor, () => moveByCell(editor, event.shiftKey))
    case 'Enter':
      return isControl && !event.altKey && oneStep(editor, () => insertBlockAfter(editor))
    case 'a':
    case 'A':
      if (!isControl || event.altKey || event.shiftKey) return false
      readSelection(editor)
      selectMore(editor)
      return true
    case 'ArrowDown':
    case 'ArrowUp': {
      const direction = event.key === 'ArrowUp' ? 'up' : 'down'
      return isPlain && !event.shiftKey && isAtEdgeOfCell(direction) && oneStep(editor, () => leaveTable(editor, direction))
    }
    case 'F10':
      return event.altKey && focusTableBar()
    default:
      return false
  }
}

function oneStep(editor: SheetEditor, run: () => boolean): boolean {
  let isDone = false
  readSelection(editor)
  asOneStep(editor, () => (isDone = run()))
  return isDone
}

/** True when the caret's line is the first or last one of its cell on the page; within a cell the arrows go by lines. */
function isAtEdgeOfCell(direction: 'up' | 'down'): boolean {
  const selection = window.getSelection()
  const line = selection?.anchorNode?.parentElement
  const cell = line?.closest('td')
  if (!selection || !line || !cell || selection.rangeCount === 0) return false
  const caret = selection.getRangeAt(0).getBoundingClientRect()
  // A caret on an empty line has no box in Chromium; the line itself has.
  const box = caret.height > 0 ? caret : line.getBoundingClientRect()
  const round = cell.getBoundingClientRect()
  return direction === 'up' ? box.top - round.top < box.height : round.bottom - box.bottom < box.height
}
