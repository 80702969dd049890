import fc from 'fast-check'
import { expect, it } from 'vitest'
import { BACKUP_REASONS, backupName, dateOf, readBackupName } from '../../shared/backup/name.ts'

const said = fc.record({
  reason: fc.constantFrom(...BACKUP_REASONS),
  at: fc.integer({ min: Date.parse('1990-01-02T00:00:00Z') / 1000, max: Date.parse('2200-01-01T00:00:00Z') / 1000 }).map((seconds) => seconds * 1000),
})
const stem = fc.constantFrom('gongbao', '资料 库', '河湾-2026-11-30', 'a.b')

it('a name is read back as it was made, and sorts by time', () => {
  fc.assert(fc.property(stem, said, said, (library, one, other) => {
    const name = backupName(library, one)
    const read = readBackupName(library, name)
    // The hour that a clock goes through twice is the only one that is not told apart.
    expect(read && dateOf(read.at)).toBe(dateOf(one.at))
    expect(read?.reason).toBe(one.reason)
    expect(Math.abs((read?.at ?? 0) - one.at)).toBeLessThanOrEqual(60 * 60 * 1000)
    const [a, b] = [backupName(library, one), backupName(library, other)]
    if (Math.abs(one.at - other.at) > 2 * 60 * 60 * 1000) expect(a < b).toBe(one.at < other.at)
  }))
})

it.each(['gongbao.db', 'gongbao-2026-11-30-083015-每日.db.tmp', '.gongbao-0123456789abcdef.tmp', 'gongbao-2026-11-30-每日.db', 'gongbao-2026-11-30-083015-每周.db', '别的-2026-11-30-083015-每日.db'])('%s is no backup of gongbao', (name) => {
  expect(readBackupName('gongbao', name)).toBeNull()
})

it('says why it was made in words of the office', () => {
  const at = new Date(2026, 10, 30, 8, 30, 15).getTime()
  expect(backupName('gongbao', { reason: 'daily', at })).toBe('gongbao-2026-11-30-083015-每日.db')
  expect(backupName('gongbao', { reason: 'restore', at })).toBe('gongbao-2026-11-30-083015-恢复前.db')
  expect(readBackupName('gongbao', 'gongbao-2026-11-30-083015-恢复前-2.db')).toEqual({ reason: 'restore', at })
})
