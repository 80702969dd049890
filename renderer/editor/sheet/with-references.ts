/**
 * Cross references say what their target is called now: after every change that moves numbers, in the same undo step. One whose target went keeps its words;
 * one that comes in (pasted from another document) without its target becomes text.
 */
import { Editor, Element, Text, Transforms, type Node, type Operation, type Path } from 'slate'
import { HistoryEditor } from 'slate-history'
import { referenceTexts } from '../../../shared/numbering/references.ts'
import { DOCUMENT_VERSION, type Part } from '../../../shared/document/types.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { byId } from './find.ts'
import { isOneOf, type SheetEditor, type SheetElement } from './types.ts'
import { NO_HEADER } from './value.ts'

/** Slate's plugin, round the one for undo. */
export function withReferences(editor: SheetEditor): SheetEditor {
  const { apply, normalize } = editor
  let isDue = false
  let arrived = new Set<Id>()
  editor.apply = (operation) => {
    isDue ||= movesNumbers(operation)
    // A whole part comes with what is lost in it.
    if (operation.type === 'insert_node' && operation.path.length > 1) for (const [reference] of referencesIn([operation.node])) arrived.add(reference.id)
    apply(operation)
  }
  editor.normalize = (options) => {
    normalize(options)
    if (!isDue || !Editor.isNormalizing(editor)) return
    const fresh = arrived
    isDue = false
    arrived = new Set()
    // Undo and redo bring back the words that stood there.
    if (HistoryEditor.isSaving(editor) !== false) update(editor, fresh)
  }
  return editor
}

/** What was cut comes back with new ids: references to the old ones, which nothing has any more, follow. `renewed`: new ids by old ones. */
export function followPasted(editor: SheetEditor, renewed: ReadonlyMap<Id, Id>): void {
  const references = referencesIn(editor.children)
  const texts = references.length > 0 ? textsOf(editor) : new Map<Id, string>()
  for (const [{ target }, path] of references) {
    const next = target !== undefined && !texts.has(target) ? renewed.get(target) : undefined
    if (next !== undefined && texts.has(next)) Transforms.setNodes<SheetElement>(editor, { target: next }, { at: path, voids: true })
  }
}

/** Text alone moves no number. */
function movesNumbers(operation: Operation): boolean {
  switch (operation.type) {
    case 'insert_text':
    case 'remove_text':
    case 'set_selection':
      return false
    case 'insert_node':
    case 'remove_node':
      return !Text.isText(operation.node)
    default:
      return true
  }
}

type Found = readonly [reference: SheetElement, path: Path]

function update(editor: SheetEditor, fresh: ReadonlySet<Id>): void {
  const references = referencesIn(editor.children)
  if (references.length === 0) return
  const texts = textsOf(editor)
  Editor.withoutNormalizing(editor, () => {
    // From the back: what becomes text may join the text beside it.
    for (const [reference, path] of references.reverse()) {
      const text = reference.target === undefined ? undefined : texts.get(reference.target)
      if (text !== undefined) write(editor, reference, path, text)
      else if (fresh.has(reference.id) && !isThere(editor, reference.target)) becomeText(editor, reference, path)
    }
  })
}

/** Something that nobody refers to may become a heading again. */
function isThere(editor: SheetEditor, target: Id | undefined): boolean {
  return target !== undefined && byId(editor, target) !== undefined
}

function textsOf(editor: SheetEditor): ReadonlyMap<Id, string> {
  // The sheet in its normal form has the parts of a document.
  return referenceTexts({ version: DOCUMENT_VERSION, header: NO_HEADER, parts: editor.children as unknown as readonly Part[] })
}

/** Only what differs is written, into the leaf that is there: it may be marked as inserted or deleted. */
function write(editor: SheetEditor, reference: SheetElement, path: Path, text: string): void {
  const [leaf] = reference.children
  if (!Text.isText(leaf) || leaf.text === text) return
  const at = [...path, 0]
  if (leaf.text !== '') editor.apply({ type: 'remove_text', path: at, offset: 0, text: leaf.text })
  if (text !== '') editor.apply({ type: 'insert_text', path: at, offset: 0, text })
}

function becomeText(editor: SheetEditor, reference: SheetElement, path: Path): void {
  Transforms.insertNodes(editor, reference.children, { at: path, select: false })
  Transforms.removeNodes(editor, { at: [...path.slice(0, -1), (path.at(-1) ?? 0) + reference.children.length], voids: true })
}

function referencesIn(nodes: readonly Node[], parent: Path = []): Found[] {
  const found: Found[] = []
  for (const [at, node] of nodes.entries()) {
    if (!Element.isElement(node)) continue
    if (isOneOf(node, ['reference'])) found.push([node, [...parent, at]])
    // Most elements are lines with one text and nothing else.
    else if (!isOneText(node)) found.push(...referencesIn(node.children, [...parent, at]))
  }
  return found
}

function isOneText({ children }: SheetElement): boolean {
  return children.length === 1 && Text.isText(children[0])
}
