/** Documents to search, small alphabets so that most queries hit, and a finder on one. */
import fc from 'fast-check'
import { createFinder, type Finder, type Sought } from '../../renderer/editor/find/finder.ts'
import {
  makeAttachment, makeBody, makeCell, makeDocument, makeHeading, makeItem, makeLine, makeParagraph, makePlace, makePrinted, makeReference, makeRow, makeTable,
} from '../../shared/document/build.ts'
import { leaf } from '../../shared/document/text.ts'
import type { Cell, Document, Inline } from '../../shared/document/types.ts'
import { newId } from '../../shared/lib/id.ts'
import { ALPHABET } from '../document/naive-search.ts'
import { openHand, type Hand } from './hand.ts'

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
/** Documents with every kind of line. */
export const documents: fc.Arbitrary<Document> = fc
  .tuple(content, content, blocks, content, content, content, blocks, content, blocks)
  .map(([title, recipients, body, organ, date, inner, printed, name, attached]) =>
    makeDocument({ issuers: [], genre: null, documentNumber: null }, [
      makeLine('title', title), makeLine('recipients', recipients), makeBody(body), makeLine('signatureOrgan', organ), makeLine('signatureDate', date),
      makePrinted(inner, printed), makeAttachment(name, attached),
    ]),
  )
/** What to look for and what takes its place. */
export const sought: fc.Arbitrary<Sought> = fc.record({
  query: chars(ALPHABET, { minLength: 1, maxLength: 2 }),
  replacement: chars(['', 'a', '防', '汛', '（1）'], { maxLength: 2 }),
  matchCase: fc.boolean(),
  matchWidth: fc.boolean(),
})

/** The bar open on a document, with something to look for. */
export function openFinder(document: Document, what: Partial<Sought>, readOnly = false): { hand: Hand; finder: Finder } {
  const hand = openHand(document, readOnly)
  const finder = createFinder(queueMicrotask)
  finder.attach(hand.session)
  finder.open('replace')
  finder.seek(what)
  return { hand, finder }
}
