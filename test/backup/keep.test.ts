import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toLetGo, type Kept } from '../../shared/backup/keep.ts'
import { BACKUP_REASONS } from '../../shared/backup/name.ts'

const DAY = 86_400_000
const START = Date.parse('2026-11-30T00:00:00Z')

/** The calendar day of a moment, told in a zone without summer time. */
const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10)
const backupAt = (at: number, reason: Kept['reason'] = 'daily', sound = true): Kept => ({ name: `${at}-${reason}`, at, reason, sound, date: dateOf(at) })

/** Any backups of five years up to `START`, in any order. */
const backups = fc.uniqueArray(
  fc.record({ minutes: fc.integer({ min: 0, max: 5 * 365 * 24 * 60 }), reason: fc.constantFrom(...BACKUP_REASONS), sound: fc.boolean() })
    .map(({ minutes, reason, sound }) => backupAt(START - minutes * 60_000, reason, sound)),
  { selector: ({ name }) => name, maxLength: 120 },
)
const left = (all: readonly Kept[], today: string): readonly Kept[] => {
  const gone = new Set(toLetGo(all, today))
  return all.filter(({ name }) => !gone.has(name))
}

describe('what is let go', () => {
  it('is never made by hand, never one that cannot be used, never one of the newest three that can', () => {
    fc.assert(fc.property(backups, (all) => {
      const gone = new Set(toLetGo(all, dateOf(START)))
      const sound = all.filter((one) => one.sound).sort((a, b) => b.at - a.at)
      for (const one of all) if (one.reason === 'manual' || !one.sound) expect(gone.has(one.name)).toBe(false)
      expect(sound.slice(0, 3).filter(({ at }) => sound.filter((one) => one.at === at).length === 1).some(({ name }) => gone.has(name))).toBe(false)
    }))
  })

  it('is of no use again: what is kept on a later day was kept on every day before', () => {
    fc.assert(fc.property(backups, fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 800 }), (all, days, more) => {
      const early = new Set(left(all, dateOf(START + days * DAY)).map(({ name }) => name))
      for (const { name } of left(all, dateOf(START + (days + more) * DAY))) expect(early.has(name)).toBe(true)
    }))
  })

  it('comes to the same whether it goes day by day or all at once', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 300 }), (perDay) => {
      let kept: readonly Kept[] = []
      const all: Kept[] = []
      perDay.forEach((count, day) => {
        const made = Array.from({ length: count }, (_, at) => backupAt(START + day * DAY + at * 3_600_000))
        all.push(...made)
        kept = left([...kept, ...made], dateOf(START + day * DAY))
      })
      expect(kept).toEqual(left(all, dateOf(START + (perDay.length - 1) * DAY)))
    }), { numRuns: 30 })
  })

  it('after years of daily backups leaves 7 days, 8 weeks, 24 months', () => {
    const today = dateOf(START)
    const all = Array.from({ length: 1200 }, (_, days) => backupAt(START - days * DAY))
    const dates = left(all, today).map(({ date }) => date)
    // 2026-11-30 is a Monday: the days 24 to 30, the Mondays from 12 October, the firsts of months from January of last year.
    expect(dates).toEqual([
      ...['30', '29', '28', '27', '26', '25', '24'].map((day) => `2026-11-${day}`),
      ...['2026-11-23', '2026-11-16', '2026-11-09', '2026-11-02', '2026-11-01', '2026-10-26', '2026-10-19', '2026-10-12', '2026-10-01'],
      ...['09', '08', '07', '06', '05', '04', '03', '02', '01'].map((month) => `2026-${month}-01`),
      ...['12', '11', '10', '09', '08', '07', '06', '05', '04', '03', '02', '01'].map((month) => `2025-${month}-01`),
      '2024-12-01',
    ])
  })

  it('before a migration and before a restore, copies stay 90 days', () => {
    const newest = [1, 2, 3].map((days) => backupAt(START - days * DAY, 'manual'))
    for (const reason of ['migration', 'restore'] as const) {
      const [young, old] = [backupAt(START - 89 * DAY, reason), backupAt(START - 90 * DAY, reason)]
      expect(toLetGo([...newest, young, old], dateOf(START))).toEqual([old.name])
    }
  })
})
