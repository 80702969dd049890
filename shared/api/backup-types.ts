/** Records of backups (备份) of the library. */

export const BACKUP_REASONS = ['daily', 'manual', 'migration', 'restore'] as const
export type BackupReason = (typeof BACKUP_REASONS)[number]

/** A copy of the library in its backup folder. */
export interface Backup {
  readonly file: string // absolute path
  readonly name: string
  readonly at: number // Unix milliseconds
  readonly reason: BackupReason
  readonly bytes: number
  /** Opened and counted after it was made; null: not looked into. */
  readonly documents: number | null
  readonly numbers: number | null
  /** Why it cannot be used; null where it can. */
  readonly fault: string | null
}

export interface BackupState {
  readonly folder: string
  /** Newest first. */
  readonly backups: readonly Backup[]
}

/** What a restore did. The library as it was before stays as a backup of its own. */
export interface Restored {
  readonly from: Backup
  readonly before: Backup
  readonly documents: number
  readonly numbers: number
}
