/** Which rows of a table are its header, by their words. */

/** The texts of a row's cells. */
export type Cells = readonly string[]

/** Columns up to the last one that has text in any row. */
export function columns(rows: readonly Cells[]): number {
  return rows.reduce((most, row) => Math.max(most, ...row.map((cell, at) => (cell === '' ? 0 : at + 1))), 0)
}

/**
 * The first row, and those below it that go on under its merged cells: their first cell is empty where the first row has
 * empty cells of its own, and they hold no amounts.
 */
export function countHeaderRows(rows: readonly Cells[]): number {
  const [first] = rows
  if (!first || first.filter((cell) => cell !== '').length < 2) return 0
  // 组长：, 联系人：: a roster, which has no header.
  if (first.some((cell) => /[：:]$/.test(cell))) return 0
  const merged = first.slice(0, columns(rows)).includes('')
  let count = 1
  while (merged && count < 3 && count < rows.length - 1 && goesOn(rows[count] ?? [])) count += 1
  return count
}

function goesOn(row: Cells): boolean {
  const filled = row.filter((cell) => cell !== '')
  return row[0] === '' && filled.length > 0 && !filled.some((cell) => /^[\d.,%]+$/.test(cell))
}
