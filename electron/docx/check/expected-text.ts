/**
 * What a file of a document must say, paragraph by paragraph. Made from the document itself and not from the page's
 * description, so that a fault there is found.
 */
import { blocksOf } from '../../../shared/document/text.ts'
import type { Block, Document, Part, Table } from '../../../shared/document/types.ts'
import { attachmentList, attachmentListOwner } from '../../../shared/layout/attachment-list.ts'
import { markText, secrecyText } from '../../../shared/layout/official-head.ts'
import { endRows } from '../../../shared/layout/official-print.ts'
import { printableText, printedLine } from '../../../shared/layout/printable.ts'
import { padToThree } from '../../../shared/layout/roster-lines.ts'
import type { Furniture } from '../../../shared/layout/print.ts'
import { SIGNERS_LABEL, signerRows } from '../../../shared/layout/signers.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { attachmentLabels, headingNumbers } from '../../../shared/numbering/headings.ts'

/** The layouts that a file can have. */
export type LayoutKind = Furniture['kind']

/** Signers that stand in one line (GB/T 9704-2012, 7.2.6). */
const SIGNERS_IN_LINE = 2

/** Paragraphs in printing order, those without words and line breaks left out. */
export function expectedText(document: Document, layout: LayoutKind = 'gazette'): readonly string[] {
  const title = document.parts.find((part) => part.type === 'title')
  const heads = [...document.header.issuers.map((issuer) => printableText(issuer).trim()), title ? printedLine(title.children) : '']
  const paragraphs =
    layout === 'official'
      ? [...redHead(document), ...heads, ...text(document), ...endRows(document.header.distribution ?? {}).map(({ left, right }) => left + (right === undefined ? '' : `\t${right}`))]
      : [...heads, document.header.documentNumber ?? '', ...text(document)]
  return paragraphs.map((one) => printableText(one).replaceAll('\n', '')).filter((one) => one.trim() !== '')
}

/** 版头: what stands above the red line. */
function redHead({ header }: Document): readonly string[] {
  const { copyNumber = '', urgency = '', documentNumber, signers = [] } = header
  const rows = signerRows(signers, SIGNERS_IN_LINE)
  const labelled = rows.map((row, at) => (at === 0 ? SIGNERS_LABEL + row : row))
  const last = labelled.pop()
  const numbers = last === undefined ? [documentNumber ?? ''] : [...labelled, `${documentNumber ?? ''}\t${last}`]
  return [copyNumber, secrecyText(header), urgency, markText(header), ...numbers]
}

/** Everything below the title. */
function text(document: Document): readonly string[] {
  const numbers = headingNumbers(document)
  const paragraphs: string[] = []
  const owner = attachmentListOwner(document)
  for (const part of document.parts) {
    if (part.type !== 'title') paragraphs.push(...partText(part, document, numbers))
    if (part.id === owner?.id) paragraphs.push(...attachmentList(document).map(({ mark, title: name }) => mark + name))
  }
  return paragraphs
}

function partText(part: Part, document: Document, numbers: ReadonlyMap<Id, string>): readonly string[] {
  const blocks = blocksOf(part).flatMap((block) => blockText(block, numbers))
  switch (part.type) {
    case 'body':
      return blocks
    case 'printed':
      return [printedLine(part.children[0].children), ...blocks]
    case 'attachment':
      return [attachmentLabels(document).get(part.id) ?? '', printedLine(part.children[0].children), ...blocks]
    default:
      return lineText(part.type, printedLine(part.children))
  }
}

function lineText(type: Part['type'], text: string): readonly string[] {
  if (text === '') return []
  if (type === 'recipients') return [`${text}：`]
  if (type === 'note') return [`（${text}）`]
  return type === 'signatureOrgan' ? text.split('\n') : [text]
}

function blockText(block: Block, numbers: ReadonlyMap<Id, string>): readonly string[] {
  if (block.change?.kind === 'del') return []
  if (block.type === 'image') return []
  if (block.type === 'table') return block.look === 'roster' ? rosterText(block) : tableText(block)
  const number = numbers.get(block.id) ?? ''
  const text = printedLine(block.children)
  if (block.type === 'chapter' && text === '') return [number]
  return [block.type === 'chapter' || block.type === 'article' ? `${number}\u3000${text}` : number + text]
}

/** Role with its colon, name and post, tabs between them; no role, no column for it. */
function rosterText(roster: Table): readonly string[] {
  const rows = roster.children
    .filter((row) => row.change?.kind !== 'del')
    .map((row) => row.children.map((cell) => cell.children.filter(({ change }) => change?.kind !== 'del').map(({ children }) => printedLine(children)).join('').replace(/[\t\n]/g, ' ').trim()))
    .filter((cells) => cells.some((text) => text !== ''))
  const hasRoles = rows.some(([role]) => role !== '')
  return rows.map(([role = '', name = '', post = '']) => {
    const cells = [role === '' ? '' : `${padToThree(role)}：`, padToThree(name), post]
    return (hasRoles ? cells : cells.slice(1)).join('\t').replace(/\t$/, '')
  })
}

function tableText(table: Table): readonly string[] {
  const kept = table.children.filter((row) => row.change?.kind !== 'del')
  const cells = kept.flatMap((row) => row.children).filter((cell) => cell.change?.kind !== 'del')
  if (cells.length === 0) return []
  const paragraphs = cells.flatMap((cell) => cell.children).filter((paragraph) => paragraph.change?.kind !== 'del')
  return [table.caption ?? '', table.unit ?? '', ...paragraphs.map((paragraph) => printedLine(paragraph.children))]
}
