/** What the register shows: the strip of a series in a year, one number with its history, the whole book. Reads only. */
import type { Database } from 'better-sqlite3'
import type { NumberDetail, NumberKey, NumberRow, NumberSheet } from '../../shared/api/register-types.ts'
import type { HistoryEntry } from '../../shared/api/types.ts'
import { issueName } from '../../shared/gazette/issue.ts'
import type { Id } from '../../shared/lib/id.ts'
import type { NumberEntry } from '../../shared/register/entry.ts'
import { dayOf } from '../../shared/register/holder.ts'
import { kindOf, sheetLines } from '../../shared/register/run.ts'
import { firstSerial, periodOf, printedNumber, type SeriesRule } from '../../shared/register/series.ts'
import type { DocumentState } from '../../shared/workflow/states.ts'
import { ENTRY_COLUMNS, numberOf, toEntry } from './register-entries.ts'
import type { BookRow } from './register-port.ts'
import { listRules, requireRule, stateOf, yearsOf } from './register-series.ts'

/** An entry with what the library knows of its document. */
interface Shown extends NumberEntry {
  readonly state: DocumentState | null
  readonly same: boolean
  readonly issue: string
}

type ShownRow = Parameters<typeof toEntry>[0] & { readonly state: DocumentState | null; readonly differs: number; readonly issueId: Id | null }

/** A text that went out, or that the document is now, differs from the one that the number was given to. */
const DIFFERS = `document.fingerprint <> number.fingerprint OR EXISTS (SELECT 1 FROM snapshot WHERE snapshot.document_id = number.document_id
  AND snapshot.reason IN ('printed', 'published', 'issued') AND snapshot.fingerprint <> number.fingerprint)`
const PRINTED_IN = `(SELECT issue_id FROM issue_document JOIN issue_section ON issue_section.id = section_id WHERE issue_document.document_id = number.document_id
  ORDER BY issue_document.rowid LIMIT 1)`

/** All numbers of a series in a year, gaps included. */
export function numberSheet(database: Database, seriesId: Id, year: number): NumberSheet {
  const rules = listRules(database)
  const rule = requireRule(database, seriesId)
  const rows = rowsOf(database, rule, rules, year).filter((row) => row.year === year)
  return { series: stateOf(database, rule, rules, year), rows }
}

/** One number and everything that happened to it, its document's signing, printing and filing among it. */
export function numberDetail(database: Database, { seriesId, year, serial }: NumberKey): NumberDetail {
  const rule = requireRule(database, seriesId)
  const entry = readShown(database, rule, year, serial)[0]
  const { runId, period } = numberOf(rule, { year, serial })
  const history = database
    .prepare<[string, number, number, string | null], HistoryEntry>(
      `SELECT at, who, what, detail FROM log WHERE (run_id = ? AND period = ? AND serial = ?)
       OR (document_id = ? AND run_id IS NULL AND what IN ('signed', 'printed', 'printedOut', 'archived')) ORDER BY seq`,
    )
    .all(runId, period, serial, entry?.documentId ?? null)
  return { row: toRow(listRules(database), rule, { serial, slot: entry ?? null, year }), history }
}

/** The book of a series, or of all; of a year, or of all: by series, year and serial. A run that several series share stands once, where the first of them does. */
export function book(database: Database, seriesId: Id | null, year: number | null): readonly BookRow[] {
  const rules = listRules(database)
  const asked = seriesId === null ? rules : [requireRule(database, seriesId)]
  const runs = asked.filter(({ runId }, at) => asked.findIndex((one) => one.runId === runId) === at)
  return runs.flatMap((rule) => {
    const years = yearsOf(database, rule.runId)
    const periods = rule.yearly ? [...years].reverse() : [year ?? years[0] ?? 0]
    const rows = periods.filter((one) => !rule.yearly || year === null || one === year).flatMap((one) => rowsOf(database, rule, rules, one))
    return year === null ? rows : rows.filter((row) => row.year === year)
  })
}

function rowsOf(database: Database, rule: SeriesRule, rules: readonly SeriesRule[], year: number): readonly BookRow[] {
  const slots = readShown(database, rule, year, null)
  return sheetLines({ first: firstSerial(rule, year), slots }).map(({ serial, slot, year: own }) => {
    const at = rule.yearly ? year : (own ?? year)
    return { ...toRow(rules, rule, { serial, slot, year: at }), seriesId: slot?.seriesId ?? rule.id, year: at }
  })
}

function toRow(rules: readonly SeriesRule[], asking: SeriesRule, { serial, slot, year }: { readonly serial: number; readonly slot: Shown | null; readonly year: number }): NumberRow {
  const rule = (slot && rules.find(({ id }) => id === slot.seriesId)) ?? asking
  const kind = kindOf(slot ?? undefined, dayOf(Date.now()))
  const base = { serial, printed: printedNumber(rule, slot?.year ?? year, serial), kind, code: rule.code }
  if (!slot) return { ...base, entry: null, state: null, same: true, issue: '' }
  const { state, same, issue, ...entry } = slot
  return { ...base, entry, state, same, issue }
}

function readShown(database: Database, rule: SeriesRule, year: number, serial: number | null): readonly Shown[] {
  const issues = new Map<Id, string>()
  return database
    .prepare<[string, number, number | null, number | null], ShownRow>(
      `SELECT ${ENTRY_COLUMNS}, document.state, coalesce(${DIFFERS}, 0) AS differs, ${PRINTED_IN} AS issueId
       FROM number LEFT JOIN document ON document.id = number.document_id WHERE run_id = ? AND period = ? AND (? IS NULL OR serial = ?) ORDER BY serial`,
    )
    .all(rule.runId, periodOf(rule, year), serial, serial)
    .map((row) => ({ ...toEntry(row), state: row.state, same: row.differs === 0, issue: row.issueId === null ? '' : nameOf(database, issues, row.issueId) }))
}

function nameOf(database: Database, known: Map<Id, string>, id: Id): string {
  const found = known.get(id)
  if (found !== undefined) return found
  const row = database
    .prepare<[string], { gazetteName: string; year: number; numbers: string; supplement: number }>('SELECT gazette_name AS gazetteName, year, numbers, supplement FROM issue WHERE id = ?')
    .get(id)
  const name = row ? issueName({ ...row, numbers: JSON.parse(row.numbers) as number[], supplement: row.supplement === 1 }) : ''
  known.set(id, name)
  return name
}
