/** Records of backups (备份) of the library. */
import type { BackupReason } from '../backup/name.ts'

/** How much is in a library. */
export interface Counts {
  readonly documents: number
  /** Lines of the register. */
  readonly numbers: number
}

/** A copy of the library in its backup folder. */
export interface Backup {
  readonly file: string // absolute path
  readonly name: string
  readonly at: number // Unix milliseconds
  readonly reason: BackupReason
  readonly bytes: number
  /** Opened and counted; null where it cannot be opened. */
  readonly documents: number | null
  readonly numbers: number | null
  /** Why it cannot be used; null where it can. */
  readonly fault: string | null
}

export interface BackupState {
  readonly folder: string
  /** Newest first. */
  readonly backups: readonly Backup[]
  /** What is in the library now; null where it cannot be opened. */
  readonly now: Counts | null
  /** Why the last automatic backup of this run could not be made; null where none failed since. */
  readonly problem: string | null
}

/** What a restore did. */
export interface Restored extends Counts {
  /** File that was restored. */
  readonly from: string
  /** When it was made: Unix milliseconds, null where its name does not say so. */
  readonly at: number | null
  /** The library as it was before; null where there was none that could be read. */
  readonly before: Backup | null
  /** Where the damaged file was put that lay in the library's place. */
  readonly aside: string | null
  /** Numbers as printed that were in the register before and are not in it now: paper may carry them. */
  readonly lost: readonly string[]
}
