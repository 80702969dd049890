/** Laws of the structure: whatever is moved, nothing is lost, references say what their target is called, and undo leads back. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { makeArticle, makeAttachment, makeBody, makeCell, makeChapter, makeDocument, makeHeading, makeLine, makeParagraph, makePrinted, makeRow, makeTable } from '../../shared/document/build.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import { planMove, planStep, type SectionMove } from '../../shared/document/sections.ts'
import { blocksOf } from '../../shared/document/text.ts'
import type { Block, Document } from '../../shared/document/types.ts'
import { numberDifferences, printedNumbers } from '../../shared/numbering/differences.ts'
import { mentionsOf } from '../../shared/numbering/mentions.ts'
import { referencesOf, referenceTargets, referenceTexts } from '../../shared/numbering/references.ts'
import { plainTextOf } from '../../shared/document/view.ts'
import { Editor, Element, Node, Transforms } from 'slate'
import { createDocumentReader } from '../../renderer/editor/sheet/value.ts'
import { anyDocument } from './documents.ts'
import { openHand, turn, type Hand } from './hand.ts'

/** Chooses among whatever is there at that moment; plain integers, as fractions lie near 0 most of the time. */
const pick = fc.noBias(fc.integer({ min: 0, max: 9973 }))
const one = <T>(list: readonly T[], where: number): T | undefined => list[where % list.length]

const printed = fc.option(fc.constantFrom('（五）', '一、', '第九条'), { nil: undefined, freq: 4 })
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(fc.constantFrom(1, 2, 3, 4), printed).map(([level, number]) => makeHeading(level, '标题', number)) },
  { weight: 2, arbitrary: printed.map((number) => makeArticle('条文。', number)) },
  fc.constant(0).map(() => makeChapter('章名')),
  { weight: 2, arbitrary: fc.constant(0).map(() => makeParagraph('文字。')) },
  fc.constant(0).map(() => makeTable([makeRow([makeCell('格')])])),
)
const blocks = fc.array(block, { maxLength: 14, size: 'max' })

/** Documents that are all headings, and documents of every shape. */
const headed: fc.Arbitrary<Document> = fc.oneof(
  anyDocument,
  fc.tuple(blocks, fc.option(blocks), fc.array(blocks, { maxLength: 4 })).map(([body, text, attachments]) =>
    makeDocument({ issuers: [], genre: null, documentNumber: null }, [makeLine('title', '通知'), makeBody(body), ...(text ? [makePrinted('办法', text)] : []), ...attachments.map((list) => makeAttachment('附表', list))]),
  ),
)

/** Parts and blocks: where something can be moved to. */
const placesOf = ({ parts }: Document): readonly string[] => parts.flatMap((part) => [part.id, ...blocksOf(part).map(({ id }) => id)])

/** What can be moved, if anywhere: blocks and attachments. */
const movable = ({ parts }: Document): readonly string[] => parts.flatMap((part) => [...(part.type === 'attachment' ? [part.id] : []), ...blocksOf(part).map(({ id }) => id)])

type Order = readonly (readonly string[])[]

/** Ids of each part and its blocks, headings with their levels. */
function orderOf({ parts }: Document, like?: Order): Order {
  const known = like && new Set(like.flat())
  // An emptied body gets a paragraph of its own.
  return parts.map((part) => [part.id, ...blocksOf(part).map(named)].filter((id) => !known || known.has(id)))
}

function named(block: Block): string {
  return block.type === 'heading' ? `${block.level} ${block.id}` : block.id
}

/** The order that a plan leads to, done with lists. */
function orderAfter(document: Document, plan: SectionMove | null): Order {
  const order = orderOf(document).map((part) => [...part])
  if (plan?.kind === 'part') order.splice(plan.to, 0, ...order.splice(plan.from, 1))
  if (plan?.kind !== 'blocks') return order
  const { from, to, count, shift } = plan
  const moved = blocksOf(document.parts[from.part]!).slice(from.at, from.at + count)
  const shifted = moved.map((block) => named(block.type === 'heading' ? { ...block, level: (block.level + shift) as 1 | 2 | 3 | 4 } : block))
  order[to.part]!.splice(to.at + 1, 0, ...shifted.map((id) => `moved ${id}`))
  const old = new Set(moved.map(named))
  return order.map((part) => part.filter((id) => !old.has(id)).map((id) => id.replace('moved ', '')))
}

interface Act {
  readonly name: string
  readonly run: (hand: Hand) => unknown
}

const move = fc.tuple(pick, pick, fc.constantFrom('before', 'after', 'into')).map(([what, where, side]): Act => ({
  name: `move ${what} ${side} ${where}`,
  run({ session }) {
    const places = placesOf(session.document())
    const target = one(places, where) ?? ''
    const place = side === 'before' ? { before: target } : side === 'after' ? { after: target } : { into: target }
    const id = one(movable(session.document()), what) ?? ''
    const plan = planMove(session.document(), id, place)
    const expected = orderAfter(session.document(), plan)
    expect(session.moveSection(id, place)).toBe(plan !== null)
    expect(orderOf(session.document(), expected)).toEqual(expected)
  },
}))
const step = fc.tuple(pick, fc.constantFrom('up', 'down')).map(([what, way]): Act => ({
  name: `${way} ${what}`,
  run({ session }) {
    const id = one(movable(session.document()), what) ?? ''
    const plan = planStep(session.document(), id, way)
    const expected = orderAfter(session.document(), plan)
    expect(session.moveSection(id, way)).toBe(plan !== null)
    expect(orderOf(session.document(), expected)).toEqual(expected)
  },
}))
const shift = fc.tuple(pick, fc.constantFrom(1, -1)).map(([what, by]): Act => ({ name: `shift ${what} ${by}`, run: ({ session }) => session.shiftSection(one(movable(session.document()), what) ?? '', by) }))
const refer = fc.tuple(pick, pick, pick).map(([where, offset, to]): Act => ({
  name: `refer ${where} ${offset} ${to}`,
  run({ session, editor }) {
    const [node, path] = one([...Node.texts(editor)], where)!
    Transforms.select(editor, { path, offset: offset % (node.text.length + 1) })
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

/** A line that is written in, not what stands in it as one thing. */
function isWritten(editor: Editor, line: Node): boolean {
  return Element.isElement(line) && !Editor.isVoid(editor, line)
}

it('moves lose nothing, add nothing, and are taken back', async () => {
  await fc.assert(
    fc.asyncProperty(headed, listOf(moves), async (document, list) => {
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
    fc.asyncProperty(headed, listOf(all), async (document, list) => {
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
    fc.asyncProperty(headed, async (document) => {
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
    fc.asyncProperty(headed, fc.array(fc.tuple(pick, typed), { maxLength: 4 }), async (document, texts) => {
      const { session, editor } = openHand(document)
      for (const [where, text] of texts) {
        const [, path] = one([...Node.texts(editor)].filter(([, at]) => isWritten(editor, Node.parent(editor, at))), where)!
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
