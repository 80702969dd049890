/** What the mounted page does for the session: takes the keyboard, scrolls. */
import { useEffect } from 'react'
import { Node, Range, Transforms, type Path } from 'slate'
import { IS_NODE_MAP_DIRTY } from 'slate-dom'
import { ReactEditor } from 'slate-react'
import { sheetOf, type SheetView } from '../create-session.ts'
import type { EditorSession } from '../session.ts'
import type { SheetEditor } from '../sheet/types.ts'

export function useView(session: EditorSession): void {
  useEffect(() => {
    const sheet = sheetOf(session)
    const { editor } = sheet
    const view: SheetView = {
      focus: () => ReactEditor.focus(editor),
      readSelection: () => readSelection(editor),
      reveal: (path) => revealUntilStill(editor, path, FRAMES),
    }
    sheet.view = view
    return () => {
      if (sheet.view === view) sheet.view = null
    }
  }, [session])
}

/** Takes over what is selected on the page. slate-react does so with a delay, in which a quick key would act on the old selection. */
export function readSelection(editor: SheetEditor): void {
  const page = window.getSelection()
  // While a change waits to be drawn, the page is behind the sheet and not the other way round.
  if (!page || page.rangeCount === 0 || IS_NODE_MAP_DIRTY.get(editor) || ReactEditor.isComposing(editor) || !ReactEditor.isFocused(editor)) return
  const range = ReactEditor.toSlateRange(editor, page, { exactMatch: false, suppressThrow: true })
  if (range && !(editor.selection && Range.equals(range, editor.selection))) Transforms.select(editor, range)
}

/** Frames for which an element must stay in sight to count as still. */
const STILL = 8
/** Frames after which an element that still moves is left alone. */
const FRAMES = 40

/** Chunks on the way take their true height only when they come into sight, and push the element away again. */
function revealUntilStill(editor: SheetEditor, path: Path, frames: number): void {
  requestAnimationFrame(() => {
    const wasInSight = reveal(editor, path)
    if (frames > 0) revealUntilStill(editor, path, wasInSight ? Math.min(frames - 1, STILL) : frames - 1)
  })
}

/** Pixels from the desk's edge within which a line counts as not quite in sight. */
const EDGE = 32

/** Scrolls an element to the middle of the desk, unless it is in sight; true when it was. */
function reveal(editor: SheetEditor, path: Path): boolean {
  const node = Node.getIf(editor, path)
  if (!node || !ReactEditor.isMounted(editor)) return true
  const element = ReactEditor.toDOMNode(editor, node)
  const desk = element.closest('.desk')?.getBoundingClientRect()
  const box = element.getBoundingClientRect()
  const isInSight = desk !== undefined && box.top >= desk.top + EDGE && box.top <= desk.bottom - 2 * EDGE
  if (!isInSight) element.scrollIntoView({ block: 'center' })
  return isInSight
}
