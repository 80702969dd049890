/**
 * One open document in the editor: the Slate value, its undo history and the header, behind one interface that the
 * frame (form, outline, toolbar, commands) works with. The form changes the document through here, so that one
 * history undoes text and form alike.
 */
import type { AttachmentPart, Block, Document, Header, Item, ParagraphRole, Part } from '../../shared/document/types.ts'
import type { PlacedImage } from './acts/images.ts'
import type { TextPlace } from './acts/text-place.ts'
import type { SheetTableAct } from './acts/tables.ts'
import type { Id } from '../../shared/lib/id.ts'
import type { StructureActs } from './structure.ts'

/** What the toolbar makes of the paragraphs that hold the selection. */
export type BlockKind = 'paragraph' | 'heading1' | 'heading2' | 'heading3' | 'heading4' | 'chapter' | 'article' | Item['marker'] | ParagraphRole

/** Parts that are one line of text and that the form shows as a field. */
export type LineField = Extract<Part['type'], 'title' | 'recipients' | 'signatureOrgan' | 'signatureDate' | 'note'>

/** Fields of the header with their new values; undefined for one that goes. */
export type HeaderPatch = { readonly [K in keyof Header]?: Header[K] | undefined }

/** Where the caret is, as far as the frame shows it. */
export interface CaretState {
  readonly part: Part['type'] | null
  readonly partId: Id | null
  readonly blockId: Id | null
  readonly blockKind: BlockKind | 'table' | 'roster' | 'image' | null
}

export interface EditorSession extends StructureActs {
  /** The document as it stands now. The same object as long as nothing changed. */
  document(): Document
  caret(): CaretState
  canUndo(): boolean
  canRedo(): boolean
  /** Called after each change of document or caret; returns the function that ends it. */
  subscribe(listener: () => void): () => void

  /** Replaces the text of a line part; makes the part where the document has none, removes recipients or note when empty. One undo step per run of typing. */
  setLine(field: LineField, text: string): void
  /** Changes header fields; an undefined value takes a field away. One undo step, or one per run of typing in the field that `run` names. */
  setHeader(patch: HeaderPatch, run?: string): void
  setBlockKind(kind: BlockKind): void
  insertTable(rows: number, columns: number): void
  /** Puts blocks (with ids of their own) after the current one; the caret goes to the first table among them. */
  insertBlocks(blocks: readonly Block[]): void
  /** True, or why something cannot be done with the table that holds the caret. 'caption' is the way to the lines above it. */
  canChangeTable(act: SheetTableAct | 'caption'): true | string
  /** True for a switch that is on. */
  isTableActOn(act: SheetTableAct | 'caption'): boolean
  changeTable(act: SheetTableAct | 'caption'): void
  /** An image of the library, after the current block. */
  insertImage(image: PlacedImage): void
  /** Puts the caret where a point of the window is, in its pixels; it stays where it is for a point beside the sheet. */
  focusAt(x: number, y: number): void
  /** A roster (名单) with the roles of a leading group and places for names and posts. */
  insertRoster(): void
  /** Adds an attachment at the end, an empty one unless `part` is given (with ids of its own), and puts the caret at its first place, or in its title. */
  addAttachment(part?: AttachmentPart): void
  /** Several at once, in one undo step; the caret goes to the title of the first. */
  addAttachments(parts: readonly AttachmentPart[]): void
  removePart(id: Id): void
  /** Puts the caret at a block, a part or a line field and scrolls it into view. */
  focus(where: { readonly id: Id } | { readonly field: LineField } | 'body'): void
  /** Gives the sheet the keyboard; the caret stays where it was. */
  readonly focusCaret: () => void
  /** Puts the caret at a character of a line's own words (see `TextPlace`), and scrolls there. */
  readonly focusText: (id: Id, offset: number) => void
  /** Where the caret is on the printed page; null where it is in no line. */
  readonly placeOfCaret: () => TextPlace | null
  /** What is printed of a line without its number and line breaks; "" for what is no line. */
  readonly ownWords: (id: Id) => string
  /** Goes to the next (or previous) unfilled place; false where there is none. */
  nextPlace(backwards?: boolean): boolean
  undo(): void
  redo(): void
}
