import SQLite, { type Database } from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { migrate } from '../../../electron/store/migrate.ts'
import { readyDocument } from '../library.ts'

const INSERT = `INSERT INTO document (id, state, revision, content, fingerprint, title, issuers, signature_date, doubts, drafter, handler, created_at, updated_at)
  VALUES (?, 'draft', 1, ?, '', ?, '[]', '2024年9月30日', '[]', '林禾', '', 1, 2)`

/** A library as the version before left it, with a document. */
function old(): Database {
  const database = new SQLite(':memory:')
  onTestFinished(() => void database.close())
  database.pragma('foreign_keys = ON')
  migrate(database, 40)
  database.prepare(INSERT).run('d', JSON.stringify(readyDocument()), '关于春耕的通知')
  return database
}

const searched = (database: Database): unknown => database.prepare('SELECT document_id, due, pairs, title FROM searched ORDER BY document_id').raw().all()
const clock = (database: Database): number => Number(database.prepare('SELECT at FROM search_clock').pluck().get())

test('documents of an old library are due, and otherwise as they were', () => {
  const database = old()
  const before = database.prepare('SELECT * FROM document').all()
  migrate(database, 50)
  expect(database.pragma('user_version', { simple: true })).toBe(50)
  expect(database.prepare('SELECT * FROM document').all()).toEqual(before)
  expect(searched(database)).toEqual([['d', 1, null, '关于春耕的通知']])
})

test('whatever changes a document changes its row; only another text makes it due', () => {
  const database = old()
  migrate(database, 50)
  const index = (): void => void database.exec("INSERT OR REPLACE INTO searched_pair (rowid, pairs) SELECT id, '春耕' FROM searched; UPDATE searched SET due = 0, pairs = 1")
  index()
  let before = clock(database)
  const ticks = (): boolean => before !== (before = clock(database))

  database.exec("UPDATE document SET state = 'submitted', handler = '陈望秋', updated_at = 3")
  expect(database.prepare('SELECT due, state, handler, updated_at FROM searched').raw().get()).toEqual([0, 'submitted', '陈望秋', 3])
  expect(ticks()).toBe(true)
  database.exec("UPDATE document SET content = content || ' ', title = '关于秋收的通知'")
  expect(searched(database)).toEqual([['d', 1, 1, '关于秋收的通知']])
  expect(ticks()).toBe(true)

  database.prepare(INSERT).run('e', '{}', '关于防火的通知')
  expect(searched(database)).toEqual([['d', 1, 1, '关于秋收的通知'], ['e', 1, null, '关于防火的通知']])
  expect(ticks()).toBe(true)
  // A text that was never indexed, and one that was.
  database.exec("DELETE FROM document WHERE id = 'e'; DELETE FROM document WHERE id = 'd'")
  expect(searched(database)).toEqual([])
  expect(database.prepare(`SELECT rowid FROM searched_pair WHERE searched_pair MATCH '"春耕"'`).all()).toEqual([])
  expect(ticks()).toBe(true)
})

test('an issue that takes, changes, loses or names its documents has them read anew', () => {
  const database = old()
  migrate(database, 50)
  database.exec(`
    INSERT INTO blob VALUES ('aa', x'e6b2b3');
    INSERT INTO issue VALUES ('i', '河湾县人民政府公报', 2024, '[5]', 0, 18, '2024年6月30日', '', '[]', '', '', '[]', 'aa', '公报.txt', 1, '林禾');
    INSERT INTO issue_section VALUES ('p', 'i', 0, '县政府文件');
  `)
  const touched = (): unknown => database.prepare('SELECT touched FROM searched').pluck().get()
  for (const change of [
    "INSERT INTO issue_document VALUES ('p', 0, 'd', NULL)",
    "UPDATE issue_document SET position = 1",
    "UPDATE issue SET year = 2025",
    'DELETE FROM issue_document',
  ]) {
    const before = clock(database)
    database.exec(change)
    expect(touched()).toBe(clock(database))
    expect(clock(database)).toBeGreaterThan(before)
  }
})

test('the layout itself refuses what must never be', () => {
  const database = old()
  migrate(database, 50)
  expect(() => database.exec('UPDATE searched SET due = 2')).toThrow(/CHECK/)
  expect(() => database.exec("UPDATE searched SET document_id = 'x'")).toThrow(/FOREIGN KEY/)
  expect(() => database.exec('INSERT INTO search_clock VALUES (2, 1)')).toThrow(/CHECK/)
  const strict = database.prepare("SELECT name FROM pragma_table_list WHERE name IN ('searched', 'search_clock') AND strict = 1").pluck().all()
  expect(strict).toHaveLength(2)
})
