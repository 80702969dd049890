/** What the mounted page does for the session: takes the keyboard, scrolls. */
import { useEffect } from 'react'
import { Node, type Path } from 'slate'
import { ReactEditor } from 'slate-react'
import { sheetOf } from '../create-session.ts'
import type { EditorSession } from '../session.ts'
import type { SheetEditor } from '../sheet/types.ts'

export function useView(session: EditorSession): void {
  useEffect(() => {
    const sheet = sheetOf(session)
    const { editor } = sheet
    const view = {
      focus: () => ReactEditor.focus(editor),
      // What was just inserted is drawn first; chunks that come into sight then take their true height.
      reveal: (path: Path) => {
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
