/** How each kind of line looks in an official document. */
import type { Header } from '../document/types.ts'
import type { LineKind } from './flow.ts'
import { belowCharacters, markLine, markSize, markText } from './official-head.ts'
import type { OfficialRules } from './official.ts'
import type { LineRule, LineStyle } from './print.ts'

const PLAIN = { before: 0, after: 0, indent: 0, keepNext: false, align: 'both' } as const
/** Height of the empty line beside a table, in twips. */
const GAP = 280
/** Line pitch of small print at tables, in em: no grid there. */
const SMALL_LINE = 4 / 3

/** The look of every kind of line; the mark's size goes by the length of the organ's name in `header`. */
export function officialStyles(rules: OfficialRules, header: Header): Readonly<Record<LineKind, LineStyle>> {
  const { faces, linePitch: line, spacing, tables, copyNumber, classes, documentNumber } = rules
  const body: LineStyle = { ...PLAIN, ...faces.body, line, spacing }
  const text: LineStyle = { ...body, indent: 2 }
  const title: LineStyle = { ...PLAIN, slot: faces.title.slot, size: faces.title.size, line: faces.title.line, align: 'center', keepNext: true }
  const number: LineStyle = { ...PLAIN, slot: documentNumber.slot, size: documentNumber.size, line, spacing, keepNext: true, rule: redLine(rules) }
  const small: LineStyle = { ...PLAIN, slot: faces.tableText.slot, size: tables.size, line: Math.round(tables.size * 20 * SMALL_LINE) }
  return {
    ...headStyles(rules, header),
    copyNumber: { ...body, slot: copyNumber.slot, size: copyNumber.size, align: 'left', keepNext: true },
    secrecy: { ...body, slot: classes.slot, size: classes.size, align: 'left', keepNext: true },
    urgency: { ...body, slot: classes.slot, size: classes.size, align: 'left', keepNext: true },
    documentNumber: { ...number, align: 'center' },
    // Indented by its first line alone, or the red line would begin where the number does.
    signedNumber: { ...number, align: 'left', indent: 1 },
    issuer: title,
    title,
    recipients: { ...body, before: line },
    body: text,
    heading1: { ...text, ...faces.heading1, outline: 0 },
    heading2: { ...text, ...faces.heading2, outline: 1 },
    heading3: { ...text, ...faces.heading3, outline: 2 },
    heading4: { ...text, ...faces.heading4, outline: 3 },
    chapter: { ...body, ...faces.chapter, align: 'center', keepNext: true, before: Math.floor(line / 2), after: Math.ceil(line / 2), outline: 0 },
    article: text,
    attachmentList: { ...body, align: 'left' },
    signatureOrgan: { ...body, align: 'right' },
    signatureDate: { ...body, align: 'right' },
    note: text,
    innerTitle: { ...title, slot: faces.innerTitle.slot, size: faces.innerTitle.size, line: faces.innerTitle.line, after: line },
    attachmentLabel: { ...body, ...faces.attachmentLabel, align: 'left', keepNext: true },
    tableCaption: { ...PLAIN, ...faces.tableCaption, line, align: 'center', keepNext: true },
    tableUnit: { ...small, align: 'right', keepNext: true },
    tableNote: { ...small, before: 60 },
    formula: { ...body, align: 'center' },
    contact: text,
    roster: { ...body, align: 'left' },
    // An image is as high as it is: an exact line would cut it.
    image: { ...PLAIN, ...faces.body, align: 'center', before: 100, after: 100 },
    gap: { ...PLAIN, slot: faces.body.slot, size: 5, line: GAP },
  }
}

/** 发文机关标志 and 签发人. */
function headStyles({ mark, faces, linePitch: line, spacing, ...rules }: OfficialRules, header: Header): Pick<Record<LineKind, LineStyle>, 'mark' | 'signers'> {
  const size = markSize(markText(header), { mark, page: rules.page })
  return {
    mark: { ...PLAIN, slot: mark.slot, size, line: markLine(size), align: 'center', keepNext: true, color: 'red' },
    signers: { ...PLAIN, ...faces.body, line, spacing, align: 'left', keepNext: true },
  }
}

/** 分隔线: so far below the number's characters. Whole points, because that is what a Word file can hold. */
function redLine(rules: OfficialRules): LineRule {
  const { redLine: { below, width } } = rules
  return { space: Math.max(0, Math.ceil((below - belowCharacters(rules)) / 20)) * 20, width, color: 'red' }
}
