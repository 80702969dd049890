/**
 * 附件说明: the line under a text that names what is attached to it (GB/T 9704-2012, 7.3.4). Derived from the attachments, so
 * that it can never disagree with them.
 */
import { attachmentsOf, blocksOf, findPart } from '../document/text.ts'
import type { Document, Part } from '../document/types.ts'
import { printedLine } from './printable.ts'

/** One line: `mark` is 附件：, 附件：1. or 2. */
export interface AttachmentLine {
  readonly mark: string
  readonly title: string
}

/** The part under which the attachments are named: the printed text where a notice prints one, else the body. */
export function attachmentListOwner(document: Document): Part | undefined {
  return findPart(document, 'printed') ?? findPart(document, 'body')
}

/**
 * The lines that name the attachments: 附件：名称 for one, 附件：1.名称 and 2.名称 for several. None without attachments, and none where
 * the text names them itself, as imported text may.
 */
export function attachmentList(document: Document): readonly AttachmentLine[] {
  const attachments = attachmentsOf(document)
  const owner = attachmentListOwner(document)
  const blocks = owner ? blocksOf(owner) : []
  const namedThere = blocks.some((block) => block.type === 'paragraph' && block.change?.kind !== 'del' && /^\s*附\s*件\s*[：:]/.test(printedLine(block.children)))
  if (namedThere) return []
  return attachments.map(({ children: [title] }, at) => ({
    mark: (at === 0 ? '附件：' : '') + (attachments.length > 1 ? `${at + 1}.` : ''),
    title: printedLine(title.children).replaceAll('\n', ''),
  }))
}
