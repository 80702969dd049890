/** What must hold of a library after a crash, asked of SQLite itself. */
import { existsSync } from 'node:fs'
import SQLite, { type Database } from 'better-sqlite3'
import { checkFile } from '../../../electron/store/backup-check.ts'
import { backupsIn } from '../../../electron/store/backup-folder.ts'
import { parseDocument } from '../../../shared/document/parse.ts'
import { numberOf } from './text.ts'
import type { Done } from './victims.ts'

/** Throws with what is wrong. */
export function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what)
}

/** Opens the file as the next program would, with its log read in, and asks SQLite for faults. */
export function asking<T>(file: string, work: (database: Database) => T): T {
  const database = new SQLite(file, { fileMustExist: true })
  try {
    const found = [String(database.pragma('integrity_check', { simple: true })), ...(database.pragma('foreign_key_check') as readonly object[])]
    must(found.length === 1 && found[0] === 'ok', `${file}: ${JSON.stringify(found)}`)
    return work(database)
  } finally {
    database.close()
  }
}

/** Every text in the library is one whole text; their numbers by document. */
export function wholeTexts(database: Database): ReadonlyMap<string, number> {
  const rows = database.prepare<[], { id: string; content: string }>('SELECT id, content FROM document').all()
  return new Map(rows.map(({ id, content }) => [id, numberOf(parseDocument(JSON.parse(content)))]))
}

/** Every number that was given out is in the book with its document; none is there twice, none is left out. */
export function numbersKept(database: Database, given: readonly Extract<Done, { allocated: string }>[]): void {
  const rows = database.prepare<[], { serial: number; document_id: string }>('SELECT serial, document_id FROM number ORDER BY serial').all()
  rows.forEach(({ serial }, at) => must(serial === at + 1, `serial ${serial} in place ${at + 1}`))
  const held = new Map(rows.map((row) => [row.serial, row.document_id]))
  const printed = database.prepare<[string], string | null>('SELECT document_number FROM document WHERE id = ?').pluck()
  for (const one of given) {
    must(held.get(one.number) === one.allocated, `${one.printed} is not with its document`)
    must(printed.get(one.allocated) === one.printed, `${one.printed} is not in its document`)
  }
}

/** Files that were read once: a backup is never written again. */
const read = new Map<string, string>()

/** Every backup that was said to be made is there and holds what was said; every one that is listed as sound is. How many are listed. */
export async function backupsKept(library: string, made: readonly Extract<Done, { backup: string }>[] = []): Promise<number> {
  const listed = backupsIn(library)
  for (const { file, fault } of listed) {
    must(fault === null, `${file}: ${String(fault)}`)
    if (!read.has(file)) read.set(file, JSON.stringify(await checkFile(file)))
    must(read.get(file)?.startsWith('{') === true, `${file}: ${String(read.get(file))}`)
  }
  for (const { backup, documents, numbers } of made) {
    must(existsSync(backup), `${backup} is gone`)
    must(read.get(backup) === JSON.stringify({ documents, numbers }), `${backup}: ${String(read.get(backup))}`)
  }
  return listed.length
}
