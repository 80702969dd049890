/** One official document (公文) as its original has it below the red line: the text, then what it prints and its attachments, each on new pages. */
import { blocksOf, findPart } from '../document/text.ts'
import type { Document, Part } from '../document/types.ts'
import { assertNever } from '../lib/assert-never.ts'
import type { Id } from '../lib/id.ts'
import { attachmentLabels, headingNumbers } from '../numbering/headings.ts'
import { attachmentList, attachmentListOwner } from './attachment-list.ts'
import { attachmentListLines, flowLine, fromParts, titleLine } from './flow-lines.ts'
import { blockItems, innerTitle, keepLast, noteLines, recipientsLines } from './flow-parts.ts'
import { intoSections, turnedSection } from './flow-sections.ts'
import type { FlowItem, FlowLine, FlowSection } from './flow.ts'
import { gapOf } from './gazette.ts'
import { officialSignature } from './official-signature.ts'
import type { OfficialRules } from './official.ts'
import { printableText, printedLine } from './printable.ts'

/** Which of its sheets, and how. */
export interface OfficialFlow {
  /** The last paragraph goes to the signature's page as a whole. */
  readonly whole: boolean
  /** Nothing of what begins on a new page. */
  readonly firstOnly: boolean
}

/** The sections of a document; `head` stands on top of the first page. */
export function officialFlow(document: Document, rules: OfficialRules, head: readonly FlowLine[], { whole, firstOnly }: OfficialFlow): readonly FlowSection[] {
  const sheets = new SheetMaker(document, rules, whole).sheets(head, firstOnly)
  return sheets.flatMap(({ landscape, items }, at): readonly FlowSection[] => {
    const [first, ...others] = landscape ? turnedSection(items, rules) : intoSections(items, rules)
    if (!first) return []
    return [at === 0 ? first : { ...first, newPage: true }, ...others]
  })
}

/** What begins on a new page. */
interface Sheet {
  readonly landscape: boolean
  readonly items: readonly FlowItem[]
}

class SheetMaker {
  readonly #document: Document
  readonly #rules: OfficialRules
  readonly #whole: boolean
  readonly #numbers: ReadonlyMap<Id, string>

  constructor(document: Document, rules: OfficialRules, whole: boolean) {
    this.#document = document
    this.#rules = rules
    this.#whole = whole
    this.#numbers = headingNumbers(document)
  }

  sheets(head: readonly FlowLine[], firstOnly: boolean): readonly Sheet[] {
    const labels = attachmentLabels(this.#document)
    const first: FlowItem[] = [...head, ...this.#titleLines()]
    const sheets: Sheet[] = [{ landscape: false, items: first }]
    const parts = firstOnly ? this.#document.parts.filter(({ type }) => type !== 'printed' && type !== 'attachment') : this.#document.parts
    for (const part of parts) {
      switch (part.type) {
        case 'printed':
          sheets.push({ landscape: false, items: [...innerTitle(part, 0), ...this.#blocks(part, false), ...this.#listBelow(part)] })
          break
        case 'attachment': {
          const landscape = part.orientation === 'landscape'
          const label = flowLine('attachmentLabel', printableText(labels.get(part.id) ?? ''), { source: part.id })
          // The label on the first line, the title on the third (7.3.7).
          sheets.push({ landscape, items: [label, ...innerTitle(part, this.#rules.linePitch), ...this.#blocks(part, landscape)] })
          break
        }
        default:
          first.push(...this.#textLines(part, first))
      }
    }
    return sheets
  }

  /** Issuing organs and title, so many blank lines below the red line. */
  #titleLines(): readonly FlowLine[] {
    const { header } = this.#document
    const { faces, redLine, linePitch } = this.#rules
    const title = findPart(this.#document, 'title')
    const text = title ? printedLine(title.children) : ''
    const place = { characters: faces.title.characters, gap: gapOf(this.#rules) }
    const lines = header.issuers.map((issuer) => printableText(issuer).trim()).filter((issuer) => issuer !== '').map((issuer) => titleLine('issuer', issuer, place))
    if (title && text !== '') lines.push(titleLine('title', text, { ...place, kept: title.kept }, { source: title.id }))
    return lines.map((line, at) => (at === 0 ? { ...line, before: redLine.blankLines * linePitch } : line))
  }

  /** Parts of the text itself; `above` is what stands there already. */
  #textLines(part: Exclude<Part, { type: 'printed' | 'attachment' }>, above: FlowItem[]): readonly FlowItem[] {
    switch (part.type) {
      case 'title':
        return []
      case 'recipients':
        return recipientsLines(part)
      case 'body':
        return [...this.#blocks(part, false), ...this.#listBelow(part)]
      case 'signatureOrgan':
        return this.#signature(above)
      case 'signatureDate':
        return findPart(this.#document, 'signatureOrgan') ? [] : this.#signature(above)
      case 'note':
        keepLast(above)
        return noteLines(part)
      default:
        return assertNever(part)
    }
  }

  /** A signature is never alone on a page: the end of the text goes with it. */
  #signature(above: FlowItem[]): readonly FlowLine[] {
    const organ = findPart(this.#document, 'signatureOrgan')
    const date = findPart(this.#document, 'signatureDate')
    const kind = this.#document.header.signatureKind ?? 'seal'
    const lines = officialSignature(organ ? printedLine(organ.children) : '', date ? printedLine(date.children) : '', kind, this.#rules)
    if (lines.length > 0 && this.#whole) keepLast(above)
    return fromParts(lines, organ, date)
  }

  #listBelow(part: Part): readonly FlowLine[] {
    return part.id === attachmentListOwner(this.#document)?.id ? attachmentListLines(attachmentList(this.#document), this.#rules) : []
  }

  #blocks(part: Part, landscape: boolean): readonly FlowItem[] {
    return blockItems(blocksOf(part), { look: this.#rules, numbers: this.#numbers, landscape })
  }
}
