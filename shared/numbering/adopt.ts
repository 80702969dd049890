/** What a document that comes from outside becomes when it is written on here. */
import { isLeaf, leaf } from '../document/text.ts'
import type { AttachmentPart, Block, Cell, Document, Inline, Part, Row } from '../document/types.ts'
import { makeReference } from '../document/build.ts'
import type { Id } from '../lib/id.ts'
import { numberDifferences } from './differences.ts'
import { mentionsOf, type Mention } from './mentions.ts'

/**
 * Makes an imported document a draft that follows its changes: numbers that say what the rule says are derived, typed mentions of its own
 * attachments and articles (见附件2) are references. Not a character changes; numbers that differ from the rule stay as printed.
 */
export function adopt(document: Document): Document {
  const kept = new Set(numberDifferences(document).map(({ id }) => id))
  const derived = { ...document, parts: document.parts.map((part) => withoutPrinted(part, kept)) }
  const mentions = new Map<Id, Mention[]>()
  for (const mention of mentionsOf(derived)) mentions.set(mention.line, [...(mentions.get(mention.line) ?? []), mention])
  return mentions.size === 0 ? derived : { ...derived, parts: derived.parts.map((part) => linked(part, mentions)) }
}

function withoutPrinted<T extends Part | Block>(one: T, kept: ReadonlySet<Id>): T {
  const copy: { printed?: unknown; children?: unknown } = { ...one }
  if ('printed' in one && !kept.has(one.id)) delete copy.printed
  if (one.type === 'body' || one.type === 'printed' || one.type === 'attachment') {
    copy.children = one.children.map((child) => (child.type === 'innerTitle' ? child : withoutPrinted(child, kept)))
  }
  // Only numbers are gone.
  return copy as T
}

type Linkable = Part | Block | Row | Cell | AttachmentPart['children'][0]

/** The element with its mentions as references; the same one where it has none. */
function linked<T extends Linkable>(one: T, mentions: ReadonlyMap<Id, readonly Mention[]>): T {
  const own = mentions.get(one.id)
  // A line has inlines, anything else elements with ids.
  if (own) return { ...one, children: (one.children as readonly Inline[]).flatMap((child, at) => cut(child, own.filter(({ leaf: index }) => index === at))) }
  const children: readonly (Linkable | Inline)[] = one.children
  const changed = children.map((child) => ('type' in child && child.type !== 'place' && child.type !== 'reference' ? linked(child, mentions) : child))
  return changed.every((child, at) => child === children[at]) ? one : { ...one, children: changed }
}

/** A leaf around its mentions; each piece keeps what marks the leaf. */
function cut(child: Inline, mentions: readonly Mention[]): readonly Inline[] {
  if (!isLeaf(child) || mentions.length === 0) return [child]
  const pieces: Inline[] = []
  let from = 0
  for (const { start, end, target } of mentions) {
    pieces.push({ ...child, text: child.text.slice(from, start) })
    pieces.push({ ...makeReference(target, ''), children: [{ ...child, text: child.text.slice(start, end) }] })
    from = end
  }
  return [...pieces, from === child.text.length ? leaf('') : { ...child, text: child.text.slice(from) }]
}
