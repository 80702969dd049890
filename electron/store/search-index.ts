/** Bringing the index of the library's texts up to date: a few documents at a time, in short transactions. */
import type { Database } from 'better-sqlite3'
import { pairsOf } from '../../shared/search/words.ts'
import { keepLines, linesOf } from './search-lines.ts'

/** How far the clock goes on when a text is indexed: a change of a document is a tick of one, so that the two can be told apart. */
export const INDEX_TICK = 2 ** 20

/** Which documents are indexed now. */
export interface Portion {
  readonly most: number
  /** How long the transaction may go on taking further documents: others wait for it. */
  readonly milliseconds: number
  /** Only what was saved before (Unix milliseconds): a text that is being typed is not indexed at each save. */
  readonly savedBefore?: number
}

interface DueRow {
  readonly id: number
  readonly pairs: number | null
  readonly content: string
}

/** Indexes due documents, last changed first, inside the caller's transaction. */
export function indexDue(database: Database, { most, milliseconds, savedBefore = Number.MAX_SAFE_INTEGER }: Portion): void {
  const began = performance.now()
  const due = database.prepare<[number, number], DueRow>(
    `SELECT searched.id, pairs, content FROM searched JOIN document ON document.id = document_id
     WHERE due = 1 AND searched.updated_at <= ? ORDER BY touched DESC, searched.id DESC LIMIT ?`,
  )
  for (const row of due.all(savedBefore, most)) {
    indexOne(database, row)
    if (performance.now() - began > milliseconds) return
  }
}

/** How many documents saved before a moment are due. */
export function countDue(database: Database, savedBefore: number): number {
  return Number(database.prepare('SELECT count(*) FROM searched WHERE due = 1 AND updated_at <= ?').pluck().get(savedBefore))
}

function indexOne(database: Database, { id, pairs: before, content }: DueRow): void {
  const lines = linesOf(content)
  const pairs = pairsOf(lines.map(({ text }) => text))
  if (before !== null) database.prepare('DELETE FROM searched_pair WHERE rowid = ?').run(id)
  database.prepare('INSERT INTO searched_pair (rowid, pairs) VALUES (?, ?)').run(id, pairs.join(' '))
  keepLines(database, id, lines)
  database.prepare('UPDATE search_clock SET at = at + ?').run(INDEX_TICK)
  database.prepare('UPDATE searched SET due = 0, pairs = ?, touched = (SELECT at FROM search_clock) WHERE id = ?').run(pairs.length, id)
}
