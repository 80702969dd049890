/** What toolbar and menu make of blocks and parts. */
import { Editor, Path, Range, Transforms } from 'slate'
import { makePlace } from '../../../shared/document/build.ts'
import { newId } from '../../../shared/lib/id.ts'
import type { AttachmentPart, Block } from '../../../shared/document/types.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { byId, elementAt, tableAt, type Entry } from '../sheet/find.ts'
import { isBlank, isOneOf, LINE_PARTS, type SheetEditor, type SheetElement } from '../sheet/types.ts'
import { emptyLine, placeOfPart } from '../sheet/with-structure.ts'
import { selectPlaceIn } from './places.ts'

/** A table of empty cells, its first row the header, after the current block; the caret goes to its first cell. */
export function insertTable(editor: SheetEditor, rows: number, columns: number): void {
  const cell = (): SheetElement => ({ type: 'cell', id: newId(), children: [emptyLine('paragraph')] })
  const row = (): SheetElement => ({ type: 'row', id: newId(), children: Array.from({ length: columns }, cell) })
  const table: SheetElement = { type: 'table', id: newId(), headerRows: 1, children: Array.from({ length: rows }, row) }
  insertGrid(editor, table)
}

/** Puts a table after the current block, with the caret at its start. */
export function insertGrid(editor: SheetEditor, table: SheetElement): void {
  const at = placeForBlock(editor)
  Editor.withoutNormalizing(editor, () => {
    // Text goes on below a table: two tables would print as one, and there would be no place to write.
    const below = elementAt(editor, at)
    Transforms.insertNodes(editor, below && below.type !== 'table' ? [table] : [table, emptyLine('paragraph')], { at })
    const above = Path.hasPrevious(at) ? elementAt(editor, Path.previous(at)) : undefined
    const path = above?.type === 'table' ? Path.next(at) : at
    if (above?.type === 'table') Transforms.insertNodes(editor, emptyLine('paragraph'), { at })
    Transforms.select(editor, Editor.start(editor, path))
  })
}

/** Puts blocks that are ready (with ids of their own) after the current one, with the caret at the first table among them. */
export function insertReady(editor: SheetEditor, blocks: readonly Block[]): void {
  const at = placeForBlock(editor)
  // A block of a document has the shape of its element.
  const ready = blocks as unknown as readonly SheetElement[]
  const [below, above] = [elementAt(editor, at), Path.hasPrevious(at) ? elementAt(editor, Path.previous(at)) : undefined]
  // As in `insertGrid`: text stands between tables, and goes on below them.
  const nodes = ready.flatMap((node, index) => (node.type === 'table' && (index === 0 ? above : ready[index - 1])?.type === 'table' ? [emptyLine('paragraph'), node] : [node]))
  if (nodes.at(-1)?.type === 'table' && (!below || below.type === 'table')) nodes.push(emptyLine('paragraph'))
  Editor.withoutNormalizing(editor, () => {
    Transforms.insertNodes(editor, nodes, { at })
    const table = Math.max(0, nodes.findIndex(({ type }) => type === 'table'))
    Transforms.select(editor, Editor.start(editor, [...Path.parent(at), (at.at(-1) ?? 0) + table]))
  })
}

/** A roster of a leading group (领导小组); the caret goes to its first unfilled name. */
export function insertRoster(editor: SheetEditor): void {
  const cell = (...children: SheetElement['children']): SheetElement => ({ type: 'cell', id: newId(), children: [{ type: 'paragraph', id: newId(), children }] })
  // A place of the document has the shape of its element.
  const place = (hint: string) => [{ text: '' }, makePlace(hint) as unknown as SheetElement, { text: '' }]
  const rows = ['组长', '副组长', '成员'].map((role): SheetElement => ({ type: 'row', id: newId(), children: [cell({ text: role }), cell(...place('姓名')), cell(...place('职务'))] }))
  insertGrid(editor, { type: 'table', id: newId(), look: 'roster', headerRows: 0, children: rows })
  const table = tableAt(editor)
  if (table) selectPlaceIn(editor, table[1])
}

/** Where a new block goes: in front of an empty paragraph that holds the caret, else after the current block. */
export function placeForBlock(editor: SheetEditor): Path {
  const body = editor.children.findIndex((part) => isOneOf(part, ['body']))
  const endOfBody = [body, elementAt(editor, [body])?.children.length ?? 0]
  if (!editor.selection) return endOfBody
  const { path } = Range.end(editor.selection)
  const part = elementAt(editor, path.slice(0, 1))
  if (!part || isOneOf(part, LINE_PARTS)) return (path[0] ?? 0) < body ? [body, 0] : endOfBody
  const block = elementAt(editor, path.slice(0, 2))
  if (block?.type === 'paragraph' && isBlank(block)) return path.slice(0, 2)
  return Path.next(path.slice(0, 2))
}

/** A new attachment at the end, empty unless `part` is given; the caret at its first unfilled place, or in its title. */
export function addAttachment(editor: SheetEditor, part?: AttachmentPart): void {
  const at = [editor.children.length]
  const empty: SheetElement = { type: 'attachment', id: newId(), children: [emptyLine('innerTitle'), emptyLine('paragraph')] }
  // A part of a document has the shape of its element; Slate never changes a node in place.
  Transforms.insertNodes(editor, part ? (part as unknown as SheetElement) : empty, { at })
  Transforms.select(editor, Editor.start(editor, [...at, 0]))
  if (part) selectPlaceIn(editor, at)
}

/** New attachments at the end, in one step; the caret in the title of the first. */
export function addAttachments(editor: SheetEditor, parts: readonly AttachmentPart[]): void {
  const at = editor.children.length
  if (parts.length === 0) return
  Transforms.insertNodes(editor, parts as unknown as SheetElement[], { at: [at] })
  Transforms.select(editor, Editor.start(editor, [at, 0]))
}

/** 所印文本 where the document has none, with an empty title that takes the caret. */
export function addPrinted(editor: SheetEditor): void {
  if (editor.children.some((part) => isOneOf(part, ['printed']))) return
  const at = [placeOfPart(editor, 'printed')]
  Transforms.insertNodes(editor, { type: 'printed', id: newId(), children: [emptyLine('innerTitle'), emptyLine('paragraph')] }, { at })
  Transforms.select(editor, Editor.start(editor, at))
}

/** Takes a part away; title and body stay, as every document has them. */
export function removePart(editor: SheetEditor, id: Id): void {
  const found: Entry | undefined = byId(editor, id)
  if (found?.[1].length === 1 && !isOneOf(found[0], ['title', 'body'])) Transforms.removeNodes(editor, { at: found[1] })
}
