import SQLite, { type Database } from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { fingerprint } from '../../../electron/store/fingerprint.ts'
import { migrate } from '../../../electron/store/migrate.ts'
import { readyDocument } from '../library.ts'

const NUMBERED = readyDocument('关于做好防汛工作的通知')

/** A library as the version before left it: a draft, a signed one that was returned once, one with its number, an imported one in an issue. */
function old(): Database {
  const database = new SQLite(':memory:')
  onTestFinished(() => void database.close())
  database.pragma('foreign_keys = ON')
  migrate(database, 30)
  const insert = database.prepare(
    `INSERT INTO document (id, state, revision, content, title, issuers, document_number, signature_date, doubts, original_sha256, created_at, updated_at)
     VALUES (?, ?, 1, ?, ?, '[]', ?, '2024年9月30日', '[]', ?, 1, 2)`,
  )
  database.exec("INSERT INTO blob VALUES ('aa', x'e6b2b3')")
  insert.run('d', 'draft', 'not readable', '旧稿', null, null)
  insert.run('n', 'numbered', JSON.stringify(NUMBERED), '关于做好防汛工作的通知', '河政发〔2024〕3号', null)
  insert.run('i', 'issued', JSON.stringify(readyDocument('关于春耕的通知')), '关于春耕的通知', '河政发〔2024〕1号', 'aa')
  database.exec(`
    INSERT INTO history VALUES ('h1', 'd', 1, '邵一帆', 'created', '通知'), ('h2', 'n', 1, '林禾', 'created', ''), ('h3', 'n', 2, '林禾', 'signed', '签发人：县长 周明远'),
      ('h4', 'n', 3, '林禾', 'numbered', '河政发〔2024〕3号'), ('h5', 'i', 4, '林禾', 'imported', '旧件.txt');
    INSERT INTO snapshot VALUES ('s1', 'n', 'signed', '{}', 'ff', 2, '林禾'), ('s2', 'n', 'numbered', '{}', 'ee', 3, '林禾');
    INSERT INTO series VALUES ('s', '河政发', 1);
    INSERT INTO number VALUES ('s', 2024, 3, 'n', 'next', 3, '林禾'), ('s', 2024, 1, 'i', 'import', 4, '林禾');
    INSERT INTO issue VALUES ('g', '河湾县人民政府公报', 2024, '[1]', 0, NULL, '', '', '[]', '', '', '[]', 'aa', '公报.txt', 1, '林禾');
    INSERT INTO issue_section VALUES ('p', 'g', 0, '县政府文件');
    INSERT INTO issue_document VALUES ('p', 0, 'i', NULL);
  `)
  return database
}

test('documents, numbers, series and history go over whole, with what the new layout asks for', () => {
  const database = old()
  migrate(database, 40)
  expect(database.pragma('user_version', { simple: true })).toBe(40)
  expect(database.pragma('foreign_keys', { simple: true })).toBe(1)
  expect(database.pragma('foreign_key_check')).toEqual([])

  expect(database.prepare('SELECT id, state, document_number, drafter, handler, fingerprint, created_at, updated_at FROM document ORDER BY rowid').all()).toEqual([
    { id: 'd', state: 'draft', document_number: null, drafter: '邵一帆', handler: '', fingerprint: '', created_at: 1, updated_at: 2 },
    { id: 'n', state: 'numbered', document_number: '河政发〔2024〕3号', drafter: '林禾', handler: '', fingerprint: fingerprint(NUMBERED), created_at: 1, updated_at: 2 },
    { id: 'i', state: 'issued', document_number: '河政发〔2024〕1号', drafter: '', handler: '', fingerprint: fingerprint(readyDocument('关于春耕的通知')), created_at: 1, updated_at: 2 },
  ])
  expect(database.prepare('SELECT code, name, form, run_id, yearly, start, start_year FROM series').all()).toEqual([
    { code: '河政发', name: '', form: 'bracket', run_id: 's', yearly: 1, start: 1, start_year: null },
  ])
  expect(database.prepare('SELECT serial, period, year, status, document_id, holder, fingerprint, title, date, signer, drafter FROM number ORDER BY serial').all()).toEqual([
    { serial: 1, period: 2024, year: 2024, status: 'used', document_id: 'i', holder: '林禾', fingerprint: fingerprint(readyDocument('关于春耕的通知')), title: '关于春耕的通知', date: '2024年9月30日', signer: '', drafter: '' },
    // The text that the number was given to, whatever the document says now.
    { serial: 3, period: 2024, year: 2024, status: 'used', document_id: 'n', holder: '林禾', fingerprint: 'ee', title: '关于做好防汛工作的通知', date: '2024年9月30日', signer: '县长 周明远', drafter: '林禾' },
  ])
  expect(database.prepare('SELECT what, document_id, serial FROM log ORDER BY seq').all()).toEqual([
    { what: 'created', document_id: 'd', serial: null },
    { what: 'created', document_id: 'n', serial: null },
    { what: 'signed', document_id: 'n', serial: null },
    { what: 'numbered', document_id: 'n', serial: 3 },
    { what: 'imported', document_id: 'i', serial: 1 },
  ])
  expect(database.prepare('SELECT title FROM issue_document JOIN document ON id = document_id').pluck().all()).toEqual(['关于春耕的通知'])
})

test('a new library has the layout of one that was brought up, and both refuse what must never be', () => {
  const database = old()
  migrate(database, 40)
  const number = (serial: number, status: string, document: string | null, fingerprint: string | null): string =>
    `INSERT INTO number (id, run_id, period, serial, series_id, year, status, document_id, holder, reason, fingerprint, at)
     VALUES ('x${serial}', 's', 2024, ${serial}, 's', 2024, '${status}', ${document && `'${document}'`}, '', '', ${fingerprint && `'${fingerprint}'`}, 1)`
  const refused: readonly (readonly [sql: string, why: RegExp])[] = [
    ["UPDATE log SET who = '别人'", /append-only/],
    ['DELETE FROM log', /append-only/],
    [number(3, 'void', null, null), /UNIQUE/], // a serial twice
    [number(4, 'used', 'i', 'ff'), /UNIQUE/], // a document with two numbers
    [number(4, 'used', null, 'ff'), /CHECK/],
    [number(4, 'used', 'd', null), /CHECK/],
    [number(4, 'reserved', 'd', null), /CHECK/],
    [number(0, 'void', null, null), /CHECK/],
    ["UPDATE document SET state = 'sent' WHERE id = 'd'", /CHECK/],
    ["UPDATE series SET run_id = 'nobody'", /FOREIGN KEY/],
    ["DELETE FROM document WHERE id = 'd'", /FOREIGN KEY/],
  ]
  for (const [sql, why] of refused) expect(() => database.exec(sql), sql).toThrow(why)
})
