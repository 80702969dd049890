/** What a PDF page has on it: glyphs, rules and pictures at their places. Points from the page's upper left corner as it is read, y down. */
import { place, type Matrix } from './matrix.ts'

/** One character (or what one glyph stands for) in one font. */
export interface Glyph {
  readonly text: string
  /** Left end of the glyph's width, on the baseline. */
  readonly x: number
  readonly baseline: number
  readonly width: number
  /** Size of the font, pt. */
  readonly size: number
  /** The font's name in the file without the subset's prefix: FandolFang-Regular. */
  readonly font: string
  /** #rrggbb */
  readonly color: string
  /** Set where the text does not run from left to right: heads of turned pages. */
  readonly turned: boolean
  /** From the baseline to the outline's upper and lower edge, up positive; absent where the glyph draws nothing. */
  readonly ink?: { readonly top: number; readonly bottom: number }
}

/** A line drawn straight across or down: stroked, or a thin filled box. `thickness` 0 is as thin as the device can. */
export interface Rule {
  readonly direction: 'across' | 'down'
  /** Middle of the line: its left or upper end. */
  readonly x: number
  readonly y: number
  readonly length: number
  readonly thickness: number
  readonly color: string
}

export interface Picture {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly glyphs: readonly Glyph[]
  readonly rules: readonly Rule[]
  readonly pictures: readonly Picture[]
}

/** A filled box no thicker than this is a rule. */
const THIN = 4
/** Coordinates of one rule may differ by so much from one end to the other. */
const STRAIGHT = 0.05

/** The rules of one painted path. `path` is pdf.js's: 0 move x y, 1 line x y, 2 cubic (6 numbers), 3 quadratic (4), 4 close. */
export function rulesOf(path: ArrayLike<number>, matrix: Matrix, paint: { readonly stroke?: { width: number; color: string }; readonly fill?: { color: string } }): readonly Rule[] {
  const rules: Rule[] = []
  for (const points of subpaths(path, matrix)) {
    if (paint.fill) {
      const xs = points.map(([x]) => x)
      const ys = points.map(([, y]) => y)
      const [x, y, width, height] = [Math.min(...xs), Math.min(...ys), Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)]
      if (height <= THIN && width > height) rules.push({ direction: 'across', x, y: y + height / 2, length: width, thickness: height, color: paint.fill.color })
      else if (width <= THIN && height > width) rules.push({ direction: 'down', x: x + width / 2, y, length: height, thickness: width, color: paint.fill.color })
    }
    if (!paint.stroke) continue
    const { width: thickness, color } = paint.stroke
    points.forEach(([x, y], at) => {
      const [x2, y2] = points[at + 1] ?? [x, y]
      if (Math.abs(y2 - y) < STRAIGHT && Math.abs(x2 - x) > STRAIGHT) rules.push({ direction: 'across', x: Math.min(x, x2), y, length: Math.abs(x2 - x), thickness, color })
      else if (Math.abs(x2 - x) < STRAIGHT && Math.abs(y2 - y) > STRAIGHT) rules.push({ direction: 'down', x, y: Math.min(y, y2), length: Math.abs(y2 - y), thickness, color })
    })
  }
  return rules
}

/** Corners of each subpath in page coordinates; of a curve its end. A closed one ends where it began. */
function subpaths(path: ArrayLike<number>, matrix: Matrix): readonly (readonly (readonly [number, number])[])[] {
  const all: (readonly [number, number])[][] = []
  const at = (index: number): readonly [number, number] => place(matrix, path[index] ?? 0, path[index + 1] ?? 0)
  for (let i = 0; i < path.length; ) {
    const points = all.at(-1)
    const kind = path[i] ?? 4
    if (kind === 0) all.push([at(i + 1)])
    else if (kind === 4) {
      if (points?.[0]) points.push(points[0])
    } else points?.push(at(i + LENGTHS[kind as 1 | 2 | 3] - 2))
    i += kind === 4 ? 1 : kind === 0 ? 3 : LENGTHS[kind as 1 | 2 | 3]
  }
  return all
}

/** How many numbers a step of a path has, its kind included. */
const LENGTHS = { 1: 3, 2: 7, 3: 5 } as const

/** The outline's reach above and below the baseline, in em; undefined where nothing is drawn. */
export function inkOf(path: ArrayLike<number>): { readonly top: number; readonly bottom: number } | undefined {
  let top = -Infinity
  let bottom = Infinity
  for (let i = 0; i < path.length; ) {
    const kind = path[i] ?? 4
    const length = kind === 4 ? 1 : kind === 0 ? 3 : LENGTHS[kind as 1 | 2 | 3]
    // Handles of curves are counted in: outlines have points at their extremes, so that handles lie no further out.
    for (let y = i + 2; y < i + length; y += 2) {
      top = Math.max(top, path[y] ?? 0)
      bottom = Math.min(bottom, path[y] ?? 0)
    }
    i += length
  }
  return top > bottom ? { top, bottom } : undefined
}

/** The unit square of an image, placed. */
export function pictureOf(matrix: Matrix): Picture {
  const corners = [place(matrix, 0, 0), place(matrix, 1, 0), place(matrix, 0, 1), place(matrix, 1, 1)]
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  return { x: Math.min(...xs), y: Math.min(...ys), width: Math.max(...xs) - Math.min(...xs), height: Math.max(...ys) - Math.min(...ys) }
}
