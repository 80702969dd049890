/** What the form writes: a line part's text, the header's fields. */
import { Editor, Node, Text, Transforms, type Path, type Point, type Range } from 'slate'
import type { Header } from '../../../shared/document/types.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { byId } from '../sheet/find.ts'
import { isOneOf, type SheetEditor, type SheetElement } from '../sheet/types.ts'
import { NO_HEADER } from '../sheet/value.ts'
import { emptyLine, placeOfPart } from '../sheet/with-structure.ts'
import type { HeaderPatch, LineField } from '../session.ts'

/** Parts that a document need not have, and that vanish when the form empties them. */
const OPTIONAL: readonly LineField[] = ['recipients', 'note']

/** Writes the text of a line part; what did not change stays as it is, so that caret and tracked changes stay, too. */
export function setLine(editor: SheetEditor, field: LineField, text: string): void {
  const at = editor.children.findIndex((part) => isOneOf(part, [field]))
  Editor.withoutNormalizing(editor, () => {
    if (text === '' && OPTIONAL.includes(field)) {
      if (at >= 0) Transforms.removeNodes(editor, { at: [at] })
    } else if (at < 0) {
      const part: SheetElement = { ...emptyLine(field), children: [{ text }] }
      Transforms.insertNodes(editor, part, { at: [placeOfPart(editor, field)] })
    } else replaceText(editor, [at], text)
  })
}

/** Writes the title of a printed text or an attachment. */
export function setInnerTitle(editor: SheetEditor, id: Id, text: string): void {
  const part = byId(editor, id)
  if (part && isOneOf(part[0], ['printed', 'attachment'])) Editor.withoutNormalizing(editor, () => replaceText(editor, [...part[1], 0], text))
}

/** Changes header fields; nothing when all of them are so already. */
export function setHeader(editor: SheetEditor, patch: HeaderPatch): void {
  const [title] = editor.children
  if (!title || !isOneOf(title, ['title'])) return
  const old = title.header ?? NO_HEADER
  // What is undefined goes: what a document has none of is absent.
  const header = Object.fromEntries(Object.entries({ ...old, ...patch }).filter(([, value]) => value !== undefined)) as unknown as Header
  if (JSON.stringify(header) === JSON.stringify(old)) return
  Transforms.setNodes<SheetElement>(editor, { header }, { at: [0] })
}

/** Gives an attachment pages of its own orientation; upright pages need no word of it. */
export function turnAttachment(editor: SheetEditor, id: Id, landscape: boolean): void {
  const at = editor.children.findIndex((part) => isOneOf(part, ['attachment']) && part.id === id)
  if (at < 0) return
  if (landscape) Transforms.setNodes<SheetElement>(editor, { orientation: 'landscape' }, { at: [at] })
  else Transforms.unsetNodes<SheetElement>(editor, 'orientation', { at: [at] })
}

/** One piece of a line as the form sees it: a visible text with its place in the tree. */
interface Piece {
  readonly text: string
  readonly start: number
  readonly path: Path
}

/** Only the differing middle of the text is replaced. An insertion where an unfilled place stands fills that place. */
function replaceText(editor: SheetEditor, line: Path, next: string): void {
  const pieces = visiblePieces(editor, line)
  const old = pieces.map((piece) => piece.text).join('')
  if (old === next) return
  const start = commonLength(old, next, (text, at) => text[at])
  const rest = Math.min(old.length, next.length) - start
  const end = Math.min(rest, commonLength(old, next, (text, at) => text[text.length - 1 - at]))
  const isInsertion = old.length === start + end
  const anchor = isInsertion ? pointBefore(pieces, start) : pointAfter(pieces, start)
  const range = { anchor, focus: isInsertion ? pointAfter(pieces, start) : pointBefore(pieces, old.length - end) }
  // What is deleted and still marked as such must outlive an insertion beside it.
  if (!isInsertion || holdsPlace(editor, range)) Transforms.delete(editor, { at: range, hanging: true })
  const inserted = next.slice(start, next.length - end)
  if (inserted !== '') Transforms.insertText(editor, inserted, { at: anchor })
}

function holdsPlace(editor: SheetEditor, at: Range): boolean {
  const [place] = Editor.nodes(editor, { at, voids: true, match: (node) => isOneOf(node, ['place']) })
  return place !== undefined
}

function visiblePieces(editor: SheetEditor, line: Path): readonly Piece[] {
  let start = 0
  const pieces: Piece[] = []
  for (const [at, child] of Node.ancestor(editor, line).children.entries()) {
    if (!Text.isText(child) || 'del' in child) continue
    pieces.push({ text: child.text, start, path: [...line, at] })
    start += child.text.length
  }
  return pieces
}

/** The point at a visible offset, at the end of the text before it. */
function pointBefore(pieces: readonly Piece[], offset: number): Point {
  return pointIn(pieces.find((piece) => offset <= piece.start + piece.text.length) ?? pieces.at(-1), offset)
}

/** The point at a visible offset, at the start of the text after it. */
function pointAfter(pieces: readonly Piece[], offset: number): Point {
  return pointIn(pieces.filter((piece) => piece.start <= offset).at(-1) ?? pieces[0], offset)
}

function pointIn(piece: Piece | undefined, offset: number): Point {
  // Every line has a text; a line of deleted text alone takes what is written at its start.
  if (!piece) return { path: [0, 0], offset: 0 }
  return { path: [...piece.path], offset: offset - piece.start }
}

/** How many characters are equal, counted as `pick` walks. */
function commonLength(one: string, other: string, pick: (text: string, at: number) => string | undefined): number {
  const most = Math.min(one.length, other.length)
  let length = 0
  while (length < most && pick(one, length) === pick(other, length)) length++
  return length
}
