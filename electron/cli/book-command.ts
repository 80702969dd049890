/** book and book import: 发文登记簿 out as an Excel file or a PDF, and in from an Excel file. */
import { extname, resolve } from 'node:path'
import type { BookImportResult, BookImportRow } from '../../shared/api/register-types.ts'
import { unusable } from './arguments.ts'
import type { Command } from './command.ts'
import { seriesFor, yearGiven } from './series-flags.ts'
import type { Terminal } from './terminal.ts'

export const book: Command = {
  name: 'book',
  usage: '--out 文件.xlsx|文件.pdf [--series 机关代字] [--year 年份]',
  does: '写出发文登记簿：Excel 文件，或按纸质登记簿排成的 PDF；缺号各占一行，附说明；不写 --series 是全部系列，不写 --year 是全部年份',
  flags: ['out', 'series', 'year'],
  words: [0, 0],
  async run({ terminal, flags, libraryFile, open }) {
    if (flags.out === undefined) throw unusable('请写明写到哪里', '例如 --out 登记簿.xlsx')
    const format = formatOf(flags.out)
    const year = yearGiven(flags)
    const session = await open(libraryFile)
    const seriesId = flags.series === undefined ? null : (await seriesFor(session, flags.series, false)).id
    const target = { kind: 'file', path: resolve(terminal.folder, flags.out) } as const
    const { numbers, missingCharacters } = await session.run({ kind: 'book', seriesId, year, format, target })
    terminal.note(`已写出 ${numbers} 个文号`)
    if (missingCharacters.length > 0) terminal.note(`本机的字体里没有这些字，PDF 里是空框：${missingCharacters.join('')}`)
    terminal.result(target.path)
    return true
  },
}

export const importBook: Command = {
  name: 'book import',
  usage: '文件.xlsx [--dry-run] [--json]',
  does: '从 Excel 登记簿补登：读全部工作表，新的号记为线下占用或作废，已有的号更正栏目；--dry-run 只试算，不改动；一行也没有读懂的写明原因',
  flags: ['dry-run', 'json'],
  words: [1, 1],
  async run({ terminal, words: [word = ''], flags, libraryFile, open }) {
    const session = await open(libraryFile)
    const result = await session.run({ kind: 'bookImport', source: { kind: 'file', path: resolve(terminal.folder, word) }, dryRun: flags['dry-run'] === true })
    if (flags.json) terminal.result(JSON.stringify(asJson(result), null, 2))
    else tell(terminal, result)
    return result.rows.every(({ outcome }) => outcome !== 'refused')
  },
}

function formatOf(out: string): 'xlsx' | 'pdf' {
  const ending = extname(out).toLowerCase()
  if (ending === '.xlsx') return 'xlsx'
  if (ending === '.pdf') return 'pdf'
  throw unusable(`写不成这种文件：${out}`, '文件名请以 .xlsx 或 .pdf 结尾')
}

const OUTCOMES: Record<BookImportRow['outcome'], string> = { new: '新登记', changed: '改动', same: '相同', refused: '没有读入' }

/** Lines that say what the register says are only counted. */
function tell(terminal: Terminal, { rows, newSeries, notes, dryRun }: BookImportResult): void {
  for (const { sheet, line, printed, outcome, what, title } of rows) {
    if (outcome !== 'same') terminal.result([`${sheet}第${line}行`, OUTCOMES[outcome], printed || '（无文号）', what || title].join('\t'))
  }
  for (const note of notes) terminal.note(note)
  if (newSeries.length > 0) terminal.note(`${dryRun ? '将' : '已'}建立系列：${newSeries.join('、')}`)
  const count = (outcome: BookImportRow['outcome']): string => `${OUTCOMES[outcome]} ${rows.filter((row) => row.outcome === outcome).length} 行`
  terminal.note(`${(['new', 'changed', 'same', 'refused'] as const).map(count).join('，')}${dryRun ? '；只是试算，登记簿没有改动' : ''}`)
}

/** The public names: docs/cli.md. */
function asJson({ file, dryRun, rows, newSeries, notes }: BookImportResult): object {
  return { file, dryRun, newSeries, notes, rows: rows.map(({ sheet, line, printed, title, outcome, what }) => ({ sheet, line, number: printed, title, outcome, what })) }
}
