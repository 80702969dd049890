/** A document as a program outside reads it (`gongbao show`): plain values, and the whole text. */
import { attachmentLabels, headingNumbers } from '../numbering/headings.ts'
import type { Id } from '../lib/id.ts'
import { titleKind } from './kind.ts'
import { attachmentsOf, blocksOf, imagesOf, innerTitleOf, isRuled, partText, textOf } from './text.ts'
import type { Block, Distribution, Document, Genre, Header, Image, Part, Table } from './types.ts'

/** A heading (一、 （一） 1. （1）) with the number in front of it as it is printed. */
export interface HeadingView {
  readonly level: 1 | 2 | 3 | 4
  readonly number: string
  readonly text: string
}

/** An image, without its bytes. */
export interface ImageView extends Pick<Image, 'mediaType' | 'width' | 'height' | 'sha256'> {
  readonly alt: string | null
}

/** The names of these fields are a public interface: docs/cli.md. Null where the document has no such part. */
export interface DocumentView {
  readonly id: Id
  readonly state: string
  readonly genre: Genre | null
  readonly documentNumber: string | null
  /** 密级 with its period: "机密★1年". */
  readonly secrecy: string | null
  readonly urgency: string | null
  readonly copyNumber: string | null
  readonly signers: readonly string[] | null
  /** 抄送, 印发机关, 印发日期. */
  readonly distribution: { readonly [K in keyof Distribution]-?: string | null } | null
  /** As printed: 通知, 实施意见. */
  readonly kind: string | null
  /** Organs that issue together are joined by a space. */
  readonly issuer: string | null
  /** Without the issuer, on one line. */
  readonly title: string | null
  readonly recipients: string | null
  readonly signatureOrgan: string | null
  readonly signatureDate: string | null
  readonly note: string | null
  /** Titles. */
  readonly attachments: readonly string[]
  readonly headings: readonly HeadingView[]
  /** Tables with rules, their rows, the text of each cell. Rosters are in the text. */
  readonly tables: readonly (readonly (readonly string[])[])[]
  /** What each shows, or null; and the SHA-256 and size of its place in pt. */
  readonly images: readonly ImageView[]
  /** The whole text, a line for each paragraph. */
  readonly text: string
}

interface Viewed {
  readonly id: Id
  readonly state: string
  readonly document: Document
}

/** The view of a document in the library. */
export function viewOf({ id, state, document }: Viewed): DocumentView {
  const line = (type: Parameters<typeof partText>[1]): string | null => orNull(partText(document, type).replace(/\n/g, ' '))
  const title = orNull(oneLine(partText(document, 'title')))
  const blocks = document.parts.flatMap(blocksOf)
  return {
    id,
    state,
    genre: document.header.genre,
    documentNumber: document.header.documentNumber,
    ...originalOf(document.header),
    kind: title === null ? null : titleKind(title),
    issuer: orNull(document.header.issuers.join(' ')),
    title,
    recipients: line('recipients'),
    signatureOrgan: line('signatureOrgan'),
    signatureDate: line('signatureDate'),
    note: line('note'),
    attachments: attachmentsOf(document).map((part) => oneLine(innerTitleOf(part))),
    headings: headingViews(document, blocks),
    tables: blocks.filter(isRuled).map(tableRows),
    images: imagesOf(document).map(({ alt = null, mediaType, width, height, sha256 }) => ({ alt, mediaType, width, height, sha256 })),
    text: plainTextOf(document),
  }
}

/** What only an original bears. */
function originalOf({ secrecy, urgency, copyNumber, signers, distribution }: Header): Pick<DocumentView, 'secrecy' | 'urgency' | 'copyNumber' | 'signers' | 'distribution'> {
  const { copies = null, printedBy = null, printedOn = null } = distribution ?? {}
  return {
    secrecy: secrecy ? secrecyText(secrecy) : null,
    urgency: urgency ?? null,
    copyNumber: copyNumber ?? null,
    signers: signers ?? null,
    distribution: distribution ? { copies, printedBy, printedOn } : null,
  }
}

function secrecyText({ level, period }: NonNullable<Header['secrecy']>): string {
  return period === undefined ? level : `${level}★${period}`
}

/**
 * The document as plain text, parts in printing order, a line for each paragraph: numbers and labels in front, a tab between the
 * cells of a row. 附件说明 is not in it: it repeats the attachments' titles.
 */
export function plainTextOf(document: Document): string {
  const numbers = headingNumbers(document)
  const labels = attachmentLabels(document)
  const { issuers, documentNumber, secrecy, urgency, copyNumber, signers, distribution } = document.header
  const lines = [copyNumber ?? '', secrecy ? secrecyText(secrecy) : '', urgency ?? '', ...issuers]
  for (const part of document.parts) {
    lines.push(...partLines(part, numbers, labels))
    if (part.type === 'title') lines.push(documentNumber ?? '', ...around('签发人：', (signers ?? []).join('\u3000'), ''))
  }
  const { copies = '', printedBy = '', printedOn = '' } = distribution ?? {}
  lines.push(...around('抄送：', copies, ''), ...around('', [printedBy, printedOn].filter((text) => text !== '').join('\u3000'), '印发'))
  return lines.filter((line) => line !== '').join('\n')
}

function partLines(part: Part, numbers: ReadonlyMap<Id, string>, labels: ReadonlyMap<Id, string>): readonly string[] {
  const blocks = blocksOf(part).flatMap((block) => blockLines(block, numbers.get(block.id) ?? ''))
  switch (part.type) {
    case 'body':
      return blocks
    case 'printed':
      return [innerTitleOf(part), ...blocks]
    case 'attachment':
      return [labels.get(part.id) ?? '', innerTitleOf(part), ...blocks]
    case 'recipients':
      return around('', textOf(part.children), '：')
    case 'note':
      return around('（', textOf(part.children), '）')
    default:
      return [textOf(part.children)]
  }
}

function around(before: string, text: string, after: string): readonly string[] {
  return text === '' ? [] : [before + text + after]
}

function blockLines(block: Block, number: string): readonly string[] {
  switch (block.type) {
    case 'image':
      return []
    case 'table':
      if (block.look === 'roster') return tableRows(block).map(rosterLine)
      return [block.caption ?? '', block.unit ?? '', ...tableRows(block).map((row) => row.join('\t'))]
    case 'chapter':
    case 'article':
      return [[number, textOf(block.children)].filter((one) => one !== '').join('\u3000')]
    default:
      return [number + textOf(block.children)]
  }
}

function rosterLine([role = '', name = '', post = '']: readonly string[]): string {
  return [role === '' ? '' : `${role}：`, name, post].filter((text) => text !== '').join('\u3000')
}

/** Paragraphs of a cell are joined by a space: a cell is one value. */
function tableRows(table: Table): readonly (readonly string[])[] {
  return table.children.map((row) => row.children.map((cell) => cell.children.map(({ children }) => oneLine(textOf(children))).join(' ')))
}

function headingViews(document: Document, blocks: readonly Block[]): readonly HeadingView[] {
  const numbers = headingNumbers(document)
  return blocks.flatMap((block) =>
    block.type === 'heading' ? [{ level: block.level, number: numbers.get(block.id) ?? '', text: textOf(block.children) }] : [],
  )
}

function oneLine(text: string): string {
  return text.replace(/[\n\t]/g, '')
}

function orNull(text: string): string | null {
  return text === '' ? null : text
}
