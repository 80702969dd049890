/** The places that the preview walks through are the places that the search counts. */
import fc from 'fast-check'
import { Point } from 'slate'
import { expect, test } from 'vitest'
import { createSession } from '../../renderer/editor/create-session.ts'
import { rangeOf } from '../../renderer/editor/find/hits.ts'
import { createWalk } from '../../renderer/editor/find/walk.ts'
import { spanFinder } from '../../renderer/workspaces/library/span-finder.ts'
import { makeBody, makeDocument, makeHeading, makeLine, makeParagraph } from '../../shared/document/build.ts'
import { leaf } from '../../shared/document/text.ts'
import { findIn } from '../../shared/search/contexts.ts'
import { fold } from '../../shared/search/fold.ts'
import { searchLines } from '../../shared/search/lines.ts'
import { packLines, unpackLines } from '../../shared/search/text.ts'
import { wordsOf } from '../../shared/search/words.ts'
import { ALPHABET } from '../document/naive-search.ts'
import { documents } from '../editor/finding.ts'

const typed = fc.array(fc.array(fc.constantFrom(...ALPHABET), { minLength: 1, maxLength: 2 }).map((list) => list.join('')), { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))

test('every place of the words is one step of the walk, in reading order, and no other', () => {
  fc.assert(
    fc.property(documents, typed, (document, query) => {
      const walk = createWalk(createSession(document, { readOnly: true }), spanFinder(query))
      const words = wordsOf(query)
      const { hits } = findIn(unpackLines(packLines(searchLines(document))), words)
      expect(walk.state()).toEqual({ count: hits, at: null })
      const starts = walk.hits().map((hit) => rangeOf(hit).anchor)
      expect(starts).toEqual([...starts].sort(Point.compare))
      for (let at = 0; at < hits; at += 1) {
        walk.step(false)
        const place = walk.place()
        expect(words).toContain(fold(place?.word ?? ''))
        expect(place?.id).toBe(walk.hits()[at]?.line.id)
      }
      if (hits === 0) return
      // Round the end of the document, and back.
      walk.step(false)
      expect(walk.state().at).toBe(0)
      walk.step(true)
      expect(walk.state().at).toBe(hits - 1)
    }),
    { numRuns: 50 },
  )
})

test('a walk starts in the block that it is shown, else with the first place', () => {
  const second = makeParagraph([leaf('预警信息，预警响应')])
  const document = makeDocument({ issuers: [], genre: null, documentNumber: null }, [
    makeLine('title', [leaf('关于预警的通知')]),
    makeBody([makeHeading(1, [leaf('要求')]), second]),
  ])
  const walk = createWalk(createSession(document, { readOnly: true }), spanFinder('预警'))
  walk.start(second.id)
  expect(walk.state()).toEqual({ count: 3, at: 1 })
  walk.start('没有的')
  expect(walk.state().at).toBe(0)
})
