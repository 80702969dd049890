import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { LIBRARY_VERSION, migrate, MIGRATIONS } from '../../electron/store/migrate.ts'

/** The numbers in front of the file names of a folder: 0010-first.ts → 10. */
function numbersIn(folder: string, ending: string): number[] {
  const names = readdirSync(join(import.meta.dirname, folder)).filter((name) => name.endsWith(ending))
  return names.map((name) => Number(/^\d{4}(?=-)/.exec(name)?.[0])).sort((a, b) => a - b)
}

test('every migration file is run, in order, and has a test of its own', () => {
  const versions = MIGRATIONS.map((migration) => migration.version)
  expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b))
  expect(numbersIn('../../electron/store/migrations', '.ts')).toEqual(versions)
  expect(numbersIn('migrations', '.test.ts')).toEqual(versions)
  expect(LIBRARY_VERSION).toBe(versions.at(-1))
})

test('migrating in steps ends where migrating at once ends, and once more changes nothing', () => {
  const layout = (steps: readonly number[]): unknown => {
    const database = new SQLite(':memory:')
    onTestFinished(() => void database.close())
    for (const step of steps) migrate(database, step)
    return [database.pragma('user_version'), database.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all()]
  }
  const atOnce = layout([LIBRARY_VERSION])
  expect(layout(MIGRATIONS.map((migration) => migration.version))).toEqual(atOnce)
  expect(layout([LIBRARY_VERSION, LIBRARY_VERSION])).toEqual(atOnce)
})

test('a migration that fails leaves the library as it was', () => {
  const database = new SQLite(':memory:')
  onTestFinished(() => void database.close())
  // The name is taken, so the first migration breaks off halfway.
  database.exec('CREATE TABLE series (id TEXT)')
  expect(() => migrate(database)).toThrow(/already exists/)
  expect(database.pragma('user_version', { simple: true })).toBe(0)
  expect(database.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['series'])
})
