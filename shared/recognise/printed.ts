/** The text that a notice prints (印发): where it begins, what it may be called, and its blocks. */
import { makePrinted } from '../document/build.ts'
import { textOf } from '../document/text.ts'
import type { Part } from '../document/types.ts'
import { readBlocks } from './blocks.ts'
import { readInnerTitle } from './inner-title.ts'
import type { Context } from './joining.ts'
import type { Line } from './lines.ts'
import { quote, type Notes } from './notes.ts'
import { folded } from './organs.ts'

/** What the printed text may be called: the name in 关于印发…的通知, and every 《…》 of the body. */
export function namesOfPrinted(title: string, body: readonly Line[]): readonly string[] {
  const inTitle = /(?:印发|转发|公布|发布)(.+?)(?:的(?:通知|决定|命令|公告|通告))?$/u.exec(title)?.[1]
  const quoted = [title, ...body.map(({ text }) => text)].flatMap((text) => [...text.matchAll(/《([^《》]+)》/gu)].map((match) => match[1] ?? ''))
  return [...(inTitle === undefined ? [] : [inTitle]), ...quoted].filter((name) => name.length >= 4)
}

/** Where a printed text begins in a notice without signature: at a line that is one of the names. */
export function printedFrom(lines: readonly Line[], from: number, names: readonly string[]): number {
  const known = new Set(names.map(folded))
  const at = lines.findIndex(({ text, cells }, index) => index > from && !cells && known.has(folded(text)))
  return at < 0 ? lines.length : at
}

/** Reads what follows the signature. A second printed text stays in the first, its title as a paragraph. */
export function readPrinted(
  lines: readonly Line[],
  names: readonly string[],
  context: Context,
  notes: Notes,
): Extract<Part, { type: 'printed' }> {
  const { title, lines: taken } = readInnerTitle(lines, names)
  if (title === '') notes.doubt('所印文本', `署名之后还有文字，没有找到它的标题：${quote(lines[0]?.text ?? '')}`)
  const blocks = readBlocks(lines.slice(taken), '所印文本', context, notes)
  const known = new Set(names.map(folded))
  blocks.forEach((block, at) => {
    if (block.type !== 'paragraph' || !known.has(folded(textOf(block.children)))) return
    notes.doubt(`所印文本第${at + 1}段`, `${quote(textOf(block.children))}是所印第二个文本的标题，仍在第一个文本里，作一段收入`)
  })
  return makePrinted(title, blocks)
}
