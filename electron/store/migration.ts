import type { Database } from 'better-sqlite3'

/** One step of the library's layout, run in a transaction of its own. */
export interface Migration {
  /** Rises in tens, so that a repair can be put between two. */
  readonly version: number
  readonly sql: string
  /** It makes tables anew that others refer to: references are not looked at meanwhile, and all of them before it ends. */
  readonly rebuilds?: true
  /** What SQL cannot say, in the same transaction. */
  readonly after?: (database: Database) => void
}
