/** Numbered migrations: each in one transaction, `user_version` says which have run. They only ever go up. */
import type { Database } from 'better-sqlite3'
import { Refusal } from '../../shared/api/reply.ts'
import type { Migration } from './migration.ts'
import { first } from './migrations/0010-first.ts'
import { issue } from './migrations/0020-issue.ts'
import { font } from './migrations/0030-font.ts'
import { register } from './migrations/0040-register.ts'
import { search } from './migrations/0050-search.ts'

/** All migrations, in order. */
export const MIGRATIONS: readonly Migration[] = [first, issue, font, register, search]

/** The layout this program writes. */
export const LIBRARY_VERSION = Math.max(...MIGRATIONS.map((migration) => migration.version))

/** "GBao" in ASCII: tells a library from any other SQLite file. */
export const APPLICATION_ID = 0x4742616f

/**
 * Brings a library up to `target`. A library from a newer program is refused (`libraryNewer`) and left as it is.
 * Two processes that start at once are kept apart by the write lock: the second finds nothing left to do.
 */
export function migrate(database: Database, target = LIBRARY_VERSION): void {
  refuseNewer(database)
  for (const migration of MIGRATIONS) {
    if (migration.version > target) break
    if (layoutOf(database) >= migration.version) continue
    if (migration.rebuilds) withoutReferences(database, () => step(database, migration))
    else step(database, migration)
  }
}

function step(database: Database, migration: Migration): void {
  database
    .transaction(() => {
      // Another process may have been quicker.
      if (layoutOf(database) >= migration.version) return
      database.exec(migration.sql)
      migration.after?.(database)
      if (migration.rebuilds) assertReferences(database)
      database.pragma(`application_id = ${APPLICATION_ID}`)
      database.pragma(`user_version = ${migration.version}`)
    })
    .immediate()
}

/** The switch has no effect inside a transaction, so it stands around it (SQLite, "Making Other Kinds Of Table Schema Changes"). */
function withoutReferences(database: Database, work: () => void): void {
  const before = Number(database.pragma('foreign_keys', { simple: true }))
  database.pragma('foreign_keys = OFF')
  try {
    work()
  } finally {
    database.pragma(`foreign_keys = ${before}`)
  }
}

function assertReferences(database: Database): void {
  const broken = database.pragma('foreign_key_check') as readonly { readonly table: string }[]
  if (broken[0]) throw new Error(`rows of ${broken[0].table} refer to nothing`)
}

/** Refuses a library from a newer program (`libraryNewer`). Reads only, so it can be asked before anything is set. */
export function refuseNewer(database: Database): void {
  const found = layoutOf(database)
  if (found <= LIBRARY_VERSION) return
  throw new Refusal({
    code: 'libraryNewer',
    message: `这个资料库是更新版本的程序建立的（资料库版本 ${found}，本程序认识到 ${LIBRARY_VERSION}），没有打开`,
    safe: '资料库没有任何改动',
    next: '请安装新版本的公报再打开',
  })
}

/** The layout that a library has; 0 before it has any. */
export function layoutOf(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }))
}
