/** What the frame does to the structure of a document: outline, attachments, numbers, cross references. Each act is one undo step. */
import type { SectionPlace } from '../../shared/document/sections.ts'
import type { Id } from '../../shared/lib/id.ts'
import type { ReferenceTarget } from '../../shared/numbering/references.ts'
import { addPrinted } from './acts/blocks.ts'
import { setInnerTitle } from './acts/lines.ts'
import { renumber } from './acts/numbers.ts'
import { canRefer, countMentions, insertReference, linkMentions } from './acts/references.ts'
import { moveSection, shiftSection, shiftSelected } from './acts/sections.ts'
import type { Sheet } from './sheet/create-sheet.ts'
import { byId } from './sheet/find.ts'
import { asOneStep } from './sheet/with-undo.ts'

/** The part of a session that is about structure. */
export interface StructureActs {
  /** Moves a heading with all below it, a table, or an attachment; false where it cannot go there. The keyboard stays where it is. */
  readonly moveSection: (id: Id, to: SectionPlace | 'up' | 'down') => boolean
  /** Makes a heading and those below it a level deeper (1) or wider (−1); false where one of them has no such level. */
  readonly shiftSection: (id: Id, by: 1 | -1) => boolean
  /** The same for the selected headings alone; false where none is selected. */
  readonly shiftSelected: (by: 1 | -1) => boolean
  /** Writes the title of a printed text or an attachment. One undo step per run of typing. */
  readonly setInnerTitle: (id: Id, text: string) => void
  /** Takes away the numbers that were kept as printed; returns how many are others now. */
  readonly renumber: () => number
  /** True where a cross reference can stand: in running text and cells. */
  readonly canRefer: () => boolean
  readonly insertReference: (target: Pick<ReferenceTarget, 'id' | 'text'>) => void
  /** Typed mentions of this document's attachments and articles, and making references of them; returns how many. */
  readonly countMentions: () => number
  readonly linkMentions: () => number
  /** Adds 所印文本, an empty one, and puts the caret in its title. */
  readonly addPrinted: () => void
}

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
