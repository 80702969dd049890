/** What a layout prints of a document: the same for two documents that cannot be told apart on paper. */
import { unzipSync, zipSync, strFromU8, strToU8 } from 'fflate'
import type { Document } from '../../shared/document/types.ts'
import type { FlowItem, FlowLine, FlowTable } from '../../shared/layout/flow.ts'
import { cellLines } from '../../shared/layout/flow-table.ts'
import { noticeFlow } from '../../shared/layout/notice-flow.ts'
import { officialPrint } from '../../shared/layout/official-print.ts'
import { rules } from '../docx/official-rules.ts'
import { template } from '../docx/template.ts'

const ONE_LINE = new Set(['issuer', 'documentNumber'])
const TITLES = new Set(['title', 'innerTitle'])

/** Lines with their kind and tables with spans, header rows and how their cells stand. Where titles break is the layout's own choice, but for the breaks that a person chose. */
export function printedOf(document: Document): readonly unknown[] {
  return noticeFlow(document, template).flatMap(({ items }) => items.map(printedItem).filter((one) => one !== null))
}

/** The same for the official layout, with what stands at its foot and how it is signed. */
export function officiallyPrinted(document: Document): readonly unknown[] {
  const { sections, end, signature } = officialPrint(document, rules)
  const items = sections.flatMap((section) => section.items)
  // Who signs nothing does so in no way.
  const isSigned = items.some((item) => item.kind === 'line' && (item.line === 'signatureOrgan' || item.line === 'signatureDate'))
  return [...items.map(printedItem).filter((one) => one !== null), end?.rows ?? [], isSigned ? (signature ?? 'seal') : null]
}

function printedItem(item: FlowItem): unknown {
  if (item.kind === 'table') return { headerRows: item.headerRows, rows: tableRows(item) }
  if (item.image) return [item.line, item.image.sha256, item.image.mediaType]
  const text = item.spans.map((span) => span.text).join('')
  if (TITLES.has(item.line)) return text === '' ? null : [item.line, chosenBreaks(item)]
  if (!ONE_LINE.has(item.line)) return [item.line, text]
  const line = text.replaceAll('\n', '')
  return line === '' ? null : [item.line, line]
}

/** A title with the line breaks that a person chose. */
export function chosenBreaks({ spans, proposed = [] }: FlowLine): string {
  let at = 0
  return spans.map(({ text }) => text).join('').replaceAll('\n', () => (proposed.includes(at++) ? '' : '\n'))
}

function tableRows({ grid, headerRows, aligns }: FlowTable): unknown {
  return grid.rows.map((row, at) =>
    row.map((one) => {
      if (one.kind === 'covered') return ['covered', one.colSpan]
      const text = one.kind === 'gap' ? '' : cellLines(one.cell).join('\n')
      // Where there is no text, none stands left or right.
      if (one.kind === 'gap' || text === '') return ['', one.colSpan, one.kind === 'gap' ? 1 : one.rowSpan]
      return [text, one.colSpan, one.rowSpan, one.cell.align ?? (at < headerRows || one.colSpan > 1 ? 'center' : aligns[one.column])]
    }),
  )
}

/** The file without whatever could say more than text and styles: custom parts, properties, bookmarks, ids. */
export function stripped(bytes: Uint8Array): Uint8Array {
  const kept = Object.entries(unzipSync(bytes)).filter(([name]) => !/^(?:customXml|docProps)\//.test(name))
  return zipSync(Object.fromEntries(kept.map(([name, content]) => [name, name === 'word/document.xml' ? strToU8(bare(strFromU8(content))) : content])))
}

function bare(xml: string): string {
  return xml.replace(/<w:bookmark(?:Start|End)[^>]*>/g, '').replace(/ (?:w:rsid\w*|w14:\w+)="[^"]*"/g, '')
}
