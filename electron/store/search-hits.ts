/** How often a word stands in each document. */
import type { Database } from 'better-sqlite3'
import { queryOf } from '../../shared/search/words.ts'
import type { Catalogue } from './search-catalogue.ts'

/** A word that stands in more documents than these is not counted: everything has it, and to count it takes longer than to find it. */
export const COUNTED = 2000

/** Parameters of FTS5's bm25 (SQLite, "FTS5", 5.1.1), and what it takes for a word that most documents have. */
const K1 = 1.2
const B = 0.75
const LEAST_IDF = 1e-6

/**
 * How often words (folded) stand in the documents that hold them, by key, all together; a word that stands in more than `COUNTED` documents
 * counts for nothing. The index tells SQL no counts, but bm25 is a known function of the count, the length of the text and of the number of
 * documents that have the word: it is solved for the count.
 */
export function openHits(database: Database): (catalogue: Catalogue, words: readonly string[]) => ReadonlyMap<number, number> {
  const having = database.prepare<[string], number>(`SELECT count(*) FROM (SELECT 1 FROM searched_pair WHERE searched_pair MATCH ? LIMIT ${COUNTED + 1})`).pluck()
  const scored = database.prepare<[string], [key: number, score: number]>('SELECT rowid, bm25(searched_pair) FROM searched_pair WHERE searched_pair MATCH ?').raw()
  return ({ entries, indexed }, words) => {
    const hits = new Map<number, number>()
    for (const word of words) {
      const query = queryOf([word])
      // One word was looked for already: it is known not to be too common.
      if (words.length > 1 && (having.get(query) ?? 0) > COUNTED) continue
      const scores = scored.all(query)
      const logarithm = Math.log((indexed.documents - scores.length + 0.5) / (scores.length + 0.5))
      const idf = logarithm > 0 ? logarithm : LEAST_IDF
      for (const [key, score] of scores) {
        const length = (entries.get(key)?.pairs ?? 0) / (indexed.pairs / indexed.documents)
        const count = (-score * K1 * (1 - B + B * length)) / ((K1 + 1) * idf + score)
        hits.set(key, (hits.get(key) ?? 0) + Math.round(count))
      }
    }
    return hits
  }
}
