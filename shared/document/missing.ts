/** What a document still lacks before it can be signed (签发). The form marks the same list with red dots. */
import { parseDate } from './date.ts'
import { genreFaults, type GenreFaultKind } from './genre-rules.ts'
import { attachmentsOf, blocksOf, findPart, innerTitleOf, isPlace, isTextBlock, partText, placesOf, textOf } from './text.ts'
import type { Block, Document } from './types.ts'

export type MissingKind =
  | 'issuers' | 'copyNumber' | 'emptyHeading' | 'title' | 'body' | 'signatureOrgan' | 'signatureDate' | 'places' | 'attachmentTitle' | 'printedTitle'
  | GenreFaultKind

/** One missing part, or one that the kind forbids; `text` says it in Chinese, as a line of a list. */
export interface Missing {
  readonly kind: MissingKind
  readonly text: string
}

/** Everything that keeps the document from being signed, in reading order; empty when it is ready. */
export function missingParts(document: Document): readonly Missing[] {
  const missing: Missing[] = []
  const need = (kind: MissingKind, there: boolean, text: string): void => {
    if (!there) missing.push({ kind, text })
  }
  need('issuers', document.header.issuers.some((issuer) => issuer.trim() !== ''), '发文机关没有填写')
  // 条例第九条: secret documents carry a copy number.
  const { secrecy, copyNumber } = document.header
  need('copyNumber', secrecy === undefined || copyNumber !== undefined, '涉密公文要标注份号')
  need('title', partText(document, 'title').trim() !== '', '标题没有填写')
  const body = findPart(document, 'body')
  need('body', body?.children.some(hasText) === true, '正文还是空的')
  need('signatureOrgan', partText(document, 'signatureOrgan').trim() !== '', '署名没有填写')
  const date = partText(document, 'signatureDate')
  need('signatureDate', typeof parseDate(date) === 'string', date.trim() === '' ? '成文日期没有填写' : `成文日期不完整：${date}`)
  const printed = findPart(document, 'printed')
  missing.push(...genreFaultsOf(document))
  need('printedTitle', !printed || innerTitleOf(printed).trim() !== '', '所印发文本的标题没有填写')
  attachmentsOf(document).forEach((part, at) =>
    need('attachmentTitle', innerTitleOf(part).trim() !== '', `第${at + 1}个附件没有标题`),
  )
  const places = placesOf(document)
  const empty = document.parts.flatMap(blocksOf).filter(isEmptyHeading).length
  need('emptyHeading', empty === 0, `有${empty}处标题只有序号，没有文字`)
  const hints = [...new Set(places.map((place) => place.hint))]
  const shown = hints.slice(0, MOST_HINTS).join('、') + (hints.length > MOST_HINTS ? '等' : '')
  need('places', places.length === 0, `还有${places.length}处待填：${shown}`)
  return missing
}

/** A heading, chapter, article or item that would print its number alone. A place to fill counts for itself. */
export function isEmptyHeading(block: Block): boolean {
  return block.type !== 'paragraph' && isTextBlock(block) && block.change?.kind !== 'del' && textOf(block.children).trim() === '' && !block.children.some(isPlace)
}

/** So many hints say what is meant; the sheet shows all. */
const MOST_HINTS = 4

function genreFaultsOf(document: Document): readonly Missing[] {
  return genreFaults({
    genre: document.header.genre,
    title: partText(document, 'title').replace(/\s/g, ''),
    recipients: partText(document, 'recipients'),
    note: partText(document, 'note'),
    encloses: document.parts.some((part) => part.type === 'printed' || part.type === 'attachment'),
  })
}

/** True when a block holds any text that would be printed. */
export function hasText(block: Block): boolean {
  if (block.type === 'image') return true
  if (block.type !== 'table') return textOf(block.children).trim() !== ''
  return block.children.some((row) => row.children.some((cell) => cell.children.some((p) => textOf(p.children).trim() !== '')))
}

/** Number of characters (字数) as Word counts them for Chinese text: everything printed but white space. */
export function characterCount(document: Document): number {
  let count = 0
  const add = (text: string): void => {
    count += Array.from(text.replace(/\s/g, '')).length
  }
  const addBlock = (block: Block): void => {
    if (block.type !== 'table') add(textOf(block.children))
    else for (const row of block.children) for (const cell of row.children) for (const p of cell.children) add(textOf(p.children))
  }
  for (const part of document.parts) {
    if (part.type === 'printed' || part.type === 'attachment') add(innerTitleOf(part))
    if (part.type === 'body' || part.type === 'printed' || part.type === 'attachment') blocksOf(part).forEach(addBlock)
    else add(textOf(part.children))
  }
  return count
}
