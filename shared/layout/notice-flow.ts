/** One document (公文) as the gazette prints it: the title block across the page, the text in columns, tables across. */
import { blocksOf, findPart } from '../document/text.ts'
import type { Document, Part } from '../document/types.ts'
import type { Id } from '../lib/id.ts'
import { assertNever } from '../lib/assert-never.ts'
import { attachmentLabels, headingNumbers } from '../numbering/headings.ts'
import { attachmentList, attachmentListOwner } from './attachment-list.ts'
import { attachmentListLines, flowLine, fromParts, signatureLines, titleLine } from './flow-lines.ts'
import { blockItems, innerTitle, keepLast, noteLines, recipientsLines, type BlockContext } from './flow-parts.ts'
import { intoSections, turnedSection } from './flow-sections.ts'
import { gapOf } from './gazette.ts'
import type { PageLook } from './look.ts'
import type { FlowItem, FlowLine, FlowSection } from './flow.ts'
import { printableText, printedLine } from './printable.ts'
import { lineCount } from './text-width.ts'

/** The sections of a document, the title block first. */
export function noticeFlow(document: Document, look: PageLook): readonly FlowSection[] {
  const block = { columns: 1, landscape: false, items: titleBlock(document, look) }
  const text = stretches(document, look).flatMap(({ landscape, items }) => (landscape ? turnedSection(items, look) : intoSections(items, look)))
  const [first] = text
  // A text that begins with a table across the page goes on in the title's section.
  if (first?.columns === 1 && !first.landscape) return [{ ...first, items: [...block.items, ...first.items] }, ...text.slice(1)]
  return block.items.length > 0 ? [block, ...text] : text
}

/** Issuing organs, title and number. Its height is whole lines of text, so that facing pages keep register. */
function titleBlock({ header, parts }: Document, look: PageLook): readonly FlowItem[] {
  const { line: pitch, characters } = look.faces.title
  const title = parts.find((part) => part.type === 'title')
  const titleText = title ? printedLine(title.children) : ''
  const number = printableText(header.documentNumber ?? '')
  const place = { characters, gap: gapOf(look) }
  const items = header.issuers.map((issuer) => printableText(issuer).trim()).filter((issuer) => issuer !== '').map((issuer) => titleLine('issuer', issuer, place))
  if (title && titleText !== '') items.push(titleLine('title', titleText, { ...place, kept: title.kept }, { source: title.id }))
  let height = items.reduce((sum, { spans }) => sum + (spans[0]?.text.split('\n').length ?? 1) * pitch, 0)
  if (number !== '') {
    const before = Math.round(look.linePitch * 0.6)
    items.push(flowLine('documentNumber', number, { before }))
    height += before + look.linePitch
  }
  const last = items.pop()
  if (!last) return []
  const least = Math.round(look.linePitch * 0.75)
  const whole = Math.ceil((height + least) / look.linePitch) * look.linePitch
  return [...items, { ...last, after: whole - height }]
}

/** Parts that follow each other on pages of one orientation. */
interface Stretch {
  readonly landscape: boolean
  readonly items: FlowItem[]
}

/** Everything below the title block, in printing order. */
function stretches(document: Document, look: PageLook): readonly Stretch[] {
  const numbers = headingNumbers(document)
  const labels = attachmentLabels(document)
  const owner = attachmentListOwner(document)
  const list = attachmentListLines(attachmentList(document), look)
  const found: Stretch[] = []
  for (const part of document.parts) {
    const landscape = part.type === 'attachment' && part.orientation === 'landscape'
    const own = partItems(part, { document, look, numbers, labels, landscape })
    const items = part.id === owner?.id ? [...own, ...list] : own
    const last = found.at(-1)
    if (last && items.length > 0 && goesWithText(part.type, last.items.at(-1), look)) keepLast(last.items)
    if (last?.landscape === landscape) last.items.push(...items)
    else found.push({ landscape, items: [...items] })
  }
  return found
}

/**
 * A signature is never alone on a page, nor a note: the end of the text goes with them. A long paragraph does not, it would leave too much of a column
 * empty.
 */
function goesWithText(type: Part['type'], above: FlowItem | undefined, { columns }: PageLook): boolean {
  if (type !== 'signatureOrgan' && type !== 'signatureDate' && type !== 'note') return false
  return above?.kind === 'line' && lineCount(above.spans.map(({ text }) => text).join(''), columns.characters) <= FEW_LINES
}

const FEW_LINES = 6

interface Context extends BlockContext {
  readonly document: Document
  readonly labels: ReadonlyMap<Id, string>
}

function partItems(part: Part, context: Context): readonly FlowItem[] {
  const { look, labels } = context
  switch (part.type) {
    case 'title':
      return [] // in the title block
    case 'recipients':
      return recipientsLines(part)
    case 'body':
      return blockItems(blocksOf(part), context)
    case 'signatureOrgan':
      return signature(context)
    case 'signatureDate':
      return findPart(context.document, 'signatureOrgan') ? [] : signature(context)
    case 'note':
      return noteLines(part)
    case 'printed':
      return [...innerTitle(part), ...blockItems(blocksOf(part), context)]
    case 'attachment': {
      const label = flowLine('attachmentLabel', printableText(labels.get(part.id) ?? ''), { before: look.linePitch, source: part.id })
      return [label, ...innerTitle(part, look.linePitch), ...blockItems(blocksOf(part), context)]
    }
    default:
      return assertNever(part)
  }
}

function signature({ document, look }: Context): readonly FlowLine[] {
  const organ = findPart(document, 'signatureOrgan')
  const date = findPart(document, 'signatureDate')
  const lines = signatureLines(organ ? printedLine(organ.children) : '', date ? printedLine(date.children) : '', look)
  return fromParts(lines, organ, date)
}
