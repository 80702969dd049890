/** Bringing the index of the library's texts up to date: a few documents at a time, in short transactions. */
import type { Database } from 'better-sqlite3'
import { parseDocument } from '../../shared/document/parse.ts'
import { searchLines, type SearchLine } from '../../shared/search/lines.ts'
import { pairsOf } from '../../shared/search/words.ts'

/** Which documents are indexed now. */
export interface Portion {
  readonly most: number
  /** Only what was saved before (Unix milliseconds): a text that is being typed is not indexed at each save. */
  readonly savedBefore?: number
}

/** How long one transaction may go on taking further documents, in milliseconds: others wait for it. */
const LONGEST_MS = 15

interface DueRow {
  readonly id: number
  readonly pairs: number | null
  readonly content: string
}

/** Indexes due documents, last changed first, inside the caller's transaction. */
export function indexDue(database: Database, { most, savedBefore = Number.MAX_SAFE_INTEGER }: Portion): void {
  const began = performance.now()
  const due = database.prepare<[number, number], DueRow>(
    `SELECT searched.id, pairs, content FROM searched JOIN document ON document.id = document_id
     WHERE due = 1 AND searched.updated_at <= ? ORDER BY touched DESC, searched.id DESC LIMIT ?`,
  )
  for (const row of due.all(savedBefore, most)) {
    indexOne(database, row)
    if (performance.now() - began > LONGEST_MS) return
  }
}

/** How many documents saved before a moment are due. */
export function countDue(database: Database, savedBefore: number): number {
  return Number(database.prepare('SELECT count(*) FROM searched WHERE due = 1 AND updated_at <= ?').pluck().get(savedBefore))
}

function indexOne(database: Database, { id, pairs: before, content }: DueRow): void {
  const pairs = pairsOf(linesOf(content).map(({ text }) => text))
  if (before !== null) database.prepare('DELETE FROM searched_pair WHERE rowid = ?').run(id)
  database.prepare('INSERT INTO searched_pair (rowid, pairs) VALUES (?, ?)').run(id, pairs.join(' '))
  database.prepare('UPDATE search_clock SET at = at + 1').run()
  database.prepare('UPDATE searched SET due = 0, pairs = ?, touched = (SELECT at FROM search_clock) WHERE id = ?').run(pairs.length, id)
}

/** The lines of a stored content; none of one that cannot be read, which is said where it is opened. */
export function linesOf(content: string): readonly SearchLine[] {
  try {
    return searchLines(parseDocument(JSON.parse(content)))
  } catch {
    return []
  }
}
