/** Headers and footers: some offices set the red head (发文机关标志) in the header of the first page. */
import type { Item, ParagraphItem } from '../../../shared/recognise/items.ts'
import { liveText } from '../../../shared/recognise/tracked.ts'
import type { Zip } from '../../ooxml/zip.ts'
import { readBlocks } from './blocks.ts'
import type { Margin } from './parts.ts'
import type { Story } from './story.ts'
import { readPart } from './xml.ts'

const RED_HEAD = /^[\p{Script=Han}（）()\s]{4,60}文\s*件$/u
/** 份号, six digits. */
const COPY_NUMBER = /^\d{6}$/
/** — 1 —, 第1页 共3页, 1/3. */
const PAGE_NUMBER = /^[\s\d—–\-第共页/·.]*$/u

/** The items with a red head of the headers in front, and behind them what else headers and footers say, which is left out. */
export function withMargins(items: readonly Item[], margins: readonly Margin[], zip: Zip, story: Story): readonly Item[] {
  const front: Item[] = []
  const behind: Item[] = []
  const said = new Set<string>()
  for (const { kind, part } of margins) {
    const lines = linesOf(part, kind, zip, story)
    const key = lines.join('\n')
    if (said.has(key)) continue
    said.add(key)
    const where = kind === 'header' ? '页眉' : '页脚'
    const isHead = kind === 'header' && front.length === 0 && lines.some((line) => RED_HEAD.test(line))
    if (isHead) front.push(...lines.map((text) => item(text, where, [])))
    else if (lines.length > 0) behind.push(item('', where, [`没有收入：${lines.map((line) => `“${line}”`).join('、')}`]))
  }
  return [...front, ...items, ...behind]
}

function linesOf(part: string, kind: Margin['kind'], zip: Zip, story: Story): readonly string[] {
  const read: Item[] = []
  readPart(zip, part, kind === 'header' ? 'w:hdr' : 'w:ftr', (node) => read.push(...readBlocks([node], { ...story, fields: [] })))
  const texts = read.flatMap((one) => {
    if (one.kind === 'paragraph') return liveText(one.content).split('\n')
    return one.kind === 'table' ? one.table.children.flatMap((row) => row.children.flatMap((cell) => cell.children.map(({ children }) => liveText(children.filter((leaf) => 'text' in leaf))))) : []
  })
  return texts.map((text) => text.trim()).filter((text) => COPY_NUMBER.test(text) || !PAGE_NUMBER.test(text))
}

function item(text: string, where: string, doubts: readonly string[]): ParagraphItem {
  return { kind: 'paragraph', content: text === '' ? [] : [{ text }], role: null, level: null, align: null, where, doubts }
}
