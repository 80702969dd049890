/** The editor holds any document, and the clipboard carries it whole. */
import fc from 'fast-check'
import { Editor, Transforms } from 'slate'
import { describe, expect, it } from 'vitest'
import { encodeWhole, WHOLE_FORMAT } from '../../renderer/editor/clipboard/whole.ts'
import { createDocumentReader, toValue } from '../../renderer/editor/sheet/value.ts'
import { makeBody, makeDocument, makeLine, reidentify } from '../../shared/document/build.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import { canonicalText } from '../../shared/document/projection.ts'
import type { Document } from '../../shared/document/types.ts'
import { documents } from '../document/arbitrary.ts'
import { referenceTexts } from '../../shared/numbering/references.ts'
import { openHand } from './hand.ts'

/** The same without what Slate adds and leaves out beside the text: empty leaves, the border of two leaves of one kind. */
function pure(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, child: unknown) => (key === 'children' && Array.isArray(child) ? joined(child) : child)))
}

function joined(children: readonly Readonly<Record<string, unknown>>[]): readonly unknown[] {
  const list: Readonly<Record<string, unknown>>[] = []
  for (const child of children) {
    const last = list.at(-1)
    const { text, ...marks } = child
    const { text: before, ...others } = last ?? {}
    if (typeof text !== 'string') list.push(child)
    else if (last && typeof before === 'string' && JSON.stringify(marks) === JSON.stringify(others)) list[list.length - 1] = { ...last, text: before + text }
    else if (text !== '') list.push(child)
  }
  return list
}

/** References say what their target is called, as the editor keeps them. */
function withTrueReferences(document: Document): Document {
  const texts = referenceTexts(document)
  return JSON.parse(JSON.stringify(document), (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('target' in value)) return value
    const text = texts.get(String(value.target))
    return text === undefined ? value : { ...value, children: [{ text }] }
  }) as Document
}

describe('any document', () => {
  it('is in the tree of the editor what it is in the library', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const { editor } = openHand(document)
        const held = createDocumentReader()(editor.children)
        expect(parseDocument(JSON.parse(JSON.stringify(held)))).toEqual(held)
        expect(pure(held)).toEqual(pure(document))
        expect(pure(createDocumentReader()(toValue(document)))).toEqual(pure(document))
      }),
      { numRuns: 200 },
    )
  })

  it('is pasted into an empty draft as it was copied, with ids of its own', async () => {
    await fc.assert(
      fc.asyncProperty(documents.map(withTrueReferences), async (document) => {
        const from = openHand(document)
        Transforms.select(from.editor, Editor.range(from.editor, []))
        const whole = encodeWhole(from.editor)
        fc.pre(whole !== null)
        const to = openHand(makeDocument({ ...document.header }, [makeLine('title', ''), makeBody([])]))
        Transforms.select(to.editor, Editor.start(to.editor, []))
        await to.paste('', { [WHOLE_FORMAT]: whole })
        const pasted = to.session.document()
        expect(canonicalText(pasted)).toBe(canonicalText(document))
        expect(shape(pasted)).toEqual(shape(document))
        const ids = new Set(idsOf(document))
        expect(idsOf(pasted).filter((id) => ids.has(id))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('as a copy of it says the same, and its references point into itself', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const copy = reidentify(document)
        expect(canonicalText(copy)).toBe(canonicalText(document))
        expect(shape(copy)).toEqual(shape(document))
        expect(parseDocument(JSON.parse(JSON.stringify(copy)))).toEqual(copy)
      }),
    )
  })
})

/** A document without its ids: references keep whether they point into it, and to which of its elements. */
function shape(document: Document): unknown {
  const order = new Map(idsOf(document).map((id, at) => [id, at]))
  const named = (key: string, value: unknown): unknown => {
    if (key === 'target' && typeof value === 'string') return order.get(value) ?? 'elsewhere'
    return key === 'id' ? undefined : value
  }
  return pure(JSON.parse(JSON.stringify(document.parts, named)))
}

function idsOf(document: Document): readonly string[] {
  const found: string[] = []
  const visit = (node: object): void => {
    if ('id' in node && typeof node.id === 'string') found.push(node.id)
    if ('children' in node && Array.isArray(node.children)) node.children.forEach(visit)
  }
  document.parts.forEach(visit)
  return found
}
