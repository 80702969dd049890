/** What follows from document and caret and is drawn beside the text: numbers, labels, the current line. */
import { Editor, type Operation } from 'slate'
import type { Document } from '../../../shared/document/types.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { attachmentLabels, headingNumbers } from '../../../shared/numbering/headings.ts'
import { lineAt } from '../sheet/find.ts'
import type { SheetEditor } from '../sheet/types.ts'
import { createKeyed, type Keyed } from './keyed.ts'

export interface Derived {
  /** Of headings, chapters and articles by block, of attachments by part. */
  readonly numbers: Keyed<string>
  /** The line that holds the caret. */
  readonly current: Keyed<true>
  /** Brings all up to date; `operations` are those since the last time. */
  update(document: Document, operations: readonly Operation[]): void
}

export function createDerived(editor: SheetEditor, document: Document): Derived {
  const numbers = createKeyed<string>()
  const current = createKeyed<true>()
  let line: Id | null = null
  const number = (now: Document): void => numbers.replace(new Map([...headingNumbers(now), ...attachmentLabels(now)]))
  number(document)
  return {
    numbers,
    current,
    update(now, operations) {
      if (operations.some(changesStructure)) number(now)
      const next = lineAt(editor, editor.selection && Editor.point(editor, editor.selection.focus))?.[0].id ?? null
      if (next === line) return
      line = next
      current.replace(new Map(next === null ? [] : [[next, true]]))
    },
  }
}

/** Text alone moves no number. */
function changesStructure({ type }: Operation): boolean {
  return type !== 'insert_text' && type !== 'remove_text' && type !== 'set_selection'
}
