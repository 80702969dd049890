/** Making backups of a library that is in use, and what is said of those that are there. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { backupFolderOf, letGo } from '../../electron/store/backup-folder.ts'
import { copyLibrary } from '../../electron/store/backup-copy.ts'
import { LIBRARY_VERSION } from '../../electron/store/migrate.ts'
import { openStore } from '../../electron/store/sqlite-store.ts'
import { backupName, dateOf } from '../../shared/backup/name.ts'
import { newDraft, newLibrary, newSigned, openLibrary, readyDocument, refusal, seriesOf, tempFolder } from './library.ts'
import { layoutOf, makeOlder } from './older-library.ts'

const namesBeside = (library: string): readonly string[] => readdirSync(backupFolderOf(library)).sort()

test('a backup is a whole library in one file, beside it in a folder of its own, counted', async () => {
  const store = newLibrary()
  const id = await newSigned(store, readyDocument('关于做好防汛工作的通知'))
  const { id: seriesId } = await seriesOf(store, '河政发')
  await store.allocateNumber({ documentId: id, seriesId, year: 2024, who: '林禾' })
  await newDraft(store)
  const made = await store.makeBackup('manual')

  expect(made).toMatchObject({ reason: 'manual', documents: 2, numbers: 1, fault: null })
  expect(backupFolderOf(store.file)).toBe(store.file.replace(/\.db$/, '-备份'))
  expect(namesBeside(store.file)).toEqual([made.name])
  expect(dateOf(made.at)).toBe(dateOf(Date.now()))
  const { backups, folder, now, problem } = await store.listBackups()
  expect({ backups, folder, now, problem }).toEqual({ backups: [made], folder: backupFolderOf(store.file), now: { documents: 2, numbers: 1 }, problem: null })

  const aside = `${store.file}.打开.db`
  copyFileSync(made.file, aside)
  expect((await openLibrary(aside).getDocument(id)).document.header.documentNumber).toBe('河政发〔2024〕1号')
})

test('a copy is of one moment, however much is written meanwhile, and it comes to an end', async () => {
  const store = newLibrary()
  for (let at = 0; at < 60; at++) await newDraft(store, readyDocument(`第${at}份`, '请各乡镇于十月底前完成检修。'.repeat(2000)))
  const other = openLibrary(store.file)
  let making = true
  let written = 0
  // Another connection that writes in each turn: SQLite's copy would begin anew each time.
  const write = async (): Promise<void> => {
    while (making) {
      await newDraft(other, readyDocument(`抢着写${written++}`))
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  const writing = write()
  const made = await store.makeBackup('manual')
  making = false
  await writing
  expect(made.fault).toBeNull()
  expect(written).toBeGreaterThan(3)
  expect(made.documents).toBeGreaterThanOrEqual(60)
  expect(made.documents).toBeLessThan(60 + written)
  // It is as whole as it says: titles up to one moment, none after.
  const copy = new SQLite(made.file, { readonly: true })
  onTestFinished(() => void copy.close())
  const titles = copy.prepare("SELECT title FROM document WHERE title LIKE '抢着写%' ORDER BY rowid").pluck().all()
  expect(titles).toEqual(Array.from({ length: titles.length }, (_, at) => `抢着写${at}`))
})

test('there is one daily backup a day; one that cannot be used does not count', async () => {
  const store = newLibrary()
  const first = await store.dailyBackup()
  expect(first).toMatchObject({ reason: 'daily', fault: null })
  expect(await store.dailyBackup()).toBeNull()
  truncateSync(first?.file ?? '', 8192)
  expect((await store.listBackups()).backups[0]?.fault).toBe('文件已损坏')
  const again = await store.dailyBackup()
  expect(again?.fault).toBeNull()
  expect(again?.file).not.toBe(first?.file)
})

test('of backups made in one second the newest can be told, whatever they were made for', async () => {
  const store = newLibrary()
  const made: string[] = []
  for (const reason of ['manual', 'restore', 'manual', 'daily', 'migration', 'manual'] as const) made.push((await store.makeBackup(reason)).file)
  made.push(...(await Promise.all([store.makeBackup('restore'), store.makeBackup('restore')])).map(({ file }) => file).sort())
  expect((await store.listBackups()).backups.map(({ file }) => file)).toEqual(made.reverse())
})

test('files in the folder that cannot be used say why, and others are not listed', async () => {
  const store = newLibrary()
  await newDraft(store)
  const good = await store.makeBackup('daily')
  const folder = backupFolderOf(store.file)
  const put = (minute: number): string => join(folder, backupName('gongbao', { reason: 'manual', at: new Date(2024, 0, 1, 8, minute).getTime() }))
  writeFileSync(put(1), '这不是资料库'.repeat(1000))
  writeFileSync(put(2), '')
  copyFileSync(good.file, put(3))
  truncateSync(put(3), 20_000)
  copyFileSync(good.file, put(4))
  const newer = new SQLite(put(4))
  newer.pragma(`user_version = ${LIBRARY_VERSION + 10}`)
  newer.close()
  new SQLite(put(5)).exec('CREATE TABLE a (b)').close()
  writeFileSync(join(folder, '说明.txt'), '')
  mkdirSync(put(6))
  const { backups } = await store.listBackups()
  expect(backups.map(({ fault }) => fault)).toEqual([null, '不是公报的资料库', '由更新版本的程序建立', '文件已损坏', '不是公报的资料库', '文件已损坏'])
})

test('a copy that does not pass its check is not kept, and it is said', async () => {
  const store = newLibrary()
  for (let at = 0; at < 40; at++) await newDraft(store, readyDocument(`第${at}份`, '请各乡镇于十月底前完成检修。'.repeat(200)))
  await store.close()
  const bytes = readFileSync(store.file)
  bytes.fill(0xa5, 16 * 4096, 20 * 4096)
  writeFileSync(store.file, bytes)
  const { message, next } = await refusal('exportFailed', () => copyLibrary(store.file, 'daily'))
  expect(message).toContain('没有通过核对')
  expect(next).toContain('再备份一次')
  expect(namesBeside(store.file)).toEqual([])
})

test('a folder that cannot be made refuses the backup and harms nothing; the daily one leaves word', async () => {
  const store = newLibrary()
  const id = await newDraft(store)
  writeFileSync(backupFolderOf(store.file), '')
  expect((await refusal('readOnly', () => store.makeBackup('manual'))).message).toContain('没有做成备份')
  await refusal('readOnly', () => store.dailyBackup())
  expect((await store.listBackups()).problem).toContain('没有做成备份')
  expect((await store.getDocument(id)).revision).toBe(1)
})

test('what the rule no longer keeps goes, with copies that nobody finished; what is being made stays', async () => {
  const store = newLibrary()
  const made = await store.makeBackup('daily')
  const folder = backupFolderOf(store.file)
  const dayOf = (days: number): number => new Date(2026, 10, 30 - days, 8).getTime()
  for (let days = 1; days <= 60; days++) copyFileSync(made.file, join(folder, backupName('gongbao', { reason: 'daily', at: dayOf(days) })))
  const [old, young] = ['.gongbao-0000000000000001.tmp', '.gongbao-0000000000000002.tmp'].map((name) => join(folder, name))
  for (const path of [old, young]) writeFileSync(path ?? '', '')
  utimesSync(old ?? '', new Date(0), new Date(0))
  letGo(store.file, dayOf(0))
  const left = namesBeside(store.file)
  expect(left).toContain('.gongbao-0000000000000002.tmp')
  expect(left).not.toContain('.gongbao-0000000000000001.tmp')
  // Days, Mondays, first of the months: far fewer than sixty.
  expect(left.filter((name) => name.endsWith('每日.db')).length).toBeLessThan(20)
})

const OLD = [readyDocument('关于做好防汛工作的通知'), readyDocument('关于春耕的通知')]

test('opening a library of an older layout leaves its copy as it was', async () => {
  for (const layout of [10, 20, 30] as const) {
    const file = join(tempFolder(), '旧.db')
    makeOlder({ file, layout, documents: OLD })
    const { backups } = await openLibrary(file).listBackups()
    expect(backups).toMatchObject([{ reason: 'migration', documents: 2, numbers: 1, fault: null }])
    expect(layoutOf(backups[0]?.file ?? '')).toBe(layout)
    expect(layoutOf(file)).toBe(LIBRARY_VERSION)
    // Opened again, there is nothing to bring up and nothing to copy.
    expect((await openLibrary(file).listBackups()).backups).toHaveLength(1)
  }
})

test('a library that cannot be copied first is neither brought up nor opened', async () => {
  const file = join(tempFolder(), '旧.db')
  makeOlder({ file, layout: 30, documents: OLD })
  writeFileSync(backupFolderOf(file), '')
  const { message, safe, next } = await refusal('readOnly', () => openStore(file))
  expect(message).toContain('要先备份再升级，没有升级')
  expect(safe).toContain('没有改动')
  expect(next).toContain('备份文件夹')
  expect(layoutOf(file)).toBe(30)
})
