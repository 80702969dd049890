/** Backups: the store's part of the port. */
import type { Backup, BackupState, Restored } from '../../shared/api/backup-types.ts'
import type { BackupReason } from '../../shared/backup/name.ts'

export interface BackupStore {
  /**
   * Copies the library into its backup folder while others go on writing, opens the copy, counts it, and lets go of copies that the rule no
   * longer keeps. Refused: diskFull, readOnly, exportFailed (the copy did not pass its check), cancelled (the store was closed).
   */
  makeBackup(reason: BackupReason): Promise<Backup>
  /** Makes the day's backup unless there is a sound one. Null: there was. */
  dailyBackup(): Promise<Backup | null>
  listBackups(): Promise<BackupState>
  /**
   * Puts a backup in the library's place, as one change that every open connection sees; keeps what was there as a backup first. Writes of
   * this store wait until it is done. Refused: fileMissing, libraryDamaged, libraryNewer, busy, diskFull, readOnly.
   */
  restoreBackup(file: string, who: string): Promise<Restored>
}
