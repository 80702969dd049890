/** Places of the text as the printed page knows them: characters of a line's own words, which are what is printed of it without number and line breaks. */
import { Editor, Element, Node, Path, Text, type Point } from 'slate'
import { PLACE_MARK } from '../../../shared/layout/printable.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { byId, elementAt, lineAt } from '../sheet/find.ts'
import { isOneOf, LINES, type SheetEditor, type SheetElement } from '../sheet/types.ts'

/** `ids`: the line, then what holds it, from within outwards. */
export interface TextPlace {
  readonly ids: readonly Id[]
  /** UTF-16 units of the line's own words before the place. */
  readonly offset: number
}

/** Where the caret is; null where there is none, or none in a line. */
export function placeOfCaret(editor: SheetEditor): TextPlace | null {
  const point = editor.selection?.focus
  const line = point && lineAt(editor, point)
  if (!line) return null
  const [element, path] = line
  const ids = [element, ...Path.ancestors(path, { reverse: true }).map((at) => elementAt(editor, at))].flatMap((one) => (one ? [one.id] : []))
  return { ids, offset: unitsBefore(element, path, point) }
}

/** The own words of a line; "" for what is none. */
export function ownWords(editor: SheetEditor, id: Id): string {
  const found = byId(editor, id)
  return found && isOneOf(found[0], LINES) ? pieces(found[0]).map(({ words }) => words).join('') : ''
}

/** The point at `offset` of a line's own words; of what is no line its beginning. Undefined where nothing has the id. */
export function pointOfPlace(editor: SheetEditor, id: Id, offset: number): Point | undefined {
  const found = byId(editor, id)
  if (!found) return undefined
  const [element, path] = found
  if (!isOneOf(element, LINES)) return Editor.start(editor, path)
  let left = offset
  const all = pieces(element)
  for (const [at, { words, node }] of all.entries()) {
    if (left > words.length || (left === words.length && at < all.length - 1 && !Text.isText(node))) {
      left -= words.length
      continue
    }
    if (Text.isText(node)) return { path: [...path, at], offset: rawUnits(node.text, left) }
    // The caret passes a place and a reference as one thing.
    return Editor.start(editor, [...path, at])
  }
  return Editor.end(editor, path)
}

interface Piece {
  readonly node: Node
  readonly words: string
}

function pieces({ children }: SheetElement): readonly Piece[] {
  return children.map((node) => ({ node, words: wordsOf(node) }))
}

function wordsOf(node: Node): string {
  if (Element.isElement(node)) return node.type === 'place' ? PLACE_MARK : plain(Node.string(node))
  return Text.isText(node) && !('del' in node) ? plain(node.text) : ''
}

function plain(text: string): string {
  return text.replace(/[\r\n]/g, '')
}

/** Line breaks stand in the text and not among the words. */
function rawUnits(text: string, words: number): number {
  let raw = 0
  for (let left = words; left > 0 && raw < text.length; raw += 1) if (plain(text.charAt(raw)) !== '') left -= 1
  return raw
}

function unitsBefore(element: SheetElement, path: Path, point: Point): number {
  const at = point.path[path.length] ?? 0
  const before = pieces(element).slice(0, at).reduce((sum, { words }) => sum + words.length, 0)
  const node = element.children[at]
  if (!Text.isText(node) || 'del' in node) return before
  return before + plain(node.text.slice(0, point.offset)).length
}
