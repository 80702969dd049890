/** Beside the row that holds the caret: menus of what can be done with the table. */
import { useCallback, useLayoutEffect, useState, useSyncExternalStore, type KeyboardEvent, type RefObject } from 'react'
import { Node } from 'slate'
import { ReactEditor } from 'slate-react'
import { ActMenu, type ActMenuProps } from '../../components/act-menu.tsx'
import type { EditorSession } from '../session.ts'
import { cellAt, tableAt } from '../sheet/find.ts'
import type { SheetEditor } from '../sheet/types.ts'

/** Height of the bar, in unzoomed pixels. */
const HEIGHT = 176

export interface TableBarProps {
  readonly editor: SheetEditor
  readonly session: EditorSession
  readonly menus: readonly ActMenuProps[]
  /** The box that the bar is placed in. */
  readonly page: RefObject<HTMLDivElement | null>
  readonly bar: RefObject<HTMLDivElement | null>
  readonly zoom: number
}

export function TableBar({ editor, session, menus, page, bar, zoom }: TableBarProps) {
  // Drawn again when the caret enters another cell and when anything changes while a table holds it, and not at all elsewhere: the table may be moved as a whole.
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session])
  const cell = useSyncExternalStore(subscribe, () => focusCell(editor)?.[0].id ?? null)
  const table = useSyncExternalStore(subscribe, () => tableAt(editor)?.[0] ?? null)
  const lines = useSyncExternalStore(subscribe, () => (tableAt(editor) ? editor.children : null))
  const [top, setTop] = useState<number | null>(null)
  useLayoutEffect(() => {
    setTop(cell && table && page.current ? topOf(editor, page.current) : null)
  }, [editor, page, cell, table, lines, zoom])
  if (top === null || !table) return null
  return (
    <div
      ref={bar}
      className="table-bar"
      role="toolbar"
      aria-label="表格（Alt+F10）"
      aria-orientation="vertical"
      style={{ top }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') ReactEditor.focus(editor)
        else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event)
      }}
    >
      {menus.map((menu) => (
        <ActMenu key={menu.name} {...menu} />
      ))}
    </div>
  )
}

function focusCell(editor: SheetEditor): ReturnType<typeof cellAt> {
  return editor.selection ? cellAt(editor, editor.selection.focus) : undefined
}

/** The arrows go from one button of the bar to the next; an open menu has the keyboard itself. */
function step(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.findIndex((button) => button === event.target)
  if (at < 0) return
  event.preventDefault()
  buttons[(at + (event.key === 'ArrowDown' ? 1 : buttons.length - 1)) % buttons.length]?.focus()
}

/** The top of the caret's row in the page's own pixels, moved up so that the bar ends with the table where it is tall enough. */
function topOf(editor: SheetEditor, page: HTMLElement): number | null {
  const [table, cell] = [tableAt(editor), focusCell(editor)]
  if (!table || !cell) return null
  const round = page.getBoundingClientRect()
  const scale = round.width / page.offsetWidth || 1
  const box = ReactEditor.toDOMNode(editor, table[0]).getBoundingClientRect()
  const row = ReactEditor.toDOMNode(editor, Node.parent(editor, cell[1])).getBoundingClientRect()
  const [first, last, own] = [box.top, box.bottom, row.top].map((y) => (y - round.top) / scale)
  return Math.max(first ?? 0, Math.min(own ?? 0, (last ?? 0) - HEIGHT))
}
