/** Puts blocks at the caret so that they are legal where they come to stand. */
import { Editor, Element, Path, Range, Transforms, type Point } from 'slate'
import { elementAt, holderAt, lineAt, type Entry } from '../sheet/find.ts'
import { isBlank, isOneOf, LINE_PARTS, type SheetEditor, type SheetElement } from '../sheet/types.ts'
import { selectedImage } from '../sheet/with-images.ts'
import { leavePlace } from '../sheet/with-typing.ts'
import { becomeParagraph, emptyLine } from '../sheet/with-structure.ts'
import { textOf } from './copied.ts'

/**
 * Puts blocks at the caret, in place of what is selected. Where a line is no block of its own (in cells, on titles) printed numbers
 * become part of the text; elsewhere `change` is done to each block.
 */
export function insertBlocks(editor: SheetEditor, blocks: readonly SheetElement[], change: (block: SheetElement) => SheetElement = (block) => block): void {
  if (blocks.length === 0) return
  Editor.withoutNormalizing(editor, () => {
    leavePlace(editor)
    if (editor.selection && Range.isExpanded(editor.selection)) Editor.deleteFragment(editor)
    const image = selectedImage(editor)
    if (image) Transforms.insertNodes(editor, blocks.map(change), { at: Path.next(image[1]), select: true })
    const line = image ? undefined : lineAt(editor)
    if (!line || !editor.selection) return
    if (isOneOf(line[0], [...LINE_PARTS, 'innerTitle'])) insertInLine(editor, line, blocks, change)
    else insertInHolder(editor, line, holderAt(editor)?.[0].type === 'cell' ? blocks.flatMap(asParagraphs) : blocks.map(change))
  })
}

/**
 * A line of its own takes the words. Where a whole text is pasted on a title or on the recipients, only its first line is
 * meant for there, and the rest goes to the start of the text below.
 */
function insertInLine(editor: SheetEditor, [line, path]: Entry, blocks: readonly SheetElement[], change: (block: SheetElement) => SheetElement): void {
  const [first] = blocks
  const rest = (first?.type === 'paragraph' ? blocks.slice(1) : blocks).map(change)
  const below = isOneOf(line, ['signatureOrgan', 'signatureDate', 'note']) ? undefined : textBelow(editor, path)
  if (!below || !rest.some((block) => block.type !== 'paragraph' || textOf(block).includes('。'))) {
    editor.insertText(blocks.flatMap(asParagraphs).map(textOf).join(''))
    return
  }
  if (first && rest.length < blocks.length) editor.insertText(textOf(first))
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
  const isWords = blocks.length === 1 && only?.type === 'paragraph' && !(isBlank(line[0]) && ('role' in only || 'change' in only))
  if (isWords) Transforms.insertNodes(editor, only.children, { at: caret, select: true })
  else if (isBlank(line[0])) replaceBlank(editor, line, blocks)
  else if (Editor.isStart(editor, caret, line[1])) insertBefore(editor, line[1], blocks)
  else insertBetween(editor, line[1], caret, blocks)
}

/** What a cell or a title can hold of a block: its lines. */
function asParagraphs(block: SheetElement): readonly SheetElement[] {
  switch (block.type) {
    case 'image':
      return []
    case 'table':
      return [block.caption ?? '', block.unit ?? '', ...block.children.map((row) => (Element.isElement(row) ? row.children.map(textOf).join('　') : ''))]
        .filter((text) => text !== '')
        .map((text) => ({ ...emptyLine('paragraph'), children: [{ text }] }))
    default: {
      const space = isOneOf(block, ['chapter', 'article']) ? '　' : ''
      const number = block.printed === undefined ? [] : [{ text: block.printed + space }]
      return [{ type: 'paragraph', id: block.id, children: [...number, ...block.children] }]
    }
  }
}

/** On an empty line the blocks take its place; after a table the line stays, to write on. */
function replaceBlank(editor: SheetEditor, [, path]: Entry, blocks: readonly SheetElement[]): void {
  Transforms.insertNodes(editor, [...blocks], { at: path })
  const after = shift(path, blocks.length)
  if (blocks.at(-1)?.type === 'table') {
    // An empty heading below a table would print its number alone.
    becomeParagraph(editor, after)
    Transforms.select(editor, Editor.start(editor, after))
  } else {
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
  const tail = list.at(-1)
  if (!isEnd && !(tail && isOneOf(tail, ['table', 'image']))) Transforms.mergeNodes(editor, { at: Path.next(last) })
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
