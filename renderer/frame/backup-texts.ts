/** What is said of backups. */
import type { Backup, BackupState } from '../../shared/api/backup-types.ts'
import { clockTime, longMoment } from '../components/time.ts'

/** "今天 08:30", "昨天 08:30", "11月3日 08:30". */
export function backupMoment(at: number, now = Date.now()): string {
  const days = calendarDay(now) - calendarDay(at)
  if (days === 0) return `今天 ${clockTime(at)}`
  return days === 1 ? `昨天 ${clockTime(at)}` : longMoment(at, now)
}

/** "文稿 26 件，文号 24 个". */
export function countsText({ documents, numbers }: { readonly documents: number | null; readonly numbers: number | null }): string {
  return `文稿 ${String(documents ?? 0)} 件，文号 ${String(numbers ?? 0)} 个`
}

/** "1.6 MB". */
export function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

export interface BackupSaid {
  readonly tone: 'good' | 'doubt' | 'bad'
  readonly text: string
}

/** One line on how things stand: "今天 08:30 备份，已核对". */
export function standing({ backups, problem }: Pick<BackupState, 'backups' | 'problem'>, now = Date.now()): BackupSaid {
  if (problem !== null) return { tone: 'bad', text: '今天没有备份成' }
  const newest = newestSound(backups)
  if (!newest) return { tone: 'doubt', text: '还没有备份' }
  return { tone: 'good', text: `${backupMoment(newest.at, now)} 备份，已核对` }
}

/** The newest one that can be used. */
export function newestSound(backups: readonly Backup[]): Backup | undefined {
  return backups.find(({ fault }) => fault === null)
}

function calendarDay(at: number): number {
  const time = new Date(at)
  return Date.UTC(time.getFullYear(), time.getMonth(), time.getDate()) / 86_400_000
}
