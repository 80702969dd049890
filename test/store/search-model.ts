/** What a search of the library must find, read off the documents themselves, slowly. */
import type { SearchRequest } from '../../shared/api/search-types.ts'
import type { DocumentRecord } from '../../shared/api/types.ts'
import type { Document } from '../../shared/document/types.ts'

/** A request for words and nothing else. */
export const request = (words: string, rest: Partial<SearchRequest> = {}): SearchRequest => ({
  words, filter: 'all', states: [], genres: [], organs: [], years: [], order: 'relevance', offset: 0, limit: 200, ...rest,
})

/** A document of the library, and whether it is discarded. */
export interface Known {
  readonly record: DocumentRecord
  readonly discarded: boolean
}

/** How often a word stands in the lines of a document, also inside itself. */
export function countIn(document: Document, word: string): number {
  const wanted = plain(word)
  let count = 0
  for (const line of linesOf(document)) for (let at = 0; at < line.length; at++) if (line.startsWith(wanted, at)) count += 1
  return count
}

/** The documents that hold all words, in the order of relevance: words in title and number, hits, date, last change. */
export function expected(known: readonly Known[], words: string, discarded = false): readonly string[] {
  const list = [...new Set(words.split(' ').map(plain).filter((word) => word !== ''))]
  const found = known
    .filter((one) => one.discarded === discarded)
    .map(({ record }) => ({ record, counts: list.map((word) => countIn(record.document, word)) }))
    .filter(({ counts }) => counts.every((count) => count > 0))
    .map(({ record, counts }) => ({
      record,
      inHead: list.filter((word) => plain(titleOf(record.document)).includes(word) || plain(record.document.header.documentNumber ?? '').includes(word)).length,
      hits: counts.reduce((sum, count) => sum + count, 0),
    }))
  const day = ({ document }: DocumentRecord): number => Number(/(\d{4})年(\d+)月(\d+)日/.exec(plain(JSON.stringify(document.parts)))?.slice(1).map((part) => part.padStart(2, '0')).join('') ?? 0)
  return found
    .sort((a, b) => b.inHead - a.inHead || b.hits - a.hits || day(b.record) - day(a.record) || b.record.updatedAt - a.record.updatedAt)
    .map(({ record }) => record.id)
}

/** As the search reads a text: the alphabet of these tests has nothing stranger. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s/g, '').replace(/[〔[【]/g, '(').replace(/[〕\]】]/g, ')')
}

function titleOf({ parts }: Document): string {
  const [title] = parts
  return title ? lineOf(title) : ''
}

/** What holds leaves of text is a line; so is a cell, and a field of the header. */
function linesOf({ header, parts }: Document): readonly string[] {
  const lines: string[] = [...header.issuers, header.documentNumber ?? '']
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || !('children' in node) || !Array.isArray(node.children)) return
    if (('type' in node && node.type === 'cell') || node.children.some((child: object) => 'text' in child)) lines.push(lineOf(node))
    else node.children.forEach(visit)
    if ('caption' in node) lines.push(String(node.caption))
  }
  parts.forEach(visit)
  return lines.map(plain)
}

function lineOf(node: object): string {
  if ('text' in node) return 'del' in node ? '' : String(node.text)
  return 'children' in node && Array.isArray(node.children) ? node.children.map(lineOf).join('') : ''
}
