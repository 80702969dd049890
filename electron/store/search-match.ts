/** Which documents hold words. */
import type { Database } from 'better-sqlite3'
import { queryOf } from '../../shared/search/words.ts'
import type { Catalogue, Entry } from './search-catalogue.ts'
import { COUNTED, openHits } from './search-hits.ts'

/** A document that holds all words. */
export interface Match {
  readonly entry: Entry
  /** How many of the words stand in its title or number. */
  readonly inHead: number
  /** How often they stand in it, for the order: 0 where that is not counted. */
  readonly hits: number
}

/** How many searches are kept: a page further or another filter is the same search. */
const KEPT = 8

/** Looks for words (folded) in title and number of each document and in its text, where the index has that. */
export function openMatcher(database: Database): (catalogue: Catalogue, words: readonly string[]) => readonly Match[] {
  const kept = new Map<string, { readonly version: number; readonly matches: readonly Match[] }>()
  const find = openIndex(database)
  return (catalogue, words) => {
    const key = words.join(' ')
    const known = kept.get(key)
    if (known?.version === catalogue.version) return known.matches
    const matches = find(catalogue, words)
    kept.delete(key)
    kept.set(key, { version: catalogue.version, matches })
    const [oldest] = kept.keys()
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
    return matches
  }
}

function openIndex(database: Database): (catalogue: Catalogue, words: readonly string[]) => readonly Match[] {
  const having = database.prepare<[string], number>('SELECT rowid FROM searched_pair WHERE searched_pair MATCH ?').pluck()
  const countHits = openHits(database)
  return (catalogue, words) => {
    const { entries } = catalogue
    if (words.length === 0) return Array.from(entries.values(), (entry) => ({ entry, inHead: 0, hits: 0 }))
    const keys = having.all(queryOf(words))
    const hits = keys.length <= COUNTED ? countHits(catalogue, words) : null
    const matches: Match[] = []
    for (const key of keys) {
      const entry = entries.get(key)
      if (entry && !entry.due) matches.push({ entry, inHead: countInHead(entry, words), hits: hits?.get(key) ?? 0 })
    }
    // A text that is not indexed as it stands is found by what is known of it.
    for (const entry of catalogue.due) {
      const inHead = countInHead(entry, words)
      if (inHead === words.length) matches.push({ entry, inHead, hits: 0 })
    }
    return matches
  }
}

function countInHead({ head }: Entry, words: readonly string[]): number {
  let count = 0
  for (const word of words) if (head.includes(word)) count += 1
  return count
}
