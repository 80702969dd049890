/**
 * The canonical text of a document, of which its fingerprint is made: what the reader reads, and nothing of how it is
 * stored. No ids, no format version, no number, no state, so that neither an upgrade of the format nor numbering changes it.
 */
import { attachmentLabels, headingNumbers } from '../numbering/headings.ts'
import { blocksOf, innerTitleOf, isTextBlock, textOf } from './text.ts'
import type { Block, Document, Part } from './types.ts'

/** Version of this projection. A new one gets a new number beside the old, which stays, so that old fingerprints can be checked. */
const PROJECTION = 'gongbao-text-1'

/** One line an element, each with its kind: lines are escaped, so no two documents have the same text by accident. */
export function canonicalText(document: Document): string {
  const numbers = headingNumbers(document)
  const labels = attachmentLabels(document)
  const lines = [PROJECTION, line('issuers', ...document.header.issuers), line('genre', document.header.genre ?? '')]
  lines.push(...headerLines(document))
  const add = (block: Block): void => {
    if (block.type === 'image') lines.push(line('image', block.sha256, block.alt ?? ''))
    if (isTextBlock(block)) {
      const level = block.type === 'heading' ? String(block.level) : ''
      lines.push(line(block.type + level, numbers.get(block.id) ?? '', textOf(block.children)))
    }
    if (block.type !== 'table') return
    lines.push(line('table', String(block.headerRows), block.caption ?? '', block.unit ?? ''))
    for (const row of block.children) {
      lines.push(line('row', ...row.children.map((cell) => cellText(cell))))
    }
  }
  const addPart = (part: Part): void => {
    switch (part.type) {
      case 'body':
        lines.push('body')
        break
      case 'printed':
      case 'attachment':
        lines.push(line(part.type, labels.get(part.id) ?? '', innerTitleOf(part)))
        break
      default:
        lines.push(line(part.type, textOf(part.children)))
    }
    blocksOf(part).forEach(add)
  }
  document.parts.forEach(addPart)
  return lines.join('\n')
}

/** The fields that a document need not have; a document without them has the text that it had before there were any. */
function headerLines({ header }: Document): readonly string[] {
  const { secrecy, urgency, copyNumber, signers, distribution } = header
  const { copies = '', printedBy = '', printedOn = '' } = distribution ?? {}
  return [
    ...(secrecy ? [line('secrecy', secrecy.level, secrecy.period ?? '')] : []),
    ...(urgency ? [line('urgency', urgency)] : []),
    ...(copyNumber ? [line('copyNumber', copyNumber)] : []),
    ...(signers ? [line('signers', ...signers)] : []),
    ...(distribution ? [line('distribution', copies, printedBy, printedOn)] : []),
  ]
}

function cellText(cell: Extract<Block, { type: 'table' }>['children'][number]['children'][number]): string {
  const span = `${cell.colSpan ?? 1}×${cell.rowSpan ?? 1}`
  // Paragraphs are escaped by themselves, so that the break between two is no text that one of them could hold.
  return [span, ...cell.children.map((paragraph) => textOf(paragraph.children))].map(escape).join('\n')
}

function line(kind: string, ...fields: readonly string[]): string {
  return [kind, ...fields.map(escape)].join('\t')
}

function escape(text: string): string {
  return text.replace(/[\\\t\n]/g, (char) => (char === '\\' ? '\\\\' : char === '\t' ? '\\t' : '\\n'))
}
