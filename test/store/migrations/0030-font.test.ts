import SQLite, { type Database } from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { migrate } from '../../../electron/store/migrate.ts'

const TABLES = ['profile', 'document', 'series', 'issue', 'issue_number']

/** A library as the version before left it. */
function old(): Database {
  const database = new SQLite(':memory:')
  onTestFinished(() => void database.close())
  database.pragma('foreign_keys = ON')
  migrate(database, 20)
  database.exec(`
    INSERT INTO profile VALUES (1, '河湾县人民政府办公室', '林禾', '河湾县人民政府公报');
    INSERT INTO blob VALUES ('aa', x'e6b2b3');
    INSERT INTO document (id, state, revision, content, title, issuers, document_number, signature_date, doubts, created_at, updated_at)
      VALUES ('d', 'draft', 1, '{}', '关于做好防汛工作的通知', '[]', NULL, '', '[]', 1, 1);
    INSERT INTO series VALUES ('s', '河政发', 1);
    INSERT INTO issue VALUES ('i', '河湾县人民政府公报', 2024, '[5]', 0, 18, '2024年6月30日', '河湾县人民政府办公室', '[]', '', '', '[]', 'aa', '公报.txt', 1, '林禾');
    INSERT INTO issue_number VALUES ('河湾县人民政府公报', 2024, 0, 5, 'i');
  `)
  return database
}

const rows = (database: Database): unknown => TABLES.map((table) => [table, database.prepare(`SELECT * FROM ${table}`).all()])

test('old rows stay as they are, and no slot has a family of its own', () => {
  const database = old()
  const before = rows(database)
  migrate(database, 30)
  expect(database.pragma('user_version', { simple: true })).toBe(30)
  expect(rows(database)).toEqual(before)
  expect(database.prepare('SELECT * FROM font').all()).toEqual([])
  expect(database.prepare("SELECT strict FROM pragma_table_list WHERE name = 'font'").pluck().get()).toBe(1)
})

test('the layout itself refuses what must never be', () => {
  const database = old()
  migrate(database, 30)
  database.exec("INSERT INTO font VALUES ('kai', '方正楷体_GBK')")
  expect(() => database.exec("INSERT INTO font VALUES ('kai', '楷体')")).toThrow(/UNIQUE/)
  expect(() => database.exec("INSERT INTO font VALUES ('隶书', '隶书')")).toThrow(/CHECK/)
  expect(() => database.exec("INSERT INTO font VALUES ('hei', '')")).toThrow(/CHECK/)
  expect(() => database.exec("INSERT INTO font VALUES ('hei', NULL)")).toThrow(/NOT NULL/)
})
