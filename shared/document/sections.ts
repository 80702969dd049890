/** Sections: a heading with all that stands below it, down to the next heading of its level or a wider one. Where one may go. Pure. */
import type { Id } from '../lib/id.ts'
import { blocksOf } from './text.ts'
import type { Block, Document, Heading } from './types.ts'

/** Where something is dropped: in front of or behind (with all that is below it) a block or an attachment, or at the end of what is below a heading or in a part. */
export type SectionPlace = { readonly before: Id } | { readonly after: Id } | { readonly into: Id }

/** A block's place: index of the part, index among the part's blocks (`blocksOf`). */
export interface BlockPlace {
  readonly part: number
  readonly at: number
}

/**
 * A move that is possible. Of blocks: `count` of them from `from` to in front of `to` (as they stand before the move), headings among them `shift` levels
 * deeper. Of an attachment: indices among the parts, `to` as it will be.
 */
export type SectionMove =
  | { readonly kind: 'blocks'; readonly from: BlockPlace; readonly count: number; readonly to: BlockPlace; readonly shift: number }
  | { readonly kind: 'part'; readonly from: number; readonly to: number }

/** How wide a heading is: 0 for 章, 1 for 条, 2–5 for the four levels; null for what opens no section. */
export function rankOf(block: Block): number | null {
  switch (block.type) {
    case 'chapter':
      return 0
    case 'article':
      return 1
    case 'heading':
      return 1 + block.level
    default:
      return null
  }
}

/** Index behind the section that begins at `at`: one block, unless a heading stands there. */
export function sectionEnd(blocks: readonly Block[], at: number): number {
  const rank = rankAt(blocks, at)
  return rank === null ? at + 1 : nextWider(blocks, at + 1, rank)
}

/** The move of the section or attachment `id` to a place; null where it cannot stand there, or stands there already. */
export function planMove(document: Document, id: Id, place: SectionPlace): SectionMove | null {
  const part = document.parts.findIndex((one) => one.id === id)
  if (part >= 0) return moveOfPart(document, part, place)
  const from = findBlock(document, id)
  if (!from) return null
  const blocks = blocksAt(document, from.part)
  const section = blocks.slice(from.at, sectionEnd(blocks, from.at))
  const [first] = section
  const target = section.some((block) => block.id === idOf(place)) ? null : targetOf(document, first, place)
  if (!target) return null
  const shift = first?.type === 'heading' && target.level !== null ? target.level - first.level : 0
  const isWithin = target.part === from.part && target.at >= from.at && target.at <= from.at + section.length
  if (!canShift(section, shift) || (isWithin && (shift === 0 || (target.at > from.at && target.at < from.at + section.length)))) return null
  return { kind: 'blocks', from, count: section.length, to: { part: target.part, at: target.at }, shift }
}

/**
 * One step up or down among the headings of its part, in its level: past the neighbour of its level, or over the heading above both to become the last (or
 * first) one there. What opens no section passes one block. Null at the end of the way.
 */
export function planStep(document: Document, id: Id, direction: 'up' | 'down'): SectionMove | null {
  const part = document.parts.findIndex((one) => one.id === id)
  if (part >= 0) {
    const beside = document.parts[part + (direction === 'up' ? -1 : 1)]
    return beside ? moveOfPart(document, part, direction === 'up' ? { before: beside.id } : { after: beside.id }) : null
  }
  const from = findBlock(document, id)
  if (!from) return null
  const blocks = blocksAt(document, from.part)
  const at = direction === 'up' ? above(blocks, from.at) : below(blocks, from.at)
  if (at === null) return null
  return { kind: 'blocks', from, count: sectionEnd(blocks, from.at) - from.at, to: { part: from.part, at }, shift: 0 }
}

/** The headings of the section `id` with the levels that they get when it is made deeper (or wider, −1); null where one of them has no such level. */
export function planShift(document: Document, id: Id, shift: 1 | -1): readonly Heading[] | null {
  const place = findBlock(document, id)
  if (!place) return null
  const blocks = blocksAt(document, place.part)
  if (blocks[place.at]?.type !== 'heading') return null
  return shifted(blocks.slice(place.at, sectionEnd(blocks, place.at)), shift)
}

/** The headings among blocks, `shift` levels deeper; null where one of them has no such level, or none is there. */
export function shifted(blocks: readonly Block[], shift: number): readonly Heading[] | null {
  const headings = blocks.filter((block): block is Heading => block.type === 'heading')
  if (headings.length === 0 || !canShift(headings, shift)) return null
  // Checked to be one of the four.
  return headings.map((heading) => ({ ...heading, level: (heading.level + shift) as Heading['level'] }))
}

function canShift(blocks: readonly Block[], shift: number): boolean {
  return blocks.every((block) => block.type !== 'heading' || (block.level + shift >= 1 && block.level + shift <= 4))
}

interface Target extends BlockPlace {
  /** Level that a heading takes there; null where it keeps its own. */
  readonly level: Heading['level'] | null
}

/** Where `moved` comes to stand. A heading becomes a neighbour of the heading it is dropped beside; 章 and 条 stand beside their like only. */
function targetOf(document: Document, moved: Block | undefined, place: SectionPlace): Target | null {
  if (!moved) return null
  const id = idOf(place)
  const part = document.parts.findIndex((one) => one.id === id)
  const holder = document.parts[part]
  if (holder) {
    const holds = holder.type === 'body' || holder.type === 'printed' || holder.type === 'attachment'
    return holds && 'into' in place ? { part, at: blocksOf(holder).length, level: widest(blocksOf(holder)) } : null
  }
  const beside = findBlock(document, id)
  if (!beside) return null
  const blocks = blocksAt(document, beside.part)
  const level = 'into' in place ? levelBelow(moved, blocks[beside.at]) : levelBeside(moved, blocks, beside.at)
  if (level === undefined) return null
  const at = 'before' in place ? beside.at : 'into' in place && rankOf(moved) === null ? ownEnd(blocks, beside.at) : sectionEnd(blocks, beside.at)
  return { part: beside.part, at, level }
}

function idOf(place: SectionPlace): Id {
  return 'before' in place ? place.before : 'after' in place ? place.after : place.into
}

/** Undefined where `moved` cannot be a neighbour of the block at `at`. */
function levelBeside(moved: Block, blocks: readonly Block[], at: number): Target['level'] | undefined {
  const beside = blocks[at]
  if (!beside || rankOf(moved) === null) return beside && null
  if (moved.type !== 'heading') return beside.type === moved.type ? null : undefined
  if (beside.type === 'heading') return beside.level
  if (rankOf(beside) !== null) return undefined
  const over = blocks.slice(0, at).filter((block) => rankOf(block) !== null).at(-1)
  return over?.type === 'heading' ? deeper(over.level) : null
}

/** Undefined where `moved` cannot stand below `over`. */
function levelBelow(moved: Block, over: Block | undefined): Target['level'] | undefined {
  if (!over || rankOf(over) === null || moved.type === 'chapter') return undefined
  if (moved.type === 'article') return over.type === 'chapter' ? null : undefined
  return moved.type === 'heading' && over.type === 'heading' ? deeper(over.level) : null
}

/** Nothing stands below the fourth level. */
function deeper(level: Heading['level']): Heading['level'] | undefined {
  // One more than 1, 2 or 3.
  return level === 4 ? undefined : ((level + 1) as Heading['level'])
}

/** The widest level of a part's headings: what is dropped on the part as a whole becomes their neighbour. */
function widest(blocks: readonly Block[]): Target['level'] {
  const levels = blocks.flatMap((block) => (block.type === 'heading' ? [block.level] : []))
  const least = Math.min(...levels)
  return levels.find((level) => level === least) ?? (blocks.some((block) => rankOf(block) !== null) ? null : 1)
}

/** Attachments change places among themselves only. */
function moveOfPart({ parts }: Document, from: number, place: SectionPlace): SectionMove | null {
  if ('into' in place || parts[from]?.type !== 'attachment') return null
  const beside = parts.findIndex((part) => part.id === ('before' in place ? place.before : place.after))
  if (parts[beside]?.type !== 'attachment') return null
  const gap = 'before' in place ? beside : beside + 1
  const to = gap > from ? gap - 1 : gap
  return to === from ? null : { kind: 'part', from, to }
}

function above(blocks: readonly Block[], at: number): number | null {
  const rank = rankAt(blocks, at)
  if (rank === null) return at > 0 ? at - 1 : null
  const passed = lastIndex(blocks, at, (one) => one <= rank)
  if (passed === null || rankAt(blocks, passed) === rank) return passed
  // Over the heading above it only where another one stands in front: it would be without any.
  return lastIndex(blocks, passed, (one) => one < rank) === null ? null : passed
}

function below(blocks: readonly Block[], at: number): number | null {
  const rank = rankAt(blocks, at)
  const end = sectionEnd(blocks, at)
  if (end >= blocks.length) return null
  if (rank === null) return end + 1
  return rankAt(blocks, end) === rank ? sectionEnd(blocks, end) : nextWider(blocks, end + 1, rank)
}

function lastIndex(blocks: readonly Block[], before: number, fits: (rank: number) => boolean): number | null {
  for (let at = before - 1; at >= 0; at--) {
    const rank = rankAt(blocks, at)
    if (rank !== null && fits(rank)) return at
  }
  return null
}

/** The first index from `from` on that holds a heading of `rank` or wider; the end where there is none. */
function nextWider(blocks: readonly Block[], from: number, rank: number): number {
  const at = blocks.findIndex((block, index) => index >= from && (rankOf(block) ?? Infinity) <= rank)
  return at < 0 ? blocks.length : at
}

/** The rank of the fourth level: every heading is as wide or wider. */
const NARROWEST = 5

/** Behind a heading's own text, in front of the headings below it. */
function ownEnd(blocks: readonly Block[], at: number): number {
  return nextWider(blocks, at + 1, NARROWEST)
}

function rankAt(blocks: readonly Block[], at: number): number | null {
  const block = blocks[at]
  return block ? rankOf(block) : null
}

function blocksAt({ parts }: Document, part: number): readonly Block[] {
  const holder = parts[part]
  return holder ? blocksOf(holder) : []
}

function findBlock(document: Document, id: Id): BlockPlace | null {
  for (const [part, holder] of document.parts.entries()) {
    const at = blocksOf(holder).findIndex((block) => block.id === id)
    if (at >= 0) return { part, at }
  }
  return null
}
