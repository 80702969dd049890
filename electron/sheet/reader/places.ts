/** Names of cells and areas: B2, A1:H1. */

/** A cell; both count from 0. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** A rectangle of cells, both corners inside. */
export interface Area {
  readonly from: Place
  readonly to: Place
}

/** Reads "B2" or "$B$2"; null for what is no cell of a sheet. */
export function parsePlace(text: string): Place | null {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(text) ?? []
  if (letters === '') return null
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  const row = Number(digits)
  return row < 1 || row > 1_048_576 || column > 16_384 ? null : { row: row - 1, column: column - 1 }
}

/** Reads "A1:H1", or a single cell. */
export function parseArea(text: string): Area | null {
  const [first = '', last = first] = text.split(':')
  const [a, b] = [parsePlace(first), parsePlace(last)]
  if (!a || !b) return null
  return {
    from: { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) },
    to: { row: Math.max(a.row, b.row), column: Math.max(a.column, b.column) },
  }
}
