/** Making a backup: copied beside under a passing name, read back, counted against the library, synced, named. */
import SQLite, { type Database } from 'better-sqlite3'
import type { Backup, Counts } from '../../shared/api/backup-types.ts'
import type { BackupReason } from '../../shared/backup/name.ts'
import { Refusal } from '../../shared/api/reply.ts'
import { assertCopy, checkFile, checkFileNow, countsOf } from './backup-check.ts'
import { backupFolderOf, keepCopy, removeTemporary, temporaryIn } from './backup-folder.ts'
import { refusalFor } from './faults.ts'

/** Pages of 4 KB copied at a time: some milliseconds, then waiting calls are let in. */
const STEP_PAGES = 500

/**
 * Copies the library while it is in use. The copy is of one moment: a connection of its own holds a read transaction over all steps, so
 * that writers neither wait nor make SQLite begin anew, which a busy one would do for ever. `stopped` breaks it off (`cancelled`).
 * Refused: diskFull, readOnly, exportFailed (the copy did not pass its check and was not kept).
 */
export async function copyLibrary(library: string, reason: BackupReason, stopped: () => boolean = () => false): Promise<Backup> {
  return copying(library, async (temporary) => {
    const at = Date.now()
    const expected = await onReader(library, (source) => copyAll(source, temporary, stopped))
    asOneFile(temporary)
    assertCopy(await checkFile(temporary), expected)
    return keepCopy(temporary, library, { reason, at })
  })
}

/**
 * Copies the library in one go, for who holds everything up meanwhile: before its layout changes, and before it is replaced. Refused like `copyLibrary`.
 */
export function copyLibraryNow(library: string, reason: BackupReason): Backup {
  return copyingNow(library, (temporary) => {
    const at = Date.now()
    const source = new SQLite(library, { readonly: true, fileMustExist: true })
    try {
      const before = countsOf(source)
      source.prepare('VACUUM INTO ?').run(temporary)
      assertCopy(checkFileNow(temporary), before, countsOf(source))
    } finally {
      source.close()
    }
    return keepCopy(temporary, library, { reason, at })
  })
}

async function copying(library: string, work: (temporary: string) => Promise<Backup>): Promise<Backup> {
  let temporary: string | null = null
  try {
    temporary = temporaryIn(library)
    return await work(temporary)
  } catch (error) {
    throw notMade(library, error)
  } finally {
    if (temporary !== null) removeTemporary(temporary)
  }
}

function copyingNow(library: string, work: (temporary: string) => Backup): Backup {
  let temporary: string | null = null
  try {
    temporary = temporaryIn(library)
    return work(temporary)
  } catch (error) {
    throw notMade(library, error)
  } finally {
    if (temporary !== null) removeTemporary(temporary)
  }
}

async function onReader(library: string, work: (source: Database) => Promise<Counts>): Promise<Counts> {
  const source = new SQLite(library, { readonly: true, fileMustExist: true })
  try {
    return await work(source)
  } finally {
    source.close()
  }
}

async function copyAll(source: Database, temporary: string, stopped: () => boolean): Promise<Counts> {
  source.exec('BEGIN')
  // The first read fixes the moment.
  const counts = countsOf(source)
  await source.backup(temporary, {
    progress: () => {
      if (stopped()) throw new Refusal({ code: 'cancelled', message: '程序正在关闭，备份没有做完', safe: '没有留下半份备份' })
      return STEP_PAGES
    },
  })
  source.exec('COMMIT')
  return counts
}

/** A backup is one file: without the log that a library in use has beside it, it can be read where nothing may be written. */
function asOneFile(temporary: string): void {
  const copy = new SQLite(temporary)
  try {
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
}

/** The refusal that a backup's fault comes out as: it names the folder and what to do about it. */
function notMade(library: string, error: unknown): unknown {
  const refusal = error instanceof Refusal ? error : refusalFor(backupFolderOf(library), error)
  if (!refusal || refusal.error.code === 'exportFailed' || refusal.error.code === 'cancelled') return refusal ?? error
  return new Refusal(
    { ...refusal.error, message: `没有做成备份：${refusal.error.message}`, safe: '资料库没有改动，原有的备份都在', next: nextFor(refusal, library) },
    error,
  )
}

function nextFor({ error }: Refusal, library: string): string {
  if (error.code === 'diskFull') return '请清理磁盘空间，再做一次备份'
  if (error.code === 'readOnly') return `请检查备份文件夹能不能写入：${backupFolderOf(library)}`
  return error.next ?? '请再试一次'
}
