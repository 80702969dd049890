import SQLite, { type Database } from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { APPLICATION_ID, migrate } from '../../../electron/store/migrate.ts'

/** A database in memory as this migration leaves it. Old rows: none, it is the first. */
function migrated(): Database {
  const database = new SQLite(':memory:')
  onTestFinished(() => void database.close())
  database.pragma('foreign_keys = ON')
  migrate(database, 10)
  return database
}

const DOCUMENT = `INSERT INTO document (id, state, revision, content, title, issuers, signature_date, doubts, created_at, updated_at)
  VALUES (?, ?, 1, '{}', '通知', '[]', '', '[]', 1, 1)`

test('an empty file becomes a library that is marked as ours', () => {
  const database = migrated()
  expect(database.pragma('user_version', { simple: true })).toBe(10)
  expect(database.pragma('application_id', { simple: true })).toBe(APPLICATION_ID)
  const tables = database.prepare("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' ORDER BY name").all()
  const names = ['blob', 'document', 'history', 'number', 'profile', 'series', 'snapshot']
  expect(tables).toEqual(names.map((name) => ({ name, strict: 1 })))
})

test('rows of every table go in and come out', () => {
  const database = migrated()
  database.exec(`
    INSERT INTO profile VALUES (1, '河湾县人民政府办公室', '林禾', '河湾县人民政府公报');
    INSERT INTO blob VALUES ('aa', x'e6b2b3');
    INSERT INTO series VALUES ('s', '河政发', 1);
  `)
  database.prepare(DOCUMENT).run('d', 'numbered')
  database.exec(`
    UPDATE document SET original_sha256 = 'aa' WHERE id = 'd';
    INSERT INTO history VALUES ('h', 'd', 1, '林禾', 'created', '');
    INSERT INTO snapshot VALUES ('n', 'd', 'signed', '{}', 'ff', 1, '林禾');
    INSERT INTO number VALUES ('s', 2024, 1, 'd', 'next', 1, '林禾');
  `)
  const joined = database
    .prepare(
      `SELECT document.title, series.code, number.serial, hex(blob.bytes) AS bytes, history.what, snapshot.reason
       FROM document JOIN number ON number.document_id = document.id JOIN series ON series.id = series_id
       JOIN blob ON sha256 = original_sha256 JOIN history ON history.document_id = document.id
       JOIN snapshot ON snapshot.document_id = document.id`,
    )
    .all()
  expect(joined).toEqual([{ title: '通知', code: '河政发', serial: 1, bytes: 'E6B2B3', what: 'created', reason: 'signed' }])
})

test('the layout itself refuses what must never be', () => {
  const database = migrated()
  database.prepare(DOCUMENT).run('a', 'signed')
  database.prepare(DOCUMENT).run('b', 'signed')
  database.exec("INSERT INTO series VALUES ('s', '河政发', 1); INSERT INTO number VALUES ('s', 2024, 1, 'a', 'next', 1, '')")
  const refused: readonly (readonly [sql: string, why: RegExp])[] = [
    ["INSERT INTO number VALUES ('s', 2024, 1, 'b', 'next', 1, '')", /UNIQUE/], // one number twice
    ["INSERT INTO number VALUES ('s', 2024, 2, 'a', 'next', 1, '')", /UNIQUE/], // two numbers of one document
    ["INSERT INTO number VALUES ('s', 2024, 0, 'b', 'next', 1, '')", /CHECK/],
    ["INSERT INTO number VALUES ('s', 2024, 2, 'b', 'guess', 1, '')", /CHECK/],
    ["INSERT INTO number VALUES ('t', 2024, 2, 'b', 'next', 1, '')", /FOREIGN KEY/],
    ["INSERT INTO number VALUES ('s', 2024, 2, 'c', 'next', 1, '')", /FOREIGN KEY/],
    ["INSERT INTO series VALUES ('t', '河政发', 1)", /UNIQUE/],
    ["UPDATE document SET state = 'gone'", /CHECK/],
    ["UPDATE document SET revision = 'two'", /cannot store TEXT/],
    ["INSERT INTO history VALUES ('h', 'c', 1, '', '', '')", /FOREIGN KEY/],
    ["INSERT INTO snapshot VALUES ('n', 'c', '', '', '', 1, '')", /FOREIGN KEY/],
    ["INSERT INTO profile VALUES (2, '', '', '')", /CHECK/],
    ["DELETE FROM document WHERE id = 'a'", /FOREIGN KEY/],
  ]
  for (const [sql, why] of refused) expect(() => database.exec(sql), sql).toThrow(why)
})
