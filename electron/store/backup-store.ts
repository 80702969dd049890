/** Backups of an open library. */
import type { Database } from 'better-sqlite3'
import type { BackupState } from '../../shared/api/backup-types.ts'
import { dateOf } from '../../shared/backup/name.ts'
import { Refusal } from '../../shared/api/reply.ts'
import { countsOf } from './backup-check.ts'
import { copyLibrary } from './backup-copy.ts'
import { backupFolderOf, backupsIn, letGo } from './backup-folder.ts'
import type { BackupStore } from './backup-port.ts'
import { restoreOver } from './backup-restore.ts'
import { refusalFor } from './faults.ts'
import type { WriteHold } from './write-hold.ts'

export interface BackupPlace {
  readonly file: string
  readonly assertInPlace: () => void
  readonly hold: WriteHold
}

/** The store's part for backups, and what ends it: a copy that is under way is given up. */
export function backupStore(database: Database, { file, assertInPlace, hold }: BackupPlace): BackupStore & { readonly stopBackups: () => void } {
  let stopped = false
  let problem: string | null = null
  const make: BackupStore['makeBackup'] = async (reason) => {
    assertInPlace()
    const made = await copyLibrary(file, reason, () => stopped)
    letGo(file, made.at)
    problem = null
    return made
  }
  return {
    makeBackup: make,
    async dailyBackup() {
      const today = dateOf(Date.now())
      if (backupsIn(file).some(({ reason, fault, at }) => reason === 'daily' && fault === null && dateOf(at) === today)) return null
      try {
        return await make('daily')
      } catch (error) {
        if (error instanceof Refusal && error.error.code !== 'cancelled') problem = [error.error.message, error.error.next].filter(Boolean).join('。')
        throw error
      }
    },
    listBackups: () => Promise.resolve({ ...listBackups(file), now: countsOf(database), problem }),
    async restoreBackup(chosen, who) {
      assertInPlace()
      return hold.during(async () => {
        try {
          const restored = await restoreOver(file, chosen, who)
          letGo(file, Date.now(), chosen)
          return restored
        } catch (error) {
          throw refusalFor(file, error) ?? error
        }
      })
    },
    stopBackups: () => {
      stopped = true
    },
  }
}

/** The backups of a library that is not open. */
export function listBackups(file: string): BackupState {
  return { folder: backupFolderOf(file), backups: backupsIn(file), now: null, problem: null }
}

