/** Fills what the register's layout asks of old rows and SQL cannot say: fingerprints and the book's fields. */
import type { Database } from 'better-sqlite3'
import { DocumentFault, parseDocument } from '../../shared/document/parse.ts'
import type { Document } from '../../shared/document/types.ts'
import { bookFieldsOf } from '../../shared/register/book.ts'
import { fingerprint } from './fingerprint.ts'

interface OldRow {
  readonly id: string
  readonly content: string
  readonly drafter: string
}

/** Part of migration 40, inside its transaction. A content that cannot be read is left without a fingerprint; opening it says what is wrong with it. */
export function fillRegister(database: Database): void {
  const setFingerprint = database.prepare('UPDATE document SET fingerprint = ? WHERE id = ?')
  const setNumber = database.prepare(
    'UPDATE number SET fingerprint = ?, date = ?, title = ?, secrecy = ?, sent_to = ?, signer = ?, drafter = ? WHERE document_id = ?',
  )
  const frozen = database
    .prepare<[string], string>("SELECT fingerprint FROM snapshot WHERE document_id = ? AND reason IN ('numbered', 'issued') ORDER BY at DESC, rowid DESC LIMIT 1")
    .pluck()
  const signer = database.prepare<[string], string>("SELECT detail FROM log WHERE document_id = ? AND what = 'signed' ORDER BY seq DESC LIMIT 1").pluck()
  for (const row of database.prepare<[], OldRow>('SELECT id, content, drafter FROM document').all()) {
    const document = readable(row.content)
    if (!document) continue
    const own = fingerprint(document)
    setFingerprint.run(own, row.id)
    const fields = bookFieldsOf(document, { signer: (signer.get(row.id) ?? '').replace(/^签发人：/, ''), drafter: row.drafter })
    setNumber.run(frozen.get(row.id) ?? own, fields.date, fields.title, fields.secrecy, fields.sentTo, fields.signer, fields.drafter, row.id)
  }
}

function readable(content: string): Document | null {
  try {
    return parseDocument(JSON.parse(content))
  } catch (error) {
    if (error instanceof DocumentFault || error instanceof SyntaxError) return null
    throw error
  }
}
