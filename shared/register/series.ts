/** Series (文号系列): a 机关代字 with its run of serials. Rules and shapes only; rows are in the library. */
import type { Id } from '../lib/id.ts'
import { formatNumber } from './number.ts'

/** 〔2024〕3号 of GB/T 9704-2012, 7.2.5; 第12号 of orders (命令), which run on over the years. */
export const NUMBER_FORMS = ['bracket', 'order'] as const
export type NumberForm = (typeof NUMBER_FORMS)[number]

/** How a series numbers. Several series of one `runId` share their serials (大流水): a number of one is taken for all. */
export interface SeriesRule {
  readonly id: Id
  readonly code: string // 机关代字, 河政办发
  readonly name: string // 河湾县人民政府办公室发文; "" where nobody named it
  readonly form: NumberForm
  readonly runId: Id
  /** Each year begins anew at `start`; else serials run on. */
  readonly yearly: boolean
  /** The first serial of the library; what is below was given out before it and is no gap. In later years of a yearly series 1. */
  readonly start: number
  /** The year for which `start` holds; null: for all. */
  readonly startYear: number | null
}

/** A series as its numbers need it. */
export type Numbering = Pick<SeriesRule, 'code' | 'form' | 'yearly' | 'start' | 'startYear'>

/** In which span of a run serials are unique: the year, or 0 for a run that goes on over the years. */
export function periodOf({ yearly }: Pick<SeriesRule, 'yearly'>, year: number): number {
  return yearly ? year : 0
}

/** The lowest serial that counts in a period. */
export function firstSerial({ yearly, start, startYear }: Pick<SeriesRule, 'yearly' | 'start' | 'startYear'>, year: number): number {
  return !yearly || startYear === null || startYear === year ? start : 1
}

/** A number as it is printed: 河政发〔2024〕3号, 第12号. */
export function printedNumber({ code, form }: Pick<SeriesRule, 'code' | 'form'>, year: number, serial: number): string {
  return form === 'order' ? `第${serial}号` : formatNumber({ code, year, serial })
}
