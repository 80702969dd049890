/**
 * 页码 of official documents: — 1 — below the text, one character from the outer side. On landscape pages it stands where it stands on
 * the others once the sheet is turned upright (8): along the paper's left edge.
 */
import { AlignmentType, Footer, PageNumber, Paragraph, TextRun, type Table } from 'docx'
import type { PageLook } from '../../../shared/layout/look.ts'
import type { OfficialFurniture } from '../../../shared/layout/print.ts'
import { endParagraph } from './lines.ts'
import { strip, type Margins, type Side } from './running-head.ts'
import { STYLE } from './styles.ts'

/** Feet of portrait pages. There are no heads. */
export function uprightFeet(furniture: OfficialFurniture, look: PageLook): Margins {
  return feet((side) => [numberParagraph(furniture, side, look)])
}

/** Feet of landscape pages: the number stands in a strip. */
export function turnedFeet(furniture: OfficialFurniture, look: PageLook): Margins {
  return feet((side) => [strip({ at: look.page.foot, look, ruled: false, paragraph: numberParagraph(furniture, side, look) }), endParagraph()])
}

function feet(childrenOf: (side: Side) => (Paragraph | Table)[]): Margins {
  return { footers: { default: new Footer({ children: childrenOf('odd') }), even: new Footer({ children: childrenOf('even') }) } }
}

function numberParagraph({ pageNumber: { slot }, indent }: OfficialFurniture, side: Side, { fonts }: PageLook): Paragraph {
  const family = fonts[slot]
  const dash = { font: { ascii: family, hAnsi: family, eastAsia: family, hint: 'eastAsia' } } as const
  return new Paragraph({
    style: STYLE.foot,
    alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    indent: side === 'odd' ? { right: indent } : { left: indent },
    children: [
      new TextRun({ ...dash, text: '—' }), new TextRun({ children: [' ', PageNumber.CURRENT, ' '] }), new TextRun({ ...dash, text: '—' }),
    ],
  })
}
