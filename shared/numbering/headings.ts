/**
 * Numbers of headings, chapters, articles and attachments. Drafts derive them from the position; a number kept
 * as printed (`printed`, from an import) is shown as it is and still counts in the sequence.
 * Each part (body, printed text, attachment) counts by itself.
 */
import type { Id } from '../lib/id.ts'
import type { Block, Document, Heading, ItemMarker } from '../document/types.ts'
import { attachmentsOf, blocksOf } from '../document/text.ts'
import { toChinese } from './chinese.ts'

/** GB/T 9704-2012, 7.3.3: 一、 （一） 1. （1）. `count` is 1-based. */
export function headingNumber(level: Heading['level'], count: number): string {
  switch (level) {
    case 1:
      return `${toChinese(count)}、`
    case 2:
      return `（${toChinese(count)}）`
    case 3:
      return `${count}.`
    case 4:
      return `（${count}）`
  }
}

/** What stands in front of an item: —— ① 一是. `count` is 1-based. */
export function itemMark(marker: ItemMarker, count: number): string {
  switch (marker) {
    case 'dash':
      return '——'
    case 'circled':
      return circled(count)
    case 'ordinal':
      return `${toChinese(count)}是`
  }
}

/** Unicode has circled numbers up to 50, in three places. */
function circled(count: number): string {
  if (count <= 20) return String.fromCodePoint(0x2460 + count - 1)
  if (count <= 35) return String.fromCodePoint(0x3251 + count - 21)
  return count <= 50 ? String.fromCodePoint(0x32b1 + count - 36) : `（${count}）`
}

/** The number or mark in front of every heading, chapter, article and item of the document, by block id. */
export function headingNumbers(document: Document): ReadonlyMap<Id, string> {
  const numbers = new Map<Id, string>()
  for (const part of document.parts) numberBlocks(blocksOf(part), numbers)
  return numbers
}

/**
 * Numbers one part's blocks into `numbers`. Levels restart under their parent and under each chapter and article;
 * articles run on through the chapters (立法技术规范: 条 is counted through the whole text). Items count as long as they follow each other.
 */
export function numberBlocks(blocks: readonly Block[], numbers: Map<Id, string>): void {
  const counts = [0, 0, 0, 0]
  let chapters = 0
  let articles = 0
  let items = 0
  for (const [at, block] of blocks.entries()) {
    const before = blocks[at - 1]
    items = block.type === 'item' && before?.type === 'item' && before.marker === block.marker ? items + 1 : 1
    if (block.type === 'item') numbers.set(block.id, block.printed ?? itemMark(block.marker, items))
    else if (block.type === 'heading') {
      const at = block.level - 1
      const count = (counts[at] ?? 0) + 1
      counts[at] = count
      counts.fill(0, block.level)
      numbers.set(block.id, block.printed ?? headingNumber(block.level, count))
    } else if (block.type === 'chapter') {
      chapters += 1
      counts.fill(0)
      numbers.set(block.id, block.printed ?? `第${toChinese(chapters)}章`)
    } else if (block.type === 'article') {
      articles += 1
      counts.fill(0)
      numbers.set(block.id, block.printed ?? `第${toChinese(articles)}条`)
    }
  }
}

/** 附件 for a single attachment, 附件1, 附件2 … for several (GB/T 9704-2012, 7.3.4), by attachment id. */
export function attachmentLabels(document: Document): ReadonlyMap<Id, string> {
  const attachments = attachmentsOf(document)
  return new Map(
    attachments.map((part, at) => [part.id, part.printed ?? (attachments.length === 1 ? '附件' : `附件${at + 1}`)]),
  )
}
