/** What the comparison of pages found, as tables for people. */
import type { Difference } from './truth-compare.ts'
import type { TruthRow } from './truth-measure.ts'
import type { SeenLine } from './truth-office.ts'

/** One line a document. */
export function tableLines(rows: readonly TruthRow[]): readonly string[] {
  const head = ['| 版式 | 文稿 | 表 | 页 | LibreOffice | 页首同 | 行 | 同行 % | 同断行 % | 高低差>1pt | 最大差 pt | 排版毫秒 |', '| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |']
  return [...head, ...rows.map((row) => `| ${[row.layout, row.name, row.tables ? '有' : '', row.ours, row.theirs, row.sameStarts, row.lines, percent(row.same, row.lines), percent(row.sameBroken, row.lines), row.moved, row.farthest.toFixed(1), row.milliseconds.toFixed(0)].join(' | ')} |`)]
}

/** Sums for each layout, with and without tables. */
export function sumLines(rows: readonly TruthRow[]): readonly string[] {
  const head = ['| 版式 | 表 | 文稿 | 页数相同 | 差一页以内 | 页首全同 | 95% 行相同 | 行 | 同行 % | 同断行 % |', '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |']
  const groups = [...new Set(rows.map(({ layout }) => layout))].flatMap((layout) => [false, true].map((tables) => ({ layout, tables, those: rows.filter((row) => row.layout === layout && row.tables === tables) })))
  const count = (those: readonly TruthRow[], is: (row: TruthRow) => boolean): number => those.filter(is).length
  return [
    ...head,
    ...groups.filter(({ those }) => those.length > 0).map(({ layout, tables, those }) => {
      const sum = (of: (row: TruthRow) => number): number => those.reduce((all, row) => all + of(row), 0)
      const cells = [layout, tables ? '有' : '无', those.length, count(those, (row) => row.ours === row.theirs), count(those, (row) => Math.abs(row.ours - row.theirs) <= 1), count(those, (row) => row.sameStarts === Math.max(row.ours, row.theirs)), count(those, (row) => row.same >= 0.95 * row.lines), sum((row) => row.lines), percent(sum((row) => row.same), sum((row) => row.lines)), percent(sum((row) => row.sameBroken), sum((row) => row.lines))]
      return `| ${cells.join(' | ')} |`
    }),
  ]
}

/** Pages of each document of the printed issue beside ours: a report and no goal. */
export function printedLines(rows: readonly TruthRow[]): readonly string[] {
  const known = rows.filter((row) => row.printed !== null && row.layout === '公报')
  if (known.length === 0) return []
  const sum = (of: (row: TruthRow) => number): number => known.reduce((all, row) => all + of(row), 0)
  return [
    '| 文稿 | 公报原刊页数 | 本程序 | LibreOffice |', '| --- | ---: | ---: | ---: |',
    ...known.map(({ name, printed, ours, theirs }) => `| ${[name, printed, ours, theirs].join(' | ')} |`),
    `| 合计 | ${[sum((row) => row.printed ?? 0), sum((row) => row.ours), sum((row) => row.theirs)].join(' | ')} |`,
  ]
}

/** The first differences of each document that has some: where, the text before, ours, LibreOffice's. Points. */
export function differenceLines(rows: readonly TruthRow[]): readonly string[] {
  return rows.flatMap(({ layout, name, differences }) => (differences.length === 0 ? [] : [`${layout} ${name}`, ...differences.flatMap(difference)]))
}

function difference({ page, after, ours, theirs, lines }: Difference): readonly string[] {
  return [`  第${page}页，“${after}”之后 ${lines} 行`, `    本程序       ${side(ours)}`, `    LibreOffice  ${side(theirs)}`]
}

function side(line: SeenLine | null): string {
  if (!line) return '（没有这一行）'
  const where = line.cell ? '格内' : line.column === null ? '通栏' : `第${line.column + 1}栏`
  return `${where} ${line.x.toFixed(1)}–${line.right.toFixed(1)}（宽${(line.right - line.x).toFixed(1)}）y${line.baseline.toFixed(1)} ${line.text}`
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '—' : ((100 * part) / whole).toFixed(1)
}
