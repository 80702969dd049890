import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeBody, makeCell, makeDocument, makeLine, makePlace, makeReference, makeRow, makeTable } from '../../shared/document/build.ts'
import { countBeside, createSearch, matchesIn, type Match } from '../../shared/document/search.ts'
import { isLeaf, leaf } from '../../shared/document/text.ts'
import type { Inline } from '../../shared/document/types.ts'
import { newId } from '../../shared/lib/id.ts'
import { ALPHABET, naiveStarts, stretches } from './naive-search.ts'

const LOOSE = { matchCase: false, matchWidth: false }
const options = fc.record({ matchCase: fc.boolean(), matchWidth: fc.boolean() })
const words = fc.array(fc.constantFrom(...ALPHABET), { maxLength: 6 }).map((chars) => chars.join(''))
const query = fc.array(fc.constantFrom(...ALPHABET), { minLength: 1, maxLength: 3 }).map((chars) => chars.join(''))
const by = { id: newId(), author: '林禾', date: '2024-03-01' }
const line = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: words.map(leaf) },
    words.map((text): Inline => ({ text, ins: by })),
    words.map((text): Inline => ({ text, del: by })),
    words.map((text): Inline => makePlace(text)),
    words.map((text): Inline => makeReference(newId(), text)),
  ),
  { maxLength: 6 },
)

/** What a match covers; it must lie in leaves that are read. */
function textAt(of: readonly Inline[], match: Match): string {
  return match.map(({ child, start, end }) => {
    const inline = of[child]
    if (!inline || !isLeaf(inline) || inline.del) throw new Error(`no text to read at ${child}`)
    return inline.text.slice(start, end)
  }).join('')
}

describe('a search', () => {
  it('finds in any text what one finds character by character', () => {
    fc.assert(fc.property(words, query, options, (text, wanted, how) => {
      expect(createSearch(wanted, how).startsIn(text)).toEqual(naiveStarts(text, wanted, how))
    }))
  })

  it('finds in any line what one finds in its stretches, with the leaves that hold it', () => {
    fc.assert(fc.property(line, query, options, (children, wanted, how) => {
      const matches = matchesIn(children, createSearch(wanted, how))
      const expected = stretches(children).flatMap((text) => naiveStarts(text, wanted, how).map((start) => text.slice(start, start + wanted.length)))
      expect(matches.map((match) => textAt(children, match))).toEqual(expected)
      // From left to right, nothing twice, nothing empty.
      const portions = matches.flat().map(({ child, start, end }) => [child, start, end] as const)
      for (const [at, [child, start, end]] of portions.entries()) {
        expect(start).toBeLessThan(end)
        const [before, , upTo] = portions[at - 1] ?? [-1, 0, 0]
        expect(child > before || start >= upTo).toBe(true)
      }
    }))
  })

  it.each([
    ['small and capital letters', 'pm2.5', '本县PM2.5浓度', ['PM2.5']],
    ['full-width and half-width digits, brackets and marks', '(1)', '（1）（１）(1)', ['（1）', '（１）', '(1)']],
    ['the full-width space', '张 三', '张　三', ['张　三']],
  ])('takes for the same unless asked to tell apart: %s', (_, wanted, text, found) => {
    expect(matchesIn([leaf(text)], createSearch(wanted, LOOSE)).map((match) => textAt([leaf(text)], match))).toEqual(found)
    expect(matchesIn([leaf(text)], createSearch(wanted, { matchCase: true, matchWidth: true })).map((match) => textAt([leaf(text)], match))).toEqual(found.filter((one) => one === wanted))
  })

  it('goes over leaves and passes by what is deleted, never over a place or a reference', () => {
    const over: readonly Inline[] = [leaf('关于'), { text: '做好', del: by }, { text: '加强', ins: by }, leaf('防汛')]
    expect(matchesIn(over, createSearch('于加强防', LOOSE))).toEqual([[{ child: 0, start: 1, end: 2 }, { child: 2, start: 0, end: 2 }, { child: 3, start: 0, end: 1 }]])
    expect(matchesIn(over, createSearch('做好', LOOSE))).toEqual([])
    expect(matchesIn([leaf('见附'), makePlace('件'), leaf('件')], createSearch('附件', LOOSE))).toEqual([])
    expect(matchesIn([leaf('见'), makeReference(newId(), '附件2'), leaf('。')], createSearch('附件', LOOSE))).toEqual([])
  })

  it('knows no wildcards and finds nothing for nothing', () => {
    expect(createSearch('.*', LOOSE).startsIn('防.*汛')).toEqual([1])
    expect(createSearch('', LOOSE).startsIn('防汛')).toEqual([])
  })

  it('counts what stands beside the lines: names of the header, captions and units', () => {
    const document = makeDocument(
      { issuers: ['河湾县水利局', '河湾县林业局'], genre: '通知', documentNumber: null, signers: ['林禾'], distribution: { copies: '县水利局各站', printedBy: '河湾县水利局' } },
      [makeLine('title', '关于水利局工作的通知'), makeBody([makeTable([makeRow([makeCell('水利局')])], { caption: '水利局任务表', unit: '单位：万元' })])],
    )
    const count = (query: string): number => countBeside(document, createSearch(query, LOOSE))
    expect([count('水利局'), count('林禾'), count('万元'), count('通知'), count('')]).toEqual([4, 1, 1, 0, 0])
  })
})
