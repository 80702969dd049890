/** The breaks of titles, stored in the document when its text is signed, arrives or goes out: from then on nothing moves them. */
import { without } from '../lib/without.ts'
import type { Document, InnerTitle, KeptTitle, Part, TitlePart } from '../document/types.ts'
import { innerTitleLength } from './flow-sections.ts'
import { gapOf } from './gazette.ts'
import type { PageLook } from './look.ts'
import { printedLine } from './printable.ts'
import { setTitle, toKeep } from './title-lines.ts'

/** Keeps how each title is set in the pages of all `looks`. The same document where that is kept already, or no break is anybody's but the person's. */
export function keepTitles(document: Document, looks: readonly PageLook[]): Document {
  const parts = document.parts.map((part) => keepIn(part, looks))
  return parts.every((part, at) => part === document.parts[at]) ? document : { ...document, parts }
}

function keepIn(part: Part, looks: readonly PageLook[]): Part {
  switch (part.type) {
    case 'title':
      return withKept(part, looks.map((look) => ({ characters: look.faces.title.characters, gap: gapOf(look) })))
    case 'printed':
    case 'attachment': {
      const [title, ...blocks] = part.children
      const kept = withKept(title, looks.flatMap((look) => innerPlaces(look, part.type === 'attachment' && part.orientation === 'landscape')))
      return kept === title ? part : { ...part, children: [kept, ...blocks] }
    }
    default:
      return part
  }
}

interface Place {
  readonly characters: number
  readonly gap: number
}

/** Where a title of a part may stand: in a column, or across the page with a table. */
function innerPlaces(look: PageLook, landscape: boolean): readonly Place[] {
  const sections = landscape ? [{ columns: 1, landscape }] : [...new Set([look.columns.count, 1])].map((columns) => ({ columns, landscape }))
  return sections.map((section) => ({ characters: innerTitleLength(look, section), gap: gapOf(look) }))
}

/** What holds of the kept lines stays as it is. */
function withKept<T extends TitlePart | InnerTitle>(title: T, places: readonly Place[]): T {
  const text = printedLine(title.children)
  const kept = new Map<number, string>()
  for (const { characters, gap } of places) {
    if (kept.has(characters)) continue
    const set = toKeep(text, setTitle(text, { characters, gap, kept: title.kept }))
    if (set !== undefined) kept.set(characters, set)
  }
  const next = [...kept].map(([characters, set]): KeptTitle => ({ characters, text: set }))
  if (isSame(title.kept ?? [], next)) return title
  // What is taken out is optional, so that the rest is still of this type.
  return (next.length === 0 ? without(title, 'kept') : { ...title, kept: next }) as T
}

function isSame(one: readonly KeptTitle[], other: readonly KeptTitle[]): boolean {
  return one.length === other.length && one.every(({ characters, text }, at) => characters === other[at]?.characters && text === other[at].text)
}
