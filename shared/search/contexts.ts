/** Words in the context of a document. */
import type { SearchContext } from '../api/search-types.ts'
import { excerpt, markLine, startsOf } from './mark.ts'
import type { SearchText } from './text.ts'

/** What was found in one document. */
export interface Found {
  /** How often the words stand in it, all together. */
  readonly hits: number
  /** In the order of the text. */
  readonly contexts: readonly SearchContext[]
}

/**
 * Looks for words (folded, none empty) in a document. `most` contexts at most: the lines with most of the words (同段), and of these the
 * first; without it all.
 */
export function findIn({ folded, line }: SearchText, words: readonly string[], most = Infinity): Found {
  const starts = words.map((word) => startsOf(folded, word))
  const hits = starts.reduce((sum, those) => sum + those.length, 0)
  if (hits === 0) return { hits, contexts: [] }
  const inLines = linesWith(folded, starts)
  const chosen = inLines.length <= most ? inLines : [...inLines].sort((a, b) => b.words - a.words || a.at - b.at).slice(0, most).sort((a, b) => a.at - b.at)
  const contexts = chosen.flatMap(({ at }) => {
    const found = line(at)
    return found ? [{ place: found.place, blockId: found.blockId, pieces: excerpt(markLine(found.text, words)) }] : []
  })
  return { hits, contexts }
}

/** The lines that hold a word, in order, with how many of the words each holds. */
function linesWith(folded: string, starts: readonly (readonly number[])[]): readonly { readonly at: number; readonly words: number }[] {
  const words = new Map<number, number>()
  for (const those of starts) {
    let at = 0
    let end = endOfLine(folded, 0)
    let last = -1
    for (const start of those) {
      for (; start > end; at++) end = endOfLine(folded, end + 1)
      if (at !== last) words.set(at, (words.get(at) ?? 0) + 1)
      last = at
    }
  }
  return [...words].map(([at, count]) => ({ at, words: count })).sort((a, b) => a.at - b.at)
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}
