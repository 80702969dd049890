/** How each kind of line looks in the gazette. */
import { rememberFor } from '../lib/remember.ts'
import type { LineKind } from './flow.ts'
import type { GazetteTemplate } from './gazette.ts'
import type { CellStyles, LineStyle } from './print.ts'

/** Height of the empty line beside a table, in twips. */
const GAP = 280

const PLAIN = { before: 0, after: 0, indent: 0, keepNext: false, align: 'both' } as const

/** The look of every kind of line. */
export function gazetteStyles({ faces, linePitch: line, tables }: GazetteTemplate): Readonly<Record<LineKind, LineStyle>> {
  const body: LineStyle = { ...PLAIN, ...faces.body, line }
  const text: LineStyle = { ...body, indent: 2 }
  const heading = { ...PLAIN, line, indent: 2 }
  const across = { ...PLAIN, line, align: 'center', keepNext: true } as const
  const title: LineStyle = { ...PLAIN, slot: faces.title.slot, size: faces.title.size, line: faces.title.line, align: 'center', keepNext: true }
  const { slot, size } = { slot: faces.tableText.slot, size: tables.size }
  return {
    // The gazette has no red head.
    copyNumber: body, secrecy: body, urgency: body, mark: body, signers: body, signedNumber: body,
    issuer: title,
    title,
    documentNumber: { ...PLAIN, ...faces.documentNumber, line, align: 'center' },
    recipients: body,
    body: text,
    heading1: { ...heading, ...faces.heading1, outline: 0 },
    heading2: { ...heading, ...faces.heading2, outline: 1 },
    heading3: { ...heading, ...faces.heading3, outline: 2 },
    heading4: { ...heading, ...faces.heading4, outline: 3 },
    chapter: { ...across, ...faces.chapter, before: Math.floor(line / 2), after: Math.ceil(line / 2), outline: 0 },
    article: text,
    attachmentList: { ...body, align: 'left' },
    signatureOrgan: { ...body, align: 'right' },
    signatureDate: { ...body, align: 'right' },
    note: text,
    innerTitle: { ...PLAIN, slot: faces.innerTitle.slot, size: faces.innerTitle.size, line: faces.innerTitle.line, align: 'center', keepNext: true, before: line * 2, after: line },
    attachmentLabel: { ...across, ...faces.attachmentLabel, align: 'left' },
    tableCaption: { ...across, ...faces.tableCaption, before: 200 },
    tableUnit: { ...PLAIN, slot, size, line, align: 'right', keepNext: true },
    tableNote: { ...PLAIN, slot, size, line: cellLine(size), before: 60 },
    formula: { ...body, align: 'center' },
    contact: text,
    roster: { ...body, align: 'left' },
    // An image is as high as it is: an exact line would cut it.
    image: { ...PLAIN, ...faces.body, align: 'center', before: 100, after: 100 },
    gap: { ...PLAIN, slot: faces.body.slot, size: 5, line: GAP },
  }
}

type CellLook = Pick<GazetteTemplate, 'tables'> & { readonly faces: Pick<GazetteTemplate['faces'], 'tableText' | 'tableHead'> }

/** The look of text in cells, by the size of the table's text; the same for the same page, so that what was set with it stays known. */
export const gazetteCellStyles: (look: CellLook) => CellStyles = rememberFor(({ faces, tables }) => {
  const cell = ({ slot }: { readonly slot: LineStyle['slot'] }, size: number): LineStyle => ({ ...PLAIN, slot, size, line: cellLine(size), align: 'center' })
  return {
    text: cell(faces.tableText, tables.size),
    head: cell(faces.tableHead, tables.size),
    smallText: cell(faces.tableText, tables.smallSize),
    smallHead: cell(faces.tableHead, tables.smallSize),
  }
})

/** Line pitch in cells: no grid there, a third more than the text. */
function cellLine(size: number): number {
  return Math.round((size * 8) / 3) * 10
}
