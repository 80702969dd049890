/** What the recogniser has to say beside the document: its doubts, and every character that it left out. */
import type { Id } from '../lib/id.ts'
import type { Doubt, Remark } from './doubt.ts'
import type { Item } from './items.ts'

/**
 * Why a piece of the text is not in the document. Nothing else is ever left out.
 * `listMark`, `emphasis` (**), `tableMark` (| and lines of dashes), `pageNumber`: traces of how the text was taken out of a file.
 * `runningHead`: what a gazette prints at the head of each page. `webHead`: what a web page prints above the document.
 * `repeatedHeader`: a table's header that a page end printed again. `attachmentList`: 附件说明, which the attachments repeat.
 * `numberBrackets`: those that a gazette prints around the number.
 * `redHead`, `imprint`: what only the original bears and no field of the header keeps (文件 after the organ's name, the name itself
 * where the title repeats it; 共印50份).
 */
export type LeftOutReason =
  | 'listMark'
  | 'emphasis'
  | 'tableMark'
  | 'pageNumber'
  | 'runningHead'
  | 'webHead'
  | 'repeatedHeader'
  | 'attachmentList'
  | 'numberBrackets'
  | 'redHead'
  | 'imprint'

export interface LeftOut {
  readonly why: LeftOutReason
  readonly text: string
}

/** Collects doubts and omissions while a text is read. */
export class Notes {
  readonly #doubts: (Doubt & { readonly item?: Item })[] = []
  readonly #leftOut: LeftOut[] = []
  readonly #blocks = new Map<Item, Id>()

  /** `item` is the piece of a Word file that it is about. */
  doubt(where: string, what: string, about: { readonly item?: Item; readonly comment?: Remark } = {}): void {
    this.#doubts.push({ where, what, ...about })
  }

  /** Says which block was made of a piece of a Word file, so that its doubts lead there. */
  stands(item: Item | undefined, block: Id): void {
    if (item && !this.#blocks.has(item)) this.#blocks.set(item, block)
  }

  leaveOut(why: LeftOutReason, text: string): void {
    this.#leftOut.push({ why, text })
  }

  get leftOut(): readonly LeftOut[] {
    return this.#leftOut
  }

  /** The doubts, and one line for each kind of trace that was removed from the whole text. */
  get doubts(): readonly Doubt[] {
    const removed = (why: LeftOutReason, name: string): Doubt[] => {
      const count = this.#leftOut.filter((one) => one.why === why).length
      return count === 0 ? [] : [{ where: '全文', what: `去掉了${name}，共${count}处` }]
    }
    return [
      ...this.#doubts.map(({ item, ...doubt }): Doubt => {
        const block = item && this.#blocks.get(item)
        return block === undefined ? doubt : { ...doubt, block }
      }),
      ...removed('listMark', '抽取文字时留下的列表符“- ”'),
      ...removed('emphasis', '抽取文字时留下的“**”'),
      ...removed('tableMark', '抽取文字时留下的表格线'),
      ...removed('pageNumber', '页码'),
      ...removed('runningHead', '页眉'),
    ]
  }
}

/** The first characters of a text, to be quoted in a doubt. */
export function quote(text: string): string {
  const characters = Array.from(text)
  return characters.length <= 16 ? `“${text}”` : `“${characters.slice(0, 15).join('')}…”`
}
