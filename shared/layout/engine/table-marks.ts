/** What is drawn of the part of a table that stands on a page: the lines of its cells, and one rule for every edge. */
import type { Mark, PlacedLine, PlacedRule } from '../page.ts'
import { CELL_FRAME, CELL_SPACE, TABLE_RULE } from '../table-measures.ts'
import type { SetTable } from './table-cells.ts'
import { textHeight, type CellPart, type TablePart } from './table-part.ts'

/** Marks of a part, from the table's upper left corner on its page. */
export function tableMarks(table: SetTable, part: TablePart): readonly Mark[] {
  return part.rows.length === 0 ? [] : [...part.cells.flatMap(cellMarks), ...levelRules(table, part), ...uprightRules(table, part)]
}

function cellMarks({ cell, y, height, from, to, atTop }: CellPart): readonly PlacedLine[] {
  const free = height - CELL_FRAME - textHeight(cell, from, to)
  // Renderers centre in whole twips.
  const top = y + TABLE_RULE + CELL_SPACE + (atTop ? 0 : Math.max(0, Math.floor(free / 2))) - (cell.tops[from] ?? 0)
  return cell.lines.slice(from, to).flatMap(({ source, runs, height, baseline, from: first, to: last }, at) => {
    if (source === undefined) return []
    const lineTop = top + (cell.tops[from + at] ?? 0)
    return [
      {
        kind: 'line', role: 'cell', x: cell.x, y: lineTop, width: cell.width, height, baseline: lineTop + baseline,
        runs: runs.map((run) => ({ ...run, x: run.x + cell.x })), source: { id: source, from: first, to: last },
      },
    ]
  })
}

/** For each row of a part, the cell in each column. */
function cellsByColumn(table: SetTable, { rows }: TablePart): readonly (readonly object[])[] {
  return rows.map(({ row }) => (table.rows[row]?.cells ?? []).flatMap((cell) => new Array<object>(cell.colSpan).fill(cell)))
}

/** Above the first row, between two rows where no cell goes through, and below the last. */
function levelRules(table: SetTable, part: TablePart): readonly PlacedRule[] {
  const cells = cellsByColumn(table, part)
  const columns = table.edges.length - 1
  return [...part.rows, undefined].flatMap((row, at) => {
    const y = (row ? row.y : part.height - TABLE_RULE) + TABLE_RULE / 2
    return stretches(columns, (column) => at === 0 || row === undefined || cells[at - 1]?.[column] !== cells[at]?.[column]).map(([from, to]) =>
      rule(edge(table, from) - TABLE_RULE / 2, y, edge(table, to) + TABLE_RULE / 2, y),
    )
  })
}

function uprightRules(table: SetTable, part: TablePart): readonly PlacedRule[] {
  const cells = cellsByColumn(table, part)
  const ends = [...part.rows.map(({ y }) => y), part.height - TABLE_RULE]
  return table.edges.flatMap((x, column) => {
    const isOuter = column === 0 || column === table.edges.length - 1
    return stretches(part.rows.length, (row) => isOuter || cells[row]?.[column - 1] !== cells[row]?.[column]).map(([from, to]) =>
      rule(x, ends[from] ?? 0, x, (ends[to] ?? 0) + TABLE_RULE),
    )
  })
}

/** From-to of the places side by side of which `has` says yes. */
function stretches(count: number, has: (at: number) => boolean): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  for (let at = 0; at < count; at++) {
    if (!has(at)) continue
    const last = found.at(-1)
    if (last?.[1] === at) last[1] = at + 1
    else found.push([at, at + 1])
  }
  return found
}

function edge({ edges }: SetTable, column: number): number {
  return edges[column] ?? 0
}

function rule(x: number, y: number, x2: number, y2: number): PlacedRule {
  return { kind: 'rule', role: 'table', x, y, x2, y2, width: TABLE_RULE }
}
