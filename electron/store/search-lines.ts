/** The lines of documents, as they were when they were indexed: packed, since a context needs a few of them and none of the document's structure. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Database } from 'better-sqlite3'
import { parseDocument } from '../../shared/document/parse.ts'
import { searchLines, type SearchLine } from '../../shared/search/lines.ts'
import { packLines, unpackLines, type SearchText } from '../../shared/search/text.ts'

/** The lines of a stored content; none of one that cannot be read, which is said where it is opened. */
export function linesOf(content: string): readonly SearchLine[] {
  try {
    return searchLines(parseDocument(JSON.parse(content)))
  } catch {
    return []
  }
}

/** Keeps the lines of a document under its rowid of the index, inside the caller's transaction. */
export function keepLines(database: Database, key: number, lines: readonly SearchLine[]): void {
  const packed = deflateRawSync(packLines(lines), { level: 3 })
  database.prepare('INSERT OR REPLACE INTO searched_lines (id, packed) VALUES (?, ?)').run(key, packed)
}

/** Room for the lines of most documents, in bytes: what is longer is put together of several. */
const CHUNK = 1 << 15

/** Reads lines as they were kept; none where a document was never indexed. */
export function linesReader(database: Database): (key: number) => SearchText {
  const read = database.prepare<[number], Uint8Array>('SELECT packed FROM searched_lines WHERE id = ?').pluck()
  return (key) => {
    const packed = read.get(key)
    return unpackLines(packed ? inflateRawSync(packed, { chunkSize: CHUNK }).toString('utf8') : '')
  }
}
