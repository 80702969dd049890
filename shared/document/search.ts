/**
 * Looking for words in lines of text. A match lies within one line and between its places and references; text that is marked as
 * deleted is passed over, as it is when the line is read.
 */
import { blocksOf, isLeaf } from './text.ts'
import type { Document, Inline } from './types.ts'

/** What counts as different. Without either, ａ, Ａ, a and A are one. */
export interface SearchOptions {
  /** 区分大小写. */
  readonly matchCase: boolean
  /** 区分全半角: full-width and half-width forms of letters, digits and marks. */
  readonly matchWidth: boolean
}

/** What is looked for. */
export interface Search {
  /** Of each match, in UTF-16 units. */
  readonly length: number
  /** Where matches begin in a text, from left to right; none overlaps the one before. */
  readonly startsIn: (text: string) => readonly number[]
}

/** A piece of a match: characters `start` to `end` of one leaf, counted in UTF-16 units. */
export interface Portion {
  /** Index among the line's children. */
  readonly child: number
  readonly start: number
  readonly end: number
}

/** One match in a line: at least one portion, in order; none is empty. */
export type Match = readonly Portion[]

/** Looks for `query` as it is written: no wildcards. An empty one is nowhere. */
export function createSearch(query: string, options: SearchOptions): Search {
  const wanted = fold(query, options)
  return {
    length: wanted.length,
    startsIn(text) {
      const starts: number[] = []
      if (wanted === '') return starts
      const folded = fold(text, options)
      for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) starts.push(at)
      return starts
    },
  }
}

/** The matches in one line. */
export function matchesIn(line: readonly Inline[], search: Search): readonly Match[] {
  return stretchesOf(line).flatMap((pieces) => {
    const starts = search.startsIn(pieces.map(({ text }) => text).join(''))
    return starts.map((start) => portionsOf(pieces, start, start + search.length))
  })
}

/** How many matches there are in what is written beside the lines: the header's names, the captions and units of tables. */
export function countBeside({ header, parts }: Document, search: Search): number {
  const { copies = '', printedBy = '', printedOn = '' } = header.distribution ?? {}
  const tables = parts.flatMap(blocksOf).filter((block) => block.type === 'table')
  const texts = [...header.issuers, ...(header.signers ?? []), copies, printedBy, printedOn, ...tables.flatMap(({ caption, unit }) => [caption ?? '', unit ?? ''])]
  return texts.reduce((sum, text) => sum + search.startsIn(text).length, 0)
}

/** A leaf that is read, with its place in its stretch. */
interface Piece {
  readonly child: number
  readonly start: number
  readonly text: string
}

/** The line cut where something stands that is no text to write in. */
function stretchesOf(line: readonly Inline[]): readonly (readonly Piece[])[] {
  let pieces: Piece[] = []
  const stretches = [pieces]
  let start = 0
  for (const [child, inline] of line.entries()) {
    if (!isLeaf(inline)) {
      pieces = []
      stretches.push(pieces)
      start = 0
    } else if (!inline.del && inline.text !== '') {
      pieces.push({ child, start, text: inline.text })
      start += inline.text.length
    }
  }
  return stretches
}

function portionsOf(pieces: readonly Piece[], start: number, end: number): Match {
  return pieces.flatMap((piece) => {
    const from = Math.max(start - piece.start, 0)
    const to = Math.min(end - piece.start, piece.text.length)
    return from < to ? [{ child: piece.child, start: from, end: to }] : []
  })
}

/** A text of the same length in which equal characters are the same. */
function fold(text: string, { matchCase, matchWidth }: SearchOptions): string {
  const narrow = matchWidth ? text : text.replace(WIDE, (char) => NARROW.get(char) ?? char)
  return matchCase ? narrow : narrow.replace(CAPITAL, small)
}

const CAPITAL = /[\p{Lu}\p{Lt}]/gu

/** A capital whose small form has another length (İ) stays. */
function small(char: string): string {
  const lower = char.toLowerCase()
  return lower.length === char.length ? lower : char
}

const WIDE = /[\u3000\uff01-\uffee]/g

/** The block of half-width and full-width forms, as far as a form has one character for its other width; and the full-width space. */
const NARROW: ReadonlyMap<string, string> = new Map([
  ['\u3000', ' '],
  ...Array.from({ length: 0xffee - 0xff00 }, (_, at): [string, string] => {
    const char = String.fromCharCode(0xff01 + at)
    const other = char.normalize('NFKC')
    return [char, other.length === 1 ? other : char]
  }),
])
