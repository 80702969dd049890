/** Keeps the value in the form of a document: parts in order, blocks in holders, rows and cells in tables. */
import { Element, Node, Path, Text, Transforms } from 'slate'
import { newId } from '../../../shared/lib/id.ts'
import { BLOCKS, INLINES, ISOLATED, isOneOf, LINE_PARTS, LINES, type ElementType, type SheetEditor, type SheetElement } from './types.ts'
import { repairRoster } from './roster-structure.ts'
import { isCoveredRow, NO_HEADER } from './value.ts'

/** Printing order; only attachments may repeat. As `parseDocument` wants it. */
export const PART_ORDER = ['title', 'recipients', 'body', 'signatureOrgan', 'signatureDate', 'note', 'printed', 'attachment'] as const

const MOST_REPAIRS = 10_000

/** An empty element of a type that holds text. */
export function emptyLine(type: ElementType): SheetElement {
  return { type, id: newId(), children: [{ text: '' }] }
}

/** Slate's plugin: what is void, inline, isolated, and how broken structure is mended. */
export function withStructure(editor: SheetEditor): SheetEditor {
  const { normalizeNode } = editor
  editor.isInline = (element) => isOneOf(element, INLINES)
  editor.isVoid = (element) => isOneOf(element, [...INLINES, 'image'])
  editor.isIsolated = (element) => isOneOf(element, ISOLATED)
  // Each repair brings the tree nearer to a document, but a large piece out of place needs more of them than Slate expects.
  editor.shouldNormalize = ({ iteration, initialDirtyPathsLength }) => {
    if (iteration > MOST_REPAIRS + 42 * initialDirtyPathsLength) throw new Error('the sheet cannot be mended')
    return true
  }
  editor.normalizeNode = (entry, options) => {
    const [node, path] = entry
    // Slate looks again at whatever a repair touched.
    if (Element.isElement(node) ? repair(editor, node, path) : node === editor && repairParts(editor)) return
    normalizeNode(entry, options)
  }
  return editor
}

/** Mends one fault of an element; false when there is none. */
function repair(editor: SheetEditor, element: SheetElement, path: Path): boolean {
  if (typeof element.id !== 'string') {
    Transforms.setNodes<SheetElement>(editor, { id: newId() }, { at: path })
    return true
  }
  if (isOneOf(element, [...LINES, ...INLINES, 'image']) && openChild(editor, element, path)) return true
  switch (element.type) {
    case 'title':
      if (element.header) return false
      Transforms.setNodes<SheetElement>(editor, { header: NO_HEADER }, { at: path })
      return true
    case 'printed':
    case 'attachment':
      return repairInnerTitle(editor, element, path) || repairChildren(editor, element, path, BLOCKS, 1)
    case 'body':
      return repairChildren(editor, element, path, BLOCKS)
    case 'cell':
      return repairChildren(editor, element, path, ['paragraph'])
    case 'table':
      if (element.children.length > 0) return repairChildren(editor, element, path, ['row']) || repairRoster(editor, element, path)
      Transforms.removeNodes(editor, { at: path })
      return true
    case 'image':
      return moveWordsOut(editor, element, path)
    case 'row':
      return !isCoveredRow(element) && repairChildren(editor, element, path, ['cell'])
    default:
      return false
  }
}

/** An image has no words; what came into it goes below it. */
function moveWordsOut(editor: SheetEditor, image: SheetElement, path: Path): boolean {
  const [child] = image.children
  if (!Text.isText(child) || child.text === '') return false
  Transforms.insertNodes(editor, { ...emptyLine('paragraph'), children: [{ text: child.text }] }, { at: Path.next(path) })
  editor.apply({ type: 'remove_text', path: [...path, 0], offset: 0, text: child.text })
  return true
}

/** A line holds text and what stands in a text, and that holds text alone; anything else is opened until only those are left. */
function openChild(editor: SheetEditor, holder: SheetElement, path: Path): boolean {
  const inside = isOneOf(holder, LINES) ? INLINES : []
  const at = holder.children.findIndex((child) => Element.isElement(child) && !isOneOf(child, inside))
  if (at < 0) return false
  Transforms.unwrapNodes(editor, { at: [...path, at], voids: true })
  return true
}

/** Each child must be of an allowed type; lines become paragraphs, anything else is wrapped or opened. */
function repairChildren(editor: SheetEditor, element: SheetElement, path: Path, allowed: readonly ElementType[], from = 0): boolean {
  if (element.children.length === 0 && isOneOf(element, ['body', 'cell'])) {
    Transforms.insertNodes(editor, emptyLine('paragraph'), { at: [...path, 0] })
    return true
  }
  const at = element.children.findIndex((child, index) => index >= from && !isOneOf(child, allowed))
  const child = element.children[at]
  if (!child) return false
  const childPath = [...path, at]
  const wanted = allowed[0] ?? 'paragraph'
  if (Text.isText(child) || isOneOf(child, INLINES)) wrap(editor, wanted, childPath)
  else if (isOneOf(child, LINES)) {
    if (wanted === 'paragraph') becomeParagraph(editor, childPath)
    else wrap(editor, wanted, childPath)
  } else Transforms.unwrapNodes(editor, { at: childPath })
  return true
}

function wrap(editor: SheetEditor, type: ElementType, at: Path): void {
  Transforms.wrapNodes(editor, { type, id: newId(), children: [] }, { at })
}

/** Makes any line a paragraph; its number goes. */
export function becomeParagraph(editor: SheetEditor, at: Path): void {
  Transforms.setNodes<SheetElement>(editor, { type: 'paragraph' }, { at })
  Transforms.unsetNodes<SheetElement>(editor, ['level', 'printed', 'header', 'role', 'marker'], { at })
}

function repairInnerTitle(editor: SheetEditor, element: SheetElement, path: Path): boolean {
  const [first] = element.children
  if (first && isOneOf(first, ['innerTitle'])) return false
  Transforms.insertNodes(editor, emptyLine('innerTitle'), { at: [...path, 0] })
  return true
}

/** The parts themselves: one title first, one body, the others in printing order. */
function repairParts(editor: SheetEditor): boolean {
  const types = editor.children.map((part) => (Element.isElement(part) ? part.type : null))
  const ranks = types.map((type) => PART_ORDER.findIndex((one) => one === type))
  const stray = ranks.indexOf(-1)
  if (stray >= 0) return takeIn(editor, stray)
  for (const type of ['title', 'body'] as const) {
    if (!types.includes(type)) return addMissing(editor, type, ranks)
  }
  const wrong = ranks.findIndex((rank, at) => at > 0 && rank < (ranks[at - 1] ?? 0))
  if (wrong > 0) {
    const rank = ranks[wrong] ?? 0
    Transforms.moveNodes(editor, { at: [wrong], to: [ranks.findIndex((one) => one > rank)] })
    return true
  }
  const twice = ranks.findIndex((rank, at) => at > 0 && rank === ranks[at - 1] && types[at] !== 'attachment')
  if (twice < 0) return false
  Transforms.mergeNodes(editor, { at: [twice] })
  return true
}

/** Where a part of this type belongs among the parts that are there. */
export function placeOfPart(editor: SheetEditor, type: (typeof PART_ORDER)[number]): number {
  const rank = PART_ORDER.indexOf(type)
  const after = editor.children.findIndex((part) => Element.isElement(part) && PART_ORDER.findIndex((one) => one === part.type) > rank)
  return after < 0 ? editor.children.length : after
}

function addMissing(editor: SheetEditor, type: 'title' | 'body', ranks: readonly number[]): boolean {
  const after = ranks.findIndex((rank) => rank > PART_ORDER.indexOf(type))
  const part: SheetElement = type === 'title' ? { ...emptyLine('title'), header: NO_HEADER } : { type, id: newId(), children: [emptyLine('paragraph')] }
  Transforms.insertNodes(editor, part, { at: [after < 0 ? ranks.length : after] })
  return true
}

/** Something that is no part stands among the parts: it goes to the end of the body, or becomes the body. */
function takeIn(editor: SheetEditor, at: number): boolean {
  const node = editor.children[at]
  // Text between parts is removed by Slate itself.
  if (!node || Text.isText(node) || isOneOf(node, INLINES)) return false
  const body = editor.children.findIndex((part) => isOneOf(part, ['body']))
  if (isOneOf(node, LINES) && !isOneOf(node, LINE_PARTS) && node.type !== 'paragraph') becomeParagraph(editor, [at])
  else if (isOneOf(node, ['row', 'cell'])) Transforms.unwrapNodes(editor, { at: [at] })
  else if (body < 0) wrap(editor, 'body', [at])
  else Transforms.moveNodes(editor, { at: [at], to: [body, Node.ancestor(editor, [body]).children.length] })
  return true
}
