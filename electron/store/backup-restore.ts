/**
 * Putting a backup in the library's place.
 *
 * What is to stand there is prepared as a file of its own: checked, brought to this program's layout, with its line in the log. It is then poured
 * into the library's file as one transaction of SQLite's own (its backup, towards the open file), not moved over it: every connection, of this and of
 * other processes, goes on with the new content, and a process that is killed in the midst leaves the old content. Only where there is no
 * library that can be opened, the file is moved into its place.
 */
import { constants, copyFileSync, existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import SQLite, { type Database } from 'better-sqlite3'
import type { Backup, Restored } from '../../shared/api/backup-types.ts'
import { Refusal } from '../../shared/api/reply.ts'
import { readBackupName, stampOf } from '../../shared/backup/name.ts'
import { checkFile, countsOf } from './backup-check.ts'
import { copyLibraryNow } from './backup-copy.ts'
import { removeTemporary, stemOf, sync, syncFolder, temporaryIn } from './backup-folder.ts'
import { refusalFor } from './faults.ts'
import { migrate } from './migrate.ts'
import { numbersIn } from './printed-numbers.ts'
import { addLog } from './rows.ts'
import { INDEX_TICK } from './search-index.ts'

/** Pages of 4 KB at a time: some milliseconds. */
const STEP_PAGES = 2000
/** How long another process's transaction is waited for, and the pause between two attempts, in milliseconds. */
const PATIENCE_MS = 15_000
const PAUSE_MS = 50

/** Who restores what, and how far the library that is replaced has counted. */
interface Order {
  readonly library: string
  readonly file: string
  readonly who: string
  readonly highest: Highest
}

/** The highest revision of a document, and the clock of the search. */
interface Highest {
  readonly revision: number
  readonly clock: number
}

/**
 * Replaces the content of the library at `library`, which can be opened. Nobody else writes while it is copied as it was and replaced; writes of
 * this process have to be held back by the caller, as they would wait for themselves. Refused: fileMissing, libraryDamaged, libraryNewer, busy, diskFull, readOnly.
 */
export async function restoreOver(library: string, file: string, who: string): Promise<Restored> {
  return guarded(library, async () => {
    const prepared = await prepare({ library, file, who, highest: highestOf(library) })
    try {
      const { before, lost } = await pour(prepared, library)
      return { ...facts(library, file, prepared), before, aside: null, lost }
    } finally {
      removeTemporary(prepared)
    }
  })
}

/** Puts a backup where no library can be opened: nothing is there, or a damaged file, which is kept beside under a name that says so. Refused like `restoreOver`. */
export async function restoreInto(library: string, file: string): Promise<Restored> {
  return guarded(library, async () => {
    const prepared = await prepare({ library, file, who: '', highest: UNKNOWN })
    try {
      const found = facts(library, file, prepared)
      const aside = setAside(library)
      sync(prepared)
      renameSync(prepared, library)
      syncFolder(dirname(library))
      return { ...found, before: null, aside, lost: [] }
    } finally {
      removeTemporary(prepared)
    }
  })
}

/** Above what anybody has read of a library that can no longer be asked. Nobody has it open, so nobody remembers its clock. */
const UNKNOWN: Highest = { revision: 1_000_000, clock: 0 }
/** How often a document may be saved between asking for the highest revision and the restore. */
const SAVES_MEANWHILE = 1000

async function guarded<T>(library: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw refusalFor(library, error) ?? error
  }
}

/** A file with what is to stand in the library's place. */
async function prepare(order: Order): Promise<string> {
  const { library, file } = order
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) throw missing(file)
  if (same(file, library)) throw new Refusal({ code: 'badRequest', message: '这就是资料库自己的文件，不是备份', safe: '没有改动', next: '请选一份备份' })
  const prepared = temporaryIn(library)
  try {
    copyFileSync(file, prepared, constants.COPYFILE_EXCL)
    // A library that was copied by hand while it was open may have its newest part here.
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${prepared}-wal`)
    await assertSound(prepared, file)
    finish(prepared, order)
    return prepared
  } catch (error) {
    removeTemporary(prepared)
    throw error
  }
}

async function assertSound(prepared: string, file: string): Promise<void> {
  const found = await checkFile(prepared)
  if (typeof found !== 'string') return
  throw new Refusal({
    code: found.includes('更新版本') ? 'libraryNewer' : 'libraryDamaged',
    message: `这份备份不能用（${found}），没有恢复：${file}`,
    safe: '资料库没有改动',
    next: found.includes('更新版本') ? '请安装新版本的公报再恢复' : '请换一份备份再恢复',
  })
}

/**
 * This program's layout, and the line in the log. Revisions go on above all that were ever read of the library that is replaced: a window that
 * still holds a text of it is then refused as stale, whatever number it holds. So does the clock of the search: the change of every document makes
 * each open program read all of them anew.
 */
function finish(prepared: string, { file, who, highest }: Order): void {
  const database = new SQLite(prepared)
  try {
    database.pragma('foreign_keys = ON')
    migrate(database)
    const by = who === '' ? (database.prepare<[], string>('SELECT user FROM profile').pluck().get() ?? '') : who
    database
      .transaction(() => {
        database.prepare('UPDATE search_clock SET at = max(at, ?)').run(highest.clock)
        database.prepare('UPDATE document SET revision = revision + ?').run(highest.revision)
        addLog(database, { at: Date.now(), who: by, what: 'libraryRestored', detail: basename(file) })
      })
      .immediate()
    database.pragma('journal_mode = DELETE')
  } finally {
    database.close()
  }
}

interface Poured {
  readonly before: Backup
  readonly lost: readonly string[]
}

/** Replaces the content as one transaction. Once nobody else can write, the content that goes is kept; if that fails, nothing is replaced. */
async function pour(prepared: string, library: string): Promise<Poured> {
  const source = new SQLite(prepared, { readonly: true, fileMustExist: true })
  try {
    const end = Date.now() + PATIENCE_MS
    for (;;) {
      const poured = await pourOnce(source, library, prepared)
      if (poured) return poured
      if (Date.now() > end) throw busy(library)
      await pause(PAUSE_MS)
    }
  } finally {
    source.close()
  }
}

/** Null where another process is writing: SQLite's copy then ends at once, without an error and without a page. */
async function pourOnce(source: Database, library: string, prepared: string): Promise<Poured | null> {
  let poured: Poured | null = null
  const { totalPages } = await source.backup(library, {
    progress: () => {
      poured ??= { before: copyLibraryNow(library, 'restore'), lost: lostNumbers(library, prepared) }
      return STEP_PAGES
    },
  })
  return totalPages === 0 ? null : poured
}

function lostNumbers(library: string, prepared: string): readonly string[] {
  const kept = reading(prepared, numbersIn)
  return [...reading(library, numbersIn)].flatMap(([key, printed]) => (kept.has(key) ? [] : [printed]))
}

/** Keeps what lies in the library's place under another name; null where nothing does. Its log goes first: it must not be read into another file. */
function setAside(library: string): string | null {
  const aside = join(dirname(library), `${stemOf(library)}-损坏-${stampOf(Date.now())}.db`)
  if (existsSync(`${library}-wal`)) renameSync(`${library}-wal`, `${aside}-wal`)
  rmSync(`${library}-shm`, { force: true })
  if ((statSync(library, { throwIfNoEntry: false })?.size ?? 0) === 0) return null
  try {
    // As a link: at no moment is the place empty.
    linkSync(library, aside)
  } catch {
    renameSync(library, aside)
  }
  return aside
}

function facts(library: string, file: string, prepared: string): Pick<Restored, 'from' | 'at' | 'documents' | 'numbers'> {
  return { from: file, at: readBackupName(stemOf(library), basename(file))?.at ?? null, ...reading(prepared, countsOf) }
}

function highestOf(library: string): Highest {
  const highest = (sql: string): ((database: Database) => number) => (database) => Number(database.prepare(sql).pluck().get())
  return {
    revision: reading(library, highest('SELECT coalesce(max(revision), 0) FROM document')) + SAVES_MEANWHILE,
    clock: reading(library, highest('SELECT at FROM search_clock')) + SAVES_MEANWHILE * INDEX_TICK,
  }
}

function reading<T>(file: string, work: (database: Database) => T): T {
  const database = new SQLite(file, { readonly: true, fileMustExist: true })
  try {
    return work(database)
  } finally {
    database.close()
  }
}

function same(file: string, library: string): boolean {
  const [a, b] = [file, library].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }))
  return a?.ino !== undefined && a.dev === b?.dev && a.ino === b.ino
}

function missing(file: string): Refusal {
  return new Refusal({ code: 'fileMissing', message: `没有这份备份：${file}`, safe: '资料库没有改动', next: '请重新打开备份列表，或用 gongbao backup list 查看' })
}

function busy(library: string): Refusal {
  return new Refusal({ code: 'busy', message: `资料库正被另一个程序占用，没有恢复：${library}`, safe: '资料库没有改动', next: '请稍等片刻，或关掉别的公报窗口和终端，再恢复' })
}
