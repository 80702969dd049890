/** The column in which a text was printed: where it ended, paragraphs are cut in two. Widths in characters (字). */
import type { Line } from './lines.ts'

/** Widths that a gazette page (20) and the official page (28) have: believed on little evidence. */
const USUAL = [20, 28]

/** Longer text is no evidence: what a renderer squeezed or spread adds up. */
const LONGEST_EVIDENCE = 130

/**
 * Measures text as it was printed: digits and letters are half a character, punctuation of either width a whole one, spaces
 * nothing (extraction adds them) but the one behind 第一条.
 */
export function printedWidth(text: string): number {
  let width = /^第\S{1,6}[条章]\s/u.test(text) ? 1 : 0
  for (const char of text) {
    if (/\s/.test(char)) continue
    width += /[A-Za-z0-9.%/_-]/.test(char) ? 0.5 : 1
  }
  return width
}

/**
 * The column width that explains where lines break off in mid-sentence; null without evidence. `continues` says whether the
 * second line surely goes on from the first.
 */
export function columnWidth(lines: readonly Line[], continues: (line: Line, next: Line) => boolean): number | null {
  const cut = lines.flatMap((line, at) => {
    const next = lines[at + 1]
    const width = printedWidth(line.text)
    return next && width <= LONGEST_EVIDENCE && continues(line, next) ? [width] : []
  })
  if (cut.length === 0) return null
  const share = (width: number): number => cut.filter((one) => endsColumn(one, width)).length / cut.length
  const usual = USUAL.find((width) => share(width) >= (cut.length < 4 ? 1 : 0.6))
  if (usual !== undefined) return usual
  if (cut.length < 6) return null
  const widths = Array.from({ length: 30 }, (_, at) => 45 - at)
  const best = widths.reduce((most, width) => Math.max(most, share(width)), 0)
  return best >= 0.8 ? (widths.find((width) => share(width) >= best * 0.9) ?? null) : null
}

/**
 * True where text of this width ends at the column's end. A paragraph's first line is indented by two characters, so a cut one
 * is two short of a multiple; a line that was kept as printed is as wide as the column.
 */
export function endsColumn(width: number, column: number, tolerance = 1 + width / 100): boolean {
  const over = (width + 2) % column
  return Math.min(over, column - over) <= tolerance || Math.abs(width - column) <= 0.5
}
