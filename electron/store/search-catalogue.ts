/**
 * All documents as lists, filters and counts need them, kept in memory and brought up to date before each use: to count the kinds of 20,000
 * documents in SQL takes longer than the search itself. A document takes about 1 kB.
 */
import type { Database } from 'better-sqlite3'
import type { DocumentSummary } from '../../shared/api/types.ts'
import { parseDate } from '../../shared/document/date.ts'
import { issueName } from '../../shared/gazette/issue.ts'
import type { Id } from '../../shared/lib/id.ts'
import { parseNumber } from '../../shared/register/number.ts'
import { fold } from '../../shared/search/fold.ts'
import { toSummary, type SummaryRow } from './rows.ts'

/** All that filters and counts read of a document. Documents that are alike in it share one, so that each kind is looked at once. */
export interface Traits {
  /** Its place among all of the catalogue. */
  readonly at: number
  readonly state: DocumentSummary['state']
  readonly genre: DocumentSummary['genre']
  /** Each once: what is issued by an organ that is named twice is one document. */
  readonly issuers: readonly string[]
  readonly year: number | null
  readonly drafter: string
  readonly handler: string
  /** Some issue printed it. */
  readonly published: boolean
  readonly discarded: boolean
}

/** One document. */
export interface Entry {
  readonly key: number // the rowid of the index
  readonly summary: DocumentSummary
  readonly traits: Traits
  /** The index does not know its text as it stands now. */
  readonly due: boolean
  /** Pairs of characters that the index has of it; null where it is not in it. */
  readonly pairs: number | null
  /** 20240508; 0 where the date is no complete one. */
  readonly day: number
  readonly number: { readonly code: string; readonly year: number; readonly serial: number }
  /** Title and number, folded, a line each. */
  readonly head: string
  /** Name of the issue that printed it; "" for none. */
  readonly issue: string
}

export interface Catalogue {
  readonly entries: ReadonlyMap<number, Entry>
  readonly traits: readonly Traits[]
  /** Those whose text the index does not know as it stands. */
  readonly due: readonly Entry[]
  /** How many documents are in the index, and how many pairs of characters it has of all of them. */
  readonly indexed: { readonly documents: number; readonly pairs: number }
  /** Another one whenever something in it has changed. */
  readonly version: number
}

interface Row extends Omit<SummaryRow, 'id'> {
  readonly key: number
  readonly id: Id
  readonly due: number
  readonly pairs: number | null
  readonly drafter: string
  readonly handler: string
  readonly discarded_at: number | null
}

/** A catalogue of a library; each call gives it as it is in the transaction that it is called in. */
export function openCatalogue(database: Database): () => Catalogue {
  const entries = new Map<number, Entry>()
  const clockNow = database.prepare<[], number>('SELECT at FROM search_clock').pluck()
  let traits = openTraits()
  let now: Catalogue = { entries, traits: traits.all, due: [], indexed: { documents: 0, pairs: 0 }, version: 0 }
  const load = (since: number): void => {
    const issues = issuesOf(database)
    for (const row of rowsSince(database, since)) entries.set(row.key, entryOf(row, issues.get(row.id) ?? '', traits.shared))
  }
  return () => {
    const clock = clockNow.get() ?? 0
    if (clock === now.version) return now
    load(now.version)
    // What was deleted is in no row that changed.
    if (entries.size !== database.prepare('SELECT count(*) FROM searched').pluck().get()) {
      entries.clear()
      traits = openTraits()
      load(0)
    }
    now = { entries, traits: traits.all, ...totalsOf(entries), version: clock }
    return now
  }
}

function totalsOf(entries: ReadonlyMap<number, Entry>): Pick<Catalogue, 'due' | 'indexed'> {
  const due: Entry[] = []
  let [documents, pairs] = [0, 0]
  for (const entry of entries.values()) {
    if (entry.due) due.push(entry)
    if (entry.pairs === null) continue
    documents += 1
    pairs += entry.pairs
  }
  return { due, indexed: { documents, pairs } }
}

/** Traits as they come up, each once. */
function openTraits(): { readonly all: readonly Traits[]; readonly shared: (one: Omit<Traits, 'at'>) => Traits } {
  const all: Traits[] = []
  const known = new Map<string, Traits>()
  return {
    all,
    shared(one) {
      const name = JSON.stringify(Object.values(one))
      const found = known.get(name)
      if (found) return found
      const traits = { ...one, at: all.length }
      all.push(traits)
      known.set(name, traits)
      return traits
    },
  }
}

function rowsSince(database: Database, since: number): readonly Row[] {
  return database
    .prepare<[number], Row>(
      `SELECT id AS key, document_id AS id, due, pairs, state, genre, issuers, title, document_number, signature_date, drafter, handler, updated_at, discarded_at
       FROM searched WHERE touched > ?`,
    )
    .all(since)
}

/** In which issue each printed document stands; the last where it is in several. */
function issuesOf(database: Database): ReadonlyMap<Id, string> {
  const rows = database
    .prepare<[], { id: Id; gazetteName: string; year: number; numbers: string; supplement: number }>(
      `SELECT document_id AS id, gazette_name AS gazetteName, year, numbers, supplement FROM issue_document
       JOIN issue_section ON issue_section.id = section_id JOIN issue ON issue.id = issue_id ORDER BY issue.created_at, issue.rowid`,
    )
    .all()
  return new Map(rows.map(({ id, numbers, supplement, ...facts }) => [id, issueName({ ...facts, numbers: JSON.parse(numbers) as number[], supplement: supplement === 1 })]))
}

function entryOf(row: Row, issue: string, shared: (one: Omit<Traits, 'at'>) => Traits): Entry {
  const { key, due, pairs, drafter, handler, discarded_at: discarded } = row
  const summary = toSummary(row)
  const { state, genre, issuers } = summary
  const number = parseNumber(summary.documentNumber ?? '')
  const date = parseDate(summary.signatureDate)
  return {
    key,
    summary,
    traits: shared({ state, genre, issuers: [...new Set(issuers)], year: number?.year ?? yearOf(summary.signatureDate), drafter, handler, published: issue !== '', discarded: discarded !== null }),
    issue,
    due: due === 1,
    pairs,
    day: typeof date === 'string' ? Number(date.replaceAll('-', '')) : 0,
    number: number ?? { code: summary.documentNumber ?? '', year: 0, serial: 0 },
    head: `${fold(summary.title)}\n${fold(summary.documentNumber ?? '')}`,
  }
}

/** The year of a date that may be incomplete: 2024年5月. */
function yearOf(printed: string): number | null {
  const year = /(?<!\d)((?:19|20)\d{2})年/.exec(printed)?.[1]
  return year === undefined ? null : Number(year)
}
