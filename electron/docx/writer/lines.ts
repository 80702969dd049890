/** A line of the page as a Word paragraph: its kind is the style, its distances are direct formatting. */
import { Paragraph, TabStopType } from 'docx'
import type { FontSlot, GazetteTemplate } from '../../../shared/layout/gazette.ts'
import type { FlowLine, LineKind } from '../../../shared/layout/gazette-flow.ts'
import { textRuns } from './runs.ts'
import { LINE_STYLES, STYLE } from './styles.ts'

/** The paragraph of one line. */
export function lineParagraph(flow: FlowLine, template: GazetteTemplate): Paragraph {
  const { line, left, right, hanging, before, after, keepNext, noLoneLines, tabs = [] } = flow
  const indent = defined({ left, right, hanging })
  const spacing = defined({ before, after })
  return new Paragraph({
    style: LINE_STYLES[line],
    ...(keepNext === true ? { keepNext } : {}),
    ...(noLoneLines === true ? { widowControl: true } : {}),
    ...(Object.keys(indent).length > 0 ? { indent } : {}),
    ...(tabs.length > 0 ? { tabStops: tabs.map((position) => ({ type: TabStopType.LEFT, position })) } : {}),
    ...(Object.keys(spacing).length > 0 ? { spacing } : {}),
    children: textRuns(flow.spans, styleSlot(line, template), template),
  })
}

/**
 * The empty line beside a table: two tables would grow together, and text would touch its rules. `above` one it is kept with it, so
 * that a heading before it is too.
 */
export function gapParagraph(above: boolean): Paragraph {
  return new Paragraph({ style: STYLE.gap, ...(above ? { keepNext: true } : {}) })
}

/** The paragraph of almost no height in which a section that ends with a table ends: LibreOffice leaves it out, Word does not. */
export function endParagraph(): Paragraph {
  return new Paragraph({ style: STYLE.end })
}

/** The font of a kind of line, as its style has it. */
function styleSlot(line: LineKind, { faces }: GazetteTemplate): FontSlot {
  switch (line) {
    case 'issuer':
    case 'title':
      return faces.title.slot
    case 'documentNumber':
    case 'heading1':
    case 'heading2':
    case 'heading3':
    case 'heading4':
    case 'chapter':
    case 'innerTitle':
    case 'attachmentLabel':
    case 'tableCaption':
      return faces[line].slot
    case 'tableUnit':
    case 'tableNote':
      return faces.tableText.slot
    default:
      return faces.body.slot
  }
}

function defined<T extends Record<string, number | undefined>>(values: T): { [K in keyof T]?: number } {
  // Only keys with undefined values are dropped.
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: number }
}
