import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SQLite, { type Database } from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { connect, connectNew } from '../../electron/store/connect.ts'
import { LIBRARY_VERSION } from '../../electron/store/migrate.ts'
import { createStore, openStore } from '../../electron/store/sqlite-store.ts'
import { CODES, newDraft, newLibrary, openLibrary, PROFILE, readyDocument, refusal, tempFolder } from './library.ts'

/** Path of a library with some documents, closed by all. */
async function closedLibrary(): Promise<string> {
  const file = join(tempFolder(), 'gongbao.db')
  const store = createStore(file, PROFILE, CODES)
  for (let at = 0; at < 40; at++) await newDraft(store, readyDocument(`第${at}份`, '请各乡镇于十月底前完成检修。'.repeat(200)))
  await store.close()
  return file
}

function raw(file: string, work: (database: Database) => void): void {
  const database = new SQLite(file)
  work(database)
  database.close()
}

/** Opening is refused with `code`, and the folder holds the same bytes as before. */
async function refusedUntouched(file: string, code: 'libraryNewer' | 'libraryDamaged'): Promise<string> {
  const before = readFileSync(file)
  const error = await refusal(code, () => openStore(file))
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(readdirSync(join(file, '..'))).toEqual(['gongbao.db'])
  return `${error.message}；${error.safe ?? ''}；${error.next ?? ''}`
}

test('a library is made with its folder, profile and series, and opens again', async () => {
  const file = join(tempFolder(), '公报', '资料库', 'gongbao.db')
  const made = createStore(file, PROFILE, CODES)
  await made.close()
  const store = openLibrary(file)
  expect(await store.profile()).toEqual(PROFILE)
  expect((await store.listSeries(2024)).map((one) => [one.code, one.used, one.next])).toEqual(CODES.map((code) => [code, 0, 1]))
})

test('a library is not made twice at one place, and not opened where there is none', async () => {
  const store = newLibrary()
  await newDraft(store)
  await refusal('libraryExists', () => createStore(store.file, PROFILE, CODES))
  expect(await store.listDocuments()).toHaveLength(1)
  const missing = join(tempFolder(), 'gongbao.db')
  await refusal('noLibrary', () => openStore(missing))
  expect(existsSync(missing)).toBe(false)
})

/** Nothing of a library is at `file`: none is opened, and one can be made. */
async function noneButCanBe(file: string): Promise<void> {
  await refusal('noLibrary', () => openStore(file))
  const store = createStore(file, PROFILE, CODES)
  onTestFinished(() => store.close())
  expect(await store.profile()).toEqual(PROFILE)
  expect((await store.listSeries(2024)).map((series) => series.code)).toEqual(CODES)
}

test('a library that cannot be filled is none', async () => {
  const file = join(tempFolder(), 'gongbao.db')
  await refusal('badRequest', () => createStore(file, PROFILE, ['河政发', '河政发']))
  await noneButCanBe(file)
})

test('a process that is killed while it makes a library leaves none, never a half one', async () => {
  const file = join(tempFolder(), 'gongbao.db')
  const killed = spawnSync(process.execPath, [join(import.meta.dirname, 'killed-process.ts'), file])
  expect(killed.signal).toBe('SIGKILL')
  await noneButCanBe(file)
})

test('every connection keeps the rules', async () => {
  const store = newLibrary()
  const id = await newDraft(store)
  const database = connect(store.file)
  onTestFinished(() => void database.close())
  const read = (name: string) => database.pragma(name, { simple: true })
  expect([read('journal_mode'), read('synchronous'), read('foreign_keys'), read('busy_timeout')]).toEqual(['wal', 2, 1, 5000])
  expect(() => database.prepare('DELETE FROM document WHERE id = ?').run(id)).toThrow(/FOREIGN KEY/)
})

test('a disk that cannot write ahead is refused: a database in memory has no journal', async () => {
  const { message, next } = await refusal('readOnly', () => connectNew(':memory:', () => undefined))
  expect(message).toContain('不支持安全写入')
  expect(next).toContain('本机硬盘')
})

test('a library of a newer program is refused and left as it is, whatever its journal', async () => {
  for (const journal of ['WAL', 'DELETE']) {
    const file = await closedLibrary()
    raw(file, (database) => {
      database.pragma(`journal_mode = ${journal}`)
      database.pragma(`user_version = ${LIBRARY_VERSION + 10}`)
    })
    const said = await refusedUntouched(file, 'libraryNewer')
    expect(said).toContain(String(LIBRARY_VERSION + 10))
    expect(said).toContain('安装新版本')
  }
})

test('a damaged library is refused and left as it is', async () => {
  const file = await closedLibrary()
  const bytes = readFileSync(file)
  // Four pages in the middle, header and schema whole.
  bytes.fill(0xa5, 16 * 4096, 20 * 4096)
  writeFileSync(file, bytes)
  const said = await refusedUntouched(file, 'libraryDamaged')
  expect(said).toContain('已损坏')
  expect(said).toContain('备份')
})

test('a file that is no database, or another program’s database, is refused and left as it is', async () => {
  const text = join(tempFolder(), 'gongbao.db')
  writeFileSync(text, '这不是资料库，是一份通知。'.repeat(500))
  await refusedUntouched(text, 'libraryDamaged')
  for (const version of [0, 7, LIBRARY_VERSION]) {
    const other = join(tempFolder(), 'gongbao.db')
    raw(other, (database) => {
      database.exec('CREATE TABLE contacts (name TEXT)')
      database.pragma(`user_version = ${version}`)
    })
    await refusedUntouched(other, 'libraryDamaged')
  }
})

test('an empty file is as good as none', async () => {
  const file = join(tempFolder(), 'gongbao.db')
  writeFileSync(file, '')
  await noneButCanBe(file)
})

test('no library is made over another program’s file', async () => {
  const [text, other] = [join(tempFolder(), 'gongbao.db'), join(tempFolder(), 'gongbao.db')]
  writeFileSync(text, '这不是资料库，是一份通知。'.repeat(500))
  raw(other, (database) => database.exec('CREATE TABLE contacts (name TEXT)'))
  for (const [file, code] of [[text, 'libraryDamaged'], [other, 'libraryExists']] as const) {
    const before = readFileSync(file)
    await refusal(code, () => createStore(file, PROFILE, CODES))
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(readdirSync(join(file, '..'))).toEqual(['gongbao.db'])
  }
})

test('a folder where the file should be is called one, and not overwritten', async () => {
  const file = join(tempFolder(), 'gongbao.db')
  mkdirSync(file)
  for (const work of [() => openStore(file), () => createStore(file, PROFILE, CODES)]) {
    expect((await refusal('readOnly', work)).message).toContain('这里是一个文件夹')
  }
  expect(readdirSync(file)).toEqual([])
})
