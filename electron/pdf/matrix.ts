/** Transformations of a PDF: x' = a·x + c·y + e, y' = b·x + d·y + f. */

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** Where a point comes to lie. */
export function place([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** The six numbers that pdf.js gives, flat or in one array. */
export function toMatrix(args: unknown): Matrix {
  // pdf.js's operators are untyped: arrays, typed or not, of numbers.
  const flat = (Array.isArray(args) && args.length === 1 ? args[0] : args) as ArrayLike<number>
  const at = (index: number): number => flat[index] ?? 0
  return [at(0), at(1), at(2), at(3), at(4), at(5)]
}

/** How much lengths grow, on the average of both directions. */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c))
}
