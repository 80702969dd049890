/** Issues of a gazette in the library. */
import type { Database } from 'better-sqlite3'
import { Refusal } from '../../shared/api/reply.ts'
import type { IssueRecord } from '../../shared/api/types.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import { partText } from '../../shared/document/text.ts'
import { issueName, parseIssue, type IssueFacts } from '../../shared/gazette/issue.ts'
import { newId, type Id } from '../../shared/lib/id.ts'
import type { Doubt } from '../../shared/recognise/doubt.ts'
import { folded } from '../../shared/recognise/organs.ts'
import { formatNumber, parseNumber } from '../../shared/register/number.ts'
import { insertDocument, keepBlob } from './documents.ts'
import { conflictFor, holderOf, importIssued } from './register-import.ts'
import { fingerprint } from './fingerprint.ts'
import { addSnapshot, requireRow, toRecord } from './rows.ts'
import type { IssueDocument, NewDocument, NewIssue, NewIssueDocument, RegisterNumber } from './store.ts'

/** A whole issue, inside one transaction; see the port. */
export function importIssue(database: Database, arrival: NewIssue): { issue: IssueRecord; documents: readonly IssueDocument[] } {
  assertNew(database, arrival.facts)
  assertNumbers(database, arrival)
  const id = insertIssue(database, arrival)
  const taken = new Set<string>()
  const documents: IssueDocument[] = []
  arrival.sections.forEach(({ name, documents: those }, position) => {
    const section = newId()
    database.prepare('INSERT INTO issue_section (id, issue_id, position, name) VALUES (?, ?, ?, ?)').run(section, id, position, name)
    those.forEach((one, at) => {
      const kept = keepDocument(database, arrival, one, taken)
      documents.push(kept)
      database
        .prepare('INSERT INTO issue_document (section_id, position, document_id, listed) VALUES (?, ?, ?, ?)')
        .run(section, at, kept.record.id, one.listed && JSON.stringify(one.listed))
    })
  })
  return { issue: readIssue(database, id), documents }
}

function assertNew(database: Database, facts: IssueFacts): void {
  const held = database.prepare('SELECT 1 FROM issue_number WHERE gazette_name = ? AND year = ? AND supplement = ? AND number = ?')
  const there = facts.numbers.filter((number) => held.get(facts.gazetteName, facts.year, Number(facts.supplement), number))
  if (there.length === 0) return
  throw new Refusal({
    code: 'numberTaken',
    message: `${issueName({ ...facts, numbers: there })}已在资料库里，没有导入`,
    safe: '资料库没有改动',
    next: '请核对年份和期号；若是同一期，不必再导入',
  })
}

/** All conflicts are named at once, so that the person need not find them one by one. */
function assertNumbers(database: Database, { sections }: NewIssue): void {
  const conflicts = sections.flatMap(({ documents }) => documents).flatMap(({ document }) => {
    const number = numberOf(document)
    const holder = number && holderOf(database, number)
    if (!number || (holder && sameTitle(holder.title, document))) return []
    return conflictFor(database, number, partText(document, 'title')) ?? []
  })
  if (conflicts.length === 0) return
  throw new Refusal({
    code: 'numberTaken',
    message: `这一期里有${conflicts.length}个文号已经给了别的文件，整期没有导入：${conflicts.join('；')}`,
    safe: '资料库没有改动',
    next: '请对照原件核对这些文号',
    details: conflicts,
  })
}

/** Enters a document, or finds the one that holds its number. `taken`: numbers of this issue so far. */
function keepDocument(database: Database, arrival: NewIssue, { document, doubts }: NewIssueDocument, taken: Set<string>): IssueDocument {
  const { who, original, facts } = arrival
  const file: NewDocument = { document, doubts, original, who, what: 'imported', detail: `${issueName(facts)}（${original.name}）` }
  const number = numberOf(document)
  if (number === null) return { record: insertUnregistered(database, file), doubts, linked: false }
  const printed = formatNumber(number)
  if (taken.has(printed)) {
    const twice = [...doubts, { where: '发文字号', what: `${printed}在这一期里出现两次，登记给了前一份，这一份照印，没有登记` }]
    return { record: insertUnregistered(database, { ...file, doubts: twice }), doubts: twice, linked: false }
  }
  taken.add(printed)
  const holder = holderOf(database, number)
  if (!holder) return { record: importIssued(database, file, number), doubts, linked: false }
  return { ...linkedTo(database, holder.id, file), linked: true }
}

/** The document that is there stays as it is; the issue's text, where it differs, is kept beside it. */
function linkedTo(database: Database, id: Id, { document, doubts, who }: NewDocument): { record: IssueDocument['record']; doubts: readonly Doubt[] } {
  const row = requireRow(database, id)
  const record = toRecord(database, row)
  if (fingerprint(parseDocument(JSON.parse(row.content))) === fingerprint(document)) return { record, doubts: doubts ?? [] }
  addSnapshot(database, id, document, { at: Date.now(), who, reason: 'published' })
  const differs = { where: '全文', what: '资料库里已有这一份，文字与这一期所印的有出入；库里的没有改动，所印的文字另存了一份快照' }
  return { record, doubts: [...(doubts ?? []), differs] }
}

/** A document that was published without a number of its own. */
function insertUnregistered(database: Database, arrival: NewDocument): IssueDocument['record'] {
  const id = insertDocument(database, arrival, 'issued')
  addSnapshot(database, id, arrival.document, { at: Date.now(), who: arrival.who, reason: 'issued' })
  return toRecord(database, requireRow(database, id))
}

function numberOf({ header }: NewDocument['document']): RegisterNumber | null {
  return header.documentNumber === null ? null : parseNumber(header.documentNumber)
}

function sameTitle(title: string, document: NewDocument['document']): boolean {
  return folded(title) === folded(partText(document, 'title'))
}

function insertIssue(database: Database, { facts, doubts, who, original }: NewIssue): Id {
  const now = Date.now()
  const id = newId(now)
  database
    .prepare(
      `INSERT INTO issue (id, gazette_name, year, numbers, supplement, total, date, sponsor, board, introduction, cover, doubts,
         original_sha256, original_name, created_at, who)
       VALUES (@id, @gazetteName, @year, @numbers, @supplement, @total, @date, @sponsor, @board, @introduction, @cover, @doubts,
         @sha256, @name, @now, @who)`,
    )
    .run({
      ...facts,
      id,
      now,
      who,
      numbers: JSON.stringify(facts.numbers),
      supplement: Number(facts.supplement),
      board: JSON.stringify(facts.board),
      doubts: JSON.stringify(doubts),
      sha256: keepBlob(database, original.bytes),
      name: original.name,
    })
  const enter = database.prepare('INSERT INTO issue_number (gazette_name, year, supplement, number, issue_id) VALUES (?, ?, ?, ?, ?)')
  for (const number of facts.numbers) enter.run(facts.gazetteName, facts.year, Number(facts.supplement), number, id)
  return id
}

interface IssueRow {
  readonly gazetteName: string
  readonly year: number
  readonly numbers: string
  readonly supplement: number
  readonly total: number | null
  readonly date: string
  readonly sponsor: string
  readonly board: string
  readonly introduction: string
  readonly cover: string
  readonly doubts: string
}

function readIssue(database: Database, id: Id): IssueRecord {
  const row = database
    .prepare<[string], IssueRow>(
      `SELECT gazette_name AS gazetteName, year, numbers, supplement, total, date, sponsor, board, introduction, cover, doubts
       FROM issue WHERE id = ?`,
    )
    .get(id)
  if (!row) throw new Refusal({ code: 'notFound', message: '没有这一期公报', next: '请刷新后再试' })
  const { doubts, ...facts } = row
  const issue = parseIssue({
    ...facts,
    numbers: JSON.parse(row.numbers) as unknown,
    supplement: row.supplement === 1,
    board: JSON.parse(row.board) as unknown,
    sections: readSections(database, id),
  })
  return { ...issue, id, doubts: JSON.parse(doubts) as Doubt[] }
}

function readSections(database: Database, id: Id): unknown {
  const documents = database.prepare<[string], { documentId: Id; listed: string | null }>(
    'SELECT document_id AS documentId, listed FROM issue_document WHERE section_id = ? ORDER BY position',
  )
  return database
    .prepare<[string], { id: Id; name: string }>('SELECT id, name FROM issue_section WHERE issue_id = ? ORDER BY position')
    .all(id)
    .map(({ id: section, name }) => ({
      name,
      documents: documents.all(section).map(({ documentId, listed }) => ({ documentId, listed: listed === null ? null : (JSON.parse(listed) as unknown) })),
    }))
}
