/** The kinds of a block of running text, as toolbar and menu name them, and making a block another kind. */
import { Editor, Transforms } from 'slate'
import type { BlockKind } from '../session.ts'
import { isOneOf, TEXT_BLOCKS, type SheetEditor, type SheetElement } from '../sheet/types.ts'

/** What an element of each kind has beside its text. */
export type KindProperties = Pick<SheetElement, 'type' | 'level' | 'marker' | 'role'>

const KINDS: Readonly<Record<BlockKind, KindProperties>> = {
  paragraph: { type: 'paragraph' },
  formula: { type: 'paragraph', role: 'formula' },
  contact: { type: 'paragraph', role: 'contact' },
  note: { type: 'paragraph', role: 'note' },
  heading1: { type: 'heading', level: 1 },
  heading2: { type: 'heading', level: 2 },
  heading3: { type: 'heading', level: 3 },
  heading4: { type: 'heading', level: 4 },
  chapter: { type: 'chapter' },
  article: { type: 'article' },
  dash: { type: 'item', marker: 'dash' },
  circled: { type: 'item', marker: 'circled' },
  ordinal: { type: 'item', marker: 'ordinal' },
}

/** The kind of a block; null for what is no block of text. */
export function kindOf(block: SheetElement): BlockKind | null {
  switch (block.type) {
    case 'heading':
      return `heading${block.level ?? 1}`
    case 'paragraph':
      return block.role ?? 'paragraph'
    case 'item':
      return block.marker ?? 'dash'
    case 'chapter':
    case 'article':
      return block.type
    default:
      return null
  }
}

/** Makes all selected blocks of running text one kind. Cells, titles and parts keep theirs. */
export function setBlockKind(editor: SheetEditor, kind: BlockKind): void {
  if (!editor.selection) return
  const range = Editor.unhangRange(editor, editor.selection)
  const blocks = [...Editor.nodes<SheetElement>(editor, { at: range, match: (node, path) => path.length === 2 && isOneOf(node, TEXT_BLOCKS) })]
  Editor.withoutNormalizing(editor, () => {
    for (const [block, path] of blocks) {
      if (kindOf(block) === kind) continue
      Transforms.unsetNodes<SheetElement>(editor, ['printed', 'level', 'marker', 'role'], { at: path })
      Transforms.setNodes<SheetElement>(editor, KINDS[kind], { at: path })
    }
  })
}
