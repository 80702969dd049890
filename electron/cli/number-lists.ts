/** number gaps and number list: what the register shows. */
import type { NumberRow } from '../../shared/api/register-types.ts'
import type { SlotKind } from '../../shared/register/run.ts'
import type { Call, Command } from './command.ts'
import { seriesAsked, yearOf } from './series-flags.ts'

/** What the terminal calls each kind of number. */
export const KIND_NAMES: Record<SlotKind, string> = {
  used: '已用',
  held: '占号',
  reserved: '预留',
  expired: '预留到期',
  paper: '线下占用',
  void: '作废',
  gap: '缺号',
  explained: '缺号（有说明）',
}

export const gaps: Command = {
  name: 'number gaps',
  usage: '[--series 机关代字] [--year 年份] [--json]',
  does: '列出缺号，和已有的说明',
  flags: ['series', 'year', 'json'],
  words: [0, 0],
  run: (call) => listed(call, ({ kind }) => kind === 'gap' || kind === 'explained', (row, year) => ({ ...named(row, year), reason: reasonOf(row) || null }), (row) => [row.printed, reasonOf(row) || '没有说明']),
}

export const list: Command = {
  name: 'number list',
  usage: '[--series 机关代字] [--year 年份] [--json]',
  does: '列出一年里的号：状态、标题或事由、经手人',
  flags: ['series', 'year', 'json'],
  words: [0, 0],
  run: (call) => listed(call, () => true, asJson, (row) => [row.printed, KIND_NAMES[row.kind], titleOf(row) || reasonOf(row), row.entry?.holder ?? '']),
}

async function listed(call: Call, keep: (row: NumberRow) => boolean, json: (row: NumberRow, year: number) => object, line: (row: NumberRow) => readonly string[]): Promise<boolean> {
  const { flags, terminal } = call
  const year = yearOf(call)
  const session = await call.open(call.libraryFile)
  const seen = new Set<string>()
  const rows: NumberRow[] = []
  for (const { id } of await seriesAsked(session, flags, year)) {
    const sheet = await session.client.call('register.numbers', { seriesId: id, year })
    // Series that share a run show the same numbers.
    if (!seen.has(sheet.series.runId)) rows.push(...sheet.rows.filter(keep))
    seen.add(sheet.series.runId)
  }
  if (flags.json) terminal.result(JSON.stringify(rows.map((row) => json(row, year)), null, 2))
  else for (const row of rows) terminal.result(line(row).join('\t'))
  return true
}

/** The public names of a number: docs/cli.md. */
export function named({ printed, code, entry, serial }: NumberRow, year: number): object {
  return { number: printed, series: code, year: entry?.year ?? year, n: serial }
}

function asJson(row: NumberRow, year: number): object {
  const { kind, entry, same, issue } = row
  const known = { title: titleOf(row), reason: reasonOf(row), holder: entry?.holder ?? '', until: entry?.expires ?? null, document: entry?.documentId ?? null }
  return { ...named(row, year), kind, ...known, same, issue }
}

function titleOf({ entry }: NumberRow): string {
  return entry?.book.title ?? ''
}

function reasonOf({ entry }: NumberRow): string {
  return entry?.reason ?? ''
}
