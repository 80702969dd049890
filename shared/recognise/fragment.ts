/** A piece of a document: blocks without head and tail, as they come from the clipboard. */
import { makeParagraph } from '../document/build.ts'
import type { Block, Leaf } from '../document/types.ts'
import { deletedParagraph, readBlocks } from './blocks.ts'
import type { Doubt } from './doubt.ts'
import { splitLeaves } from './item-lines.ts'
import { isDeleted, type Item, type ParagraphItem } from './items.ts'
import type { Context } from './joining.ts'
import type { Line } from './lines.ts'
import { Notes } from './notes.ts'
import { carry, isTracked, liveText } from './tracked.ts'

export interface Fragment {
  /** Numbers as they were printed. */
  readonly blocks: readonly Block[]
  /** Without those on the sequence of the numbers: a piece begins anywhere. */
  readonly doubts: readonly Doubt[]
}

/** Every paragraph of a piece is whole, so nothing of the text around tells where one goes on. */
const WHOLE: Context = { column: null, pairs: new Map(), parted: false }

/** Reads a piece. The first `asText` paragraphs stay words of a sentence, whatever they begin with. */
export function recogniseFragment(items: readonly Item[], asText: number): Fragment {
  const notes = new Notes()
  const plain = items.slice(0, asText).flatMap(asParagraphs)
  const { lines, deleted } = linesOf(items.slice(asText))
  const blocks = readBlocks(lines, '粘贴的文字', WHOLE, notes)
  return { blocks: [...plain, ...blocks, ...deleted.map(deletedParagraph)], doubts: notes.doubts.filter(({ what }) => !/编号(?:不连续|从)/.test(what)) }
}

function asParagraphs(item: Item): readonly Block[] {
  if (item.kind === 'table') return [item.table]
  if (item.kind === 'image') return [item.image]
  return isDeleted(item) ? [deletedParagraph(item)] : paragraphLines(item).map(({ text, leaves }) => makeParagraph(isTracked(leaves) ? carry(text, leaves) : text))
}

/** In a piece, a small table is a table, and not the red head of a document; and each paragraph is whole. */
function linesOf(items: readonly Item[]): { readonly lines: readonly Line[]; readonly deleted: readonly ParagraphItem[] } {
  const lines: Line[] = []
  let deleted: ParagraphItem[] = []
  for (const item of items) {
    if (item.kind === 'paragraph' && isDeleted(item)) {
      deleted.push(item)
      continue
    }
    const own: readonly Line[] = item.kind === 'paragraph' ? paragraphLines(item) : [{ text: '', gap: false, item: false, cells: [], ...(item.kind === 'table' ? { table: item.table } : { image: item }) }]
    lines.push(...own.map((line, at) => (at === 0 && deleted.length > 0 ? { ...line, deleted } : line)))
    if (own.length > 0) deleted = []
  }
  return { lines, deleted }
}

function paragraphLines({ content, level }: ParagraphItem): readonly (Line & { readonly leaves: readonly Leaf[] })[] {
  return splitLeaves(content).flatMap((leaves) => {
    const text = liveText(leaves).trim()
    return text === '' ? [] : [{ text, gap: false, item: false, cells: null, whole: true, leaves, ...(level === null ? {} : { level }) }]
  })
}
