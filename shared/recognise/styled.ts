/**
 * The program's own files in either layout, read by their styles: every kind of line has one of its own, so nothing is guessed.
 * What a person has added in another style is read as text.
 */
import { makeAttachment, makeBody, makeDocument, makeLine, makeParagraph, makePrinted } from '../document/build.ts'
import { genreOf, titleKind } from '../document/kind.ts'
import type { Block, Document, Leaf, Part, Table } from '../document/types.ts'
import { BlockMarks } from './block-marks.ts'
import { deletedParagraph } from './blocks.ts'
import { SEAL } from './images.ts'
import { isDeleted, type ImageItem, type Item, type ParagraphItem } from './items.ts'
import type { Notes } from './notes.ts'
import { cut, styledBlock } from './styled-block.ts'
import { StyledHead } from './styled-head.ts'
import { rosterOfLines } from './styled-roster.ts'
import { isTotalled } from './tables.ts'
import { joined, liveText } from './tracked.ts'

/** True for a file in the styles of a layout of ours; text that was only pasted from one does not make it one. */
export function isStyled(items: readonly Item[]): boolean {
  const paragraphs = items.filter((item) => item.kind === 'paragraph' && liveText(item.content).trim() !== '')
  const styled = paragraphs.filter((item) => item.kind === 'paragraph' && item.role !== null)
  return styled.length > 0 && styled.length * 2 >= paragraphs.length
}

/** Reads such a file. */
export function readStyled(items: readonly Item[], notes: Notes): Document {
  const reader = new StyledReader(notes)
  for (const item of items) reader.take(item)
  return reader.end()
}

/** The text under one title. */
interface Section {
  /** Null for the body. */
  title: readonly Leaf[] | null
  /** Of an attachment. */
  readonly label: string | null
  readonly blocks: Block[]
}

class StyledReader {
  readonly #notes: Notes
  readonly #head: StyledHead
  readonly #issuers: string[] = []
  readonly #organs: (readonly Leaf[])[] = []
  readonly #body: Section = { title: null, label: null, blocks: [] }
  readonly #sections: Section[] = []
  readonly #list: { readonly item: ParagraphItem; readonly blocks: Block[]; readonly at: number }[] = []
  #lines: { title?: readonly Leaf[]; recipients?: readonly Leaf[]; date?: readonly Leaf[]; note?: readonly Leaf[] } = {}
  #number: string | null = null
  #caption: { caption?: string; unit?: string } = {}
  #marks = new BlockMarks()
  /** Lines of a roster that may go on. */
  #roster: (readonly Leaf[])[] = []

  constructor(notes: Notes) {
    this.#notes = notes
    this.#head = new StyledHead(notes)
  }

  take(item: Item): void {
    if (item.kind === 'paragraph' && item.role === 'roster' && !isDeleted(item) && liveText(item.content).trim() !== '') {
      this.#roster.push(item.content)
      return
    }
    this.#settleRoster()
    if (item.kind === 'image') {
      this.#takeImage(item)
      return
    }
    if (item.kind === 'table') {
      this.#blocks().push(this.#captioned(item.table))
      this.#notes.stands(item, item.table.id)
      return
    }
    if (isDeleted(item)) {
      const paragraph = deletedParagraph(item)
      this.#blocks().push(paragraph)
      this.#notes.stands(item, paragraph.id)
      return
    }
    const text = liveText(item.content)
    // The line beside a table is empty, or all but empty.
    if (text === '' || (item.role === 'gap' && text.trim() === '')) return
    if (!this.#head.take(item) && !this.#takeHead(item) && !this.#takeTail(item)) this.#takeText(item)
  }

  end(): Document {
    this.#settleRoster()
    this.#flushCaption()
    this.#settleList()
    const { title = [], recipients, date, note } = this.#lines
    const attachments = this.#sections.filter(({ label }) => label !== null)
    const [printed] = this.#sections.filter(({ label }) => label === null)
    const parts: Part[] = [makeLine('title', joined(title))]
    if (recipients) parts.push(makeLine('recipients', recipients))
    parts.push(makeBody(this.#body.blocks))
    if (this.#organs.length > 0) parts.push(makeLine('signatureOrgan', joined(this.#organs.flatMap((leaves, at) => (at === 0 ? leaves : [{ text: '\n' }, ...leaves])))))
    if (date) parts.push(makeLine('signatureDate', date))
    if (note) parts.push(makeLine('note', note))
    if (printed) parts.push(makePrinted(joined(printed.title ?? []), printed.blocks))
    for (const one of attachments) parts.push(makeAttachment(joined(one.title ?? []), one.blocks, one.label ?? undefined))
    const issuers = this.#head.issuers(this.#issuers)
    return makeDocument({ issuers, genre: genreOf(titleKind(liveText(title))), documentNumber: this.#number ?? this.#head.number, ...this.#head.facts }, parts)
  }

  #takeImage(item: ImageItem): void {
    const { image, floating } = item
    // Own files have no image over the text: it was put there since, where a seal stands.
    if (floating && this.#sections.length === 0 && this.#organs.length > 0) {
      this.#notes.doubt('署名', SEAL)
      return
    }
    this.#flushCaption()
    this.#blocks().push(image)
    this.#notes.stands(item, image.id)
  }

  #takeHead({ role, content }: ParagraphItem): boolean {
    switch (role) {
      case 'issuer':
        this.#issuers.push(oneLine(liveText(content)))
        return true
      case 'title':
        this.#lines = { ...this.#lines, title: [...(this.#lines.title ?? []), ...content] }
        return true
      case 'documentNumber':
        this.#number ??= oneLine(liveText(content)) || null
        return true
      case 'recipients':
        if (this.#lines.recipients) return false
        this.#lines = { ...this.#lines, recipients: within(content, /^([^]*?)：?$/u) }
        return true
      default:
        return false
    }
  }

  #takeTail({ role, content }: ParagraphItem): boolean {
    switch (this.#head.signed(role)) {
      case 'signatureOrgan':
        this.#organs.push(content)
        return true
      case 'signatureDate':
        if (this.#lines.date) return false
        this.#lines = { ...this.#lines, date: content }
        return true
      case 'note':
        if (this.#lines.note) return false
        this.#lines = { ...this.#lines, note: within(content, /^（([^]*)）$/u) }
        return true
      default:
        return false
    }
  }

  #takeText(item: ParagraphItem): void {
    const { role, content } = item
    const section = this.#sections.at(-1)
    const text = liveText(content)
    switch (role) {
      case 'attachmentLabel':
        this.#flushCaption()
        this.#begin({ title: null, label: text, blocks: [] })
        return
      case 'innerTitle':
        this.#flushCaption()
        if (section?.label !== undefined && section.label !== null) {
          if (section.title === null && section.blocks.length === 0) section.title = content
          else section.blocks.push(makeParagraph(content))
        } else if (section) section.blocks.push(makeParagraph(content))
        else this.#begin({ title: content, label: null, blocks: [] })
        return
      case 'attachmentList':
        this.#list.push({ item, blocks: this.#blocks(), at: this.#blocks().length })
        return
      case 'tableCaption':
        this.#flushCaption()
        this.#caption = { caption: text }
        return
      case 'tableUnit':
        if (this.#caption.unit !== undefined) this.#flushCaption()
        this.#caption = { ...this.#caption, unit: text }
        return
      default:
        this.#push(item, styledBlock(item, this.#marks, this.#blocks()))
    }
  }

  /** The blocks of the part that is being read. What follows the signature without a title is a printed text without one. */
  #blocks(): Block[] {
    const section = this.#sections.at(-1)
    if (section) return section.blocks
    if (this.#organs.length === 0 && !this.#lines.date && !this.#lines.note) return this.#body.blocks
    return this.#begin({ title: null, label: null, blocks: [] }).blocks
  }

  #begin(section: Section): Section {
    this.#sections.push(section)
    this.#marks = new BlockMarks()
    return section
  }

  #push(item: Item, block: Block): void {
    this.#blocks().push(block)
    this.#notes.stands(item, block.id)
    this.#marks.passed(block)
  }

  #settleRoster(): void {
    const lines = this.#roster
    this.#roster = []
    if (lines.length > 0) this.#blocks().push(...rosterOfLines(lines))
  }

  #captioned(table: Table): Table {
    const captioned = { ...table, ...(isTotalled(table) ? { totalRow: true as const } : {}), ...this.#caption }
    this.#caption = {}
    return { ...captioned, children: captioned.children.map((row, at) => (at < table.headerRows ? { ...row, children: row.children.map(withoutCentre) } : row)) }
  }

  /** A caption without a table is text. */
  #flushCaption(): void {
    const { caption, unit } = this.#caption
    this.#caption = {}
    for (const text of [caption, unit]) if (text !== undefined) this.#blocks().push(makeParagraph(text))
  }

  /** 附件说明 is derived: it goes where it says what the attachments say, else it stays as text. */
  #settleList(): void {
    const attachments = this.#sections.filter(({ label }) => label !== null)
    const expected = attachments.map(({ title }, at) => (at === 0 ? '附件：' : '') + (attachments.length > 1 ? `${at + 1}.` : '') + oneLine(liveText(title ?? [])))
    const found = this.#list.map(({ item }) => liveText(item.content))
    if (expected.join('\n') === found.join('\n')) {
      found.forEach((text) => this.#notes.leaveOut('attachmentList', text))
      return
    }
    if (found.length > 0) this.#notes.doubt('附件说明', '附件说明与后面的附件不一致，按原文留在正文里')
    for (const { item, blocks, at } of [...this.#list].reverse()) blocks.splice(at, 0, makeParagraph(item.content))
  }
}

/** Centred is how header cells stand that do not say otherwise. */
function withoutCentre(cell: Table['children'][number]['children'][number]): typeof cell {
  if (cell.align !== 'center') return cell
  const { type, id, children, colSpan, rowSpan } = cell
  return { type, id, ...(colSpan === undefined ? {} : { colSpan }), ...(rowSpan === undefined ? {} : { rowSpan }), children }
}

/** What the pattern's first group holds of the text. */
function within(content: readonly Leaf[], pattern: RegExp): readonly Leaf[] {
  const text = liveText(content)
  return cut(content, pattern.exec(text)?.[1] ?? text)
}

function oneLine(text: string): string {
  return text.replaceAll('\n', '')
}
