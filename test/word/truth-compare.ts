/** Our pages held against a renderer's: how many, where they begin, and line for line. */
import { linesOf } from '../../electron/pdf/measure-lines.ts'
import type { Glyph } from '../../electron/pdf/pdf-marks.ts'
import type { Page } from '../../shared/layout/page.ts'
import type { PageLook } from '../../shared/layout/look.ts'
import { toSeen, type SeenLine, type SeenPage } from './truth-office.ts'

/**
 * The first line of a stretch in which both sides differ, with the line before it that both have; the rest of the stretch mostly follows from it.
 * `null` where that side has no line there.
 */
export interface Difference {
  readonly page: number
  readonly after: string
  readonly ours: SeenLine | null
  readonly theirs: SeenLine | null
  /** Lines of the stretch, of the longer side. */
  readonly lines: number
}

export interface Comparison {
  readonly ours: number
  readonly theirs: number
  /** Pages that begin with the same line on both sides. */
  readonly sameStarts: number
  /** Of the longer side. */
  readonly lines: number
  /** Lines that stand on the same page with the same text, in the same order. */
  readonly same: number
  /** The same lines wherever a page or column ends: whether paragraphs are broken alike. */
  readonly sameBroken: number
  /** Of `same`, how many stand more than 1 pt higher or lower, and the largest distance in pt. */
  readonly moved: number
  readonly farthest: number
  readonly differences: readonly Difference[]
}

/** Compares page by page. Lines in the margins are left out before. */
export function compare(oursSeen: readonly SeenPage[], theirsSeen: readonly SeenPage[], keep = 6): Comparison {
  const [ours, theirs] = [oursSeen.map(inRows), theirsSeen.map(inRows)]
  let [lines, same, sameStarts, moved, farthest] = [0, 0, 0, 0, 0]
  const differences: Difference[] = []
  for (let at = 0; at < Math.max(ours.length, theirs.length); at++) {
    const [a, b] = [ours[at]?.lines ?? [], theirs[at]?.lines ?? []]
    if (a[0] && b[0] && plain(a[0].text) === plain(b[0].text)) sameStarts++
    const pairs = matched(a, b)
    lines += Math.max(a.length, b.length)
    same += pairs.length
    for (const [i, j] of pairs) {
      const distance = Math.abs((a[i]?.baseline ?? 0) - (b[j]?.baseline ?? 0))
      if (distance > 1) moved++
      farthest = Math.max(farthest, distance)
    }
    differences.push(...differencesOf(a, b, pairs, at + 1, keep - differences.length))
  }
  const sameBroken = matched(ours.flatMap((page) => page.lines), theirs.flatMap((page) => page.lines)).length
  return { ours: ours.length, theirs: theirs.length, sameStarts, lines, same, sameBroken, moved, farthest, differences }
}

/** Lines in cells from top to bottom, those of one height from left to right: a hair's breadth between two of them decides nothing about their order. */
function inRows(page: SeenPage): SeenPage {
  const lines: SeenLine[] = []
  let cells: SeenLine[] = []
  const end = (): void => {
    let row = 0
    const rows = cells.sort((a, b) => a.baseline - b.baseline).map((line, at) => ({ line, row: (row += line.baseline - (cells[at - 1]?.baseline ?? line.baseline) < SAME_ROW ? 0 : 1) }))
    lines.push(...rows.sort((a, b) => a.row - b.row || a.line.x - b.line.x).map(({ line }) => line))
    cells = []
  }
  for (const line of page.lines) {
    if (line.cell) cells.push(line)
    else {
      end()
      lines.push(line)
    }
  }
  end()
  return { ...page, lines }
}

/** Points. */
const SAME_ROW = 1

function differencesOf(a: readonly SeenLine[], b: readonly SeenLine[], pairs: readonly Pair[], page: number, most: number): readonly Difference[] {
  const found: Difference[] = []
  let [i, j] = [0, 0]
  for (const [toA, toB] of [...pairs, [a.length, b.length] as const]) {
    const lines = Math.max(toA - i, toB - j)
    if (lines > 0) found.push({ page, after: a[i - 1]?.text ?? '', ours: i < toA ? (a[i] ?? null) : null, theirs: j < toB ? (b[j] ?? null) : null, lines })
    i = toA + 1
    j = toB + 1
  }
  return found.slice(0, Math.max(0, most))
}

type Pair = readonly [ours: number, theirs: number]

/** The longest common sequence of lines. */
function matched(a: readonly SeenLine[], b: readonly SeenLine[]): readonly Pair[] {
  const [x, y] = [a.map(({ text }) => plain(text)), b.map(({ text }) => plain(text))]
  const best = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = best[i]
      if (row) row[j] = x[i] === y[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  const pairs: Pair[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (x[i] === y[j]) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return pairs
}

function plain(text: string): string {
  return text.replace(/\s/gu, '')
}

/** Our pages as a reader of the PDF sees them: what stands in the text area. */
export function seenPages(pages: readonly Page[], gutter: number | null): readonly SeenPage[] {
  return pages.map(({ width, height, marks, landscape }) => {
    const glyphs = marks.flatMap((mark): readonly Glyph[] => {
      if (mark.kind !== 'line' || mark.role === 'runningHead' || mark.role === 'pageNumber' || mark.turned) return []
      return mark.runs.flatMap(({ text, x, size, slot, advances }) => {
        let at = x
        return Array.from(text).map((char, index): Glyph => {
          const glyph = { text: char, x: at / 20, baseline: mark.baseline / 20, width: (advances[index] ?? 0) / 20, size, font: slot, color: '', turned: false }
          at += advances[index] ?? 0
          return glyph
        })
      })
    })
    const rules = marks.flatMap((mark) => {
      if (mark.kind !== 'rule' || mark.role !== 'table') return []
      const down = Math.abs(mark.x2 - mark.x) < Math.abs(mark.y2 - mark.y)
      const length = down ? Math.abs(mark.y2 - mark.y) : Math.abs(mark.x2 - mark.x)
      return [{ direction: down ? ('down' as const) : ('across' as const), x: Math.min(mark.x, mark.x2) / 20, y: Math.min(mark.y, mark.y2) / 20, length: length / 20, thickness: mark.width / 20, color: '' }]
    })
    return { width: width / 20, height: height / 20, lines: linesOf({ glyphs, rules }, landscape ? null : gutter).map(toSeen) }
  })
}

/** The lines of the text area alone. A line that hangs below it by a font's descent is still in it. */
export function withinFrame(pages: readonly SeenPage[], { page: { top, bottom, left, right } }: PageLook): readonly SeenPage[] {
  return pages.map((page) => {
    const turned = page.width > page.height
    const [x, y, x2, y2] = turned ? [bottom / 20, left / 20, page.width - top / 20, page.height - right / 20] : [left / 20, top / 20, page.width - right / 20, page.height - bottom / 20]
    const inside = (line: SeenLine): boolean => line.baseline > y && line.baseline < y2 + 2 && line.right > x - 2 && line.x < x2 + 2
    return { ...page, lines: page.lines.filter(inside) }
  })
}

/** Middle of the space between the columns of an upright page, in points. */
export function gutterIn({ page, columns }: PageLook): number | null {
  return columns.count === 2 ? (page.left + (page.width - page.right)) / 40 : null
}
