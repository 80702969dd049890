/**
 * How far a library is read before it is used. Reading a large one whole takes longer than anybody waits for a program to start, and finds
 * something after an unclean end at most: what lies on the disk goes bad as slowly while the program is open as while it is closed, and the
 * day's backup reads all of it back.
 */
import { statSync } from 'node:fs'
import SQLite, { type Database } from 'better-sqlite3'
import { tableFaults } from './backup-check.ts'

/** `frame`: the schema and every table but those that texts and files make large. */
export type Depth = 'whole' | 'frame'

/** Up to this size a library is read whole at each opening: some tenths of a second. */
const WHOLE_UP_TO = 64 * 2 ** 20

/** Tables that grow with the texts, and what is derived of them. */
const LARGE: ReadonlySet<string> = new Set(['document', 'snapshot', 'blob', 'log', 'searched', 'searched_lines', 'searched_pair_data', 'searched_pair_docsize'])

/**
 * How far the library at `file` has to be read now. Asked before it is opened: what an unclean end leaves is the log beside the file, which
 * the last program that closes a library takes away. Where another program has the library open, the log is that program's.
 */
export function depthOfCheck(file: string, wholeUpTo = WHOLE_UP_TO): Depth {
  if (sizeOf(file) <= wholeUpTo) return 'whole'
  return sizeOf(`${file}-wal`) > 0 && !isOpenElsewhere(file) ? 'whole' : 'frame'
}

/** Whether what was read of a library is sound. */
export function isSound(database: Database, depth: Depth): boolean {
  for (const fault of tableFaults(database, 'quick', depth === 'frame' ? LARGE : undefined)) if (fault !== null) return false
  return true
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

/** Every connection holds a shared lock on the file as long as it lasts: who can have the file for itself is alone. */
function isOpenElsewhere(file: string): boolean {
  const probe = new SQLite(file, { timeout: 0 })
  try {
    probe.pragma('locking_mode = EXCLUSIVE')
    probe.prepare('SELECT 1 FROM sqlite_schema').get()
    return false
  } catch (error) {
    if (error instanceof SQLite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return true
    throw error
  } finally {
    probe.close()
  }
}
