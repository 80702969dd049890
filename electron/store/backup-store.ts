/** Backups of the library on SQLite. */
import type { Database } from 'better-sqlite3'
import type { BackupStore } from './backup-port.ts'
import { unbuilt } from './register.ts'

export function backupStore(_database: Database, _place: { readonly file: string; readonly assertInPlace: () => void }): BackupStore {
  const none = (): Promise<never> => Promise.resolve().then(unbuilt)
  return { makeBackup: none, dailyBackup: none, listBackups: none, restoreBackup: none }
}
