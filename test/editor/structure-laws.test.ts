/** Laws of the structure: whatever is moved, nothing is lost, references say what their target is called, and undo leads back. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseDocument } from '../../shared/document/parse.ts'
import { planMove } from '../../shared/document/sections.ts'
import { blocksOf } from '../../shared/document/text.ts'
import type { Document } from '../../shared/document/types.ts'
import { numberDifferences, printedNumbers } from '../../shared/numbering/differences.ts'
import { mentionsOf } from '../../shared/numbering/mentions.ts'
import { referencesOf, referenceTargets, referenceTexts } from '../../shared/numbering/references.ts'
import { plainTextOf } from '../../shared/document/view.ts'
import { Element, Node, Transforms } from 'slate'
import { createDocumentReader } from '../../renderer/editor/sheet/value.ts'
import { anyDocument } from './documents.ts'
import { openHand, turn, type Hand } from './hand.ts'

const fraction = fc.double({ min: 0, max: 0.999, noNaN: true })
const one = <T>(list: readonly T[], where: number): T | undefined => list[Math.floor(where * list.length)]

/** Parts and blocks that can be moved or moved to. */
const placesOf = ({ parts }: Document): readonly string[] => parts.flatMap((part) => [part.id, ...blocksOf(part).map(({ id }) => id)])

interface Act {
  readonly name: string
  readonly run: (hand: Hand) => unknown
}

const move = fc.tuple(fraction, fraction, fc.constantFrom('before', 'after', 'into')).map(([what, where, side]): Act => ({
  name: `move ${what} ${side} ${where}`,
  run({ session }) {
    const places = placesOf(session.document())
    const target = one(places, where) ?? ''
    const place = side === 'before' ? { before: target } : side === 'after' ? { after: target } : { into: target }
    const id = one(places, what) ?? ''
    const isPossible = planMove(session.document(), id, place) !== null
    expect(session.moveSection(id, place)).toBe(isPossible)
  },
}))
const step = fc.tuple(fraction, fc.constantFrom('up', 'down')).map(([what, way]): Act => ({ name: `${way} ${what}`, run: ({ session }) => session.moveSection(one(placesOf(session.document()), what) ?? '', way) }))
const shift = fc.tuple(fraction, fc.constantFrom(1, -1)).map(([what, by]): Act => ({ name: `shift ${what} ${by}`, run: ({ session }) => session.shiftSection(one(placesOf(session.document()), what) ?? '', by) }))
const refer = fc.tuple(fraction, fraction, fraction).map(([where, offset, to]): Act => ({
  name: `refer ${where} ${offset} ${to}`,
  run({ session, editor }) {
    const [node, path] = one([...Node.texts(editor)], where)!
    Transforms.select(editor, { path, offset: Math.floor(offset * (node.text.length + 1)) })
    const target = one(referenceTargets(session.document()), to)
    if (target) session.insertReference(target)
  },
}))
const moves = fc.oneof({ weight: 4, arbitrary: move }, { weight: 2, arbitrary: step }, { weight: 1, arbitrary: shift }, fc.constant<Act>({ name: 'renumber', run: ({ session }) => session.renumber() }))
const all = fc.oneof({ weight: 2, arbitrary: moves }, { weight: 2, arbitrary: refer }, fc.constantFrom<Act>(
  { name: 'Enter', run: (hand) => hand.press('Enter') },
  { name: 'Backspace', run: (hand) => hand.press('Backspace') },
  { name: 'Delete', run: (hand) => hand.press('Delete') },
  { name: 'type', run: (hand) => hand.editor.insertText('防') },
  { name: 'heading', run: ({ session }) => session.setBlockKind('heading1') },
  { name: 'paragraph', run: ({ session }) => session.setBlockKind('paragraph') },
  { name: 'attachment', run: ({ session }) => session.addAttachment() },
  { name: 'printed', run: ({ session }) => session.addPrinted() },
  { name: 'remove part', run: ({ session }) => session.removePart(session.document().parts.at(-1)!.id) },
  { name: 'link', run: ({ session }) => session.linkMentions() },
  { name: 'Tab', run: ({ session }) => session.shiftSelected(1) },
  { name: 'undo', run: ({ session }) => session.undo() },
  { name: 'redo', run: ({ session }) => session.redo() },
))
const listOf = (act: fc.Arbitrary<Act>): fc.Arbitrary<readonly Act[]> => fc.array(act.map((each) => ({ ...each, [fc.toStringMethod]: () => each.name })), { minLength: 1, maxLength: 20 })

/** All ids of blocks and parts with their own text; an empty paragraph that a part needs may be new. */
function substance(document: Document): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const visit = (node: object): string => {
    if ('text' in node) return String(node.text)
    const text = 'type' in node && node.type === 'reference' ? '…' : 'children' in node && Array.isArray(node.children) ? node.children.map((child: object) => ('id' in child && 'type' in child && child.type !== 'place' && child.type !== 'reference' ? (visit(child), '') : visit(child))).join('') : ''
    if ('id' in node) found.set(String(node.id), text)
    return text
  }
  document.parts.forEach(visit)
  return found
}

it('moves lose nothing, add nothing, and are taken back', async () => {
  await fc.assert(
    fc.asyncProperty(anyDocument, listOf(moves), async (document, list) => {
      const { session, ...hand } = openHand(document)
      const before = substance(document)
      for (const act of list) {
        await act.run({ session, ...hand })
        await turn()
        const now = substance(session.document())
        for (const [id, text] of before) expect([id, now.get(id)], act.name).toEqual([id, text])
        for (const [id, text] of now) if (!before.has(id)) expect(text).toBe('')
        expect(parseDocument(session.document())).toEqual(session.document())
      }
      while (session.canUndo()) session.undo()
      expect(session.document()).toBe(document)
      expect(createDocumentReader()(hand.editor.children)).toEqual(document)
    }),
    { numRuns: 200 },
  )
})

it('after any act a reference says what its target is called, and undo and redo lead back and forth', async () => {
  await fc.assert(
    fc.asyncProperty(anyDocument, listOf(all), async (document, list) => {
      const { session, ...hand } = openHand(document)
      for (const act of list) {
        await act.run({ session, ...hand })
        await turn()
        const now = session.document()
        const texts = referenceTexts(now)
        for (const { target, children } of referencesOf(now)) if (texts.has(target)) expect(children[0].text, act.name).toBe(texts.get(target))
        expect(parseDocument(now), act.name).toEqual(now)
      }
      while (session.canRedo()) session.redo()
      const after = session.document()
      while (session.canUndo()) session.undo()
      expect(createDocumentReader()(hand.editor.children)).toEqual(document)
      while (session.canRedo()) session.redo()
      expect(session.document()).toEqual(after)
    }),
    { numRuns: 200 },
  )
})

it('renumbering says how many numbers change, leaves none that differs, and is one step', async () => {
  await fc.assert(
    fc.asyncProperty(anyDocument, async (document) => {
      const { session } = openHand(document)
      fc.pre(printedNumbers(document).length > 0)
      expect(session.renumber()).toBe(numberDifferences(document).length)
      await turn()
      expect(numberDifferences(session.document())).toEqual([])
      expect(printedNumbers(session.document())).toEqual([])
      session.undo()
      expect(session.document()).toBe(document)
    }),
    { numRuns: 200 },
  )
})

it('linking changes no character and leaves nothing to link', async () => {
  const typed = fc.constantFrom('见附件1', '附件2和附件1', '依照第一条', '《办法》第一条', '本办法第二条、第一条')
  await fc.assert(
    fc.asyncProperty(anyDocument, fc.array(fc.tuple(fraction, typed), { maxLength: 4 }), async (document, texts) => {
      const { session, editor } = openHand(document)
      for (const [where, text] of texts) {
        const [, path] = one([...Node.texts(editor)].filter(([, at]) => Element.isElement(Node.parent(editor, at))), where)!
        Transforms.insertText(editor, text, { at: { path, offset: 0 } })
      }
      await turn()
      const before = session.document()
      const count = session.countMentions()
      expect(session.linkMentions()).toBe(count)
      await turn()
      expect(plainTextOf(session.document())).toBe(plainTextOf(before))
      expect(referencesOf(session.document())).toHaveLength(count)
      expect(mentionsOf(session.document())).toEqual([])
      expect(session.canUndo()).toBe(texts.length > 0 || count > 0)
    }),
    { numRuns: 200 },
  )
})
