/** Beside the row that holds the caret: what can be done with the table. */
import { useCallback, useLayoutEffect, useState, useSyncExternalStore, type RefObject } from 'react'
import { ReactEditor } from 'slate-react'
import { Node } from 'slate'
import { ActButton } from '../../components/act-button.tsx'
import { canChangeTable, changeTable, type TableAct } from '../acts/tables.ts'
import type { EditorSession } from '../session.ts'
import { cellAt, tableAt } from '../sheet/find.ts'
import type { SheetEditor } from '../sheet/types.ts'
import { asOneStep } from '../sheet/with-undo.ts'

const ACTS: readonly { readonly act: TableAct; readonly name: string }[] = [
  { act: 'addRow', name: '加一行' },
  { act: 'removeRow', name: '删此行' },
  { act: 'addColumn', name: '加一列' },
  { act: 'removeColumn', name: '删此列' },
  { act: 'removeTable', name: '删表格' },
]

/** Height of the bar, in unzoomed pixels. */
const HEIGHT = 138

export interface TableBarProps {
  readonly editor: SheetEditor
  readonly session: EditorSession
  /** The box that the bar is placed in. */
  readonly page: RefObject<HTMLDivElement | null>
  readonly bar: RefObject<HTMLDivElement | null>
  readonly zoom: number
}

export function TableBar({ editor, session, page, bar, zoom }: TableBarProps) {
  // Drawn again when the caret enters another cell and when the table changes, and not at all elsewhere.
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session])
  const cell = useSyncExternalStore(subscribe, () => cellAt(editor)?.[0].id ?? null)
  const table = useSyncExternalStore(subscribe, () => tableAt(editor)?.[0] ?? null)
  const [top, setTop] = useState<number | null>(null)
  useLayoutEffect(() => {
    setTop(cell && table && page.current ? topOf(editor, page.current) : null)
  }, [editor, page, cell, table, zoom])
  if (top === null || !table) return null
  const run = (act: TableAct): void => {
    asOneStep(editor, () => changeTable(editor, act))
    ReactEditor.focus(editor)
  }
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
      }}
    >
      {ACTS.map(({ act, name }) => (
        <ActButton key={act} name={name} labelled size="small" enabled={canChangeTable(editor, act)} run={() => run(act)} />
      ))}
    </div>
  )
}

/** The top of the caret's row in the page's own pixels, moved up so that the bar ends with the table where it is tall enough. */
function topOf(editor: SheetEditor, page: HTMLElement): number | null {
  const [table, cell] = [tableAt(editor), cellAt(editor)]
  if (!table || !cell) return null
  const round = page.getBoundingClientRect()
  const scale = round.width / page.offsetWidth || 1
  const box = ReactEditor.toDOMNode(editor, table[0]).getBoundingClientRect()
  const row = ReactEditor.toDOMNode(editor, Node.parent(editor, cell[1])).getBoundingClientRect()
  const [first, last, own] = [box.top, box.bottom, row.top].map((y) => (y - round.top) / scale)
  return Math.max(first ?? 0, Math.min(own ?? 0, (last ?? 0) - HEIGHT))
}
