/** Opens the SQLite file with the rules that every connection keeps. */
import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import SQLite, { type Database } from 'better-sqlite3'
import { Refusal } from '../../shared/api/reply.ts'
import { copyLibraryNow } from './backup-copy.ts'
import { depthOfCheck, isSound, type Depth } from './check-opening.ts'
import { damaged, withFaults } from './faults.ts'
import { assertOwnPlace } from './shared-place.ts'
import { APPLICATION_ID, layoutOf, LIBRARY_VERSION, migrate, refuseNewer } from './migrate.ts'

/** How long a writer waits for another process's transaction, in milliseconds. */
const BUSY_MS = 5000

/**
 * A connection to the library at `file`, migrated and checked.
 * Refused: noLibrary, libraryDamaged, libraryNewer, readOnly, diskFull, busy.
 */
export function connect(file: string): Database {
  assertOwnPlace(file)
  if (!holdsBytes(file)) throw noLibraryAt(file)
  const depth = withFaults(file, () => depthOfCheck(file))
  return connected(file, (database) => {
    assertLibrary(database, file, depth)
    applyRules(database)
    if (layoutOf(database) < LIBRARY_VERSION) copyFirst(file)
    migrate(database)
  })
}

/** Nothing is migrated that was not copied: where the copy cannot be made, the library is not opened and stays as it is. */
function copyFirst(file: string): void {
  try {
    copyLibraryNow(file, 'migration')
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new Refusal({ ...error.error, message: `资料库要先备份再升级，没有升级，也没有打开。${error.error.message}`, safe: '资料库没有改动', next: `${error.error.next ?? '请再试一次'}；然后再打开` }, error)
  }
}

/**
 * Makes a library, with its folder, and lets `fill` write into it. Layout and filling are one transaction: whatever breaks it off,
 * there is a whole library afterwards or none. Refused: libraryExists, libraryDamaged, readOnly, diskFull, busy.
 */
export function connectNew(file: string, fill: (database: Database) => void): Database {
  assertOwnPlace(file)
  withFaults(file, () => mkdirSync(dirname(file), { recursive: true }))
  return connected(file, (database) => {
    // Before the rules are set: they would write into what is not ours.
    if (!isEmpty(database)) throw libraryExistsAt(file)
    applyRules(database)
    const make = database.transaction(() => {
      // Another process may have been quicker; its library is not ours to fill.
      if (!isEmpty(database)) throw libraryExistsAt(file)
      migrate(database)
      fill(database)
    })
    make.immediate()
  })
}

/** Opens the file and runs `prepare` on it; where that is refused, nothing stays open. */
function connected(file: string, prepare: (database: Database) => void): Database {
  return withFaults(file, () => {
    assertNoFolder(file)
    const database = new SQLite(file)
    try {
      prepare(database)
      return database
    } catch (error) {
      database.close()
      throw error
    }
  })
}

/** SQLite says of a folder only that it cannot be opened, as it says where a right is missing. */
function assertNoFolder(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() !== true) return
  throw new Refusal({
    code: 'readOnly',
    message: `这里是一个文件夹，不是资料库文件：${file}`,
    next: '请写明其中的资料库文件，例如在后面加上 gongbao.db',
  })
}

/** SQLite would make a file where there is none, and a read must not. */
function holdsBytes(file: string): boolean {
  try {
    return statSync(file).size > 0
  } catch {
    return false
  }
}

/** A database without tables: what is left when the making of a library was broken off, or what another process is about to fill. */
function isEmpty(database: Database): boolean {
  return database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined
}

function noLibraryAt(file: string): Refusal {
  return new Refusal({
    code: 'noLibrary',
    message: `这里还没有资料库：${file}`,
    next: '请先在程序里新建资料库，或用终端的 import 导入第一份公文',
  })
}

function libraryExistsAt(file: string): Refusal {
  return new Refusal({ code: 'libraryExists', message: `这里已经有一个资料库：${file}`, next: '请直接打开它，或换一个位置新建' })
}

/** Not a library (empty, another program's SQLite file), damaged, or newer: refused before anything is written. */
function assertLibrary(database: Database, file: string, depth: Depth): void {
  if (isEmpty(database)) throw noLibraryAt(file)
  const id = Number(database.pragma('application_id', { simple: true }))
  if (!isSound(database, depth) || id !== APPLICATION_ID) throw new Refusal(damaged(file))
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
