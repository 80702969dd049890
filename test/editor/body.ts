/** Documents that are all about their body, and what of a document tests look at, in short. */
import { makeBody, makeDocument, makeLine } from '../../shared/document/build.ts'
import { blocksOf, findPart, textOf } from '../../shared/document/text.ts'
import type { Block, Document } from '../../shared/document/types.ts'
import type { Hand } from './hand.ts'

export function withBody(...blocks: readonly Block[]): Document {
  return makeDocument({ issuers: [], genre: null, documentNumber: null }, [makeLine('title', '关于工作的通知'), makeBody(blocks), makeLine('signatureOrgan', '河湾县水利局')])
}

/** The blocks of the body: kind and text. */
export function body({ session }: Hand): readonly string[] {
  const part = findPart(session.document(), 'body')
  return (part ? blocksOf(part) : []).map((block) => {
    if (block.type === 'table') return block.look === 'roster' ? '名单' : '表'
    if (block.type === 'image') return '图'
    const kind = block.type === 'heading' ? `${block.level}级` : { paragraph: '段', chapter: '章', article: '条', item: '项' }[block.type]
    return kind + block.children.map((child) => ('text' in child ? child.text : child.type === 'place' ? `[${child.hint}]` : `{${child.children[0].text}}`)).join('')
  })
}

export function ids({ session }: Hand): readonly string[] {
  const part = findPart(session.document(), 'body')
  return part ? blocksOf(part).map((block) => block.id) : []
}

/** The cells of the table in the attachment. */
export function rowsOf({ session }: Hand): readonly (readonly string[])[] {
  const part = findPart(session.document(), 'attachment')
  const table = part && blocksOf(part).find((block) => block.type === 'table')
  return table ? table.children.map((row) => row.children.map((cell) => cell.children.map((line) => textOf(line.children)).join('/'))) : []
}
