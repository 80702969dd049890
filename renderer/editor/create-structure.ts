/** The acts on the structure of a session's document. */
import type { Id } from '../../shared/lib/id.ts'
import { addPrinted } from './acts/blocks.ts'
import { setInnerTitle, turnAttachment } from './acts/lines.ts'
import { renumber } from './acts/numbers.ts'
import { canRefer, countMentions, insertReference, linkMentions } from './acts/references.ts'
import { moveSection, shiftSection, shiftSelected } from './acts/sections.ts'
import type { Sheet } from './sheet/create-sheet.ts'
import { byId } from './sheet/find.ts'
import { asOneStep } from './sheet/with-undo.ts'
import type { StructureActs } from './structure.ts'

/** What the session lends. */
export interface Lent {
  readonly sheet: Sheet
  /** A command that leads back to the sheet. */
  readonly act: (change: () => void) => void
  /** Changes of one key in sequence are one step. */
  readonly run: (key: string, change: () => void) => void
  readonly reveal: (path: readonly number[]) => void
  readonly readSelection: () => void
}

export function structureActs({ sheet, act, run, reveal, readSelection }: Lent): StructureActs {
  const { editor, document, readOnly } = sheet
  const inOneStep = <T>(change: () => T, otherwise: T): T => {
    let result = otherwise
    if (!readOnly) asOneStep(editor, () => (result = change()))
    return result
  }
  /** One step that leaves the keyboard where it is and shows what it was about. */
  const quietly = (id: Id, change: () => boolean): boolean => {
    const isDone = inOneStep(change, false)
    const path = isDone ? byId(editor, id)?.[1] : undefined
    if (path) reveal(path)
    return isDone
  }
  return {
    moveSection: (id, to) => quietly(id, () => moveSection(editor, document(), id, to)),
    shiftSection: (id, by) => quietly(id, () => shiftSection(editor, document(), id, by)),
    shiftSelected(by) {
      readSelection()
      return inOneStep(() => shiftSelected(editor, by), false)
    },
    turnAttachment(id, landscape) {
      if (!readOnly) asOneStep(editor, () => turnAttachment(editor, id, landscape))
    },
    setInnerTitle(id, text) {
      if (!readOnly) run(`title ${id}`, () => setInnerTitle(editor, id, text))
    },
    renumber: () => inOneStep(() => renumber(editor, document()), 0),
    canRefer: () => canRefer(editor),
    insertReference: (target) => act(() => insertReference(editor, target)),
    countMentions: () => countMentions(editor),
    linkMentions: () => inOneStep(() => linkMentions(editor), 0),
    addPrinted: () => act(() => addPrinted(editor)),
  }
}
