/** Keys that the sheet understands beyond those of any text field. */
import type { KeyboardEvent } from 'react'
import { selectMore } from '../acts/select.ts'
import { tabsToLevel } from '../acts/sections.ts'
import { moveByCell, tabsToPlace, type Direction } from '../acts/tables.ts'
import type { EditorSession } from '../session.ts'
import { insertBlockAfter } from '../sheet/with-typing.ts'
import type { SheetEditor } from '../sheet/types.ts'
import { moveInTable } from './cell-arrows.ts'
import { moveByImage } from './image-arrows.ts'
import { readSelection } from './use-view.ts'
import { asOneStep } from '../sheet/with-undo.ts'

const DIRECTIONS: ReadonlyMap<string, Direction> = new Map([
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
])

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
    case 'F10':
      return event.altKey && focusTableBar()
    default: {
      const direction = DIRECTIONS.get(event.key)
      // As in Word: Alt+Shift+← and → change the level of headings, whatever there is to fill in.
      if (event.altKey && event.shiftKey && !isControl && (direction === 'left' || direction === 'right')) return session.shiftSelected(direction === 'left' ? -1 : 1)
      if ((direction === 'up' || direction === 'down') && isPlain && !event.shiftKey && oneStep(editor, () => moveByImage(editor, direction))) return true
      return direction !== undefined && isPlain && oneStep(editor, () => moveInTable(editor, direction, event.shiftKey))
    }
  }
}

function oneStep(editor: SheetEditor, run: () => boolean): boolean {
  let isDone = false
  readSelection(editor)
  asOneStep(editor, () => (isDone = run()))
  return isDone
}
