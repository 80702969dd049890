/** What a bench run found, as a table for people and as JSON for the next run. */
import { median } from './work.ts'

/** One thing that was measured, several times over. */
export interface Measure {
  readonly name: string
  /** Characters of the notice. */
  readonly characters: number
  /** One for each run. */
  readonly milliseconds: readonly number[]
  /** Highest memory of the process that does the work, in millions of bytes; null where the system does not tell. */
  readonly megabytes: number | null
}

/** What must not be exceeded: time as a multiple of the fixed work, memory in millions of bytes. */
export interface Budget {
  readonly ratio: number
  readonly megabytes: number
}

export interface Row {
  readonly name: string
  readonly characters: number
  readonly runs: number
  /** Of the middle run. */
  readonly milliseconds: number
  /** `milliseconds` divided by the fixed work's. */
  readonly ratio: number
  readonly megabytes: number | null
  /** What is exceeded, in words; "" where nothing is. */
  readonly over: string
}

/** Holds a measure against the fixed work (its middle run, in milliseconds) and, where there is one, its budget. */
export function rowOf({ name, characters, milliseconds, megabytes }: Measure, work: number, budget: Budget | null): Row {
  const middle = median(milliseconds)
  const ratio = middle / work
  const slow = budget && ratio > budget.ratio ? `超过 ${budget.ratio} 倍` : ''
  const large = budget && megabytes !== null && megabytes > budget.megabytes ? `超过 ${budget.megabytes} MB` : ''
  const over = [slow, large].filter((part) => part !== '').join('，')
  return { name, characters, runs: milliseconds.length, milliseconds: middle, ratio, megabytes, over }
}

/** The rows as lines of a Markdown table. */
export function tableOf(rows: readonly Row[]): readonly string[] {
  const head = ['| 测什么 | 字数 | 次数 | 毫秒 | 倍数 | 最大内存 MB | |', '| --- | ---: | ---: | ---: | ---: | ---: | --- |']
  const lines = rows.map(({ name, characters, runs, milliseconds, ratio, megabytes, over }) =>
    `| ${[name, characters, runs, Math.round(milliseconds), ratio.toFixed(2), megabytes === null ? '—' : Math.round(megabytes), over].join(' | ')} |`,
  )
  return [...head, ...lines]
}
