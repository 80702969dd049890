/** Words in the context of a document. */
import type { SearchContext } from '../api/search-types.ts'
import type { SearchLine } from './lines.ts'
import { countWords, excerpt, markLine } from './mark.ts'

/** What was found in one document. */
export interface Found {
  /** How often the words stand in it, all together. */
  readonly hits: number
  /** In the order of the text. */
  readonly contexts: readonly SearchContext[]
}

/**
 * Looks for words (folded) in a document's lines. `most` contexts at most: the lines with most of the words (同段), and of these the first;
 * without it all.
 */
export function findIn(lines: readonly SearchLine[], words: readonly string[], most = Infinity): Found {
  const found = lines.flatMap((line) => {
    const counts = countWords(line.text, words)
    return counts ? [{ line, hits: sum(counts), distinct: counts.filter((count) => count > 0).length }] : []
  })
  const chosen = new Set([...found].sort((a, b) => b.distinct - a.distinct).slice(0, Math.min(most, found.length)))
  const contexts = found
    .filter((one) => chosen.has(one))
    .map(({ line: { place, blockId, text } }) => ({ place, blockId, pieces: excerpt(markLine(text, words)) }))
  return { hits: sum(found.map((one) => one.hits)), contexts }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
