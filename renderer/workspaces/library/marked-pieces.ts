/** Words marked in one line that is shown whole. Pure. */
import type { SearchContext } from '../../../shared/api/search-types.ts'
import { createSearch } from '../../../shared/document/search.ts'

/** The line cut where words begin and end; upper and lower case, full and half width are alike, and words that overlap are one piece. */
export function markedPieces(line: string, words: readonly string[]): SearchContext['pieces'] {
  const isHit = new Uint8Array(line.length)
  for (const word of words) {
    const search = createSearch(word, { matchCase: false, matchWidth: false })
    for (const start of search.startsIn(line)) isHit.fill(1, start, start + search.length)
  }
  const pieces: { text: string; hit: boolean }[] = []
  for (let at = 0; at < line.length; at += 1) {
    const hit = isHit[at] === 1
    const last = pieces.at(-1)
    if (last?.hit === hit) last.text += line.charAt(at)
    else pieces.push({ text: line.charAt(at), hit })
  }
  return pieces
}
