/** Glyphs as the lines that a person sees: cells by their rules, columns by their gutter, each line once and in reading order. */
import type { Glyph, PdfPage, Rule } from './pdf-marks.ts'

/** One line of text. Points; `text` without the white space at its ends. */
export interface Line {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly baseline: number
  readonly glyphs: readonly Glyph[]
  /** From 0; null where the line stands across the columns or the page has one. */
  readonly column: number | null
  /** Stands in a cell of a table. */
  readonly cell: boolean
}

/** Glyphs whose baselines are nearer stand in one line; marks of another font may be raised a little. */
const SAME_BASELINE = 1.5
/** Columns are further apart than this part of the text's size, also where punctuation hangs. */
const GUTTER = 0.4

/** The lines of a page that read from left to right, in reading order. `gutter`: middle of the space between two columns, null for one column. */
export function linesOf(page: Pick<PdfPage, 'glyphs' | 'rules'>, gutter: number | null): readonly Line[] {
  const grid = page.rules.filter(({ direction }) => direction === 'down')
  const beams = page.rules.filter(({ direction }) => direction === 'across')
  const rows = rowsOf(page.glyphs)
  const pieces = rows.flatMap((row) => cut(row, grid, gutter))
  return inOrder(pieces, grid, beams)
}

/** Glyphs of one baseline, from left to right, all rows from top to bottom. */
export function rowsOf(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const rows: Glyph[][] = []
  for (const glyph of glyphs.filter(({ turned }) => !turned).sort((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1)
    if (row?.[0] && glyph.baseline - row[0].baseline < SAME_BASELINE) row.push(glyph)
    else rows.push([glyph])
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x))
}

interface Piece {
  readonly glyphs: readonly Glyph[]
  readonly column: number | null
}

/** Cuts a row at the rules between its glyphs and at the gutter. */
function cut(row: readonly Glyph[], grid: readonly Rule[], gutter: number | null): readonly Piece[] {
  const near = grid.filter((rule) => meets(rule, row[0]))
  const pieces: Glyph[][] = [[]]
  let gap = false
  let last: Glyph | undefined
  for (const glyph of row) {
    if (isBlank(glyph)) {
      pieces.at(-1)?.push(glyph)
      continue
    }
    if (last) {
      const [from, to] = [last.x + last.width / 2, glyph.x + glyph.width / 2]
      const ruled = near.some(({ x }) => x > from && x < to)
      const parted = gutter !== null && from < gutter && to > gutter && glyph.x - (last.x + last.width) > GUTTER * last.size
      gap ||= parted
      if (ruled || parted) pieces.push([])
    }
    pieces.at(-1)?.push(glyph)
    last = glyph
  }
  return pieces.filter((piece) => piece.some((glyph) => !isBlank(glyph))).map((glyphs) => ({ glyphs, column: near.length > 0 ? null : columnOf(glyphs, gutter) }))
}

/** The column that a piece stands in; null where it crosses the gutter or there is none. */
function columnOf(glyphs: readonly Glyph[], gutter: number | null): number | null {
  const drawn = glyphs.filter((glyph) => !isBlank(glyph))
  const [first, last] = [drawn[0], drawn.at(-1)]
  if (gutter === null || !first || !last) return null
  // A mark that hangs at the end of a line may reach over the gutter's middle.
  if (last.x + last.width / 2 < gutter) return 0
  return first.x + first.width / 2 > gutter ? 1 : null
}

function meets({ y, length }: Rule, glyph: Glyph | undefined): boolean {
  if (!glyph) return false
  const middle = glyph.baseline - glyph.size / 3
  return y <= middle && y + length >= middle
}

export function isBlank({ text }: Glyph): boolean {
  return text.trim() === ''
}

/** Lines in reading order: what stands across parts the page into bands; in a band one column after the other; a table cell by cell. */
function inOrder(pieces: readonly Piece[], grid: readonly Rule[], beams: readonly Rule[]): readonly Line[] {
  const lines: Line[] = []
  let columns: Line[][] = [[], []]
  let table: { readonly box: Box; readonly line: Line }[] = []
  const flush = (): void => {
    lines.push(...columns.flat())
    columns = [[], []]
    lines.push(...table.sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left || a.line.baseline - b.line.baseline).map(({ line }) => line))
    table = []
  }
  for (const piece of pieces) {
    const box = boxOf(piece.glyphs, grid, beams)
    const line = toLine(piece, box !== null)
    if (box) {
      if (table.length === 0) flush()
      table.push({ box, line })
    } else if (piece.column === null) {
      flush()
      lines.push(line)
    } else {
      if (table.length > 0) flush()
      columns[piece.column]?.push(line)
    }
  }
  flush()
  return lines
}

interface Box {
  readonly top: number
  readonly left: number
}

/** Upper and left rule of the cell round a piece; null where it does not stand between rules on all sides. */
function boxOf(glyphs: readonly Glyph[], grid: readonly Rule[], beams: readonly Rule[]): Box | null {
  const [first, last] = [glyphs.find((glyph) => !isBlank(glyph)), glyphs.at(-1)]
  if (!first || !last) return null
  const y = first.baseline - first.size / 3
  const x = (first.x + last.x + last.width) / 2
  const sides = grid.filter((rule) => meets(rule, first)).map((rule) => rule.x)
  const left = Math.max(...sides.filter((side) => side <= x))
  const right = Math.min(...sides.filter((side) => side > x))
  const levels = beams.filter((beam) => beam.x <= x && beam.x + beam.length >= x).map((beam) => beam.y)
  const top = Math.max(...levels.filter((level) => level <= y))
  const bottom = Math.min(...levels.filter((level) => level > y))
  return Number.isFinite(left + right + top + bottom) ? { top, left } : null
}

function toLine({ glyphs, column }: Piece, cell: boolean): Line {
  const drawn = glyphs.filter((glyph) => !isBlank(glyph))
  const [first, last] = [drawn[0], drawn.at(-1)]
  const text = glyphs.map((glyph) => glyph.text).join('').trim()
  return { text, x: first?.x ?? 0, right: last ? last.x + last.width : 0, baseline: first?.baseline ?? 0, glyphs: drawn, column, cell }
}

/** Middle of the space between two columns of text; null where there is none. Rows that stand in tables do not count. */
export function gutterOf({ glyphs, rules, width }: PdfPage): number | null {
  const grid = rules.filter(({ direction }) => direction === 'down')
  const rows = rowsOf(glyphs).map((row) => row.filter((glyph) => !isBlank(glyph))).filter((row) => !grid.some((rule) => meets(rule, row[0])))
  let best: { readonly x: number; readonly parted: number; readonly wide: number } | null = null
  for (let x = width * 0.4; x <= width * 0.6; x += 1) {
    const gaps = rows.flatMap((row) => gapAt(row, x) ?? [])
    const parted = gaps.filter(({ wide, size }) => wide > GUTTER * size)
    // Columns begin at one place.
    const starts = new Set(parted.map(({ next }) => Math.round(next / 2)))
    if (parted.length < LEAST_ROWS || parted.length < gaps.length / 2 || starts.size > Math.max(2, parted.length / 2)) continue
    const wide = Math.min(...parted.map((gap) => gap.wide))
    if (!best || parted.length > best.parted || (parted.length === best.parted && wide > best.wide)) best = { x, parted: parted.length, wide }
  }
  return best?.x ?? null
}

/** So many rows with the same gap are columns. */
const LEAST_ROWS = 3

/** How wide the space is that a row has at `x`, 0 where a glyph stands there; undefined where the row is all on one side. */
function gapAt(row: readonly Glyph[], x: number): { readonly wide: number; readonly size: number; readonly next: number } | undefined {
  const before = row.filter((glyph) => glyph.x + glyph.width <= x).at(-1)
  const after = row.find((glyph) => glyph.x >= x)
  if (!before || !after) return undefined
  const covered = row.some((glyph) => glyph.x < x && glyph.x + glyph.width > x)
  return { wide: covered ? 0 : after.x - (before.x + before.width), size: before.size, next: after.x }
}
