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
      // What was just inserted is drawn first; chunks that come into sight then take their true height.
      reveal: (path) => {
        requestAnimationFrame(() => {
          reveal(editor, path)
          requestAnimationFrame(() => reveal(editor, path))
        })
      },
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

/** Scrolls an element to the middle of the desk, unless it is in sight. */
function reveal(editor: SheetEditor, path: Path): void {
  const node = Node.getIf(editor, path)
  if (!node) return
  const element = ReactEditor.toDOMNode(editor, node)
  const desk = element.closest('.desk')?.getBoundingClientRect()
  const box = element.getBoundingClientRect()
  const isInSight = desk && box.top >= desk.top && Math.min(box.bottom, box.top + 60) <= desk.bottom
  if (!isInSight) element.scrollIntoView({ block: 'center' })
}
