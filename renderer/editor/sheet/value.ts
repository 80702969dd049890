/** Between the stored document and the Slate value, both ways without loss. */
import { Text, type Descendant } from 'slate'
import { DOCUMENT_VERSION, type Document, type Header, type Part } from '../../../shared/document/types.ts'
import { isOneOf, type SheetElement } from './types.ts'

/** The Slate value of a document that came through `parseDocument`. */
export function toValue({ header, parts }: Document): SheetElement[] {
  // Same shape; Slate never changes a node in place, so that `readonly` keeps its promise.
  const elements = parts as unknown as readonly SheetElement[]
  return elements.map((part) => (part.type === 'title' ? { ...part, header } : part))
}

/** What a title without header fields would have; only a broken value ever needs it. */
export const NO_HEADER: Header = { issuers: [], genre: null, documentNumber: null }

/** Makes documents of Slate values. Parts that did not change between two calls are the same objects. */
export function createDocumentReader(): (value: readonly Descendant[]) => Document {
  const known = new WeakMap<object, object>()
  const stored = (element: SheetElement): SheetElement => {
    const old = known.get(element)
    // The map holds for each element its own stored form.
    if (old) return old as SheetElement
    const made = storedForm(element, stored)
    known.set(element, made)
    return made
  }
  return (value) => {
    // The structure plugin keeps the value in the form of a document; the door checks it wherever it goes next.
    const elements = value as readonly SheetElement[]
    const header = elements.find((part) => part.type === 'title')?.header ?? NO_HEADER
    return { version: DOCUMENT_VERSION, header, parts: elements.map(stored) as unknown as Part[] }
  }
}

/** One element without what only the editor needs: the title's header, and the text in rows whose cells are all covered. */
function storedForm(element: SheetElement, stored: (element: SheetElement) => SheetElement): SheetElement {
  switch (element.type) {
    case 'title': {
      const title = { ...element }
      delete title.header
      return title
    }
    case 'body':
    case 'printed':
    case 'attachment':
      if (!element.children.some((child) => isOneOf(child, ['table']))) return element
      return withChildren(element, (child) => (isOneOf(child, ['table']) ? stored(child) : child))
    case 'table':
      return storedTable(element)
    default:
      return element
  }
}

/** A table as it is stored: rows without cells of their own are empty. */
export function storedTable(table: SheetElement): SheetElement {
  return withChildren(table, (child) => (isOneOf(child, ['row']) && child.children.length > 0 && isCoveredRow(child) ? { ...child, children: [] } : child))
}

/** A table as the editor holds it. */
export function openTable(table: SheetElement): SheetElement {
  return withChildren(table, (child) => (isOneOf(child, ['row']) && child.children.length === 0 ? { ...child, children: [{ text: '' }] } : child))
}

/** A row that has no cell of its own, since spans from above cover it. Slate wants a text in every element. */
export function isCoveredRow(row: SheetElement): boolean {
  return row.children.every((child) => Text.isText(child))
}

function withChildren(element: SheetElement, change: (child: Descendant) => Descendant): SheetElement {
  const children = element.children.map(change)
  return children.every((child, at) => child === element.children[at]) ? element : { ...element, children }
}
