/** Is a file a sound library, and how much is in it. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import SQLite, { type Database } from 'better-sqlite3'
import type { Counts } from '../../shared/api/backup-types.ts'
import { Refusal } from '../../shared/api/reply.ts'
import { APPLICATION_ID, LIBRARY_VERSION } from './migrate.ts'

/** Documents and lines of the register, as one transaction sees them. Every layout of the library has both tables. */
export function countsOf(database: Database): Counts {
  const count = (table: string): number => Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
  return { documents: count('document'), numbers: count('number') }
}

/**
 * Reads every table, and with `whole` whether each index says the same; a fault in Chinese, or null. Each table is a step, so that a caller can
 * let others in between. Tables of the text index are read as what they are, tables: asked as an index, it reads all its words for minutes.
 */
export function* tableFaults(database: Database, how: 'quick' | 'whole', without: ReadonlySet<string> = new Set()): Generator<string | null> {
  const tables = database.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL %'").pluck().all()
  for (const table of ['sqlite_schema', ...tables]) {
    if (without.has(table)) continue
    const found = database.pragma(`${how === 'quick' ? 'quick_check' : 'integrity_check'}("${table}")`, { simple: true })
    yield found === 'ok' ? null : `数据表 ${table} 已损坏`
  }
}

/** All that can be wrong with the content of a library. */
function* faultsIn(database: Database): Generator<string | null> {
  yield* tableFaults(database, 'whole')
  const broken = database.pragma('foreign_key_check') as readonly unknown[]
  yield broken.length === 0 ? null : `有 ${broken.length} 处数据对不上`
}

/** A quick look without reading the texts: counts, or why the file cannot be used. */
export function lookAt(file: string): Counts | string {
  return opened(file, (database) => {
    const fault = faultOfHead(database)
    return fault ?? countsOf(database)
  })
}

/** Reads the whole file: its counts, or why it cannot be used. Lets waiting calls in between two tables. */
export async function checkFile(file: string): Promise<Counts | string> {
  const found = opened(file, (database) => database, 'keep')
  if (typeof found === 'string') return found
  try {
    const fault = faultOfHead(found)
    if (fault !== null) return fault
    for (const one of faultsIn(found)) {
      if (one !== null) return one
      await nextTurn()
    }
    return countsOf(found)
  } catch (error) {
    return unreadable(error)
  } finally {
    found.close()
  }
}

/** As `checkFile`, in one go, for who cannot wait. */
export function checkFileNow(file: string): Counts | string {
  return opened(file, (database) => faultOfHead(database) ?? [...faultsIn(database)].find((one) => one !== null) ?? countsOf(database))
}

/**
 * Refuses a file that is not the copy it should be (`exportFailed`); `made` is what was found in it. Where the library was in use meanwhile,
 * it holds as much as before (`from`) to as much as after (`to`): nothing is ever taken out of either table.
 */
export function assertCopy(made: Counts | string, from: Counts, to: Counts = from): void {
  const between = (value: number, least: number, most: number): boolean => value >= least && value <= most
  const fault = typeof made === 'string' ? made : between(made.documents, from.documents, to.documents) && between(made.numbers, from.numbers, to.numbers) ? null : '份数和资料库里的不一样'
  if (fault === null) return
  throw new Refusal({
    code: 'exportFailed',
    message: `备份没有通过核对，没有留下它：${fault}`,
    safe: '资料库没有改动',
    next: '请再备份一次；仍然如此，磁盘或资料库可能有损坏，请找维护人员',
  })
}

/** Not a library, or of a newer program. What is cut off, SQLite tells by itself. */
function faultOfHead(database: Database): string | null {
  const read = (name: string): number => Number(database.pragma(name, { simple: true }))
  if (read('application_id') !== APPLICATION_ID) return '不是公报的资料库'
  if (read('user_version') > LIBRARY_VERSION) return '由更新版本的程序建立'
  return null
}

function opened<T>(file: string, work: (database: Database) => T, after: 'close' | 'keep' = 'close'): T | string {
  let database: Database | null = null
  try {
    database = new SQLite(file, { readonly: true, fileMustExist: true })
    const result = work(database)
    if (after === 'keep') database = null
    return result
  } catch (error) {
    return unreadable(error)
  } finally {
    database?.close()
  }
}

function unreadable(error: unknown): string {
  if (!(error instanceof SQLite.SqliteError)) throw error
  return /^SQLITE_(NOTADB|CORRUPT|ERROR)/.test(error.code) ? '文件已损坏' : `打不开（${error.code}）`
}
