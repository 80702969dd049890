/** Which backups are kept: many of the last days, fewer of long ago. Pure; the store removes what is not named here. */
import type { BackupReason } from './name.ts'

/** A backup as the rule sees it. */
export interface Kept {
  readonly name: string
  readonly reason: BackupReason
  readonly at: number // Unix milliseconds
  /** Local calendar day of `at`: "2026-11-30". */
  readonly date: string
  /** False: it cannot be used. It counts for nothing and is left for a person to look at. */
  readonly sound: boolean
}

/** 每日: the first of each of so many days, weeks (from Monday) and months, this one counted. */
const DAYS = 7
const WEEKS = 8
const MONTHS = 24
/** 升级前, 恢复前: days. */
const SPECIAL_DAYS = 90
/** So many of the newest sound ones stay whatever their age. */
const ALWAYS = 3

/**
 * The names to let go on the day `today`, oldest first. Copies made by hand stay until somebody removes them. The first of a period speaks
 * for it, not the last: what is kept on one day was kept on every day before, so that letting go each day ends where doing it once would.
 */
export function toLetGo(backups: readonly Kept[], today: string): readonly string[] {
  const sound = backups.filter((one) => one.sound).sort((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1))
  const daily = sound.filter(({ reason }) => reason === 'daily')
  const kept = new Set<Kept>([
    ...sound.slice(-ALWAYS),
    ...sound.filter((one) => one.reason !== 'daily' && (one.reason === 'manual' || dayNumber(today) - dayNumber(one.date) < SPECIAL_DAYS)),
    ...firstOfEach(daily, dayNumber, today, DAYS),
    ...firstOfEach(daily, weekNumber, today, WEEKS),
    ...firstOfEach(daily, monthNumber, today, MONTHS),
  ])
  return sound.filter((one) => !kept.has(one)).map(({ name }) => name)
}

/** The first in each of the last `count` periods; what claims to come from a later day (a clock that was wrong) is in its own. */
function firstOfEach(sorted: readonly Kept[], periodOf: (date: string) => number, today: string, count: number): readonly Kept[] {
  const from = periodOf(today) - count
  const first = new Map<number, Kept>()
  for (const one of sorted) {
    const period = periodOf(one.date)
    if (period > from && !first.has(period)) first.set(period, one)
  }
  return [...first.values()]
}

/** Days since 1970-01-01, of the calendar: no hour of summer time in it. */
function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000
}

/** Weeks begin on Monday; 1970-01-01 was a Thursday. */
function weekNumber(date: string): number {
  return Math.floor((dayNumber(date) + 3) / 7)
}

function monthNumber(date: string): number {
  const [year = 0, month = 0] = date.split('-').map(Number)
  return year * 12 + month
}
