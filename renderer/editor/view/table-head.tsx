/** The lines above a table: caption (表题) and unit (单位), written where they are printed. */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Editor, Transforms } from 'slate'
import { ReactEditor } from 'slate-react'
import { setTableLine } from '../acts/tables.ts'
import type { SheetElement } from '../sheet/types.ts'
import { createRuns } from '../sheet/with-undo.ts'
import { useSheet } from './sheet-context.ts'

export interface TableHeadProps {
  readonly table: SheetElement
}

export function TableHead({ table }: TableHeadProps) {
  const { readOnly } = useSheet()
  if (readOnly) {
    if ((table.caption ?? table.unit) === undefined) return null
    return (
      <div className="table-head" contentEditable={false}>
        <span>{table.caption}</span>
        <span className="unit">{table.unit}</span>
      </div>
    )
  }
  return (
    <div className="table-head" contentEditable={false} data-document-form="">
      <HeadLine table={table} line="caption" label="表题" hint="表题" />
      <HeadLine table={table} line="unit" label="单位" hint="单位：" />
    </div>
  )
}

interface HeadLineProps extends TableHeadProps {
  readonly line: 'caption' | 'unit'
  readonly label: string
  readonly hint: string
}

function HeadLine({ table, line, label, hint }: HeadLineProps) {
  const { editor } = useSheet()
  const [run] = useState(() => createRuns(editor))
  const stored = table[line] ?? ''
  const [text, setText] = useState(stored)
  // Half-typed words of an input method stay in the field; the document gets them when they are chosen.
  const composing = useRef(false)
  useEffect(() => {
    if (!composing.current) setText(stored)
  }, [stored])
  const write = (typed: string): void => {
    setText(typed)
    if (!composing.current && typed !== stored) run(line, () => setTableLine(editor, table.id, line, typed))
  }
  return (
    <input
      className={line}
      aria-label={label}
      placeholder={hint}
      value={text}
      // The sheet would take the keyboard back at each change of the document.
      onFocus={() => ReactEditor.blur(editor)}
      onChange={(event) => write(event.target.value)}
      onCompositionStart={() => (composing.current = true)}
      onCompositionEnd={(event) => {
        composing.current = false
        write(event.currentTarget.value)
      }}
      onKeyDown={(event) => {
        if (leavesLine(event)) goToFirstCell()
      }}
    />
  )

  function goToFirstCell(): void {
    Transforms.select(editor, Editor.start(editor, ReactEditor.findPath(editor, table)))
    ReactEditor.focus(editor)
  }
}

function leavesLine(event: KeyboardEvent): boolean {
  if (event.nativeEvent.isComposing || !['Enter', 'Escape', 'ArrowDown'].includes(event.key)) return false
  event.preventDefault()
  return true
}
