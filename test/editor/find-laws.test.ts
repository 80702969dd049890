/** Laws of find and replace in the sheet, held against replacing by hand in the text of each line. */
import fc from 'fast-check'
import { Editor, Node, Transforms } from 'slate'
import { describe, expect, it } from 'vitest'
import { createHitReader } from '../../renderer/editor/find/hits.ts'
import { createDocumentReader } from '../../renderer/editor/sheet/value.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import { createSearch } from '../../shared/document/search.ts'
import { isLeaf } from '../../shared/document/text.ts'
import type { Document, Inline } from '../../shared/document/types.ts'
import { naiveReplace, naiveStarts, stretches } from '../document/naive-search.ts'
import { documents, openFinder, sought } from './finding.ts'
import { turn } from './hand.ts'

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

function stretchesOf(document: Document): readonly (readonly string[])[] {
  return linesOf(document).map(({ children }) => stretches(children))
}

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
})

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
})

describe('the hits', () => {
  it('are after whatever is done to the sheet what a new look finds', async () => {
    /** Evenly spread: nine of ten plain fractions lie next to 0. */
    const fraction = fc.noBias(fc.integer({ min: 0, max: 9999 })).map((part) => part / 10000)
    const acts = fc.array(fc.tuple(fc.constantFrom('type', 'Enter', 'Backspace', 'paste', 'undo', 'redo', 'all', 'table'), fraction, fraction), { minLength: 1, maxLength: 12 })
    await fc.assert(fc.asyncProperty(documents, sought, acts, async (document, what, list) => {
      const { hand, finder } = openFinder(document, what)
      for (const [act, where, offset] of list) {
        const texts = [...Node.texts(hand.editor)]
        const [text, path] = texts[Math.floor(where * texts.length)]!
        Transforms.select(hand.editor, { path, offset: Math.floor(offset * (text.text.length + 1)) })
        if (act === 'type') await hand.type(what.query)
        else if (act === 'Enter' || act === 'Backspace') await hand.press(act)
        else if (act === 'paste') await hand.paste(`${what.query}\n防${what.query}`)
        else if (act === 'table') hand.session.insertTable(1, 2)
        else if (act === 'all') finder.replaceAll()
        else hand.session[act]()
        await turn()
        expect(finder.hits()).toEqual(createHitReader(hand.editor)(createSearch(what.query, what)))
      }
    }))
  })
})
