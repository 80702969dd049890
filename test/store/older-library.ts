/** Libraries as earlier versions of the program left them, with documents, numbers and a history. */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import SQLite from 'better-sqlite3'
import { layoutOf as layoutOfDatabase, migrate } from '../../electron/store/migrate.ts'
import type { Document } from '../../shared/document/types.ts'

export interface Older {
  readonly file: string
  /** 10, 20 or 30. */
  readonly layout: 10 | 20 | 30
  /** The first half of them has numbers, 河政发〔2024〕1号 and on. */
  readonly documents: readonly Document[]
}

/** Makes the file. Ids are "d0", "d1"… */
export function makeOlder({ file, layout, documents }: Older): void {
  mkdirSync(dirname(file), { recursive: true })
  const database = new SQLite(file)
  database.pragma('journal_mode = WAL')
  database.pragma('foreign_keys = ON')
  migrate(database, layout)
  database.exec(`
    INSERT INTO profile VALUES (1, '河湾县人民政府办公室', '林禾', '河湾县人民政府公报');
    INSERT INTO series VALUES ('0193a0de-0000-7000-8000-000000000001', '河政发', 1);
  `)
  const insert = database.prepare(
    `INSERT INTO document (id, state, revision, content, title, issuers, document_number, signature_date, doubts, created_at, updated_at)
     VALUES (?, ?, 1, ?, ?, '[]', ?, '2024年9月30日', '[]', 1, 2)`,
  )
  const tell = database.prepare("INSERT INTO history VALUES (?, ?, ?, '林禾', ?, ?)")
  const number = database.prepare("INSERT INTO number VALUES ('0193a0de-0000-7000-8000-000000000001', 2024, ?, ?, 'next', 3, '林禾')")
  database.transaction(() => {
    documents.forEach((document, at) => {
      const numbered = at < documents.length / 2
      const printed = numbered ? `河政发〔2024〕${at + 1}号` : null
      insert.run(`d${at}`, numbered ? 'numbered' : 'draft', JSON.stringify(document), `第${at}份`, printed)
      tell.run(`h${at}`, `d${at}`, 1, 'created', '通知')
      if (!numbered) return
      number.run(at + 1, `d${at}`)
      tell.run(`n${at}`, `d${at}`, 3, 'numbered', printed)
    })
  })()
  database.close()
}

/** The layout of a library's file. */
export function layoutOf(file: string): number {
  const database = new SQLite(file, { readonly: true })
  try {
    return layoutOfDatabase(database)
  } finally {
    database.close()
  }
}
