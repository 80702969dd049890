/** The folder of backups beside a library: what lies in it, and bringing a finished copy in. */
import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { Backup } from '../../shared/api/backup-types.ts'
import { toLetGo } from '../../shared/backup/keep.ts'
import { backupName, dateOf, readBackupName, type BackupName } from '../../shared/backup/name.ts'
import { lookAt } from './backup-check.ts'

/** Copies that are being made; an hour later nobody is making them any more. */
const TEMPORARY = /^\.gongbao-[0-9a-f]{16}\.tmp/
const ABANDONED_MS = 60 * 60 * 1000

/** "gongbao-备份", beside "gongbao.db". */
export function backupFolderOf(library: string): string {
  return join(dirname(library), `${stemOf(library)}-备份`)
}

/** All backups, newest first, each looked into; none where there is no folder. */
export function backupsIn(library: string): readonly Backup[] {
  const folder = backupFolderOf(library)
  return namesIn(folder)
    .flatMap((name) => backupAt(library, join(folder, name)) ?? [])
    .sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1))
}

/** The newest one that can be used; null where there is none. */
export function newestSound(library: string): Backup | null {
  return backupsIn(library).find(({ fault }) => fault === null) ?? null
}

/** A path in the folder, which is made, for a copy that is not finished. */
export function temporaryIn(library: string): string {
  const folder = backupFolderOf(library)
  mkdirSync(folder, { recursive: true })
  return join(folder, `.gongbao-${randomBytes(8).toString('hex')}.tmp`)
}

/** Removes an unfinished copy with what SQLite put beside it. */
export function removeTemporary(temporary: string): void {
  for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(`${temporary}${ending}`, { force: true })
}

/**
 * Gives a checked copy its name, on the disk for good; a name that is taken is never written over. Each has a second of its own, the next
 * free one: by their names it can always be told which is the newest.
 */
export function keepCopy(temporary: string, library: string, { reason, at: asked }: BackupName): Backup {
  sync(temporary)
  const folder = backupFolderOf(library)
  const taken = new Set(namesIn(folder).flatMap((name) => readBackupName(stemOf(library), name)?.at ?? []))
  for (let at = wholeSecond(asked); ; at += 1000) {
    const path = join(folder, backupName(stemOf(library), { reason, at }))
    if (taken.has(at) || !moveFree(temporary, path)) continue
    syncFolder(folder)
    const backup = backupAt(library, path)
    if (!backup) throw new Error(`no backup by name: ${path}`)
    return backup
  }
}

/** Removes what the rule no longer keeps, except `spare`, and copies that nobody finished. What cannot be removed stays until the next time. */
export function letGo(library: string, now: number, spare: string | null = null): void {
  const folder = backupFolderOf(library)
  const kept = backupsIn(library).map(({ name, reason, at, fault }) => ({ name, reason, at, date: dateOf(at), sound: fault === null }))
  const abandoned = namesIn(folder).filter((name) => TEMPORARY.test(name) && now - modified(join(folder, name)) > ABANDONED_MS)
  for (const name of [...toLetGo(kept, dateOf(now)), ...abandoned]) {
    const path = join(folder, name)
    if (path !== spare) quietly(() => rmSync(path, { force: true }))
  }
}

/** Writes a file's bytes to the disk. Never for an open library: closing the handle would end SQLite's own locks on it. */
export function sync(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Writes a folder's names to the disk; Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** The library's name without its ending. */
export function stemOf(library: string): string {
  return basename(library, extname(library))
}

/** A file as a backup; null where its name is none of this library's, or it has just been removed. */
function backupAt(library: string, file: string): Backup | null {
  const name = basename(file)
  const said = readBackupName(stemOf(library), name)
  const found = statSync(file, { throwIfNoEntry: false })
  if (!said || found?.isFile() !== true) return null
  const seen = lookAt(file)
  const facts = typeof seen === 'string' ? { documents: null, numbers: null, fault: seen } : { ...seen, fault: null }
  return { file, name, ...said, bytes: found.size, ...facts }
}

/** False where the name is taken. Not every file system knows links: there the name is looked up first. */
function moveFree(temporary: string, path: string): boolean {
  try {
    linkSync(temporary, path)
    rmSync(temporary)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    if (statSync(path, { throwIfNoEntry: false })) return false
    renameSync(temporary, path)
    return true
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function wholeSecond(at: number): number {
  return at - (at % 1000)
}

function modified(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
}

function quietly(work: () => void): void {
  try {
    work()
  } catch {
    // Another program may have it open.
  }
}
