/** Rows of cells put together to tables: padded, a repeated header dropped, header rows counted. */
import { makeCell, makeRow, makeTable } from '../document/build.ts'
import { textOf } from '../document/text.ts'
import type { Table } from '../document/types.ts'
import { columns, countHeaderRows, type Cells } from './header-rows.ts'
import type { Line } from './lines.ts'
import type { Notes } from './notes.ts'

/** Rows that stood together, without a blank line between. */
export type Chunk = readonly Cells[]

/** The chunks of a run of rows. */
export function chunksOf(lines: readonly Line[]): readonly Chunk[] {
  const chunks: Cells[][] = []
  for (const line of lines) {
    if (!line.cells) continue
    if (line.gap || chunks.length === 0) chunks.push([])
    chunks.at(-1)?.push(line.cells)
  }
  return chunks
}

/** One table's rows, and into how many pieces pages had cut it. */
export interface Joined {
  readonly rows: Chunk
  readonly pieces: number
  /** Pieces that began with the table's header again. */
  readonly repeats: number
}

/**
 * Joins chunks that are one table: where the next begins with the same header (left out then), goes on counting, or has
 * as many columns, give or take one. A header that differs from the first begins a table of its own.
 */
export function joinChunks(chunks: readonly Chunk[], notes: Notes): readonly Joined[] {
  const tables: Joined[] = []
  for (const chunk of chunks) {
    const last = tables.at(-1)
    const same = last ? sharedHeader(last.rows, chunk) : 0
    if (last && (same > 0 || goesOnCounting(last.rows, chunk) || Math.abs(columns(last.rows) - columns(chunk)) <= 1)) {
      for (const row of chunk.slice(0, same)) notes.leaveOut('repeatedHeader', row.join('\t'))
      tables[tables.length - 1] = {
        rows: [...last.rows, ...chunk.slice(same)],
        pieces: last.pieces + 1,
        repeats: last.repeats + (same > 0 ? 1 : 0),
      }
    } else tables.push({ rows: chunk, pieces: 1, repeats: 0 })
  }
  return tables
}

/** A table of these rows: every row has as many cells as the longest; columns without any text at the end go. */
export function tableOf(rows: Chunk, options: { readonly caption?: string; readonly unit?: string }): Table {
  const form = isForm(rows)
  const width = form ? Math.max(...rows.map((row) => row.length)) : Math.max(1, columns(rows))
  const padded = rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''))
  const headerRows = form ? 0 : Math.min(countHeaderRows(padded), 10)
  const table = makeTable(padded.map((row) => makeRow(row.map((cell) => makeCell(cell)))), { headerRows, ...options })
  return isTotalled(table) ? { ...table, totalRow: true } : table
}

/** A form to be filled in: every second cell of every row is blank, the others are labels. */
function isForm(rows: Chunk): boolean {
  const isPaired = (row: Cells): boolean => row.length % 2 === 0 && row.every((cell, at) => (at % 2 === 1 ? cell === '' : at === 0 || cell !== '' || row.slice(at).every((one) => one === '')))
  return rows.length > 1 && rows.every(isPaired) && rows.every(([first]) => first !== '') && rows.every((row) => !/^\d+$/u.test(row[0] ?? ''))
}

/** The texts of a table's cells, row by row. */
export function plainRows(table: Table): readonly Cells[] {
  return table.children.map((row) => row.children.map((cell) => cell.children.map(({ children }) => textOf(children)).join('')))
}

/** True where the last row below the header is a total: its first text is 合计 or the like. */
export function isTotalled(table: Table): boolean {
  if (table.children.length <= Math.max(1, table.headerRows)) return false
  const first = plainRows({ ...table, children: table.children.slice(-1) })[0]?.find((cell) => cell.trim() !== '')
  return /^(?:合计|总计|共计)$/u.test((first ?? '').replace(/[\s\u3000]/g, ''))
}

/** The serial numbers (序号) of the first column go on. */
function goesOnCounting(rows: Chunk, chunk: Chunk): boolean {
  const serials = (some: Chunk): readonly number[] => some.flatMap(([first = '']) => (/^\d{1,4}$/.test(first) ? [Number(first)] : []))
  const last = serials(rows).at(-1)
  const next = serials(chunk)[0]
  return last !== undefined && next !== undefined && next > last
}

/** How many rows at the beginning of `chunk` repeat the header of `rows`. */
function sharedHeader(rows: Chunk, chunk: Chunk): number {
  const header = countHeaderRows(rows)
  let same = 0
  while (same < header && same < chunk.length && equalRows(rows[same] ?? [], chunk[same] ?? [])) same += 1
  return same
}

function equalRows(a: Cells, b: Cells): boolean {
  const plain = (row: Cells): string => row.map((cell) => cell.replace(/\s/g, '')).join('\t').replace(/\t+$/, '')
  return plain(a) === plain(b)
}
