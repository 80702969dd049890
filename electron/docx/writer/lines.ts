/** A line of the page as a Word paragraph: its kind is the style, its distances are direct formatting. */
import { LineRuleType, Paragraph, TabStopType } from 'docx'
import type { FlowLine } from '../../../shared/layout/flow.ts'
import type { Print } from '../../../shared/layout/print.ts'
import { textRuns } from './runs.ts'
import { lineStyleId, STYLE } from './styles.ts'

/** The paragraph of one line. */
export function lineParagraph(flow: FlowLine, print: Print): Paragraph {
  const { styles, look } = print
  const { line, left, right, hanging, before, after, pitch, keepNext, noLoneLines, tabs = [] } = flow
  const indent = defined({ left, right, hanging })
  const spacing = { ...defined({ before, after }), ...(pitch === undefined ? {} : { line: pitch, lineRule: LineRuleType.EXACT }) }
  return new Paragraph({
    style: lineStyleId(line, print),
    // Not parted itself either: LibreOffice never does that, Word has to be told.
    ...(keepNext === true ? { keepNext, keepLines: true } : {}),
    ...(noLoneLines === true ? { widowControl: true } : {}),
    ...(Object.keys(indent).length > 0 ? { indent } : {}),
    ...(tabs.length > 0 ? { tabStops: tabs.map((position) => ({ type: TabStopType.LEFT, position })) } : {}),
    ...(Object.keys(spacing).length > 0 ? { spacing } : {}),
    children: textRuns(flow, styles[line].slot, look),
  })
}

/** The paragraph of almost no height in which a section that ends with a table ends: LibreOffice leaves it out, Word does not. */
export function endParagraph(): Paragraph {
  return new Paragraph({ style: STYLE.end })
}

function defined<T extends Record<string, number | undefined>>(values: T): { [K in keyof T]?: number } {
  // Only keys with undefined values are dropped.
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: number }
}
