/**
 * Running head and page number. Outer side: gazette name and page number; inner side: year and issue; between them the section.
 * Odd pages are right-hand pages. On landscape pages both stand where they stand on the others once the sheet is turned
 * upright (a quarter to the left): along the paper's right and left edges, read from top to bottom.
 */
import { AlignmentType, BorderStyle, Footer, Header, HeightRule, PageNumber, Paragraph, Tab, Table, TableAnchorType, TableCell, TableLayoutType, TableRow, TextRun, type TextDirection, WidthType } from 'docx'
import type { PageLook } from '../../../shared/layout/look.ts'
import type { GazetteFurniture } from '../../../shared/layout/print.ts'
import { endParagraph } from './lines.ts'
import { STYLE } from './styles.ts'

const RULE = { style: BorderStyle.SINGLE, size: 4, color: 'auto', space: 0 } as const
const NO_RULE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
/** Width of the strip that holds a turned head or page number, in twips. */
const STRIP = 400

/** A quarter turn of all characters; `tbRl` leaves Chinese ones upright. The package's list lacks it, and writes what it is given. */
const TURNED = 'tbRlV' as (typeof TextDirection)[keyof typeof TextDirection]

/** What stands in the margins of odd (default) and even pages; official documents have no heads. */
export interface Margins {
  readonly headers?: { readonly default: Header; readonly even: Header }
  readonly footers: { readonly default: Footer; readonly even: Footer }
}

/** Heads and feet of portrait pages. */
export function uprightMargins(furniture: GazetteFurniture, look: PageLook): Margins {
  return {
    headers: {
      default: new Header({ children: [headParagraph(furniture, 'odd', look)] }),
      even: new Header({ children: [headParagraph(furniture, 'even', look)] }),
    },
    footers: {
      default: new Footer({ children: [numberParagraph('odd')] }),
      even: new Footer({ children: [numberParagraph('even')] }),
    },
  }
}

/** Heads and feet of landscape pages. The feet are empty: the number stands in a strip too, anchored in the head. */
export function turnedMargins(furniture: GazetteFurniture, look: PageLook): Margins {
  const turned = (side: Side): Header =>
    new Header({ children: [headStrip(furniture, side, look), numberStrip(side, look), endParagraph()] })
  const empty = (): Footer => new Footer({ children: [endParagraph()] })
  return { headers: { default: turned('odd'), even: turned('even') }, footers: { default: empty(), even: empty() } }
}

/** Odd pages are right-hand pages. */
export type Side = 'odd' | 'even'

function headParagraph(furniture: GazetteFurniture, side: Side, look: PageLook): Paragraph {
  const runs = headRuns(furniture, side, look)
  if (runs.length === 0) return new Paragraph({ style: STYLE.head })
  return new Paragraph({ style: STYLE.head, border: { bottom: { ...RULE, space: 4 } }, children: runs })
}

/** Left, middle and right text with tabs between; nothing where there is nothing to say. */
function headRuns({ head: { gazetteName, issue, section }, faces }: GazetteFurniture, side: Side, { fonts }: PageLook): TextRun[] {
  if (gazetteName + issue + section === '') return []
  const [left, right] = side === 'odd' ? [issue, gazetteName] : [gazetteName, issue]
  const family = fonts[faces.sectionName.slot]
  return [
    new TextRun({ children: [left, new Tab()] }),
    new TextRun({ children: [section], size: faces.sectionName.size * 2, font: { ascii: family, hAnsi: family, eastAsia: family } }),
    new TextRun({ children: [new Tab(), right] }),
  ]
}

function numberParagraph(side: Side): Paragraph {
  return new Paragraph({
    style: STYLE.foot,
    alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  })
}

function headStrip(furniture: GazetteFurniture, side: Side, look: PageLook): Table {
  const runs = headRuns(furniture, side, look)
  const { page } = look
  // The paper's right edge is the upright sheet's top; the rule below the head is the strip's left border.
  const fromEdge = page.height - page.head - STRIP
  return strip({ at: fromEdge, look, ruled: runs.length > 0, paragraph: new Paragraph({ style: STYLE.head, children: runs }) })
}

function numberStrip(side: Side, look: PageLook): Table {
  return strip({ at: look.page.foot, look, ruled: false, paragraph: numberParagraph(side) })
}

/** A strip along an edge of a landscape page. */
export interface Strip {
  /** Distance from the paper's left edge, twips. */
  readonly at: number
  readonly look: PageLook
  readonly ruled: boolean
  readonly paragraph: Paragraph
}

/** A floating table of one cell, as long as the text area is high, whose text runs from top to bottom. */
export function strip({ at, look: { page }, ruled, paragraph }: Strip): Table {
  const width = { size: STRIP, type: WidthType.DXA }
  return new Table({
    layout: TableLayoutType.FIXED,
    width,
    columnWidths: [STRIP],
    margins: { marginUnitType: WidthType.DXA, top: 0, bottom: 0, left: 0, right: 0 },
    borders: { top: NO_RULE, bottom: NO_RULE, right: NO_RULE, left: ruled ? RULE : NO_RULE, insideHorizontal: NO_RULE, insideVertical: NO_RULE },
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: at,
      verticalAnchor: TableAnchorType.PAGE,
      absoluteVerticalPosition: page.left,
    },
    rows: [
      new TableRow({
        height: { value: page.width - page.left - page.right, rule: HeightRule.EXACT },
        children: [new TableCell({ width, textDirection: TURNED, children: [paragraph] })],
      }),
    ],
  })
}
