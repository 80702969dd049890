/** Unfilled places (待填): going from one to the next. */
import { Editor, Node, Path, Range, Transforms } from 'slate'
import { placeRange, selectedPlace } from '../sheet/find.ts'
import { isOneOf, type SheetEditor } from '../sheet/types.ts'

/** Selects the next unfilled place after the selection, or the one before it; goes round at the end. False where there is none. */
export function selectPlace(editor: SheetEditor, backwards = false): boolean {
  const places = [...Node.nodes(editor)].filter(([node]) => !Editor.isEditor(node) && isOneOf(node, ['place'])).map(([, path]) => path)
  const current = selectedPlace(editor)?.[1]
  const next = backwards ? before(editor, places, current) : after(editor, places, current)
  if (!next) return false
  Transforms.select(editor, placeRange(editor, next))
  return true
}

/** Selects the first unfilled place of an element; leaves the selection where there is none. */
export function selectPlaceIn(editor: SheetEditor, element: Path): void {
  const [place] = Editor.nodes(editor, { at: element, match: (node) => !Editor.isEditor(node) && isOneOf(node, ['place']) })
  if (place) Transforms.select(editor, placeRange(editor, place[1]))
}

function after(editor: SheetEditor, places: readonly Path[], current: Path | undefined): Path | undefined {
  const from = current ?? (editor.selection && Range.end(editor.selection).path)
  return (from && places.find((path) => Path.isAfter(path, from))) ?? places[0]
}

function before(editor: SheetEditor, places: readonly Path[], current: Path | undefined): Path | undefined {
  const from = current ?? (editor.selection && Range.start(editor.selection).path)
  return (from && places.filter((path) => Path.isBefore(path, from)).at(-1)) ?? places.at(-1)
}
