/** Whether other processes wrote anything that somebody who looks at the library wants to see. */
import type { Database } from 'better-sqlite3'
import { INDEX_TICK } from './search-index.ts'

interface Seen {
  /** Another number whenever another connection has written. */
  readonly version: number
  /** What says that it was more than an index: each change of a document is a tick, each act a line of the log; office, fonts and series are neither. */
  readonly content: unknown
}

/**
 * A count that goes up when another connection has changed the library's content; what this one writes counts for nothing, and neither does
 * bringing the search's index up to date, which every open program does: it would have all others read their lists anew for nothing.
 */
export function countChangesElsewhere(database: Database): () => number {
  const content = database
    .prepare(
      `SELECT json_array(
         (SELECT at % ${INDEX_TICK} FROM search_clock),
         (SELECT json_array(seq, at) FROM log ORDER BY seq DESC LIMIT 1),
         (SELECT json_group_array(json_array(office, user, gazette_name)) FROM profile),
         (SELECT json_group_array(json_array(slot, family)) FROM font),
         (SELECT json_group_array(json_array(code, name, start, start_year)) FROM series))`,
    )
    .pluck()
  // One moment for both: a write between them would be taken for an own one.
  const look = database.transaction((): Seen => ({ version: Number(database.pragma('data_version', { simple: true })), content: content.get() }))
  let seen = look()
  let changes = 0
  return () => {
    const now = look()
    if (now.version !== seen.version && now.content !== seen.content) changes += 1
    seen = now
    return changes
  }
}
