import SQLite, { type Database } from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { migrate } from '../../../electron/store/migrate.ts'

const TABLES = ['profile', 'blob', 'document', 'history', 'snapshot', 'series', 'number']

/** A library as the version before left it, with a row in every table. */
function old(): Database {
  const database = new SQLite(':memory:')
  onTestFinished(() => void database.close())
  database.pragma('foreign_keys = ON')
  migrate(database, 10)
  database.exec(`
    INSERT INTO profile VALUES (1, '河湾县人民政府办公室', '林禾', '河湾县人民政府公报');
    INSERT INTO blob VALUES ('aa', x'e6b2b3');
    INSERT INTO document (id, state, revision, content, title, issuers, document_number, signature_date, doubts, original_sha256, created_at, updated_at)
      VALUES ('d', 'issued', 1, '{}', '关于做好防汛工作的通知', '[]', '河政发〔2024〕1号', '', '[]', 'aa', 1, 1);
    INSERT INTO history VALUES ('h', 'd', 1, '林禾', 'imported', '');
    INSERT INTO snapshot VALUES ('n', 'd', 'issued', '{}', 'ff', 1, '林禾');
    INSERT INTO series VALUES ('s', '河政发', 1);
    INSERT INTO number VALUES ('s', 2024, 1, 'd', 'import', 1, '林禾');
  `)
  return database
}

const rows = (database: Database): unknown => TABLES.map((table) => [table, database.prepare(`SELECT * FROM ${table}`).all()])

const ISSUE = `INSERT INTO issue VALUES ('i', '河湾县人民政府公报', 2024, '[5,6]', 0, 18, '2024年6月30日', '河湾县人民政府办公室', '[]', '', '', '[]', 'aa', '公报.txt', 1, '林禾');
  INSERT INTO issue_number VALUES ('河湾县人民政府公报', 2024, 0, 5, 'i'), ('河湾县人民政府公报', 2024, 0, 6, 'i');
  INSERT INTO issue_section VALUES ('p', 'i', 0, '人事任免');
  INSERT INTO issue_document VALUES ('p', 0, 'd', NULL);`

test('old rows stay as they are, and issues find room beside them', () => {
  const database = old()
  const before = rows(database)
  migrate(database, 20)
  expect(database.pragma('user_version', { simple: true })).toBe(20)
  expect(rows(database)).toEqual(before)
  const strict = database.prepare("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name LIKE 'issue%' ORDER BY name").all()
  expect(strict).toEqual(['issue', 'issue_document', 'issue_number', 'issue_section'].map((name) => ({ name, strict: 1 })))

  database.exec(ISSUE)
  const joined = database
    .prepare(
      `SELECT number, name, title FROM issue JOIN issue_number ON issue_number.issue_id = issue.id JOIN issue_section ON issue_section.issue_id = issue.id
       JOIN issue_document ON section_id = issue_section.id JOIN document ON document.id = document_id JOIN blob ON sha256 = issue.original_sha256 ORDER BY number`,
    )
    .all()
  expect(joined).toEqual([5, 6].map((number) => ({ number, name: '人事任免', title: '关于做好防汛工作的通知' })))
})

test('the layout itself refuses what must never be', () => {
  const database = old()
  migrate(database, 20)
  database.exec(ISSUE)
  const refused: readonly (readonly [sql: string, why: RegExp])[] = [
    ["INSERT INTO issue_number VALUES ('河湾县人民政府公报', 2024, 0, 6, 'i')", /UNIQUE/], // one number twice
    ["INSERT INTO issue_number VALUES ('河湾县人民政府公报', 2024, 0, 0, 'i')", /CHECK/],
    ["INSERT INTO issue_number VALUES ('河湾县人民政府公报', 2024, 0, 7, 'j')", /FOREIGN KEY/],
    ["INSERT INTO issue_section VALUES ('q', 'i', 0, '')", /UNIQUE/], // two sections in one place
    ["INSERT INTO issue_section VALUES ('q', 'j', 0, '')", /FOREIGN KEY/],
    ["INSERT INTO issue_document VALUES ('p', 0, 'd', NULL)", /UNIQUE/], // two documents in one place
    ["INSERT INTO issue_document VALUES ('p', 1, 'e', NULL)", /FOREIGN KEY/],
    ["UPDATE issue SET original_sha256 = 'bb'", /FOREIGN KEY/],
    ["UPDATE issue SET supplement = 2", /CHECK/],
    ["UPDATE issue SET year = 'two'", /cannot store TEXT/],
    ["DELETE FROM document WHERE id = 'd'", /FOREIGN KEY/],
  ]
  for (const [sql, why] of refused) expect(() => database.exec(sql), sql).toThrow(why)
})
