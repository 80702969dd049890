/** Where in the document an import's doubt is: doubts name places as people do (正文第3段, 附件2). Pure. */
import { attachmentsOf, blocksOf, findPart } from '../../../shared/document/text.ts'
import type { Document, Part } from '../../../shared/document/types.ts'
import type { Doubt } from '../../../shared/recognise/doubt.ts'
import type { EditorSession } from '../../editor/session.ts'

export type Place = Parameters<EditorSession['focus']>[0]

const LINES = { 标题: 'title', 主送机关: 'recipients', 署名: 'signatureOrgan', 成文日期: 'signatureDate', 附注: 'note' } as const

/** Where a doubt leads: to its block while that is there, else to the place that it names. */
export function placeOfDoubt(document: Document, { block, where }: Doubt): Place | null {
  const isThere = block !== undefined && document.parts.some((part) => blocksOf(part).some(({ id }) => id === block))
  return isThere ? { id: block } : doubtPlace(document, where)
}

/** The place to go to; null for what has none in the text (版头, 全文). */
export function doubtPlace(document: Document, where: string): Place | null {
  const line = Object.entries(LINES).find(([name]) => name === where)
  if (line) return findPart(document, line[1]) ? { field: line[1] } : null
  const [, name, number, paragraph] = /^(正文|所印文本|附件)(\d*)(?:第(\d+)段)?$/.exec(where) ?? []
  const part = name === undefined ? undefined : partOf(document, name, Number(number) || 1)
  if (!part) return null
  const block = paragraph === undefined ? undefined : blocksOf(part)[Number(paragraph) - 1]
  return { id: block?.id ?? part.id }
}

function partOf(document: Document, name: string, number: number): Part | undefined {
  if (name === '附件') return attachmentsOf(document)[number - 1]
  return findPart(document, name === '正文' ? 'body' : 'printed')
}
