/** The lines of the log that are of the library as a whole: its series, its book, its backups. */
import type { Database } from 'better-sqlite3'
import type { HistoryEntry } from '../../shared/api/types.ts'
import type { By } from './register-port.ts'
import { addLog } from './rows.ts'
import type { LibraryAct } from './store.ts'

/** Adds the line of an act that changes nothing in the library. */
export function recordLibraryAct(database: Database, act: LibraryAct & By): void {
  addLog(database, { at: Date.now(), ...act })
}

/** What was done with series, book and library, oldest first. What is of one document or one number stands with it. */
export function libraryLog(database: Database): readonly HistoryEntry[] {
  return database.prepare<[], HistoryEntry>('SELECT at, who, what, detail FROM log WHERE document_id IS NULL AND serial IS NULL ORDER BY seq').all()
}
