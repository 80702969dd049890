/** Blocks that have styles of their own in a file of the layout: items, formulas, contacts, notes, rosters; with any text in them. */
import fc from 'fast-check'
import { makeHeading, makeItem, makeParagraph, makeRoster } from '../../shared/document/build.ts'
import type { Block } from '../../shared/document/types.ts'
import { ITEM_MARKERS, PARAGRAPH_ROLES } from '../../shared/document/types.ts'

const pieces = fc.constantFrom('河湾县', '青石镇', '。', '，', '“防火”', '——', '①', '二是', '2.5', '（', '）', ' ', '\u3000', '=甲×乙', '注：', 'WiFi', '·')
const texts = fc.array(pieces, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''))
const words = fc.constantFrom('', '组长', '副 组 长', '张明', '李　毅', '欧阳文远', '县林业局局长', '各乡镇乡镇长 ', '（兼）', '甲：乙', 'A\tB', '县长\n主任')

const roster = fc.array(fc.record({ role: words, name: words, post: words }), { minLength: 1, maxLength: 5 }).map(makeRoster)
const printed = fc.option(fc.constantFrom('——', '①', '三是', '――', '㉑'), { nil: undefined })

const kind: fc.Arbitrary<Block> = fc.oneof(
  fc.tuple(fc.constantFrom(...ITEM_MARKERS), texts, printed).map(([marker, text, mark]) => makeItem(marker, text, mark)),
  fc.tuple(fc.constantFrom(undefined, ...PARAGRAPH_ROLES), texts).map(([role, text]) => makeParagraph(text, role)),
  fc.tuple(fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const), texts).map(([level, text]) => makeHeading(level, text)),
  roster,
)

/** Rosters do not stand side by side, and one without roles has names: nothing on paper would tell where one ends, or what a post alone is. */
export const kinds: fc.Arbitrary<readonly Block[]> = fc.array(kind, { maxLength: 8 }).map((blocks) => {
  const isClear = (block: Block): boolean =>
    block.type !== 'table' || block.children.some((row) => text(row.children[0]) !== '') || block.children.every((row) => text(row.children[1]) !== '')
  return blocks.filter((block, at) => isClear(block) && (block.type !== 'table' || blocks[at - 1]?.type !== 'table'))
})

function text(cell: Extract<Block, { type: 'table' }>['children'][number]['children'][number] | undefined): string {
  return (cell?.children ?? []).flatMap(({ children }) => children.map((one) => ('text' in one ? one.text.trim() : ''))).join('')
}
