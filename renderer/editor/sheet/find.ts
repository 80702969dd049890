/** Where a point of the sheet is: in which line, holder, cell, table. */
import { Editor, Element, Node, Path, Range, type Location, type NodeEntry, type Point } from 'slate'
import type { Id } from '../../../shared/lib/id.ts'
import { HOLDERS, INLINES, ISOLATED, isOneOf, LINES, type ElementType, type SheetEditor, type SheetElement } from './types.ts'

export type Entry = NodeEntry<SheetElement>

/** The nearest element of one of the types that holds the whole location. */
export function above(editor: SheetEditor, at: Location, types: readonly ElementType[]): Entry | undefined {
  return Editor.above<SheetElement>(editor, { at, voids: true, match: (node) => isOneOf(node, types) })
}

/** The line (paragraph, heading, title …) that holds the location. */
export function lineAt(editor: SheetEditor, at: Location | null = editor.selection): Entry | undefined {
  return at ? above(editor, at, LINES) : undefined
}

/** The body, printed text, attachment or cell whose direct child holds the location. */
export function holderAt(editor: SheetEditor, at: Location | null = editor.selection): Entry | undefined {
  return at ? above(editor, at, HOLDERS) : undefined
}

/** The smallest thing round a point that keeps its edges when text is deleted. */
export function compartmentAt(editor: SheetEditor, point: Point): Entry | undefined {
  return above(editor, point, ISOLATED)
}

export function tableAt(editor: SheetEditor, at: Location | null = editor.selection): Entry | undefined {
  return at ? above(editor, at, ['table']) : undefined
}

export function cellAt(editor: SheetEditor, at: Location | null = editor.selection): Entry | undefined {
  return at ? above(editor, at, ['cell']) : undefined
}

/** The element at a path, if there is one. */
export function elementAt(editor: SheetEditor, path: Path): SheetElement | undefined {
  const node = Node.getIf(editor, path)
  return Element.isElement(node) ? node : undefined
}

/** The element with an id, wherever it is. */
export function byId(editor: SheetEditor, id: Id): Entry | undefined {
  const search = (children: readonly Node[], parent: Path): Entry | undefined => {
    for (const [at, child] of children.entries()) {
      if (!Element.isElement(child)) continue
      const path = [...parent, at]
      if (child.id === id) return [child, path]
      const found = search(child.children, path)
      if (found) return found
    }
    return undefined
  }
  return search(editor.children, [])
}

/** The unfilled place that a selection stands for: the caret is in it, or it is all that is selected. */
export function selectedPlace(editor: SheetEditor, selection: Range | null = editor.selection): Entry | undefined {
  if (!selection) return undefined
  const inside = above(editor, selection, ['place'])
  if (inside) return inside
  if (Range.isCollapsed(selection) || Editor.string(editor, selection) !== '') return undefined
  const line = lineAt(editor, selection)
  if (!line) return undefined
  const places = [...Editor.nodes<SheetElement>(editor, { at: selection, voids: true, match: (node) => isOneOf(node, ['place']) })]
  return places.length === 1 ? places[0] : undefined
}

/** The unfilled place or the reference that holds the caret. */
export function inlineAt(editor: SheetEditor): Entry | undefined {
  return editor.selection && Range.isCollapsed(editor.selection) ? above(editor, editor.selection, INLINES) : undefined
}

/** The selection that stands for a place or a reference: from the text before it to the text after it. */
export function placeRange(editor: SheetEditor, path: Path): Range {
  return { anchor: Editor.end(editor, Path.previous(path)), focus: Editor.start(editor, Path.next(path)) }
}

/** True when the selection reaches from the first to the last point of what is at `path`. */
export function coversAll(editor: SheetEditor, selection: Range, path: Path): boolean {
  const [start, end] = Range.edges(selection)
  return Editor.isStart(editor, start, path) && Editor.isEnd(editor, end, path)
}
