/** What follows from document and caret and is drawn beside the text: numbers, labels, the current line. */
import { Editor, type Operation } from 'slate'
import type { Document } from '../../../shared/document/types.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { attachmentList, attachmentListOwner, type AttachmentLine } from '../../../shared/layout/attachment-list.ts'
import { attachmentsOf, findPart, partText } from '../../../shared/document/text.ts'
import { signatureInsets } from '../../../shared/layout/flow-lines.ts'
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
  /** How far organ and date of the signature stand from the right end, in em, by part. */
  readonly insets: Keyed<number>
  /** Brings all up to date; `operations` are those since the last time. */
  update(document: Document, operations: readonly Operation[]): void
}

export function createDerived(editor: SheetEditor, document: Document): Derived {
  const numbers = createKeyed<string>()
  const references = createKeyed<string>()
  const current = createKeyed<true>()
  const attachments = createKeyed<readonly AttachmentLine[]>()
  const chosen = createKeyed<true>()
  const insets = createKeyed<number>()
  let isAnyChosen = false
  let line: Id | null = null
  const number = (now: Document): void => {
    numbers.replace(new Map([...headingNumbers(now), ...attachmentLabels(now)]))
    references.replace(referenceTexts(now))
  }
  const list = (now: Document): void => attachments.replace(listOf(now, attachments))
  number(document)
  list(document)
  insets.replace(insetsOf(document))
  return {
    numbers,
    references,
    current,
    attachments,
    chosen,
    insets,
    update(now, operations) {
      if (operations.some(changesStructure)) number(now)
      if (operations.some((operation) => changesStructure(operation) || mayNameAttachments(now, operation))) list(now)
      if (operations.some((operation) => changesStructure(operation) || isInSignature(now, operation))) insets.replace(insetsOf(now))
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

/** Characters of a line of the sheet. */
const LINE = 28

/** As the page sets them, so that the sheet shows what will be printed; an empty one stands where its hint is. */
function insetsOf(document: Document): ReadonlyMap<Id, number> {
  const organ = findPart(document, 'signatureOrgan')
  const date = findPart(document, 'signatureDate')
  const [organText, dateText] = [partText(document, 'signatureOrgan'), partText(document, 'signatureDate')]
  if (organText === '' || dateText === '') return new Map()
  const insets = signatureInsets(organText, dateText, LINE, 0)
  return new Map([...(organ ? [[organ.id, insets.organ] as const] : []), ...(date ? [[date.id, insets.date] as const] : [])])
}

function isInSignature(document: Document, operation: Operation): boolean {
  if (operation.type !== 'insert_text' && operation.type !== 'remove_text') return false
  const part = document.parts[operation.path[0] ?? 0]?.type
  return part === 'signatureOrgan' || part === 'signatureDate'
}

/** The list under its part; the very same lines where they say the same. */
function listOf(document: Document, old: Keyed<readonly AttachmentLine[]>): ReadonlyMap<Id, readonly AttachmentLine[]> {
  const owner = attachmentListOwner(document)
  const lines = owner && attachmentsOf(document).length > 0 ? attachmentList(document) : []
  if (!owner || lines.length === 0) return new Map()
  const known = old.get(owner.id)
  return new Map([[owner.id, JSON.stringify(known) === JSON.stringify(lines) && known ? known : lines]])
}
