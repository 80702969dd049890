/** Putting a backup in the library's place: under open connections, over a damaged file, where nothing is. */
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { backupFolderOf } from '../../electron/store/backup-folder.ts'
import { restoreInto } from '../../electron/store/backup-restore.ts'
import { LIBRARY_VERSION } from '../../electron/store/migrate.ts'
import { openStore } from '../../electron/store/sqlite-store.ts'
import type { Store } from '../../electron/store/store.ts'
import { newDraft, newLibrary, newSigned, openLibrary, readyDocument, refusal, seriesOf, tempFolder } from './library.ts'
import { makeOlder } from './older-library.ts'

const titles = async (store: Store): Promise<readonly string[]> => (await store.listDocuments()).map(({ title }) => title).sort()

/** The log of a library, beside the store. */
function logOf(file: string): readonly { readonly what: string; readonly who: string; readonly detail: string }[] {
  const database = new SQLite(file, { readonly: true })
  try {
    return database.prepare<[], { what: string; who: string; detail: string }>('SELECT what, who, detail FROM log ORDER BY seq').all()
  } finally {
    database.close()
  }
}

function soundness(file: string): unknown {
  const database = new SQLite(file)
  try {
    return [database.pragma('integrity_check', { simple: true }), database.pragma('foreign_key_check'), database.pragma('journal_mode', { simple: true })]
  } finally {
    database.close()
  }
}
const SOUND = ['ok', [], 'wal']

test('a restored library says what it said; what was there is a backup, and restoring that takes it back', async () => {
  const store = newLibrary()
  const id = await newDraft(store, readyDocument('旧的题目'))
  const backup = await store.makeBackup('manual')
  await store.saveDraft({ id, revision: 1, document: readyDocument('新的题目'), now: 1 })
  await newDraft(store, readyDocument('后来的一份'))

  const restored = await store.restoreBackup(backup.file, '沈望舒')
  expect(restored).toMatchObject({ from: backup.file, at: backup.at, documents: 1, aside: null, lost: [], before: { reason: 'restore', documents: 2, fault: null } })
  expect(await titles(store)).toEqual(['旧的题目'])
  expect(logOf(store.file).at(-1)).toEqual({ what: 'libraryRestored', who: '沈望舒', detail: backup.name })
  expect(soundness(store.file)).toEqual(SOUND)

  await store.restoreBackup(restored.before?.file ?? '', '林禾')
  expect(await titles(store)).toEqual(['后来的一份', '新的题目'])
  expect((await store.listBackups()).backups.filter(({ reason }) => reason === 'restore')).toHaveLength(2)
  expect(readdirSync(backupFolderOf(store.file)).filter((name) => name.includes('.tmp'))).toEqual([])
})

test('numbers that were taken since the backup are named: paper may carry them', async () => {
  const store = newLibrary()
  const { id: seriesId } = await seriesOf(store, '河政发')
  const take = async (): Promise<unknown> => store.allocateNumber({ documentId: await newSigned(store), seriesId, year: 2024, who: '林禾' })
  await take()
  const backup = await store.makeBackup('manual')
  await take()
  await take()
  expect((await store.restoreBackup(backup.file, '林禾')).lost).toEqual(['河政发〔2024〕2号', '河政发〔2024〕3号'])
})

test('another window that has the library open goes on with the new content; its older text is refused, whatever revision it holds', async () => {
  const store = newLibrary()
  const id = await newDraft(store, readyDocument('旧的题目'))
  const backup = await store.makeBackup('manual')
  const other = openLibrary(store.file)
  await other.saveDraft({ id, revision: 1, document: readyDocument('二'), now: 1 })
  await other.saveDraft({ id, revision: 2, document: readyDocument('三'), now: 1 })
  const before = await other.changesElsewhere()

  await store.restoreBackup(backup.file, '林禾')
  expect(await other.changesElsewhere()).not.toBe(before)
  expect(await titles(other)).toEqual(['旧的题目'])
  await refusal('stale', () => other.saveDraft({ id, revision: 3, document: readyDocument('四'), now: 1 }))
  const now = await other.getDocument(id)
  expect(now.revision).toBeGreaterThan(3)
  expect(await other.saveDraft({ id, revision: now.revision, document: readyDocument('五'), now: 2 })).toEqual({ revision: now.revision + 1, savedAt: 2 })
  expect(await titles(store)).toEqual(['五'])
})

test('writes of the same program wait until it is restored, and then see the new content', async () => {
  const store = newLibrary()
  const id = await newDraft(store, readyDocument('旧的题目', '请各乡镇于十月底前完成检修。'.repeat(5000)))
  for (let at = 0; at < 30; at++) await newDraft(store, readyDocument(`第${at}份`, '请各乡镇于十月底前完成检修。'.repeat(5000)))
  const backup = await store.makeBackup('manual')
  const restoring = store.restoreBackup(backup.file, '林禾')
  const saving = refusal('stale', () => store.saveDraft({ id, revision: 1, document: readyDocument('停不下来的笔'), now: 1 }))
  const made = newDraft(store, readyDocument('恢复后的一份'))
  await Promise.all([restoring, saving, made])
  expect((await store.listDocuments()).map(({ title }) => title)).toContain('恢复后的一份')
  expect(await store.listDocuments()).toHaveLength(32)
})

test('a program that writes all the time is waited for', async () => {
  const store = newLibrary()
  await newDraft(store, readyDocument('旧的题目'))
  const backup = await store.makeBackup('manual')
  const other = new SQLite(store.file)
  onTestFinished(() => void other.close())
  other.exec('BEGIN IMMEDIATE')
  const restoring = store.restoreBackup(backup.file, '林禾')
  // Turns go by in which SQLite's own copy would have ended, with nothing copied and no error.
  for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve))
  other.exec("UPDATE document SET title = '抢先写的'; COMMIT")
  const { before } = await restoring
  expect(await titles(store)).toEqual(['旧的题目'])
  // What was written last is in the backup of what went.
  const kept = new SQLite(before?.file ?? '', { readonly: true })
  onTestFinished(() => void kept.close())
  expect(kept.prepare('SELECT title FROM document').pluck().get()).toBe('抢先写的')
})

test('a backup of an older layout is brought up on the way', async () => {
  const store = newLibrary()
  await newDraft(store)
  const old = join(tempFolder(), '旧.db')
  makeOlder({ file: old, layout: 10, documents: [readyDocument('关于做好防汛工作的通知'), readyDocument('关于春耕的通知')] })
  const before = readFileSync(old)
  expect(await store.restoreBackup(old, '林禾')).toMatchObject({ at: null, documents: 2, numbers: 1 })
  expect(await titles(store)).toEqual(['第0份', '第1份'])
  expect(await seriesOf(store, '河政发')).toMatchObject({ last: 1 })
  expect(readFileSync(old).equals(before)).toBe(true)
  expect(soundness(store.file)).toEqual(SOUND)
})

test('what is no sound backup is refused, and nothing is changed', async () => {
  const store = newLibrary()
  await newDraft(store, readyDocument('现在的'))
  const folder = tempFolder()
  const good = await store.makeBackup('manual')
  const [none, text, cut, newer, other] = ['没有.db', '文字.db', '半份.db', '更新.db', '别的.db'].map((name) => join(folder, name)) as [string, string, string, string, string]
  writeFileSync(text, '这不是资料库'.repeat(1000))
  writeFileSync(cut, readFileSync(good.file).subarray(0, 20_000))
  copyFileSync(good.file, newer)
  new SQLite(newer).exec(`PRAGMA user_version = ${LIBRARY_VERSION + 10}`).close()
  new SQLite(other).exec('CREATE TABLE contacts (name TEXT)').close()
  for (const [file, code] of [[none, 'fileMissing'], [folder, 'fileMissing'], [text, 'libraryDamaged'], [cut, 'libraryDamaged'], [other, 'libraryDamaged'], [newer, 'libraryNewer'], [store.file, 'badRequest']] as const) {
    expect((await refusal(code, () => store.restoreBackup(file, '林禾'))).safe).toMatch(/没有改动/)
  }
  expect(await titles(store)).toEqual(['现在的'])
  expect(readdirSync(backupFolderOf(store.file))).toEqual([good.name])
})

test('where what is there cannot be kept first, nothing is replaced', async () => {
  const store = newLibrary()
  await newDraft(store, readyDocument('旧的'))
  const { file } = await store.makeBackup('manual')
  const away = join(tempFolder(), basename(file))
  renameSync(file, away)
  await newDraft(store, readyDocument('现在的'))
  rmSync(backupFolderOf(store.file), { recursive: true })
  writeFileSync(backupFolderOf(store.file), '')
  await refusal('readOnly', () => store.restoreBackup(away, '林禾'))
  expect(await titles(store)).toEqual(['旧的', '现在的'])
})

test('over a damaged file, which is kept aside; its own log is not read into what takes its place', async () => {
  const store = newLibrary()
  await newDraft(store, readyDocument('旧的'))
  const backup = await store.makeBackup('manual')
  const { file } = store
  await store.close()
  // As after a power cut: the last write is in the log beside the file.
  const later = openStore(file)
  await newDraft(later, readyDocument('只在日志里的一份'))
  const wal = readFileSync(`${file}-wal`)
  await later.close()
  writeFileSync(file, '坏了'.repeat(5000))
  writeFileSync(`${file}-wal`, wal)
  await refusal('libraryDamaged', () => openStore(file))

  const { aside, before, documents } = await restoreInto(file, backup.file)
  expect({ before, documents }).toEqual({ before: null, documents: 1 })
  expect(basename(aside ?? '')).toMatch(/^gongbao-损坏-\d{4}-\d\d-\d\d-\d{6}\.db$/)
  expect(readFileSync(aside ?? '', 'utf8')).toMatch(/^坏了/)
  expect(existsSync(`${aside ?? ''}-wal`)).toBe(true)
  expect(await titles(openLibrary(file))).toEqual(['旧的'])
  expect(soundness(file)).toEqual(SOUND)
  expect(logOf(file).at(-1)).toMatchObject({ what: 'libraryRestored', who: '林禾' })
})

test('where the library is gone', async () => {
  const store = newLibrary()
  await newDraft(store, readyDocument('旧的'))
  const backup = await store.makeBackup('manual')
  await store.close()
  rmSync(store.file)
  expect(await restoreInto(store.file, backup.file)).toMatchObject({ before: null, aside: null, documents: 1 })
  expect(await titles(openLibrary(store.file))).toEqual(['旧的'])
  expect(statSync(backup.file).isFile()).toBe(true)
  expect(readdirSync(dirname(store.file)).filter((name) => name.includes('tmp'))).toEqual([])
})
