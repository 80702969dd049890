/** Numbers as they were printed against those that the rule gives. */
import { blocksOf } from '../document/text.ts'
import type { AttachmentPart, Block, Document } from '../document/types.ts'
import type { Id } from '../lib/id.ts'
import { fromChinese } from './chinese.ts'
import { attachmentLabels, numberBlocks } from './headings.ts'

/** A printed number that is not the rule's: of another count (`order`), or of the same count written in another way (`form`: 1、 for 1.). */
export interface NumberDifference {
  readonly id: Id
  readonly printed: string
  readonly rule: string
  readonly kind: 'order' | 'form'
}

/** All numbers that would change if they were derived, in reading order. */
export function numberDifferences(document: Document): readonly NumberDifference[] {
  const rule = ruleNumbers(document)
  return printedNumbers(document).flatMap(({ id, printed }) => {
    const derived = rule.get(id) ?? ''
    return printed === derived ? [] : [{ id, printed, rule: derived, kind: countOf(printed) === countOf(derived) ? 'form' : 'order' }]
  })
}

/** Every number that is kept as printed, in reading order. */
export function printedNumbers(document: Document): readonly { readonly id: Id; readonly printed: string }[] {
  return document.parts.flatMap((part) => [part, ...blocksOf(part)]).flatMap((one) => ('printed' in one ? [{ id: one.id, printed: one.printed }] : []))
}

/** The numbers of the document as if none had been printed, by block or attachment. */
function ruleNumbers(document: Document): ReadonlyMap<Id, string> {
  const parts = document.parts.map((part) => (part.type === 'attachment' ? unprinted(part) : part))
  const numbers = new Map<Id, string>(attachmentLabels({ ...document, parts }))
  for (const part of document.parts) numberBlocks(blocksOf(part).map(unprinted), numbers)
  return numbers
}

function unprinted<T extends Block | AttachmentPart>(one: T): T {
  if (!('printed' in one)) return one
  const rest: { printed?: unknown } = { ...one }
  delete rest.printed
  // Only an optional property is gone.
  return rest as T
}

/** What a number counts, in any writing; its own text where it counts nothing (——), "" for the label of a single attachment. */
function countOf(number: string): string {
  const bare = number.replace(/^附\s*件|[\s（）()、.．,，：:第章条是]/gu, '')
  const circled = /^[\u2460-\u2473]$/u.test(bare) ? bare.charCodeAt(0) - 0x2460 + 1 : null
  return String(circled ?? fromChinese(bare) ?? bare)
}
