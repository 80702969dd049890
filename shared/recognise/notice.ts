/**
 * Recognition: the plain text of one notice in, a structured document out. Pure, in the given order, without guessing silently:
 * what it is unsure of is a doubt, and what it leaves out is listed (see notes.ts), so that every other character of the text
 * is in the document.
 */
import { makeBody, makeDocument, makeLine } from '../document/build.ts'
import { genreOf, titleKind } from '../document/kind.ts'
import type { Block, Distribution, Document, Header, Part } from '../document/types.ts'
import { attachmentParts } from './attachment-parts.ts'
import { firstAttachment, listMarks, readAttachmentList, readAttachments, sameTitle, type AttachmentList } from './attachments.ts'
import { readBlocks } from './blocks.ts'
import type { Doubt } from './doubt.ts'
import { readHead, type Head } from './head.ts'
import { settleImages } from './images.ts'
import { takeImprint } from './imprint.ts'
import { doubtDeleted, doubtItems, itemLines } from './item-lines.ts'
import type { Item } from './items.ts'
import { contextOf, type Context } from './joining.ts'
import { isPageNumber, readLines, type Line } from './lines.ts'
import { Notes, type LeftOut } from './notes.ts'
import { namesOfPrinted, printedFrom, readPrinted } from './printed.ts'
import { takeRedHead } from './red-head.ts'
import { numberApart } from './number-beside.ts'
import { withoutRunningHeads } from './running-heads.ts'
import { isStyled, readStyled } from './styled.ts'
import { findTail, type Tail } from './tail.ts'
import { trackedLine } from './tracked.ts'
import { leaveOutWebHead, takeWebHead } from './web-head.ts'

export interface Recognised {
  readonly document: Document
  /** To be looked at by a person; also the traces that were removed. */
  readonly doubts: readonly Doubt[]
  /** Every piece of the text that is not in the document. */
  readonly leftOut: readonly LeftOut[]
}

/** Reads one notice. `text` has "\n" between lines; any text gives a document, the worse the text the more doubts. */
export function recogniseNotice(text: string): Recognised {
  const notes = new Notes()
  return recogniseLines(readLines(text, notes), notes)
}

/**
 * Reads one notice out of a Word file's paragraphs and tables: by the styles of the gazette layout where the file has them, else by
 * its words, as any text. Tracked changes stay what they are.
 */
export function recogniseItems(items: readonly Item[]): Recognised {
  const notes = new Notes()
  doubtItems(items, notes)
  if (isStyled(items)) {
    const document = readStyled(items, notes)
    return { document, doubts: notes.doubts, leftOut: notes.leftOut }
  }
  const lines = withImagesSettled(withoutPageNumbers(itemLines(items), notes), notes)
  const recognised = recogniseLines(lines, notes)
  doubtDeleted(items, recognised.document, notes)
  return { ...recognised, doubts: notes.doubts }
}

function withoutPageNumbers(lines: readonly Line[], notes: Notes): readonly Line[] {
  return lines.filter(({ text, cells }) => {
    if (cells !== null || !isPageNumber(text)) return true
    notes.leaveOut('pageNumber', text)
    return false
  })
}

/** Head and signature are told by their words alone; then images find their places around them. */
function withImagesSettled(all: readonly Line[], notes: Notes): readonly Line[] {
  const text = all.filter(({ image }) => !image)
  if (text.length === all.length) return all
  const aside = new Notes()
  const { organs, lines } = takeRedHead(numberApart(takeWebHead(text).lines), aside)
  const head = readHead(lines, organs, aside)
  const { tail } = divide(lines, head, aside)
  const first = lines[head.next]
  const at = first ? text.indexOf(first) : text.length
  const shift = at - head.next
  return settleImages(all, at, tail && { from: tail.from + shift, next: tail.next + shift }, notes)
}

function recogniseLines(all: readonly Line[], notes: Notes): Recognised {
  const page = takeWebHead(withoutRunningHeads(all, notes))
  const { facts, organs, lines } = takeRedHead(numberApart(page.lines), notes)
  const head = readHead(lines, organs, notes)
  leaveOutWebHead(page, head.documentNumber === null, notes)
  const cut = divide(lines, head, notes)
  const header: Header = {
    issuers: head.issuers,
    genre: genreOf(titleKind(head.title)),
    documentNumber: head.documentNumber ?? page.number,
    ...facts,
    ...(cut.distribution ? { distribution: cut.distribution } : {}),
  }
  const document = makeDocument(header, assemble(head, cut, { lines, ...contextOf(lines) }, notes))
  return { document, doubts: notes.doubts, leftOut: notes.leftOut }
}

/** So many lines 版记 has at most. */
const LONGEST_IMPRINT = 8

/** The lines of each part. */
interface Divided {
  readonly body: readonly Line[]
  readonly tail: Tail | null
  /** The text that the notice prints; empty where it prints none. */
  readonly printed: readonly Line[]
  readonly attachments: readonly Line[]
  readonly distribution: Distribution | null
}

/** A list of attachments above the signature is no attachment, so labels count behind the tail only, where there is a tail. */
function divide(all: readonly Line[], head: Head, notes: Notes): Divided {
  // Without a signature, an imprint can only be told at the end.
  const end = Math.max(head.next, all.length - LONGEST_IMPRINT)
  const found = tailOf(all, head)
  const { lines: rest, distribution } = takeImprint(all.slice(found?.next ?? end), notes)
  const lines = [...all.slice(0, found?.next ?? end), ...rest]
  const tail = found ?? tailOf(lines, head)
  const bare = firstAttachment(lines, head.next)
  const names = namesOfPrinted(head.title, lines.slice(head.next, tail?.from ?? bare))
  if (!tail) {
    const from = Math.min(printedFrom(lines, head.next, names), bare)
    return { body: lines.slice(head.next, from), tail, printed: lines.slice(from, bare), attachments: lines.slice(bare), distribution }
  }
  const label = firstAttachment(lines, tail.next)
  return { body: lines.slice(head.next, tail.from), tail, printed: lines.slice(tail.next, label), attachments: lines.slice(label), distribution }
}

function tailOf(lines: readonly Line[], head: Head): Tail | null {
  return findTail(lines, head.next, firstAttachment(lines, head.next), head.issuers) ?? tailBelowList(lines, head)
}

/** Lines that look like labels may be a list above the signature: then the issuer signs below them. */
function tailBelowList(lines: readonly Line[], { next, issuers }: Head): Tail | null {
  const tail = findTail(lines, next, lines.length, issuers)
  return tail?.organ?.split('\n').some((organ) => issuers.some((issuer) => sameTitle(issuer, organ))) ? tail : null
}

function assemble(head: Head, { body, tail, printed, attachments }: Divided, context: Context & { readonly lines: readonly Line[] }, notes: Notes): readonly Part[] {
  const top = context.lines.slice(0, head.next)
  const parts: Part[] = [makeLine('title', trackedLine(head.title, top))]
  if (head.recipients !== null) parts.push(makeLine('recipients', trackedLine(head.recipients, top)))
  const found = readAttachments(attachments)
  // The list stands under the text that has the attachments: the printed one, or the body.
  const owner = printed.length > 0 && readAttachmentList(printed) ? printed : body
  const list = agreedList(owner, found.length, notes)
  const without = (lines: readonly Line[]): readonly Line[] => (list && lines === owner ? [...lines.slice(0, list.from), ...lines.slice(list.to)] : lines)
  if (list) notes.leaveOut('attachmentList', listMarks(owner.slice(list.from, list.to), list.titles))
  const blocks = readBlocks(without(body), '正文', context, notes)
  parts.push(makeBody(blocks), ...signature(tail, notes))
  if (printed.length > 0) parts.push(readPrinted(without(printed), namesOfPrinted(head.title, body), context, notes))
  parts.push(...attachmentParts(found, list?.titles ?? null, context, notes))
  if (blocks.every((block) => isEmpty(block))) notes.doubt('正文', '没有找到正文')
  return parts
}

function isEmpty(block: Block): boolean {
  return block.type !== 'table' && block.type !== 'image' && block.children.every((leaf) => 'text' in leaf && leaf.text === '')
}

/** The list of attachments, where it names as many as there are; else it stays in the text, and the doubt says so. */
function agreedList(lines: readonly Line[], count: number, notes: Notes): AttachmentList | null {
  const list = readAttachmentList(lines)
  if (!list) return null
  if (list.titles.length === count) return list
  notes.doubt('附件说明', count === 0 ? '附件说明列有附件，文中没有附件的正文' : `附件说明列有${list.titles.length}个附件，文中有${count}个`)
  return null
}

function signature(tail: Tail | null, notes: Notes): readonly Part[] {
  const parts: Part[] = []
  if (tail?.organ) parts.push(makeLine('signatureOrgan', tail.organ))
  else notes.doubt('署名', '没有找到发文机关署名')
  if (tail?.isBelow) notes.doubt('署名', '原文的署名在成文日期下面，按先署名、后日期收入')
  if (tail?.date) parts.push(makeLine('signatureDate', tail.date))
  else notes.doubt('成文日期', '没有找到成文日期')
  if (tail?.note) parts.push(makeLine('note', tail.note))
  return parts
}
