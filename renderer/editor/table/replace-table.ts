/** Brings a table of the sheet to what an act made of it, by few operations: what did not change keeps its place, its caret and its drawing. */
import { Editor, Text, type Descendant, type Path } from 'slate'
import { without } from '../../../shared/lib/without.ts'
import { elementAt } from '../sheet/find.ts'
import { isOneOf, type SheetEditor, type SheetElement } from '../sheet/types.ts'

/**
 * Works through rows, cells and paragraphs. An act leaves what it keeps in order, so nothing has to be moved; what comes from another row is taken out
 * there first, since an id stands in one place only.
 */
export function replaceTable(editor: SheetEditor, path: Path, next: SheetElement): void {
  Editor.withoutNormalizing(editor, () => {
    const old = elementAt(editor, path)
    if (!old) return
    setProperties(editor, path, old, next)
    takeOut(editor, path, old, next)
    putIn(editor, path, next)
  })
}

/** Removes what is not in the new form: rows, cells of rows that stay, and what is left in covered rows. */
function takeOut(editor: SheetEditor, path: Path, old: SheetElement, next: SheetElement): void {
  for (const [at, child] of [...old.children.entries()].reverse()) {
    const counterpart = next.children.find((one) => isSame(one, child))
    if (!counterpart) remove(editor, [...path, at])
    else if (isOneOf(child, ['row', 'cell']) && isOneOf(counterpart, ['row', 'cell']) && child !== counterpart) takeOut(editor, [...path, at], child, counterpart)
  }
}

/** Inserts what is not there yet, and brings the rest up to date. */
function putIn(editor: SheetEditor, path: Path, next: SheetElement): void {
  for (const [at, child] of next.children.entries()) {
    const present = elementAt(editor, path)?.children[at]
    const childPath = [...path, at]
    if (!present || !isSame(present, child)) editor.apply({ type: 'insert_node', path: childPath, node: child })
    else if (present !== child && isOneOf(present, ['row', 'cell']) && isOneOf(child, ['row', 'cell'])) {
      setProperties(editor, childPath, present, child)
      putIn(editor, childPath, child)
    }
  }
}

function remove(editor: SheetEditor, path: Path): void {
  const [node] = Editor.node(editor, path)
  // Only the editor itself is no descendant.
  editor.apply({ type: 'remove_node', path, node: node as Descendant })
}

function isSame(a: Descendant, b: Descendant): boolean {
  // The text of a covered row is always the same one.
  return Text.isText(a) || Text.isText(b) ? Text.isText(a) && Text.isText(b) : a.id === b.id
}

function setProperties(editor: SheetEditor, path: Path, old: SheetElement, next: SheetElement): void {
  const [before, after] = [without(old, 'children'), without(next, 'children')]
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof typeof before)[]
  const changed = keys.filter((key) => before[key] !== after[key])
  const pick = (from: typeof before): Partial<SheetElement> => Object.fromEntries(changed.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]]])))
  if (changed.length > 0) editor.apply({ type: 'set_node', path, properties: pick(before), newProperties: pick(after) })
}
