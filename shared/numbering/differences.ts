/** Numbers as they were printed against those that the rule gives. */
import { blocksOf } from '../document/text.ts'
import type { AttachmentPart, Block, Document } from '../document/types.ts'
import type { Id } from '../lib/id.ts'
import { fromChinese } from './chinese.ts'
import { attachmentLabels, numberBlocks } from './headings.ts'

/**
 * A printed number that is not the rule's: of another count (`order`), of another count because it goes on from the number printed before it (`follow`: after a
 * gap, or where a level is counted through the whole text), or of the same count written in another way (`form`: 1、 for 1.).
 */
export interface NumberDifference {
  readonly id: Id
  readonly printed: string
  readonly rule: string
  readonly kind: 'order' | 'follow' | 'form'
}

/** All numbers that would change if they were derived, in reading order. */
export function numberDifferences(document: Document): readonly NumberDifference[] {
  const rule = ruleNumbers(document)
  const labels: Series = new Map()
  return document.parts.flatMap((part) => [
    ...(part.type === 'attachment' ? differencesIn([part], rule, labels) : []),
    ...differencesIn(blocksOf(part), rule, new Map()),
  ])
}

/** The last number of each series, as it is shown: of a level, of articles, of attachments. */
type Series = Map<string, string>

function differencesIn(list: readonly (Block | AttachmentPart)[], rule: ReadonlyMap<Id, string>, series: Series): readonly NumberDifference[] {
  return list.flatMap((one): readonly NumberDifference[] => {
    const derived = rule.get(one.id)
    if (derived === undefined) return []
    const key = `${one.type}${'level' in one ? one.level : 'marker' in one ? one.marker : ''}`
    const before = series.get(key)
    const printed = 'printed' in one ? one.printed : undefined
    const count = countOf(printed ?? derived)
    series.set(key, count)
    if (printed === undefined || printed === derived) return []
    const goesOn = before !== undefined && Number(count) === Number(before) + 1
    return [{ id: one.id, printed, rule: derived, kind: count === countOf(derived) ? 'form' : goesOn ? 'follow' : 'order' }]
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
