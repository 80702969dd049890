/**
 * Mentions of attachments and articles that were typed (见附件2, 本办法第三条), where it is beyond doubt that they mean this document: what 链接引用 makes
 * references of. A mention says exactly what the reference will say, so that making it one changes no character.
 */
import { attachmentsOf, blocksOf, isLeaf, isTextBlock } from '../document/text.ts'
import type { Document, Inline, Part } from '../document/types.ts'
import type { Id } from '../lib/id.ts'
import { attachmentLabels, headingNumbers } from './headings.ts'

/** A mention in a text: the line's id, the index of the leaf among its children, where it begins and ends there. */
export interface Mention {
  readonly line: Id
  readonly leaf: number
  readonly start: number
  readonly end: number
  readonly target: Id
}

/** All mentions, in reading order. */
export function mentionsOf(document: Document): readonly Mention[] {
  const attachments = attachmentTargets(document)
  const articles = document.parts.map((part) => articleTargets(part, headingNumbers({ ...document, parts: [part] })))
  const ruled = articles.filter((targets) => targets.size > 0)
  return document.parts.flatMap((part, at) => {
    const own = articles[at] ?? new Map<string, Id>()
    // 本办法 outside the text that has articles means the only text that has them.
    const named = own.size > 0 ? own : ruled.length === 1 ? ruled[0] : undefined
    return linesOf(part).flatMap((line) => mentionsIn(line, { attachments, own, named: named ?? own }))
  })
}

interface Line {
  readonly id: Id
  readonly children: readonly Inline[]
}

/** Lines of running text and of cells. */
function linesOf(part: Part): readonly Line[] {
  return blocksOf(part).flatMap((block): readonly Line[] => {
    if (isTextBlock(block)) return [block]
    return block.type === 'table' ? block.children.flatMap((row) => row.children.flatMap((cell) => cell.children)) : []
  })
}

type Targets = ReadonlyMap<string, Id>

interface Known {
  readonly attachments: Targets
  /** Articles of the mention's own part, and those that 本办法 means. */
  readonly own: Targets
  readonly named: Targets
}

/** A label that two attachments bear names neither. */
function attachmentTargets(document: Document): Targets {
  const labels = attachmentLabels(document)
  return unique(attachmentsOf(document).map(({ id }) => [(labels.get(id) ?? '').replace(/[：:]$/u, ''), id]))
}

function articleTargets(part: Part, numbers: ReadonlyMap<Id, string>): Targets {
  return unique(blocksOf(part).flatMap((block) => (block.type === 'article' ? [[numbers.get(block.id) ?? '', block.id] as const] : [])))
}

function unique(entries: readonly (readonly [string, Id])[]): Targets {
  return new Map(entries.filter(([text]) => entries.filter(([other]) => other === text).length === 1))
}

const MENTION = /附件\d*|第[一二三四五六七八九十百千零\d]+条/gu

function mentionsIn({ id, children }: Line, known: Known): readonly Mention[] {
  // What is no plain text stands for itself: neither quoted nor a name.
  const text = children.map((child) => (isLeaf(child) ? child.text : child.children[0].text)).join('')
  const found: Mention[] = []
  let offset = 0
  let last: { readonly end: number; readonly isOurs: boolean } | null = null
  for (const [leaf, child] of children.entries()) {
    const length = isLeaf(child) ? child.text.length : child.children[0].text.length
    for (const match of isLeaf(child) && !child.del ? child.text.matchAll(MENTION) : []) {
      const start = offset + match.index
      const target = targetOf(match[0], text.slice(0, start), text.slice(start + match[0].length), known, last)
      if (target) found.push({ line: id, leaf, start: match.index, end: match.index + match[0].length, target })
      last = { end: start + match[0].length, isOurs: target !== undefined }
    }
    offset += length
  }
  return found
}

/** `last` is the mention before, which an enumeration goes on from: 《…》第三条、第五条. */
function targetOf(mention: string, before: string, after: string, known: Known, last: { readonly end: number; readonly isOurs: boolean } | null): Id | undefined {
  if (isQuoted(before)) return undefined
  if (mention === '附件') return /[见按]$/u.test(before) && !/^[\d：:]/u.test(after) ? known.attachments.get(mention) : undefined
  if (mention.startsWith('附件')) return /》(?:（[^（）]*）)?的?$/u.test(before) ? undefined : known.attachments.get(mention)
  if (OURS.test(before)) return known.named.get(mention)
  if (last && CHAIN.test(before.slice(last.end))) return last.isOurs ? known.own.get(mention) : undefined
  return BARE.test(before) ? known.own.get(mention) : undefined
}

/** 本办法第三条. */
const OURS = /本(?:办法|细则|规定|条例|规则|方案|规程|制度|意见|章程|准则|预案)$/u
/** What joins articles of one enumeration: 第三条第一款、第五条. */
const CHAIN = /^(?:第[一二三四五六七八九十\d]+[款项])*[、和及或至与](?:者)?$/u
/** What stands in front of a bare 第三条 that means the text's own: the start, a mark, or a word that no name ends with. Behind the name of a law it is that law's. */
const BARE = /(?:^|[，。；：！？（]|依照|按照|依据|根据|违反|符合|适用|除|对|有|由|在|见|按)$/u

/** Inside 《》 or “”: the words of another text. */
function isQuoted(before: string): boolean {
  return count(before, '《') > count(before, '》') || count(before, '“') > count(before, '”')
}

function count(text: string, char: string): number {
  return text.split(char).length - 1
}
