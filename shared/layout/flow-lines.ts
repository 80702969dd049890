/** Lines of the page, made of a document's blocks and parts. Distances are in twips. */
import { runIn } from '../document/text.ts'
import type { Heading, Image, ParagraphRole, SignatureDatePart, SignatureOrganPart, TextBlock } from '../document/types.ts'
import { assertNever } from '../lib/assert-never.ts'
import type { AttachmentLine } from './attachment-list.ts'
import { bodyEm, bodyLength, type PageLook } from './look.ts'
import { gapOf } from './gazette.ts'
import type { FlowLine, LineKind, Span } from './flow.ts'
import { printedLine, printableText } from './printable.ts'
import { textWidth } from './text-width.ts'
import { setTitle, type TitlePlace } from './title-lines.ts'

/** A line of one span. */
export function flowLine(line: LineKind, text: string, more: Omit<FlowLine, 'kind' | 'line' | 'spans'> = {}): FlowLine {
  return { kind: 'line', line, spans: [{ text }], ...more }
}

/** A title, broken for where it stands. */
export function titleLine(line: 'issuer' | 'title' | 'innerTitle', title: string, place: TitlePlace, more: Omit<FlowLine, 'kind' | 'line' | 'spans'> = {}): FlowLine {
  const { text, proposed } = setTitle(title, place)
  return flowLine(line, text, { ...more, ...(proposed.length > 0 ? { proposed } : {}) })
}

/** A paragraph, heading, chapter or article with its number; undefined for one without any text. */
export function blockLine(block: TextBlock, number: string, look: PageLook): FlowLine | undefined {
  const text = printedLine(block.children)
  const printed = printableText(number)
  switch (block.type) {
    case 'paragraph':
      return text === '' ? undefined : flowLine(block.role ? ROLES[block.role] : 'body', text)
    case 'item':
      return flowLine('body', printed + text)
    case 'heading':
      return headingLine(block.level, printed, text, look)
    case 'chapter':
      return flowLine('chapter', text === '' ? printed : `${printed}\u3000${text}`)
    case 'article':
      return { kind: 'line', line: 'article', spans: [{ text: `${printed}\u3000`, slot: look.faces.article.slot }, { text }] }
    default:
      return assertNever(block)
  }
}

const ROLES: Readonly<Record<ParagraphRole, LineKind>> = { formula: 'formula', contact: 'contact', note: 'tableNote' }

/** An image as it stands in a column: made smaller where it is wider, or higher than half the text area. */
export function imageLine({ sha256, mediaType, width, height, alt }: Image, look: PageLook): FlowLine {
  const room = look.columns.characters * bodyEm(look)
  const scale = Math.min(1, room / (width * 20), (look.columns.lines * look.linePitch) / 2 / (height * 20))
  const size = { width: Math.round(width * 20 * scale), height: Math.round(height * 20 * scale) }
  return { kind: 'line', line: 'image', spans: [], image: { sha256, mediaType, ...size, ...(alt === undefined ? {} : { alt }) } }
}

/** A heading stays with what follows; one that runs on after its first 。 goes on in the face of the text; a numbered sentence is text. */
function headingLine(level: Heading['level'], number: string, text: string, look: PageLook): FlowLine {
  const [heading, rest] = runIn(text)
  if (heading === '' && rest !== '') return flowLine('body', number + rest)
  const spans: Span[] = [{ text: number + heading }]
  if (rest !== '') spans.push({ text: rest, slot: look.faces.body.slot })
  return { kind: 'line', line: `heading${level}`, spans, ...(rest === '' ? { keepNext: true } : {}) }
}

/**
 * How far from the right end organ and date stand without a seal, in em (GB/T 9704-2012, 7.3.5.3): the organ ends two characters from the
 * right, the date begins two characters right of where the organ begins; where the date is the longer one, it is the date that ends two from the right.
 * `characters` is the length of the line, `gap` what stands between Chinese and digits.
 */
export function signatureInsets(organ: string, date: string, characters: number, gap: number): { readonly organ: number; readonly date: number } {
  const organs = organ.split('\n').filter((line) => line !== '')
  const width = (line: string): number => textWidth(line, gap)
  const organWidth = Math.max(0, ...organs.map(width))
  const dateWidth = width(date)
  const dateIsLonger = dateWidth > organWidth
  const room = Math.max(0, characters - organWidth)
  const organRight = Math.min(room, dateIsLonger ? dateWidth - organWidth + 4 : 2)
  const dateRight = dateIsLonger || organWidth === 0 ? 2 : Math.max(0, organRight + organWidth - 2 - dateWidth)
  return { organ: organRight, date: dateRight }
}

/** Organ and date, one empty line below the text. */
export function signatureLines(organ: string, date: string, look: PageLook): readonly FlowLine[] {
  const em = bodyEm(look)
  const right = signatureInsets(organ, date, look.columns.characters, gapOf(look))
  const organs = organ.split('\n').filter((line) => line !== '')
  const lines: FlowLine[] = organs.map((line) => flowLine('signatureOrgan', line, { right: Math.round(right.organ * em), keepNext: true }))
  if (date !== '') lines.push(flowLine('signatureDate', date, { right: Math.round(right.date * em) }))
  return lines.map((line, at) => (at === 0 ? { ...line, before: look.linePitch } : line))
}

/** The lines of a signature with the parts that they were made of; organs that sign together are lines of one part. */
export function fromParts(lines: readonly FlowLine[], organ: SignatureOrganPart | undefined, date: SignatureDatePart | undefined): readonly FlowLine[] {
  const organs = organ ? printedLine(organ.children) : ''
  let offset = 0
  return lines.map((line) => {
    if (line.line === 'signatureDate') return date ? { ...line, source: date.id } : line
    const [{ text } = { text: '' }] = line.spans
    const at = organs.indexOf(text, offset)
    offset = at + text.length
    return organ ? { ...line, source: organ.id, offset: at } : line
  })
}

/** 附件说明, one empty line below the text; a name that wraps goes on under its first character. */
export function attachmentListLines(list: readonly AttachmentLine[], look: PageLook): readonly FlowLine[] {
  const indent = 2 * bodyEm(look) + bodyLength('附件：', look)
  return list.map(({ mark, title }, at) => {
    const number = bodyLength(mark.replace('附件：', ''), look)
    return flowLine('attachmentList', mark + title, {
      left: Math.round(indent + number),
      hanging: Math.round(at === 0 ? bodyLength(mark, look) : number),
      ...(at === 0 ? { before: look.linePitch } : {}),
    })
  })
}
