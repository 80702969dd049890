/** Copying keeps kinds and numbers; pasting makes blocks that are legal where the caret is. */
import { Editor, Element, Path, Range, Text, Transforms, type Node, type Point } from 'slate'
import { cellAt, elementAt, holderAt, lineAt, type Entry } from '../sheet/find.ts'
import { isBlank, isOneOf, LINE_PARTS, type SheetEditor, type SheetElement } from '../sheet/types.ts'
import { leavePlace } from '../sheet/with-typing.ts'
import { emptyLine } from '../sheet/with-structure.ts'
import { asOneStep } from '../sheet/with-undo.ts'
import { copiedBlocks, html, plainText, textOf, type NumberOf } from './copied.ts'
import { fillCells } from './fill-cells.ts'
import { decodeBlocks, encodeBlocks, OWN_FORMAT, textOfHtml } from './pasted.ts'
import { blocksOfText, rowsOfText, type Rows } from './text-blocks.ts'
import { encodeWhole, pasteWhole, WHOLE_FORMAT } from './whole.ts'

/** Slate's plugin. `numberOf` gives the number in front of a heading as it stands now. */
export function withClipboard(editor: SheetEditor, numberOf: NumberOf): SheetEditor {
  editor.setFragmentData = (data) => {
    const blocks = copiedBlocks(editor)
    const [first] = blocks
    if (!first) return
    const reader = numberReader(editor, numberOf, first)
    data.setData('text/plain', plainText(blocks, reader))
    data.setData('text/html', html(blocks, reader))
    data.setData(OWN_FORMAT, encodeBlocks(blocks))
    const whole = encodeWhole(editor)
    if (whole !== null) data.setData(WHOLE_FORMAT, whole)
  }
  editor.insertData = (data) => {
    asOneStep(editor, () => {
      if (pasteWhole(editor, data.getData(WHOLE_FORMAT))) return
      const own = decodeBlocks(data.getData(OWN_FORMAT))
      const text = textOfData(data)
      const rows = own ? rowsOfBlocks(own) : rowsOfText(text, data.getData('text/html'))
      if (rows && isInOneCell(editor)) Editor.withoutNormalizing(editor, () => fillCells(editor, rows))
      else insertBlocks(editor, own ?? blocksOfText(text, firstToRead(editor, text)))
    })
  }
  editor.insertFragment = (fragment) => insertBlocks(editor, fragment.flatMap(toBlocks))
  return editor
}

function textOfData(data: DataTransfer): string {
  const plain = data.getData('text/plain')
  const html = plain === '' ? data.getData('text/html') : ''
  return html === '' ? plain : textOfHtml(html)
}

/** The cells of a table without spans that is all that was copied. */
function rowsOfBlocks([table, ...others]: readonly SheetElement[]): Rows | null {
  if (table?.type !== 'table' || others.length > 0) return null
  const rows = table.children.map((row) => (Element.isElement(row) ? row.children.filter((cell) => isOneOf(cell, ['cell'])) : []))
  return rows.some((row) => row.length !== rows[0]?.length) ? null : rows.map((row) => row.map((cell) => textOf(cell)))
}

function isInOneCell(editor: SheetEditor): boolean {
  return editor.selection !== null && cellAt(editor, editor.selection) !== undefined
}

/** The first pasted line whose number makes a heading: not one that goes on in a sentence, nor any in a cell. */
function firstToRead(editor: SheetEditor, text: string): number {
  const start = editor.selection && Range.start(editor.selection)
  const line = start && lineAt(editor, start)
  if (!line || isOneOf(holderAt(editor, start)?.[0] ?? line[0], ['cell'])) return Infinity
  if (isOneOf(line[0], [...LINE_PARTS, 'innerTitle'])) return 1
  return isBlank(line[0]) || (Editor.isStart(editor, start, line[1]) && /\S\s*\n\s*\S/.test(text)) ? 0 : 1
}

/** A heading that is cut before the selection starts goes without its number. */
function numberReader(editor: SheetEditor, numberOf: NumberOf, first: SheetElement): NumberOf {
  if (!editor.selection) return numberOf
  const start = Range.start(editor.selection)
  const line = lineAt(editor, start)
  const isCut = line?.[0].id === first.id && !Editor.isStart(editor, start, line[1])
  return (id) => (isCut && id === first.id ? undefined : numberOf(id))
}

/** Puts blocks at the caret, in place of what is selected. */
export function insertBlocks(editor: SheetEditor, blocks: readonly SheetElement[]): void {
  if (blocks.length === 0) return
  Editor.withoutNormalizing(editor, () => {
    leavePlace(editor)
    if (editor.selection && Range.isExpanded(editor.selection)) Editor.deleteFragment(editor)
    const line = lineAt(editor)
    if (!line || !editor.selection) return
    if (isOneOf(line[0], [...LINE_PARTS, 'innerTitle'])) insertInLine(editor, line, blocks)
    else insertInHolder(editor, line, holderAt(editor)?.[0].type === 'cell' ? blocks.flatMap(asParagraphs) : blocks)
  })
}

/**
 * A line of its own takes the words. Where a whole text is pasted on a title or on the recipients, only its first line is
 * meant for there, and the rest goes to the start of the text below.
 */
function insertInLine(editor: SheetEditor, [line, path]: Entry, blocks: readonly SheetElement[]): void {
  const [first] = blocks
  const rest = first?.type === 'paragraph' ? blocks.slice(1) : blocks
  const below = isOneOf(line, ['signatureOrgan', 'signatureDate', 'note']) ? undefined : textBelow(editor, path)
  if (!below || !rest.some((block) => block.type !== 'paragraph' || textOf(block).includes('。'))) {
    editor.insertText(blocks.flatMap(asParagraphs).map(textOf).join(''))
    return
  }
  if (first && first !== rest[0]) editor.insertText(textOf(first))
  const top = elementAt(editor, below)
  if (top && isBlank(top)) replaceBlank(editor, [top, below], rest)
  else {
    Transforms.insertNodes(editor, [...rest], { at: below })
    Transforms.select(editor, Editor.end(editor, shift(below, rest.length - 1)))
  }
}

/** Where the text begins that stands below a title or the recipients. */
function textBelow(editor: SheetEditor, path: Path): Path {
  return path.length > 1 ? Path.next(path) : [editor.children.findIndex((part) => isOneOf(part, ['body'])), 0]
}

function insertInHolder(editor: SheetEditor, line: Entry, blocks: readonly SheetElement[]): void {
  const caret = editor.selection?.anchor
  if (!caret) return
  const [only] = blocks
  if (blocks.length === 1 && only?.type === 'paragraph') Transforms.insertNodes(editor, only.children, { at: caret, select: true })
  else if (isBlank(line[0])) replaceBlank(editor, line, blocks)
  else if (Editor.isStart(editor, caret, line[1])) insertBefore(editor, line[1], blocks)
  else insertBetween(editor, line[1], caret, blocks)
}

/** What a cell or a title can hold of a block: its lines. */
function asParagraphs(block: SheetElement): readonly SheetElement[] {
  if (block.type === 'paragraph') return [block]
  if (block.type !== 'table') return [{ type: 'paragraph', id: block.id, children: block.children }]
  return block.children.map((row) => ({
    ...emptyLine('paragraph'),
    children: [{ text: Element.isElement(row) ? row.children.map(textOf).join('　') : '' }],
  }))
}

/** On an empty line the blocks take its place; after a table the line stays, to write on. */
function replaceBlank(editor: SheetEditor, [, path]: Entry, blocks: readonly SheetElement[]): void {
  Transforms.insertNodes(editor, [...blocks], { at: path })
  const after = shift(path, blocks.length)
  if (blocks.at(-1)?.type === 'table') Transforms.select(editor, Editor.start(editor, after))
  else {
    Transforms.removeNodes(editor, { at: after })
    Transforms.select(editor, Editor.end(editor, Path.previous(after)))
  }
}

/** Within a line: the first paragraph goes on where the caret is, the last one goes on with the text behind it. */
function insertBetween(editor: SheetEditor, path: Path, caret: Point, blocks: readonly SheetElement[]): void {
  const [first, ...rest] = blocks
  const isEnd = Editor.isEnd(editor, caret, path)
  if (!isEnd) Transforms.splitNodes(editor, { at: caret, always: true })
  const joins = first?.type === 'paragraph'
  if (joins) Transforms.insertNodes(editor, first.children, { at: Editor.end(editor, path) })
  const list = joins ? rest : blocks
  Transforms.insertNodes(editor, [...list], { at: Path.next(path) })
  const last = shift(path, list.length)
  Transforms.select(editor, Editor.end(editor, last))
  if (!isEnd && list.at(-1)?.type !== 'table') Transforms.mergeNodes(editor, { at: Path.next(last) })
}

/** In front of a line, which keeps its id and its kind; the last paragraph joins its text. */
function insertBefore(editor: SheetEditor, path: Path, blocks: readonly SheetElement[]): void {
  const last = blocks.at(-1)
  const joins = last?.type === 'paragraph'
  const list = joins ? blocks.slice(0, -1) : blocks
  Transforms.insertNodes(editor, [...list], { at: path })
  const line = shift(path, list.length)
  if (joins) Transforms.insertNodes(editor, last.children, { at: Editor.start(editor, line), select: true })
  else Transforms.select(editor, Editor.start(editor, line))
}

function shift(path: Path, by: number): Path {
  return [...Path.parent(path), (path.at(-1) ?? 0) + by]
}

function toBlocks(node: Node): readonly SheetElement[] {
  if (Text.isText(node)) return [{ ...emptyLine('paragraph'), children: [node] }]
  return Element.isElement(node) ? [node] : []
}
