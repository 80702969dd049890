/** Parts of a document as lines and tables, the same in every layout. */
import type { Block, Part } from '../document/types.ts'
import type { Id } from '../lib/id.ts'
import { blockLine, flowLine, imageLine } from './flow-lines.ts'
import { tableItems } from './flow-table.ts'
import type { FlowItem, FlowLine } from './flow.ts'
import type { PageLook } from './look.ts'
import { printedLine } from './printable.ts'
import { rosterLines } from './roster-lines.ts'

/** What blocks are set with. */
export interface BlockContext {
  readonly look: PageLook
  /** Numbers of headings, chapters, articles and items by their blocks. */
  readonly numbers: ReadonlyMap<Id, string>
  /** They stand on pages that are turned. */
  readonly landscape: boolean
}

/** 主送机关 with its colon. */
export function recipientsLines({ id, children }: Extract<Part, { type: 'recipients' }>): readonly FlowLine[] {
  const text = printedLine(children)
  return text === '' ? [] : [flowLine('recipients', `${text}：`, { source: id })]
}

/** 附注 in its brackets. */
export function noteLines({ id, children }: Extract<Part, { type: 'note' }>): readonly FlowLine[] {
  const text = printedLine(children)
  return text === '' ? [] : [flowLine('note', `（${text}）`, { source: id })]
}

/** The title of a printed text or an attachment. `before` in twips where it is not what the kind of line has. */
export function innerTitle({ children: [title] }: Extract<Part, { type: 'printed' | 'attachment' }>, before?: number): readonly FlowLine[] {
  const text = printedLine(title.children)
  return text === '' ? [] : [flowLine('innerTitle', text, { source: title.id, ...(title.kept ? { kept: title.kept } : {}), ...(before === undefined ? {} : { before }) })]
}

/** The last line stays with what follows; below a table nothing can. */
export function keepLast(items: FlowItem[]): void {
  const last = items.at(-1)
  if (last?.kind === 'line') items[items.length - 1] = { ...last, keepNext: true }
}

/** Blocks of the text; what is deleted or empty prints nothing. */
export function blockItems(blocks: readonly Block[], context: BlockContext): readonly FlowItem[] {
  return blocks.flatMap((block) => rememberedItems(block, context))
}

interface Remembered {
  readonly look: PageLook
  readonly number: string
  readonly landscape: boolean
  readonly items: readonly FlowItem[]
}

/** What a block was made into once. An edit makes new blocks of what it changes and leaves all others: those keep their lines and tables, and what was set of them. */
const remembered = new WeakMap<Block, Remembered>()

function rememberedItems(block: Block, context: BlockContext): readonly FlowItem[] {
  const { look, landscape, numbers } = context
  const number = numbers.get(block.id) ?? ''
  const known = remembered.get(block)
  if (known?.look === look && known.number === number && known.landscape === landscape) return known.items
  const items = itemsOf(block, number, context)
  remembered.set(block, { look, number, landscape, items })
  return items
}

function itemsOf(block: Block, number: string, { look, landscape }: BlockContext): readonly FlowItem[] {
  if (block.change?.kind === 'del') return []
  if (block.type === 'table') return block.look === 'roster' ? rosterLines(block, look) : tableItems(block, look, landscape)
  if (block.type === 'image') return [{ ...imageLine(block, look), source: block.id }]
  const line = blockLine(block, number, look)
  return line ? [{ ...line, source: block.id }] : []
}
