/** The list of series: grouped, and which year it begins with. Pure. */
import type { NumberSheet, Series } from '../../../shared/api/register-types.ts'
import type { SeriesRule } from '../../../shared/register/series.ts'

export interface SeriesGroup {
  /** "" where no series has a name. */
  readonly name: string
  readonly series: readonly Series[]
}

/** By name, in the order in which the first of each was made; those without a name at the end. */
export function groupSeries(all: readonly Series[]): readonly SeriesGroup[] {
  const groups = new Map<string, Series[]>()
  for (const one of all) {
    const group = groups.get(one.name)
    if (group) group.push(one)
    else groups.set(one.name, [one])
  }
  const named = [...groups].filter(([name]) => name !== '').map(([name, series]) => ({ name, series }))
  const rest = groups.get('')
  return rest ? [...named, { name: named.length > 0 ? '其他' : '', series: rest }] : named
}

/** The years that can be looked at, newest first: those with numbers, this one and the next. */
export function yearsOf(all: readonly Series[], thisYear: number, shown: number): readonly number[] {
  return [...new Set([...all.flatMap(({ years }) => years), thisYear, thisYear + 1, shown])].sort((one, other) => other - one)
}

/** The year to begin with: this one, unless the library has no number of this or the last year. Then the newest that has. */
export function firstYear(all: readonly Series[], thisYear: number): number {
  const years = all.flatMap(({ years: of }) => of)
  if (years.length === 0 || years.some((year) => year >= thisYear - 1)) return thisYear
  return Math.max(...years)
}

/** 河政办发〔2024〕, or for orders 河政令. */
export function seriesTitle({ code, form }: Pick<SeriesRule, 'code' | 'form'>, year: number): string {
  return form === 'order' ? code : `${code}〔${year}〕`
}

/** "用至 24，下一号 25". */
export function usedText({ last, next }: Pick<Series, 'last' | 'next'>): string {
  return last === 0 ? `还没有用，下一号 ${next}` : `用至 ${last}，下一号 ${next}`
}

/** The facts of the status bar. */
export function sheetFacts({ series, rows }: NumberSheet): readonly string[] {
  const count = (...kinds: readonly string[]): number => rows.filter(({ kind }) => kinds.includes(kind)).length
  const fact = (name: string, number: number): readonly string[] => (number === 0 ? [] : [`${name} ${number}`])
  const used = `${series.code} ${series.year} 年${series.last === 0 ? '还没有编号' : ` ${series.last} 号`}`
  return [used, ...fact('缺', count('gap')), ...fact('作废', count('void')), ...fact('占号', count('held')), ...fact('预留', count('reserved', 'expired'))]
}

/** What was left open in the year before a year that has no number yet; null where nothing was. `before`: the same series a year earlier. */
export function leftOpen(before: Series | undefined): string | null {
  if (!before) return null
  const parts = [...(before.gaps > 0 ? [`${before.gaps} 个缺号没有说明`] : []), ...(before.reserved > 0 ? [`${before.reserved} 个预留没有用`] : [])]
  return parts.length === 0 ? null : `${before.year}年还有 ${parts.join('、')}`
}
