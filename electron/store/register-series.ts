/** Series (文号系列) in the library: rows, making and changing. */
import type { Database } from 'better-sqlite3'
import type { NewSeries, Series, SeriesChange } from '../../shared/api/register-types.ts'
import { Refusal } from '../../shared/api/reply.ts'
import { newId, type Id } from '../../shared/lib/id.ts'
import { isGap, lastSerial, nextSerial, sheetLines } from '../../shared/register/run.ts'
import { periodOf, type SeriesRule } from '../../shared/register/series.ts'
import { readRun } from './register-entries.ts'
import type { By } from './register-port.ts'
import { addLog } from './rows.ts'

type SeriesRow = Omit<SeriesRule, 'yearly'> & { readonly yearly: number }

const SERIES = 'SELECT id, code, name, form, run_id AS runId, yearly, start, start_year AS startYear FROM series'

/** All series, in the order in which they were made. */
export function listRules(database: Database): readonly SeriesRule[] {
  return database.prepare<[], SeriesRow>(`${SERIES} ORDER BY created_at, rowid`).all().map(toRule)
}

/** The series with an id. Refused: unknownSeries. */
export function requireRule(database: Database, id: Id): SeriesRule {
  const row = database.prepare<[string], SeriesRow>(`${SERIES} WHERE id = ?`).get(id)
  if (row) return toRule(row)
  throw new Refusal({ code: 'unknownSeries', message: '没有这个文号系列', safe: '登记簿没有改动', next: '请先建立系列，再取号' })
}

/** The series of a code. */
export function findRule(database: Database, code: string): SeriesRule | undefined {
  const row = database.prepare<[string], SeriesRow>(`${SERIES} WHERE code = ?`).get(code)
  return row && toRule(row)
}

/** The series with their state in one year. */
export function listSeries(database: Database, year: number): readonly Series[] {
  const rules = listRules(database)
  return rules.map((rule) => stateOf(database, rule, rules, year))
}

/** One series with its state in one year. */
export function stateOf(database: Database, rule: SeriesRule, rules: readonly SeriesRule[], year: number): Series {
  const run = readRun(database, rule, year)
  // A run over the years is one run, but what is counted is what belongs to the year.
  const lines = sheetLines(run).filter((line) => line.year === year)
  const count = (...statuses: readonly string[]): number => lines.filter(({ slot }) => slot && statuses.includes(slot.status)).length
  return {
    ...rule,
    year,
    used: count('used', 'held', 'paper'),
    last: lastSerial(run),
    next: nextSerial(run),
    gaps: lines.filter((line) => isGap(run, line)).length,
    reserved: count('reserved'),
    sharedWith: rules.filter(({ id, runId }) => runId === rule.runId && id !== rule.id).map(({ code }) => code),
    years: yearsOf(database, rule.runId),
  }
}

/** Years in which a run has numbers, newest first. */
export function yearsOf(database: Database, runId: Id): readonly number[] {
  return database.prepare<[string], number>('SELECT DISTINCT year FROM number WHERE run_id = ? ORDER BY year DESC').pluck().all(runId)
}

/** Makes a series. Refused: badRequest, unknownSeries. */
export function addSeries(database: Database, request: NewSeries & By): void {
  if (findRule(database, request.code)) {
    throw new Refusal({ code: 'badRequest', message: `已经有“${request.code}”这个系列`, next: '请直接选用它' })
  }
  insertSeries(database, request, '')
}

/** Makes a series, inside the caller's transaction. `why`: what brought it, "" where a person made it. */
export function insertSeries(database: Database, request: NewSeries & By, why: string): SeriesRule {
  const { code, name = '', form = 'bracket', sharesWith, who } = request
  const shared = sharesWith === undefined ? null : requireRule(database, sharesWith)
  const at = Date.now()
  const id = newId(at)
  if (!shared) database.prepare('INSERT INTO run (id) VALUES (?)').run(id)
  // Who shares a run shares how it counts.
  const own = { runId: id, yearly: request.yearly ?? form !== 'order', start: request.start ?? 1, startYear: request.startYear ?? null }
  const { runId, yearly, start, startYear } = shared ?? own
  database
    .prepare('INSERT INTO series (id, code, name, form, run_id, yearly, start, start_year, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(id, code, name, form, runId, Number(yearly), start, startYear, at)
  const detail = [code, shared ? `与${shared.code}共用流水` : start > 1 ? `从${start}号起` : '', why].filter((part) => part !== '').join('；')
  addLog(database, { at, who, what: 'seriesMade', detail })
  return { id, code, name, form, runId, yearly, start, startYear }
}

/** Names a series, or sets where its run starts. Refused: unknownSeries, badRequest (numbers below the start were taken). */
export function changeSeries(database: Database, { id, name, start, startYear, who }: SeriesChange & By): void {
  const rule = requireRule(database, id)
  const after = { ...rule, name: name ?? rule.name, start: start ?? rule.start, startYear: startYear === undefined ? rule.startYear : startYear }
  const moved = after.start !== rule.start || after.startYear !== rule.startYear
  if (moved) assertStart(database, after)
  const changes = [after.name === rule.name ? '' : `名称 ${rule.name || '（无）'} 改为 ${after.name || '（无）'}`, moved ? `起号 ${startText(rule)} 改为 ${startText(after)}` : '']
  const detail = changes.filter((part) => part !== '').join('；')
  if (detail === '') return
  database.prepare('UPDATE series SET name = ? WHERE id = ?').run(after.name, id)
  database.prepare('UPDATE series SET start = ?, start_year = ? WHERE run_id = ?').run(after.start, after.startYear, rule.runId)
  addLog(database, { at: Date.now(), who, what: 'seriesChanged', detail: `${rule.code}：${detail}` })
}

function assertStart(database: Database, rule: SeriesRule): void {
  const { runId, start, startYear, yearly } = rule
  const period = yearly && startYear !== null ? periodOf(rule, startYear) : null
  const below = database
    .prepare<[string, number, number | null, number | null], { year: number; serial: number }>(
      "SELECT year, serial FROM number WHERE run_id = ? AND serial < ? AND (? IS NULL OR period = ?) AND status <> 'free' ORDER BY year DESC, serial LIMIT 1",
    )
    .get(runId, start, period, period)
  if (!below) return
  throw new Refusal({
    code: 'badRequest',
    message: `${below.year}年的${below.serial}号已经登记，不能从${start}号起`,
    safe: '系列没有改动',
    next: yearly && startYear === null ? '请写不大于它的起号，或写明起号只用于哪一年' : '请写不大于它的起号',
  })
}

function startText({ start, startYear }: Pick<SeriesRule, 'start' | 'startYear'>): string {
  return startYear === null ? String(start) : `${start}（${startYear}年）`
}

function toRule(row: SeriesRow): SeriesRule {
  return { ...row, yearly: row.yearly === 1 }
}
