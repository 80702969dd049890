/** What follows from document and caret and is drawn beside the text: numbers, labels, the current line. */
import { Editor, type Operation } from 'slate'
import type { Document } from '../../../shared/document/types.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { attachmentList, attachmentListOwner, type AttachmentLine } from '../../../shared/layout/attachment-list.ts'
import { attachmentsOf } from '../../../shared/document/text.ts'
import { attachmentLabels, headingNumbers } from '../../../shared/numbering/headings.ts'
import { referenceTexts } from '../../../shared/numbering/references.ts'
import { lineAt } from '../sheet/find.ts'
import type { SheetEditor } from '../sheet/types.ts'
import { chosenRectangle } from '../table/chosen.ts'
import { createKeyed, type Keyed } from './keyed.ts'

export interface Derived {
  /** Of headings, chapters and articles by block, of attachments by part. */
  readonly numbers: Keyed<string>
  /** What a reference to a block or an attachment says; nothing of what is not there. */
  readonly references: Keyed<string>
  /** The line that holds the caret. */
  readonly current: Keyed<true>
  /** Chosen cells, and the table that holds them. */
  readonly chosen: Keyed<true>
  /** 附件说明 below the part that names the attachments. */
  readonly attachments: Keyed<readonly AttachmentLine[]>
  /** Brings all up to date; `operations` are those since the last time. */
  update(document: Document, operations: readonly Operation[]): void
}

export function createDerived(editor: SheetEditor, document: Document): Derived {
  const numbers = createKeyed<string>()
  const references = createKeyed<string>()
  const current = createKeyed<true>()
  const attachments = createKeyed<readonly AttachmentLine[]>()
  const chosen = createKeyed<true>()
  let isAnyChosen = false
  let line: Id | null = null
  const number = (now: Document): void => {
    numbers.replace(new Map([...headingNumbers(now), ...attachmentLabels(now)]))
    references.replace(referenceTexts(now))
  }
  const list = (now: Document): void => attachments.replace(listOf(now, attachments))
  number(document)
  list(document)
  return {
    numbers,
    references,
    current,
    attachments,
    chosen,
    update(now, operations) {
      if (operations.some(changesStructure)) number(now)
      if (operations.some((operation) => changesStructure(operation) || mayNameAttachments(now, operation))) list(now)
      const cells = chosenRectangle(editor)
      if (cells || isAnyChosen) chosen.replace(new Map([...(cells?.cells ?? []).map(({ cell }) => cell.id), ...(cells ? [cells.table.id] : [])].map((id) => [id, true])))
      isAnyChosen = cells !== null
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

/** A change of text that the list of attachments may follow: of their titles, or of a line that names them itself. */
function mayNameAttachments(document: Document, operation: Operation): boolean {
  if (operation.type !== 'insert_text' && operation.type !== 'remove_text') return false
  return document.parts[operation.path[0] ?? 0]?.type === 'attachment' || operation.offset < 4 || /[附件：:]/.test(operation.text)
}

/** The list under its part; the very same lines where they say the same. */
function listOf(document: Document, old: Keyed<readonly AttachmentLine[]>): ReadonlyMap<Id, readonly AttachmentLine[]> {
  const owner = attachmentListOwner(document)
  const lines = owner && attachmentsOf(document).length > 0 ? attachmentList(document) : []
  if (!owner || lines.length === 0) return new Map()
  const known = old.get(owner.id)
  return new Map([[owner.id, JSON.stringify(known) === JSON.stringify(lines) && known ? known : lines]])
}
