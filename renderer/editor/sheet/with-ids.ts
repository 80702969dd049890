/** Ids stay unique: a split keeps the id on the first half, and whatever comes in with an id that is there gets a new one. */
import { Element, Node, type Descendant } from 'slate'
import { newId, type Id } from '../../../shared/lib/id.ts'
import type { SheetEditor, SheetElement } from './types.ts'

/** Slate's plugin. Undo and redo apply their operations as they are, and so bring back the ids that were there. */
export function withIds(editor: SheetEditor): SheetEditor {
  const { getSplitProperties, insertNodes } = editor
  editor.getSplitProperties = (node, path) => {
    const properties = getSplitProperties(node, path)
    if (!Element.isElement(node)) return properties
    // The second half is a new element: it has no number of its own on paper, and nothing was written about it yet.
    const half: Partial<SheetElement> = { ...(properties as Partial<SheetElement>), id: newId() }
    delete half.printed
    delete half.header
    return half
  }
  editor.insertNodes = (nodes, options) => {
    const list = Node.isNode(nodes) ? [nodes] : nodes
    const taken = new Set<Id>()
    if (list.some((node) => Element.isElement(node))) addIds(editor.children, taken)
    insertNodes(
      // What is inserted is an element or a text, never an editor.
      list.map((node) => distinct(node as Descendant, taken)),
      options,
    )
  }
  return editor
}

function addIds(nodes: readonly Node[], taken: Set<Id>): void {
  for (const node of nodes) {
    if (!Element.isElement(node)) continue
    taken.add(node.id)
    addIds(node.children, taken)
  }
}

/** The node with a new id wherever `taken` has its own; what it uses is added to `taken`. */
function distinct(node: Descendant, taken: Set<Id>): Descendant {
  if (!Element.isElement(node)) return node
  const id = taken.has(node.id) ? newId() : node.id
  taken.add(id)
  return { ...node, id, children: node.children.map((child) => distinct(child, taken)) }
}
