/** The marks of a part's paragraphs, one after another: what some of them mean depends on those before. */
import { makeArticle, makeChapter, makeHeading, makeItem, type Content } from '../document/build.ts'
import type { Block } from '../document/types.ts'
import { plainDigits } from '../lib/digits.ts'
import { fromChinese } from '../numbering/chinese.ts'
import { readItemMark, type ItemMark } from './item-marks.ts'
import { readMark, type Mark } from './marks.ts'

export type BlockMark = Mark | ItemMark

/** Reads the marks of one part. Tell it each block that comes of a text, in order. */
export class BlockMarks {
  /** The last number of level 3 (4.): it tells item 5 (5.5岁以下) from an amount. */
  #point = 0
  /** The last 一是 below the heading. */
  #ordinal = 0

  /** What the text begins with; null for plain text. */
  read(text: string): BlockMark | null {
    return readItemMark(text, this.#ordinal) ?? readMark(text, this.#point)
  }

  passed(block: Block): void {
    if (block.type === 'item') {
      if (block.marker === 'ordinal') this.#ordinal = fromChinese(/^[一二三四五六七八九十]+/u.exec(block.printed ?? '')?.[0] ?? '') ?? 0
      return
    }
    if (block.type === 'heading' || block.type === 'chapter' || block.type === 'article') this.#ordinal = 0
    if (block.type === 'heading' && block.level === 3) this.#point = Number.parseInt(plainDigits(block.printed ?? '0'), 10) || 0
  }
}

/** The block that a mark makes of the text behind it. */
export function marked(mark: BlockMark, content: Content): Block {
  switch (mark.kind) {
    case 'item':
      return makeItem(mark.marker, content, mark.printed)
    case 'chapter':
      return makeChapter(content, mark.printed)
    default:
      return mark.kind === 'article' || mark.level === 0 ? makeArticle(content, mark.printed) : makeHeading(mark.level, content, mark.printed)
  }
}
