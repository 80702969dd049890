/**
 * Deleting never merges parts, titles or cells with their neighbours, and never takes a part or a cell away. Within a
 * part it works as in Word: a heading becomes running text first, a table is selected before it goes.
 */
import { Editor, Path, Range, Transforms, type Point } from 'slate'
import { above, compartmentAt, coversAll, elementAt, lineAt, inlineAt, tableAt, type Entry } from './find.ts'
import { HOLDERS, isBlank, isOneOf, ISOLATED, LINES, type SheetEditor, type SheetElement } from './types.ts'
import { becomeParagraph, emptyLine } from './with-structure.ts'

/** Slate's plugin. */
export function withDeletion(editor: SheetEditor): SheetEditor {
  const { delete: remove, deleteBackward, deleteForward, deleteFragment } = editor
  editor.delete = (options = {}) => {
    const at = options.at ?? editor.selection
    if (!Range.isRange(at) || Range.isCollapsed(at) || isWithinOne(editor, at)) {
      remove(options)
      return
    }
    const image = above(editor, Range.start(at), ['image'])
    const caret = Editor.pointRef(editor, Range.start(at))
    Editor.withoutNormalizing(editor, () => clear(editor, at, remove))
    const point = caret.unref()
    if (options.at !== undefined) return
    if (point) Transforms.select(editor, point)
    // Where it started at an image, a line to write on stands there now; a place at the start is gone.
    else if (image) Transforms.select(editor, Editor.start(editor, image[1]))
    else Transforms.collapse(editor, { edge: 'start' })
  }
  editor.deleteFragment = (options) => {
    if (!removeSelectedTable(editor, options?.direction) && !removeWholeBlocks(editor)) deleteFragment(options)
  }
  editor.deleteBackward = (unit) => {
    if (!deleteHere(editor, backwardAtStart)) deleteBackward(isAtEdge(editor, 'start') ? 'character' : unit)
  }
  editor.deleteForward = (unit) => {
    if (!deleteHere(editor, forwardAtEnd)) deleteForward(isAtEdge(editor, 'end') ? 'character' : unit)
  }
  return editor
}

/** True when both ends of the range are in the same part, title or cell. */
function isWithinOne(editor: SheetEditor, range: Range): boolean {
  const [start, end] = Range.edges(range).map((point) => compartmentAt(editor, point)?.[1])
  return start !== undefined && end !== undefined && Path.equals(start, end)
}

/**
 * Empties a range that reaches over several compartments: whole blocks between its ends go, lines at its ends and lines
 * that are parts lose their text. First the text, from the back, then the blocks.
 */
function clear(editor: SheetEditor, range: Range, remove: SheetEditor['delete']): void {
  const [start, end] = Range.edges(range)
  const blocks = [...Editor.nodes<SheetElement>(editor, { at: range, mode: 'highest', voids: true, match: (_, path) => isBetween(editor, path, start, end) })]
  const gone = blocks.map(([, path]) => path)
  const lines = [...Editor.nodes<SheetElement>(editor, { at: range, voids: true, match: (node) => isOneOf(node, LINES) })]
  for (const [, path] of lines.reverse()) {
    if (gone.some((one) => Path.isCommon(one, path))) continue
    const portion = Range.intersection(range, Editor.range(editor, path))
    if (portion && Range.isExpanded(portion)) remove({ at: portion, hanging: true })
  }
  for (const path of gone.reverse()) {
    if (Path.isAncestor(path, start.path)) Transforms.insertNodes(editor, emptyLine('paragraph'), { at: Path.next(path) })
    Transforms.removeNodes(editor, { at: path })
  }
}

/** A block of a holder that holds neither end of the range, or an image, or a table that is selected down to its last cell. */
function isBetween(editor: SheetEditor, path: Path, start: Point, end: Point): boolean {
  const element = elementAt(editor, path)
  // An image has no inside: where a range ends at one, it goes along, as it does within one part.
  if (element?.type === 'image') return true
  if (path.length < 2 || Path.isCommon(path, start.path)) return false
  if (Path.isCommon(path, end.path) && !(element?.type === 'table' && Editor.isEnd(editor, end, path))) return false
  const parent = elementAt(editor, Path.parent(path))
  return element !== undefined && parent !== undefined && isOneOf(parent, HOLDERS) && !isOneOf(element, ISOLATED)
}

/** Backspace on a whole table takes it away; Delete only empties it, as in Word. */
function removeSelectedTable(editor: SheetEditor, direction: 'forward' | 'backward' = 'forward'): boolean {
  const table = editor.selection && tableAt(editor, editor.selection)
  if (direction !== 'backward' || !table || !editor.selection || !coversAll(editor, editor.selection, table[1])) return false
  removeBlock(editor, table[1])
  return true
}

/** A selection from the start of one block to the start of a later one takes the whole blocks, not only their text. */
function removeWholeBlocks(editor: SheetEditor): boolean {
  if (!editor.selection || Range.isCollapsed(editor.selection) || !isWithinOne(editor, editor.selection)) return false
  const [start, end] = Range.edges(editor.selection)
  const [first, last] = [lineAt(editor, start), lineAt(editor, end)]
  if (!first || !last || Path.equals(first[1], last[1])) return false
  if (!Editor.isStart(editor, start, first[1]) || !Editor.isStart(editor, end, last[1])) return false
  const [from, to] = [first[1].at(-1) ?? 0, last[1].at(-1) ?? 0]
  const parent = Path.parent(first[1])
  Editor.withoutNormalizing(editor, () => {
    for (let at = to - 1; at >= from; at--) Transforms.removeNodes(editor, { at: [...parent, at] })
    Transforms.select(editor, Editor.start(editor, first[1]))
  })
  return true
}

/** Takes a block away and puts the caret where it was: at the start of what follows, or at the end of what stood before. */
export function removeBlock(editor: SheetEditor, path: Path): void {
  Editor.withoutNormalizing(editor, () => {
    const hasNext = elementAt(editor, Path.next(path)) !== undefined
    const hasPrevious = Path.hasPrevious(path)
    Transforms.removeNodes(editor, { at: path })
    if (hasNext) Transforms.select(editor, Editor.start(editor, path))
    else if (hasPrevious) Transforms.select(editor, Editor.end(editor, Path.previous(path)))
    else Transforms.insertNodes(editor, emptyLine('paragraph'), { at: path, select: true })
  })
}

/** Handles a place under the caret and the edges of lines; false where Slate's own deletion is right. */
function deleteHere(editor: SheetEditor, atEdge: (editor: SheetEditor, line: Entry) => boolean): boolean {
  const { selection } = editor
  if (!selection || Range.isExpanded(selection)) return false
  const place = inlineAt(editor)
  if (place) {
    const before = Editor.end(editor, Path.previous(place[1]))
    Transforms.removeNodes(editor, { at: place[1], voids: true })
    Transforms.select(editor, before)
    return true
  }
  const line = lineAt(editor)
  return line !== undefined && atEdge(editor, line)
}

function isAtEdge(editor: SheetEditor, edge: 'start' | 'end'): boolean {
  const line = lineAt(editor)
  if (!line || !editor.selection) return false
  const { anchor } = editor.selection
  return edge === 'start' ? Editor.isStart(editor, anchor, line[1]) : Editor.isEnd(editor, anchor, line[1])
}

function backwardAtStart(editor: SheetEditor, [line, path]: Entry): boolean {
  if (!isAtEdge(editor, 'start')) return false
  if (isOneOf(line, ISOLATED)) {
    removeEmptyPart(editor, [line, path])
    return true
  }
  const previous = Path.hasPrevious(path) ? elementAt(editor, Path.previous(path)) : undefined
  if (line.type !== 'paragraph' || line.role) {
    // What an Enter in front of a heading made, Backspace takes back.
    if (previous?.type === 'paragraph' && isBlank(previous)) Transforms.removeNodes(editor, { at: Path.previous(path) })
    else becomeParagraph(editor, path)
    return true
  }
  if (previous?.type === 'table' && !isBlank(line)) {
    Transforms.select(editor, Editor.range(editor, Path.previous(path)))
    return true
  }
  if (previous && !isOneOf(previous, ['table', 'innerTitle'])) return false
  // First in its holder, or an empty line below a table or a title: an empty one goes if anything else stays.
  if (isBlank(line) && (previous || elementAt(editor, Path.next(path)))) removeUpwards(editor, path)
  return true
}

/** Backspace in an empty part that a document need not have takes it away; the caret goes to the end of what stands before it. */
function removeEmptyPart(editor: SheetEditor, [line, path]: Entry): void {
  const part = elementAt(editor, path.slice(0, 1))
  if (!part || !isBlank(line) || !isOneOf(part, ['recipients', 'note', 'printed', 'attachment'])) return
  const rest = part === line ? [] : part.children.slice(1)
  if (!rest.every((block) => isOneOf(block, ['paragraph']) && isBlank(block))) return
  const at = path.slice(0, 1)
  Transforms.select(editor, Editor.end(editor, Path.previous(at)))
  Transforms.removeNodes(editor, { at })
}

function forwardAtEnd(editor: SheetEditor, [line, path]: Entry): boolean {
  if (!isAtEdge(editor, 'end')) return false
  if (isOneOf(line, ISOLATED)) return true
  const next = elementAt(editor, Path.next(path))
  if (!next) return true
  if (next.type !== 'table') return false
  if (line.type === 'paragraph' && isBlank(line)) removeBlock(editor, path)
  else Transforms.select(editor, Editor.range(editor, Path.next(path)))
  return true
}

/** Takes an empty line away; the caret goes to the end of what stands above, else to the start of what follows. */
function removeUpwards(editor: SheetEditor, path: Path): void {
  Editor.withoutNormalizing(editor, () => {
    Transforms.removeNodes(editor, { at: path })
    Transforms.select(editor, Path.hasPrevious(path) ? Editor.end(editor, Path.previous(path)) : Editor.start(editor, path))
  })
}
