/** What the frame does to the structure of a document: outline, attachments, numbers, cross references. Each act is one undo step. */
import type { SectionPlace } from '../../shared/document/sections.ts'
import type { Id } from '../../shared/lib/id.ts'
import type { ReferenceTarget } from '../../shared/numbering/references.ts'

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
  /** Whether an attachment stands on pages that are turned (横排). */
  readonly turnAttachment: (id: Id, landscape: boolean) => void
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
