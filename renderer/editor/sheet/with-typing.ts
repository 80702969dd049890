/** Typing and Enter: what Word users expect, within what a document allows. */
import { Editor, Path, Range, Transforms, type Point } from 'slate'
import { runIn } from '../../../shared/document/text.ts'
import { above, elementAt, holderAt, inlineAt, lineAt, selectedPlace, tableAt, type Entry } from './find.ts'
import { INLINES, isBlank, isOneOf, LINE_PARTS, type ElementType, type SheetEditor, type SheetElement } from './types.ts'
import { becomeParagraph, emptyLine } from './with-structure.ts'

/** Slate's plugin. */
export function withTyping(editor: SheetEditor): SheetEditor {
  const { insertText } = editor
  editor.insertText = (text, options) => {
    widenToInlines(editor)
    leavePlace(editor)
    insertText(text, options)
  }
  editor.insertBreak = () => {
    const place = inlineAt(editor) ?? selectedPlace(editor)
    if (place) Transforms.select(editor, Editor.start(editor, Path.next(place[1])))
    else {
      Editor.withoutNormalizing(editor, () => {
        if (editor.selection && Range.isExpanded(editor.selection)) Editor.deleteFragment(editor)
        const line = lineAt(editor)
        if (line && editor.selection) breakLine(editor, line, editor.selection.anchor)
      })
    }
  }
  editor.insertSoftBreak = () => {
    const line = lineAt(editor)
    // Organs that issue together stand below each other.
    if (line && isOneOf(line[0], ['title', 'innerTitle', 'signatureOrgan'])) editor.insertText('\n')
    else editor.insertBreak()
  }
  return editor
}

/** A selection that begins or ends inside a place or a reference means the whole of it: a point in what goes would be no place to write at. */
function widenToInlines(editor: SheetEditor): void {
  const { selection } = editor
  if (!selection || Range.isCollapsed(selection)) return
  const [start, end] = Range.edges(selection)
  const [first, last] = [above(editor, start, INLINES), above(editor, end, INLINES)]
  if (!first && !last) return
  const anchor = first ? Editor.end(editor, Path.previous(first[1])) : start
  Transforms.select(editor, { anchor, focus: last ? Editor.start(editor, Path.next(last[1])) : end })
}

/** A caret inside an unfilled place or a reference means the whole of it: it goes, and the caret stands where it was. */
export function leavePlace(editor: SheetEditor): void {
  const place = inlineAt(editor)
  if (!place) return
  const before = Editor.end(editor, Path.previous(place[1]))
  Transforms.removeNodes(editor, { at: place[1], voids: true })
  Transforms.select(editor, before)
}

function breakLine(editor: SheetEditor, [line, path]: Entry, caret: Point): void {
  if (line.type === 'title') breakTitle(editor, path, caret)
  else if (line.type === 'innerTitle') breakInnerTitle(editor, path, caret)
  else if (isOneOf(line, LINE_PARTS)) moveOn(editor, path)
  else if (isBlank(line) && (line.type !== 'paragraph' || line.role)) becomeParagraph(editor, path)
  // The text keeps its id, its number and whatever refers to it.
  else if (!isBlank(line) && Editor.isStart(editor, caret, path)) Transforms.insertNodes(editor, emptyLine('paragraph'), { at: path, select: false })
  else breakBlock(editor, [line, path], caret)
}

/** A chosen line break, never an empty line; a second Enter at the end means that the title is done. */
function breakTitle(editor: SheetEditor, path: Path, caret: Point): void {
  const text = Editor.string(editor, path)
  const isDone = text === '' || (Editor.isEnd(editor, caret, path) && text.endsWith('\n'))
  if (!isDone) breakWithin(editor, path, caret)
  else {
    if (text !== '') Transforms.delete(editor, { at: { anchor: { ...caret, offset: caret.offset - 1 }, focus: caret } })
    moveOn(editor, path)
  }
}

/** At its end on to the text below, which is made where there is none; elsewhere a chosen line break. */
function breakInnerTitle(editor: SheetEditor, path: Path, caret: Point): void {
  if (!Editor.isEnd(editor, caret, path)) breakWithin(editor, path, caret)
  else {
    const below = elementAt(editor, Path.next(path))
    if (below?.type !== 'paragraph' || !isBlank(below)) Transforms.insertNodes(editor, emptyLine('paragraph'), { at: Path.next(path) })
    Transforms.select(editor, Editor.start(editor, Path.next(path)))
  }
}

/** A line break between two characters of a title; a place counts as one. */
function breakWithin(editor: SheetEditor, path: Path, caret: Point): void {
  if (Editor.isStart(editor, caret, path)) return
  const around = [Editor.before(editor, caret, { voids: true }), Editor.after(editor, caret, { voids: true })]
  const isBeside = around.some((point) => point && Path.isAncestor(path, point.path) && Editor.string(editor, { anchor: caret, focus: point }) === '\n')
  if (!isBeside) editor.insertText('\n')
}

/** To the start of whatever follows. */
function moveOn(editor: SheetEditor, path: Path): void {
  const next = Editor.after(editor, Editor.end(editor, path))
  if (next) Transforms.select(editor, next)
}

function breakBlock(editor: SheetEditor, [line, path]: Entry, caret: Point): void {
  const next = kindAfter(editor, [line, path], caret)
  Transforms.splitNodes(editor, { always: true })
  // Contacts and notes come in several lines; what follows a formula is text.
  if (line.role === 'formula') becomeParagraph(editor, Path.next(path))
  if (next === 'paragraph' && line.type !== 'paragraph') becomeParagraph(editor, Path.next(path))
  else if (next !== line.type) Transforms.setNodes<SheetElement>(editor, { type: next }, { at: Path.next(path) })
}

/**
 * What the second half of a split line is. After a heading that stands alone comes text; after one that text runs on
 * from, or that is a whole sentence, comes the next of its level, as in an automatic list. Within a heading both halves are headings.
 */
function kindAfter(editor: SheetEditor, [line, path]: Entry, caret: Point): ElementType {
  const isAtEnd = Editor.isEnd(editor, caret, path)
  switch (line.type) {
    case 'chapter':
      return isAtEnd ? 'article' : 'chapter'
    case 'article':
      return isAtEnd ? 'article' : 'paragraph'
    case 'item':
      return 'item'
    case 'heading': {
      const [, rest] = runIn(Editor.string(editor, path))
      const before = Editor.string(editor, { anchor: Editor.start(editor, path), focus: caret })
      // 1. and （1） in front of a phrase with its 。 count a list.
      const isAlone = rest === '' && !((line.level ?? 1) > 2 && Editor.string(editor, path).endsWith('。'))
      return (isAtEnd ? isAlone : before.includes('。')) ? 'paragraph' : 'heading'
    }
    default:
      return 'paragraph'
  }
}

/**
 * A new block after the current one, of the kind that is legal there: the next heading, article or chapter; after running
 * text the next heading of the level above it; after a table, or below a title, a paragraph. False without a caret.
 */
export function insertBlockAfter(editor: SheetEditor): boolean {
  const current = topLine(editor)
  if (!current) return false
  const [line, path] = current
  const kind = kindOfNext(editor, current)
  Editor.withoutNormalizing(editor, () => {
    if (isOneOf(line, LINE_PARTS)) moveOn(editor, path)
    else if (line.type === 'paragraph' && isBlank(line)) {
      // An empty note or contact is no longer one.
      Transforms.unsetNodes<SheetElement>(editor, 'role', { at: path })
      Transforms.setNodes<SheetElement>(editor, kind, { at: path })
    } else {
      Transforms.insertNodes(editor, { ...emptyLine(kind.type), ...kind }, { at: Path.next(path) })
      Transforms.select(editor, Editor.start(editor, Path.next(path)))
    }
  })
  return true
}

function kindOfNext(editor: SheetEditor, [line, path]: Entry): Pick<SheetElement, 'type' | 'level' | 'marker'> {
  const model = line.type === 'paragraph' ? headingBefore(editor, path) : line
  if (!model || !isOneOf(model, ['heading', 'article', 'chapter', 'item'])) return { type: 'paragraph' }
  return { type: model.type, ...(model.level ? { level: model.level } : {}), ...(model.marker ? { marker: model.marker } : {}) }
}

/** The line of the caret, or the whole table that holds it. */
function topLine(editor: SheetEditor): Entry | undefined {
  const caret = editor.selection?.focus
  return caret && (tableAt(editor, caret) ?? lineAt(editor, caret))
}

/** The nearest heading or article above a paragraph of the same holder. */
function headingBefore(editor: SheetEditor, path: Path): SheetElement | undefined {
  const holder = holderAt(editor, path)
  const before = holder?.[0].children.slice(0, path.at(-1)) ?? []
  return before.filter((block): block is SheetElement => isOneOf(block, ['heading', 'article', 'chapter'])).at(-1)
}
