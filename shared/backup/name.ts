/** Names of backups: they sort by time and say why the copy was made, so that a folder of them can be read without the program. */

/** Why a backup was made. */
export const BACKUP_REASONS = ['daily', 'manual', 'migration', 'restore'] as const
export type BackupReason = (typeof BACKUP_REASONS)[number]

/** As the file's name and the lists say it. */
export const REASON_NAMES: Readonly<Record<BackupReason, string>> = {
  daily: '每日',
  manual: '手动',
  migration: '升级前',
  restore: '恢复前',
}

/** What a backup's name says. */
export interface BackupName {
  readonly reason: BackupReason
  /** Unix milliseconds, whole seconds, from the local time in the name. */
  readonly at: number
}

/** "gongbao-2026-11-30-083015-每日.db" in local time; `stem` is the library's name without its ending. */
export function backupName(stem: string, { reason, at }: BackupName): string {
  return `${stem}-${stampOf(at)}-${REASON_NAMES[reason]}.db`
}

/** "2026-11-30-083015", local time. */
export function stampOf(at: number): string {
  const time = new Date(at)
  return `${dateOf(at)}-${[time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join('')}`
}

/** The local calendar day: "2026-11-30". */
export function dateOf(at: number): string {
  const time = new Date(at)
  return [String(time.getFullYear()).padStart(4, '0'), two(time.getMonth() + 1), two(time.getDate())].join('-')
}

/** Reads a name, also one with a number behind it ("-2"), which a second copy of one second had; null for any other file. */
export function readBackupName(stem: string, name: string): BackupName | null {
  if (!name.startsWith(`${stem}-`)) return null
  const found = /^(\d{4})-(\d\d)-(\d\d)-(\d\d)(\d\d)(\d\d)-(每日|手动|升级前|恢复前)(?:-\d+)?\.db$/.exec(name.slice(stem.length + 1))
  if (!found) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map(Number)
  const reason = BACKUP_REASONS.find((one) => REASON_NAMES[one] === found[7])
  return reason ? { reason, at: new Date(year, month - 1, day, hour, minute, second).getTime() } : null
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
