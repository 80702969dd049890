/** Outlines in decimals (1 总则, 1.1 编制目的, 2.1.1 县指挥部), as emergency plans and technical texts number their headings. */
import type { Heading } from '../document/types.ts'
import { plainDigits } from '../lib/digits.ts'
import type { Mark } from './marks.ts'

const DEEP = /^(\d{1,2}(?:[.．]\d{1,2}){1,3})([.．、]?[ \u3000]*)([\p{Script=Han}“《（(][^]*)$/u
const TOP = /^(\d{1,2})([.．、]?[ \u3000]*)(\p{Script=Han}[^。；，]{0,30})$/u

/**
 * The marks of a part's lines by their decimals, null for a line that has none. All are null in a part that has no such outline: one
 * has a 1.1 with a 1.2 after it, and headings of the first level above them.
 */
export function decimalMarks(texts: readonly string[]): readonly (Mark | null)[] {
  const deep = texts.map((text) => DEEP.exec(plainDigits(text)))
  const places = deep.map((found) => found?.[1]?.split(/[.．]/u).map(Number) ?? null)
  if (!isOutline(places)) return texts.map(() => null)
  let top = 0
  return texts.map((text, at) => {
    const found = deep[at]
    const path = places[at]
    if (found && path) return markOf(text, found, path)
    const head = TOP.exec(plainDigits(text))
    const count = Number(head?.[1])
    if (!head || !(leads(places, at, count) || (count === top + 1 && /^[ \u3000]+$/u.test(head[2] ?? '')))) return null
    top = count
    return markOf(text, head, [count])
  })
}

function isOutline(places: readonly (readonly number[] | null)[]): boolean {
  const second = places.filter((path) => path?.length === 2)
  return second.some((path, at) => path?.[1] === 1 && second[at + 1]?.[0] === path[0] && second[at + 1]?.[1] === 2)
}

/** The next heading with decimals is the first one under `count`. */
function leads(places: readonly (readonly number[] | null)[], at: number, count: number): boolean {
  const next = places.slice(at + 1).find((path) => path !== null)
  return next?.length === 2 && next[0] === count && next[1] === 1
}

/** The number keeps one space where it had any: nothing else parts it from its words. */
function markOf(text: string, [, number = '', gap = '', rest = '']: RegExpExecArray, path: readonly number[]): Mark {
  const end = number.length + gap.trimEnd().length
  // A path has one to four places.
  const level = path.length as Heading['level']
  return { kind: 'heading', level, printed: text.slice(0, end) + (gap.trimEnd() === gap ? '' : ' '), count: path.at(-1) ?? 1, rest: text.slice(text.length - rest.length) }
}
