/** Which series, year and number a command line means. */
import type { NumberKey, Series } from '../../shared/api/register-types.ts'
import { Refusal } from '../../shared/api/reply.ts'
import type { Id } from '../../shared/lib/id.ts'
import { parseNumber } from '../../shared/register/number.ts'
import { unusable } from './arguments.ts'
import type { Call, Flags } from './command.ts'
import type { Session } from './session.ts'

/** The year that was given, or this one, which is said. */
export function yearOf({ flags, terminal }: Pick<Call, 'flags' | 'terminal'>): number {
  const given = yearGiven(flags)
  if (given !== null) return given
  const current = new Date().getFullYear()
  terminal.note(`按今年（${current}年）；要用别的年份，请写 --year`)
  return current
}

/** The year behind --year; null where it was not given. */
export function yearGiven({ year }: Flags): number | null {
  if (year === undefined) return null
  if (!/^\d{4}$/.test(year) || Number(year) < 1900 || Number(year) > 2999) throw unusable(`“${year}”不是年份`, '例如 --year 2024')
  return Number(year)
}

/** The whole number behind a flag, from 1 to `most`; undefined where it was not given. */
export function countOf(flags: Flags, flag: 'number' | 'count', most: number): number | undefined {
  const given = flags[flag]
  if (given === undefined) return undefined
  if (!/^\d{1,6}$/.test(given) || Number(given) < 1 || Number(given) > most) throw unusable(`选项 --${flag} 后面要写 1 至 ${most} 的数：${given}`, `例如 --${flag} 3`)
  return Number(given)
}

/** The series' code. Refused: badRequest where it was not given. */
export function requireSeries({ series }: Flags): string {
  if (series === undefined) throw unusable('请写明文号系列', '例如 --series 河政办发')
  return series
}

/** The series of a code; `make`: it is made where there is none. Refused: unknownSeries, with those that there are. */
export async function seriesFor({ client }: Session, code: string, make: boolean): Promise<Series> {
  const byCode = (all: readonly Series[]): Series | undefined => all.find((series) => series.code === code)
  const there = await client.call('register.series', { year: new Date().getFullYear() })
  const found = byCode(there) ?? (make ? byCode(await client.call('register.addSeries', { code })) : undefined)
  if (found !== undefined) return found
  const known = there.length === 0 ? '资料库里还没有文号系列' : `现有的系列：${there.map((series) => series.code).join('、')}`
  const next = `${known}。请核对机关代字；要新建这个系列，请加上 --new-series`
  throw new Refusal({ code: 'unknownSeries', message: `没有“${code}”这个文号系列`, safe: '登记簿没有改动', next })
}

/** What names one number: its printed form as the word, or --series, --year and --number. */
export function namedNumber(call: Call): { readonly code: string; readonly year: number; readonly serial: number } {
  const { words, flags } = call
  const [word] = words
  if (word !== undefined) {
    const read = parseNumber(word)
    if (!read) throw unusable(`“${word}”不是文号`, '例如 河政办发〔2024〕9号')
    return read
  }
  const serial = countOf(flags, 'number', 99_999)
  if (serial === undefined) throw unusable('请写明哪个号', '例如 河政办发〔2024〕9号，或 --series 河政办发 --year 2024 --number 9')
  return { code: requireSeries(flags), year: yearOf(call), serial }
}

/** The key of a number in the library. Refused: unknownSeries. */
export async function keyOf(session: Session, { code, year, serial }: { readonly code: string; readonly year: number; readonly serial: number }): Promise<NumberKey> {
  return { seriesId: (await seriesFor(session, code, false)).id, year, serial }
}

/** Ids of the series that are asked for: one, or all. */
export async function seriesAsked(session: Session, flags: Flags, year: number): Promise<readonly { readonly id: Id; readonly code: string }[]> {
  if (flags.series !== undefined) return [await seriesFor(session, flags.series, false)]
  return await session.client.call('register.series', { year })
}
