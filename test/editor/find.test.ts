/** Find and replace in the sheet, held against replacing by hand in the text of each line. */
import fc from 'fast-check'
import { Editor, Range, Transforms } from 'slate'
import { describe, expect, it } from 'vitest'
import { createFinder, type Finder, type Sought } from '../../renderer/editor/find/finder.ts'
import { createDocumentReader } from '../../renderer/editor/sheet/value.ts'
import {
  makeAttachment, makeBody, makeCell, makeDocument, makeHeading, makeItem, makeLine, makeParagraph, makePlace, makePrinted, makeReference, makeRow, makeTable,
} from '../../shared/document/build.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import { isLeaf, leaf, partText } from '../../shared/document/text.ts'
import type { Cell, Document, Inline } from '../../shared/document/types.ts'
import { newId } from '../../shared/lib/id.ts'
import { ALPHABET, naiveReplace, naiveStarts, stretches } from '../document/naive-search.ts'
import { notice } from './documents.ts'
import { openHand, turn, type Hand } from './hand.ts'

const chars = (from: readonly string[], length: object) => fc.array(fc.constantFrom(...from), length).map((list) => list.join(''))
const words = chars(ALPHABET, { maxLength: 5 })
const by = { id: newId(), author: '林禾', date: '2024-03-01' }
const content: fc.Arbitrary<readonly Inline[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: words.map(leaf) },
    words.map((text): Inline => ({ text, ins: by })),
    words.map((text): Inline => ({ text, del: by })),
    words.map((text): Inline => makePlace(text)),
    words.map((text): Inline => makeReference(newId(), text)),
  ),
  { minLength: 1, maxLength: 4 },
)
const cell = content.map((children): Cell => ({ ...makeCell(''), children: [makeParagraph(children)] }))
const blocks = fc.array(
  fc.oneof(
    content.map((text) => makeParagraph(text)),
    content.map((text) => makeHeading(2, text)),
    content.map((text) => makeItem('dash', text)),
    fc.array(cell, { minLength: 1, maxLength: 2 }).map((cells) => makeTable([makeRow(cells)])),
    content.map((text) => ({ ...makeParagraph(text), change: { kind: 'del' as const, by } })),
  ),
  { minLength: 1, maxLength: 3 },
)
/** Documents with every kind of line, few enough characters that most queries hit. */
const documents: fc.Arbitrary<Document> = fc
  .tuple(content, content, blocks, content, content, content, blocks, content, blocks)
  .map(([title, recipients, body, organ, date, inner, printed, name, attached]) =>
    makeDocument({ issuers: [], genre: null, documentNumber: null }, [
      makeLine('title', title), makeLine('recipients', recipients), makeBody(body), makeLine('signatureOrgan', organ), makeLine('signatureDate', date),
      makePrinted(inner, printed), makeAttachment(name, attached),
    ]),
  )
const sought: fc.Arbitrary<Sought> = fc.record({
  query: chars(ALPHABET, { minLength: 1, maxLength: 2 }),
  replacement: chars(['', 'a', '防', '汛', '（1）'], { maxLength: 2 }),
  matchCase: fc.boolean(),
  matchWidth: fc.boolean(),
})

interface SeenLine {
  readonly id: string
  readonly isDeleted: boolean
  readonly children: readonly Inline[]
}

/** All lines of a document in reading order; whether they stand in a deleted block. */
function linesOf(document: Document): readonly SeenLine[] {
  const visit = (node: { id?: string; type?: string; change?: { kind: string }; children?: readonly object[] }, isDeleted: boolean): readonly SeenLine[] => {
    const gone = isDeleted || node.change?.kind === 'del'
    const children = node.children ?? []
    if (/^(?:body|printed|attachment|table|row|cell)$/.test(node.type ?? '')) return children.flatMap((child) => visit(child, gone))
    return [{ id: node.id ?? '', isDeleted: gone, children: children as readonly Inline[] }]
  }
  return document.parts.flatMap((part) => visit(part, false))
}

function openFinder(document: Document, what: Partial<Sought>, readOnly = false): { hand: Hand; finder: Finder } {
  const hand = openHand(document, readOnly)
  const finder = createFinder(queueMicrotask)
  finder.attach(hand.session)
  finder.open('replace')
  finder.seek(what)
  return { hand, finder }
}

const selected = ({ editor }: Hand): string => (editor.selection ? Editor.string(editor, editor.selection) : '')

describe('replacing all', () => {
  it('is replacing by hand in the text of each line, and nothing else changes', () => {
    fc.assert(fc.property(documents, sought, (document, what) => {
      const { hand, finder } = openFinder(document, what)
      const before = linesOf(document)
      const { count } = finder.replaceAll()
      const after = linesOf(hand.session.document())
      expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
      for (const [at, { children, isDeleted }] of before.entries()) {
        const expected = stretches(children).map((text) => (isDeleted ? text : naiveReplace(text, what.query, what.replacement, what)))
        expect(stretches(after[at]!.children)).toEqual(expected)
        // Deleted text, places and references stay, in their order.
        const others = (line: readonly Inline[]): string => line.map((one) => (isLeaf(one) ? (one.del ? one.text : '') : one.id)).join('')
        expect(others(after[at]!.children)).toBe(others(children))
      }
      const read = before.filter(({ isDeleted }) => !isDeleted).flatMap(({ children }) => stretches(children))
      expect(count).toBe(read.reduce((sum, text) => sum + naiveStarts(text, what.query, what).length, 0))
      expect(parseDocument(hand.session.document())).toEqual(hand.session.document())
    }))
  })

  it('is one step of undo, back to the very document', async () => {
    await fc.assert(fc.asyncProperty(documents, sought, async (document, what) => {
      const { hand, finder } = openFinder(document, what)
      fc.pre(finder.state().count > 0)
      const { undo } = finder.replaceAll()
      await turn()
      const after = hand.session.document()
      expect(undo()).toBe(true)
      await turn()
      expect(hand.session.canUndo()).toBe(false)
      expect(hand.session.document()).toBe(document)
      expect(stretchesOf(createDocumentReader()(hand.editor.children))).toEqual(stretchesOf(document))
      hand.session.redo()
      expect(hand.session.document()).toEqual(after)
    }))
  })

  it('is replacing one after the other from the begin to the end', () => {
    fc.assert(fc.property(documents, sought, (document, what) => {
      const { finder: one, hand } = openFinder(document, what)
      const { finder: all, hand: other } = openFinder(document, what)
      Transforms.select(hand.editor, Editor.start(hand.editor, []))
      const { count } = all.replaceAll()
      one.step()
      for (let done = 0; done < count; done += 1) one.replace()
      expect(stretchesOf(hand.session.document())).toEqual(stretchesOf(other.session.document()))
    }))
  })

  it('is taken back by its own act only as long as nothing else was done', async () => {
    const { hand, finder } = openFinder(notice(), { query: '防汛', replacement: '抗旱' })
    const { count, undo } = finder.replaceAll()
    await turn()
    expect(count).toBe(2)
    expect(partText(hand.session.document(), 'title')).toBe('关于做好抗旱备汛工作的通知')
    hand.at('备足|物资')
    await hand.type('粮')
    expect(undo()).toBe(false)
    expect(hand.page().join()).toContain('备足粮')
    hand.session.undo()
    expect(undo()).toBe(true)
    expect(partText(hand.session.document(), 'title')).toBe('关于做好防汛备汛工作的通知')
  })
})

function stretchesOf(document: Document): readonly (readonly string[])[] {
  return linesOf(document).map(({ children }) => stretches(children))
}

describe('going from hit to hit', () => {
  it('walks all of them in reading order and comes round, forwards and backwards', () => {
    fc.assert(fc.property(documents, sought, fc.boolean(), (document, what, backwards) => {
      const { hand, finder } = openFinder(document, what)
      const { count } = finder.state()
      fc.pre(count > 0)
      Transforms.select(hand.editor, Editor.start(hand.editor, []))
      if (!backwards) Transforms.deselect(hand.editor)
      const seen: (number | null)[] = []
      const turns: boolean[] = []
      for (let step = 0; step < 2 * count; step += 1) {
        finder.step(backwards)
        seen.push(finder.state().at)
        turns.push(finder.state().cameRound)
      }
      const round = Array.from({ length: count }, (_, at) => at)
      if (backwards) round.reverse()
      expect(seen).toEqual([...round, ...round])
      expect(turns.filter(Boolean)).toHaveLength(backwards ? 2 : 1)
    }))
  })

  it('begins at the caret, and goes on from where one clicks', () => {
    const { hand, finder } = openFinder(notice(), {})
    hand.at('压实|防汛责任')
    finder.seek({ query: '责任' })
    expect([finder.state().at, finder.state().count, selected(hand)]).toEqual([0, 3, '责任'])
    finder.step()
    expect([finder.state().at, finder.state().cameRound]).toEqual([1, false])
    hand.at('现就|有关')
    finder.step(true)
    expect([finder.state().at, finder.state().cameRound]).toEqual([2, true])
  })

  it('stays at the hit while its words are typed', () => {
    const { hand, finder } = openFinder(notice(), {})
    hand.at('现就|有关')
    for (const query of ['落', '落实', '落实包']) {
      finder.seek({ query })
      expect([finder.state().at, selected(hand)]).toEqual([0, query])
    }
    finder.seek({ query: '落实包袱' })
    expect([finder.state().at, finder.state().count]).toEqual([null, 0])
  })

  it('follows what is typed in the sheet', async () => {
    const { hand, finder } = openFinder(notice(), { query: '物资' })
    const told: number[] = []
    finder.subscribe(() => told.push(finder.state().count))
    hand.at('备足物资。|')
    await hand.type('物资')
    expect(finder.state().count).toBe(2)
    expect(told.at(-1)).toBe(2)
    expect(finder.hits().map(({ line }) => line)).toEqual([expect.objectContaining({ type: 'paragraph' }), expect.objectContaining({ type: 'paragraph' })])
  })
})

describe('the bar', () => {
  it('looks for the words that are selected within a line, and for no more', () => {
    const hand = openHand(notice())
    const finder = createFinder(queueMicrotask)
    finder.attach(hand.session)
    finder.open('find')
    expect(finder.state()).toMatchObject({ mode: 'find', query: '', count: 0, at: null })
    finder.close()
    hand.select('压实|防汛责任', '压实防汛|责任')
    finder.open('find')
    expect(finder.state()).toMatchObject({ query: '防汛', count: 2, at: 1 })
    finder.close()
    hand.select('压实|防汛责任', '落实|包保')
    finder.open('replace')
    expect(finder.state()).toMatchObject({ mode: 'replace', query: '防汛' })
    // While it is open, asking again is asking for the field alone.
    hand.select('|备足', '备足|')
    finder.open('find')
    expect(finder.state().query).toBe('防汛')
  })

  it('leaves the hit selected when it closes; F3 goes on without it', () => {
    const { hand, finder } = openFinder(notice(), { query: '防汛' })
    finder.close()
    expect([finder.state().mode, selected(hand), finder.hits()]).toEqual([null, '防汛', []])
    finder.step()
    expect([finder.state().mode, selected(hand)]).toEqual([null, '防汛'])
    expect(Range.start(hand.editor.selection!).path.slice(0, 2)).toEqual([2, 1])
  })

  it('comes when there is nothing to go to', () => {
    const hand = openHand(notice())
    const finder = createFinder(queueMicrotask)
    finder.attach(hand.session)
    finder.step()
    expect(finder.state().mode).toBe('find')
    finder.seek({ query: '抗旱' })
    finder.close()
    finder.step(true)
    expect(finder.state()).toMatchObject({ mode: 'find', query: '抗旱', count: 0 })
  })

  it('closes with its document, and what was looked for goes on in the next', () => {
    const finder = createFinder(queueMicrotask)
    const leave = finder.attach(openHand(notice()).session)
    finder.open('find')
    finder.seek({ query: '防汛' })
    leave()
    expect(finder.state()).toMatchObject({ mode: null, query: '防汛', count: 0, at: null })
    const next = openHand(notice())
    finder.attach(next.session)
    finder.step()
    expect(selected(next)).toBe('防汛')
  })

  it('finds and replaces nothing in a document that is only read', () => {
    const document = notice()
    const { hand, finder } = openFinder(document, { query: '防汛', replacement: '抗旱' }, true)
    finder.step()
    // Such a sheet loses its selection together with the keyboard.
    Transforms.deselect(hand.editor)
    finder.step(true)
    expect(finder.state()).toMatchObject({ count: 2, at: 0 })
    finder.replace()
    expect(finder.replaceAll().count).toBe(0)
    expect(hand.session.document()).toBe(document)
  })
})
