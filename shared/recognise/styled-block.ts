/** One line of a file in the gazette layout as a block. */
import { makeArticle, makeChapter, makeHeading, makeParagraph } from '../document/build.ts'
import { runIn } from '../document/text.ts'
import type { Block, Heading, Leaf, ParagraphRole } from '../document/types.ts'
import { marked, type BlockMarks } from './block-marks.ts'
import type { ItemRole, ParagraphItem } from './items.ts'
import { roleOf } from './roles.ts'
import { carry, isTracked, liveText } from './tracked.ts'

/** The block of a line of text: what its style says, and where that says only that it is text, what it begins with. */
export function styledBlock({ role, content }: ParagraphItem, marks: BlockMarks, before: readonly Block[]): Block {
  const text = liveText(content)
  if (role === 'chapter' || role === 'article') {
    const [, number = text, rest = ''] = /^(\S+?)\u3000([^]*)$/u.exec(text) ?? []
    return role === 'chapter' ? makeChapter(cut(content, rest), number) : makeArticle(cut(content, rest), number)
  }
  const level = headingLevel(role)
  if (level !== null) {
    const [, number = '', rest = ''] = DECIMAL[level].exec(text) ?? NUMBER.exec(text) ?? []
    return number === '' ? makeParagraph(content) : makeHeading(level, cut(content, rest), number)
  }
  const own = ownRole(role)
  if (own) return makeParagraph(content, own)
  const mark = marks.read(text)
  // What has no style of ours was added, and is read by its words.
  if (role === null) return mark ? marked(mark, cut(content, mark.rest)) : makeParagraph(content, roleOf(text, before))
  // What has the style of text and is numbered is a sentence; in a style of ours every space is meant.
  const isText = !mark || (mark.kind !== 'item' && (mark.level === 0 || runIn(mark.rest)[0] !== ''))
  return isText ? makeParagraph(content) : marked(mark, cut(content, text.slice(mark.printed.length)))
}

function ownRole(role: ItemRole | null): ParagraphRole | undefined {
  if (role === 'tableNote') return 'note'
  return role === 'formula' || role === 'contact' ? role : undefined
}

/** 1.1, 2.1.1: numbers that go with the depth of an outline. At level 3, 5.5 is an item 5. */
const DECIMAL: Readonly<Record<Heading['level'], RegExp>> = {
  1: /^(\d{1,2}[ \u3000]?)(\p{Script=Han}[^]*)$/u,
  2: /^(\d{1,2}[.．]\d{1,2}[.．、]?[ \u3000]?)([^]*)$/u,
  3: /^(\d{1,2}(?:[.．]\d{1,2}){2}[.．、]?[ \u3000]?)([^]*)$/u,
  4: /^(\d{1,2}(?:[.．]\d{1,2}){3}[.．、]?[ \u3000]?)([^]*)$/u,
}
const NUMBER = /^(第[一二三四五六七八九十百零〇\d０-９]+[章条]|[一二三四五六七八九十百零〇]+[、．.]|[（(]\s*[一二三四五六七八九十百零〇\d０-９]+\s*[）)]、?|[\d０-９]{1,2}[）)]、?|[\d０-９]{1,4}\s*[.．、])([^]*)$/u

function headingLevel(role: ItemRole | null): Heading['level'] | null {
  switch (role) {
    case 'heading1':
      return 1
    case 'heading2':
      return 2
    case 'heading3':
      return 3
    case 'heading4':
      return 4
    default:
      return null
  }
}

/** The part of a line's text that is `text`, with its tracked changes. */
export function cut(content: readonly Leaf[], text: string): readonly Leaf[] {
  return isTracked(content) ? carry(text, content) : [{ text }]
}
