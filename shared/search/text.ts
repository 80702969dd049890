/**
 * A document's lines as one text, so that words are looked for in all of them at once, and as one string to keep: to show the context of
 * words takes a few lines, and must not take reading the document.
 */
import type { Id } from '../lib/id.ts'
import { foldLines } from './fold.ts'
import type { SearchLine } from './lines.ts'

/** The lines of a document. */
export interface SearchText {
  /** All lines folded, parted by line breaks. */
  readonly folded: string
  /** One of them; undefined behind the last. */
  readonly line: (at: number) => SearchLine | undefined
}

/** Parts the three lists; no list has an empty line. */
const BETWEEN = '\n\n'
/** The place of the line before. */
const SAME = '='

/** The lines as one string. No line may be empty or have a line break, as `searchLines` makes them. */
export function packLines(lines: readonly SearchLine[]): string {
  const places = lines.map(({ place }, at) => (at > 0 && lines[at - 1]?.place === place ? SAME : place))
  return [lines.map(({ text }) => text), places, lines.map(({ blockId }) => blockId.replaceAll('-', ''))].map((list) => list.join('\n')).join(BETWEEN)
}

/** The lines of such a string. */
export function unpackLines(packed: string): SearchText {
  const [texts = '', places = '', ids = ''] = packed.split(BETWEEN)
  let lists: { readonly texts: readonly string[]; readonly places: readonly string[]; readonly ids: readonly string[] } | null = null
  return {
    folded: foldLines(texts),
    line(at) {
      lists ??= { texts: texts.split('\n'), places: places.split('\n'), ids: ids.split('\n') }
      const [text, id] = [lists.texts[at], lists.ids[at]]
      if (text === undefined || id === undefined || text === '') return undefined
      let named = at
      while (lists.places[named] === SAME) named -= 1
      return { place: lists.places[named] ?? '', blockId: dashed(id), text }
    },
  }
}

/** A UUID as it is written. */
function dashed(id: string): Id {
  return [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20)].join('-')
}
