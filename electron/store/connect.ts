/** Opens the SQLite file with the rules that every connection keeps. */
import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import SQLite, { type Database } from 'better-sqlite3'
import { Refusal } from '../../shared/api/reply.ts'
import { damaged, withFaults } from './faults.ts'
import { APPLICATION_ID, migrate, refuseNewer } from './migrate.ts'

/** How long a writer waits for another process's transaction, in milliseconds. */
const BUSY_MS = 5000

/** True when a library (or any file) is at `file`. */
export function libraryExists(file: string): boolean {
  try {
    return statSync(file).size > 0
  } catch {
    return false
  }
}

/**
 * A connection to the library at `file`, migrated and checked. `create`: make it, with its folder, where there is none.
 * Refused: noLibrary, libraryExists, libraryDamaged, libraryNewer, readOnly, diskFull, busy.
 */
export function connect(file: string, mode: 'open' | 'create'): Database {
  const exists = libraryExists(file)
  if (mode === 'create' && exists) throw libraryExistsAt(file)
  if (mode === 'open' && !exists) {
    throw new Refusal({
      code: 'noLibrary',
      message: `这里还没有资料库：${file}`,
      next: '请先在程序里新建资料库，或用终端的 import 导入第一份公文',
    })
  }
  return withFaults(file, () => {
    mkdirSync(dirname(file), { recursive: true })
    const database = new SQLite(file)
    try {
      if (exists) assertLibrary(database, file)
      applyRules(database)
      migrate(database)
      return database
    } catch (error) {
      database.close()
      throw error
    }
  })
}

/** The refusal to make a library where there is one. */
export function libraryExistsAt(file: string): Refusal {
  return new Refusal({ code: 'libraryExists', message: `这里已经有一个资料库：${file}`, next: '请直接打开它，或换一个位置新建' })
}

/** Not a library (another program's SQLite file), damaged, or newer: refused before anything is written. */
function assertLibrary(database: Database, file: string): void {
  const id = Number(database.pragma('application_id', { simple: true }))
  // An empty database is a library that another process is making at this moment.
  const empty = database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined
  const sound = database.pragma('quick_check(1)', { simple: true }) === 'ok'
  if (!sound || (!empty && id !== APPLICATION_ID)) throw new Refusal(damaged(file))
  refuseNewer(database)
}

/** Sets the connection rules and asserts that they took: a rule that silently failed would cost a draft later. */
function applyRules(database: Database): void {
  database.pragma(`busy_timeout = ${BUSY_MS}`)
  const mode = database.pragma('journal_mode = WAL', { simple: true })
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  const synchronous = database.pragma('synchronous', { simple: true })
  const keys = database.pragma('foreign_keys', { simple: true })
  if (mode !== 'wal' || synchronous !== 2 || keys !== 1) {
    throw new Refusal({
      code: 'readOnly',
      message: '资料库所在的磁盘不支持安全写入，没有打开',
      safe: '文件保持原样',
      next: '请把资料库复制到本机硬盘上再打开（不要放在网络盘、同步盘上）',
    })
  }
}
