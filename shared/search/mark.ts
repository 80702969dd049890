/** Where words stand in a line, and the line in pieces that are marked or not. */
import { foldWithPlaces } from './fold.ts'

/** A piece of a line. */
export interface Piece {
  readonly text: string
  readonly hit: boolean
}

/** A line in pieces, which together are the line: words (folded) and what is between. Words that touch or overlap are one piece. */
export function markLine(text: string, words: readonly string[]): readonly Piece[] {
  const { folded, from, to } = foldWithPlaces(text)
  const hits = words.flatMap((word) => startsOf(folded, word).map((start) => [from[start] ?? 0, to[start + word.length - 1] ?? 0] as const))
  return piecesOf(text, merged(hits))
}

/** Every place where the word begins, also inside one before (县县 twice in 县县县), as the index counts. */
export function startsOf(folded: string, word: string): readonly number[] {
  const starts: number[] = []
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) starts.push(at)
  return starts
}

function merged(hits: readonly (readonly [from: number, to: number])[]): readonly (readonly [from: number, to: number])[] {
  const sorted = [...hits].sort((a, b) => a[0] - b[0])
  const spans: [from: number, to: number][] = []
  for (const [from, to] of sorted) {
    const last = spans.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else spans.push([from, to])
  }
  return spans
}

function piecesOf(text: string, spans: readonly (readonly [from: number, to: number])[]): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const [from, to] of spans) {
    if (from > at) pieces.push({ text: text.slice(at, from), hit: false })
    pieces.push({ text: text.slice(from, to), hit: true })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false })
  return pieces
}

/** Before and after what was left out. */
const CUT = '…'

/** What may stand before the first hit, and in all, in UTF-16 units. */
const BEFORE = 24
const LONGEST = 120

/** A long line around its first hits, cut at marks where one is near; the pieces without … are a stretch of the line. */
export function excerpt(pieces: readonly Piece[]): readonly Piece[] {
  const text = pieces.map((piece) => piece.text).join('')
  const first = pieces.findIndex(({ hit }) => hit)
  const begin = pieces.slice(0, Math.max(first, 0)).reduce((sum, piece) => sum + piece.text.length, 0)
  const from = beginNear(text, begin)
  const to = Math.max(endNear(text, from), begin + (pieces[first]?.text.length ?? 0))
  return [...(from > 0 ? [{ text: CUT, hit: false }] : []), ...sliceOf(pieces, from, to), ...(to < text.length ? [{ text: CUT, hit: false }] : [])]
}

/** The beginning of the sentence or clause that holds `at`, where it is near. */
function beginNear(text: string, at: number): number {
  if (at <= BEFORE) return 0
  const before = text.slice(at - BEFORE, at)
  const mark = Math.max(...Array.from('。；，：、', (char) => before.lastIndexOf(char)))
  return whole(text, mark >= 0 && mark < BEFORE - 6 ? at - BEFORE + mark + 1 : at - BEFORE)
}

function endNear(text: string, from: number): number {
  if (text.length - from <= LONGEST) return text.length
  const mark = text.slice(from, from + LONGEST).lastIndexOf('。')
  return whole(text, mark > LONGEST / 2 ? from + mark + 1 : from + LONGEST)
}

/** Never between the halves of a character. */
function whole(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at
}

function sliceOf(pieces: readonly Piece[], from: number, to: number): readonly Piece[] {
  let at = 0
  return pieces.flatMap(({ text, hit }) => {
    const start = at
    at += text.length
    const cut = text.slice(Math.max(from - start, 0), Math.max(to - start, 0))
    return cut === '' ? [] : [{ text: cut, hit }]
  })
}
