/** Column widths fitted to what the columns hold, so that a table is as low as it can be. */
import { lineCount, textWidth } from './text-width.ts'

/** The text of a cell and the columns it covers; `text` has "\n" between paragraphs. */
export interface WidthCell {
  readonly column: number
  readonly colSpan: number
  readonly text: string
}

export interface WidthOptions {
  /** Width of the whole table, in twips. */
  readonly total: number
  readonly columns: number
  /** Width of one character (字), in twips. */
  readonly em: number
  /** What a cell's margins and rules take from its width, in twips. */
  readonly padding: number
  /** What stands between Chinese and Latin, in em. */
  readonly gap: number
}

/**
 * Widths of the columns in twips; they sum to `total`. Each column first gets what its short entries and its widest unbreakable
 * piece need; what is left goes, half a character at a time, to the column that lowers the table most, and when nothing wraps any more, to all
 * columns in proportion to their text.
 */
export function fitColumnWidths(rows: readonly (readonly WidthCell[])[], options: WidthOptions): readonly number[] {
  const { total, columns, em, padding, gap } = options
  const textOf = (text: string): number => Math.max(...text.split('\n').map((line) => textWidth(line, gap)))
  const wanted = columnEms(rows, columns, textOf)
  const leastWidths = (least: (text: string) => number): number[] => columnEms(rows, columns, least).map((ems) => Math.max(ems, 1) * em + padding)
  const generous = leastWidths((text) => Math.max(piece(text), textOf(text) <= SHORT ? textOf(text) : 0))
  const widths = shrinkTo(sum(generous) <= total * GENEROUS ? generous : leastWidths(piece), total)
  const step = Math.max(1, Math.round(em / 2))
  let left = total - sum(widths)
  while (left >= step) {
    const neediest = indexOfMost(pressures(rows, widths, options))
    if (neediest === undefined) break
    widths[neediest] = (widths[neediest] ?? 0) + step
    left -= step
  }
  return spread(widths, wanted, Math.max(0, total - sum(widths)), total)
}

/**
 * Widths of the columns in twips after weights that were chosen by hand; they sum to `total`. No column is narrower than one character with its
 * padding, as long as all of them fit.
 */
export function weighColumns(weights: readonly number[], { total, em, padding }: Pick<WidthOptions, 'total' | 'em' | 'padding'>): readonly number[] {
  const widths = shared(weights, total, Math.min(em + padding, Math.floor(total / weights.length)))
  const widest = widths.indexOf(Math.max(...widths))
  return widths.map((width, at) => (at === widest ? width + total - sum(widths) : width))
}

/** What is too narrow gets the least width, and the others share the rest, until none is too narrow. */
function shared(weights: readonly number[], total: number, least: number): readonly number[] {
  const one = total / sum(weights)
  const wide = weights.filter((weight) => weight * one >= least)
  if (wide.length === weights.length) return weights.map((weight) => Math.floor(weight * one))
  const rest = wide.length === 0 ? [] : [...shared(wide, total - (weights.length - wide.length) * least, least)]
  return weights.map((weight) => (weight * one >= least ? (rest.shift() ?? least) : least))
}

/** Names and short words stand in one line where that takes no more than this part of the table. */
const GENEROUS = 0.7
const SHORT = 6

/** Ems per column by a measure of cell texts; a spanning cell asks its columns for what they lack together. */
function columnEms(rows: readonly (readonly WidthCell[])[], columns: number, measure: (text: string) => number): number[] {
  const ems = new Array<number>(columns).fill(0)
  const cells = rows.flat()
  for (const { column, colSpan, text } of cells) if (colSpan === 1) ems[column] = Math.max(ems[column] ?? 0, measure(text))
  for (const { column, colSpan, text } of cells) {
    if (colSpan === 1) continue
    const lack = (measure(text) - sum(ems.slice(column, column + colSpan))) / colSpan
    if (lack > 0) for (let at = column; at < column + colSpan; at++) ems[at] = (ems[at] ?? 0) + lack
  }
  return ems
}

/** Ems of the longest piece that should not break: a number or Latin word (up to 8 em), or two Chinese characters. */
function piece(text: string): number {
  const pieces = text.match(/[\x21-\x7e]+|[^\x00-\x7f]{1,2}/g) ?? []
  return Math.min(8, Math.max(0, ...pieces.map((one) => textWidth(one))))
}

/** Widths as they are, or where they are more than `total`, cut in proportion. */
function shrinkTo(widths: readonly number[], total: number): number[] {
  const share = Math.min(1, total / sum(widths))
  return widths.map((width) => Math.floor(width * share))
}

/**
 * For each column, how much lower the table becomes for a little more width: the lines of its cells where they are the highest of
 * their row, over the width they have. (Lines are about text over width; this is what that loses as the width grows.)
 */
function pressures(rows: readonly (readonly WidthCell[])[], widths: readonly number[], { em, padding, gap }: WidthOptions): readonly number[] {
  const needs = widths.map(() => 0)
  for (const row of rows) {
    const rooms = row.map(({ column, colSpan }) => Math.max(1, (sum(widths.slice(column, column + colSpan)) - padding) / em))
    const lines = row.map(({ text }, at) => lineCount(text, rooms[at] ?? 1, gap))
    const highest = Math.max(0, ...lines)
    row.forEach(({ column, colSpan }, at) => {
      if (lines[at] !== highest || highest < 2) return
      for (let one = column; one < column + colSpan; one++) needs[one] = (needs[one] ?? 0) + highest / (rooms[at] ?? 1)
    })
  }
  return needs
}

function indexOfMost(values: readonly number[]): number | undefined {
  const most = Math.max(0, ...values)
  return most > 0 ? values.indexOf(most) : undefined
}

/** Hands out `extra` in proportion to `shares` (evenly where there are none); the last column takes the rounding. */
function spread(widths: readonly number[], shares: readonly number[], extra: number, total: number): readonly number[] {
  const all = sum(shares)
  const wide = widths.map((width, at) => width + Math.floor(all > 0 ? (extra * (shares[at] ?? 0)) / all : extra / widths.length))
  return wide.map((width, at) => (at === wide.length - 1 ? width + total - sum(wide) : width))
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}
