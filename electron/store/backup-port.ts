/** Backups: the store's part of the port. */
import type { Backup, BackupReason, Restored } from '../../shared/api/backup-types.ts'

export interface BackupStore {
  /** Copies the library into its backup folder, opens the copy, counts it, and lets go of copies that the rule no longer keeps. Refused: diskFull, readOnly. */
  makeBackup(reason: BackupReason): Promise<Backup>
  /** Makes the day's first backup unless there is one. Null: there was. */
  dailyBackup(): Promise<Backup | null>
  listBackups(): Promise<{ readonly folder: string; readonly backups: readonly Backup[] }>
  /** Puts a backup in the library's place, as one change that every open connection sees; keeps what was there as a backup. Refused: fileMissing, libraryDamaged, libraryNewer, busy. */
  restoreBackup(file: string, who: string): Promise<Restored>
}
