/** Cross references: what they say, and what in a document can be referred to. */
import { runIn, textOf, attachmentsOf, blocksOf, innerTitleOf, isTextBlock } from '../document/text.ts'
import type { Block, Document, Reference } from '../document/types.ts'
import type { Id } from '../lib/id.ts'
import { attachmentLabels, headingNumbers } from './headings.ts'

/** Something to refer to: `text` is what the reference says (附件2, 第三条), `title` what stands there. */
export interface ReferenceTarget {
  readonly id: Id
  readonly text: string
  readonly title: string
}

/** All that can be referred to, in reading order: attachments last. */
export function referenceTargets(document: Document): readonly ReferenceTarget[] {
  const texts = referenceTexts(document)
  const blocks = document.parts.flatMap(blocksOf).flatMap((block): readonly ReferenceTarget[] => {
    const text = texts.get(block.id)
    return text === undefined || !isTextBlock(block) ? [] : [{ id: block.id, text, title: titleOf(textOf(block.children)) }]
  })
  return [...blocks, ...attachmentsOf(document).map((part) => ({ id: part.id, text: texts.get(part.id) ?? '', title: innerTitleOf(part) }))]
}

/** What the reference to each target says, by target. */
export function referenceTexts(document: Document): ReadonlyMap<Id, string> {
  const numbers = headingNumbers(document)
  const texts = new Map<Id, string>()
  for (const block of document.parts.flatMap(blocksOf)) {
    const text = label(block, numbers.get(block.id) ?? '')
    if (text !== '') texts.set(block.id, text)
  }
  for (const [id, text] of attachmentLabels(document)) texts.set(id, text.replace(/[：:]$/u, ''))
  return texts
}

/** The title of what a reference points to; null where it is gone. */
export function titleOfTarget(document: Document, target: Id): string | null {
  return referenceTargets(document).find(({ id }) => id === target)?.title ?? null
}

/** References whose target is no longer in the document, in reading order. */
export function lostReferences(document: Document): readonly Reference[] {
  const targets = referenceTexts(document)
  return referencesOf(document).filter(({ target }) => !targets.has(target))
}

/** All references of a document, in reading order. */
export function referencesOf(document: Document): readonly Reference[] {
  const found: Reference[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if ('type' in node && node.type === 'reference') found.push(node as Reference)
    else if ('children' in node && Array.isArray(node.children)) node.children.forEach(visit)
  }
  document.parts.forEach(visit)
  return found
}

/** How a number is spoken of in a sentence; "" for what nobody refers to. */
function label(block: Block, number: string): string {
  switch (block.type) {
    case 'chapter':
    case 'article':
      return number
    case 'heading':
      return headingLabel(block.level, number)
    default:
      return ''
  }
}

/** 第一部分 for 一、, （二） as it is, 第3项 for 3., （4） as it is. */
function headingLabel(level: 1 | 2 | 3 | 4, number: string): string {
  const bare = number.replace(/[、.．]$/u, '')
  if (level === 1) return `第${bare}部分`
  return level === 3 ? `第${bare}项` : number
}

function titleOf(text: string): string {
  const [heading, rest] = runIn(text)
  return (heading === '' ? rest : heading).replace(/。$/u, '')
}
