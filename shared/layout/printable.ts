/** The text that reaches paper: what tracked deletions and unfilled places leave, and what a file can hold. */
import { isPlace, isReference } from '../document/text.ts'
import type { Inline } from '../document/types.ts'

/** What an unfilled place of a draft prints, so that nobody overlooks it. */
export const PLACE_MARK = '____'

/** Characters that XML 1.0 cannot hold and paper does not show: controls, halves of surrogate pairs. Tab and line break stay. */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Text without what cannot be printed; carriage returns become line breaks. */
export function printableText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNPRINTABLE, '')
}

/** A line of leaves as printed: deletions print nothing, places their mark. */
export function printedLine(children: readonly Inline[]): string {
  let text = ''
  for (const child of children) {
    if (isPlace(child)) {
      text += PLACE_MARK
      continue
    }
    const run = isReference(child) ? child.children[0] : child
    if (!run.del) text += run.text
  }
  return printableText(text)
}
