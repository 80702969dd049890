/** The lines of documents, as they were when they were indexed: packed, since a context needs a few of them and none of the document's structure. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Database } from 'better-sqlite3'
import { parseDocument } from '../../shared/document/parse.ts'
import { searchLines, type SearchLine } from '../../shared/search/lines.ts'
import { packLines, unpackLines, type SearchText } from '../../shared/search/text.ts'
import type { Entry } from './search-catalogue.ts'

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

/** So many texts are kept at hand, about 50 kB each: who types a word asks for much the same documents with each character. */
const AT_HAND = 200

/** Reads lines as they were kept; none where a document was never indexed. An entry stands for one state of a document: a changed one has another. */
export function linesReader(database: Database): (entry: Entry) => SearchText {
  const read = database.prepare<[number], Uint8Array>('SELECT packed FROM searched_lines WHERE id = ?').pluck()
  const atHand = new Map<Entry, SearchText>()
  return (entry) => {
    const packed = atHand.has(entry) ? undefined : read.get(entry.key)
    const text = atHand.get(entry) ?? unpackLines(packed ? inflateRawSync(packed, { chunkSize: CHUNK }).toString('utf8') : '')
    atHand.delete(entry)
    atHand.set(entry, text)
    const [oldest] = atHand.keys()
    if (atHand.size > AT_HAND && oldest) atHand.delete(oldest)
    return text
  }
}
