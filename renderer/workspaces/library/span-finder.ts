/** Where the words of a search stand in a line, counted as the index counts them. Pure. */
import { foldWithPlaces } from '../../../shared/search/fold.ts'
import { startsOf } from '../../../shared/search/mark.ts'
import { wordsOf } from '../../../shared/search/words.ts'
import type { Span, SpanFinder } from '../../editor/find/walk.ts'

/** Finds all words of what was typed, each at every place where it begins. */
export function spanFinder(typed: string): SpanFinder {
  const words = wordsOf(typed)
  return (text) => {
    if (words.length === 0) return []
    const { folded, from, to } = foldWithPlaces(text)
    return words.flatMap((word) => startsOf(folded, word).map((start): Span => ({ start: from[start] ?? 0, end: to[start + word.length - 1] ?? 0 })))
  }
}
