/** How far a library is read before it is used. */
import { readFileSync, writeFileSync } from 'node:fs'
import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { depthOfCheck, isSound } from '../../electron/store/check-opening.ts'
import { openStore } from '../../electron/store/sqlite-store.ts'
import { newDraft, newLibrary, openLibrary, readyDocument, refusal } from './library.ts'

test('a large library is read whole after an unclean end, and only then; a small one always', async () => {
  const store = newLibrary()
  await newDraft(store)
  const { file } = store
  const log = readFileSync(`${file}-wal`)
  expect(log.length).toBeGreaterThan(0)
  // This one has it open: the log is no trace of an end.
  expect(depthOfCheck(file, 0)).toBe('frame')
  const other = openLibrary(file)
  await store.close()
  expect(depthOfCheck(file, 0)).toBe('frame')
  expect(await other.listDocuments()).toHaveLength(1)
  await other.close()
  expect(depthOfCheck(file, 0)).toBe('frame')
  expect(depthOfCheck(file)).toBe('whole')
  // As a program that was killed leaves it.
  writeFileSync(`${file}-wal`, log)
  expect(depthOfCheck(file, 0)).toBe('whole')
  expect(await openLibrary(file).listDocuments()).toHaveLength(1)
})

test.each([['number', { whole: false, frame: false }], ['document', { whole: false, frame: true }]])('a damaged page of the table %s', async (table, sound) => {
  const store = newLibrary()
  for (let at = 0; at < 5; at++) await newDraft(store, readyDocument(`第${at}份`, '请各乡镇完成检修。'.repeat(500)))
  await store.close()
  const { file } = store
  const bytes = readFileSync(file)
  const page = reading(file, (database) => Number(database.prepare('SELECT min(pageno) FROM dbstat WHERE name = ?').pluck().get(table)))
  bytes.fill(0xa5, (page - 1) * 4096, page * 4096)
  writeFileSync(file, bytes)
  expect(reading(file, (database) => ({ whole: isSound(database, 'whole'), frame: isSound(database, 'frame') }))).toEqual(sound)
  await refusal('libraryDamaged', () => openStore(file))
})

function reading<T>(file: string, work: (database: SQLite.Database) => T): T {
  const database = new SQLite(file, { readonly: true })
  try {
    return work(database)
  } finally {
    database.close()
  }
}
