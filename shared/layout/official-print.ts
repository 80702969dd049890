/** One official document (公文) as its original is printed: red head, text, attachments, 版记. */
import type { Document, Header } from '../document/types.ts'
import type { FlowItem, FlowSection } from './flow.ts'
import { withGaps } from './gazette-print.ts'
import { gazetteCellStyles } from './gazette-styles.ts'
import { emOf } from './gazette.ts'
import { FALLBACK_METRICS, type Metrics } from './metrics.ts'
import { fitted, type Description } from './official-fit.ts'
import { officialFlow } from './official-flow.ts'
import { officialHead } from './official-head.ts'
import { officialStyles } from './official-styles.ts'
import type { OfficialRules } from './official.ts'
import { printableText } from './printable.ts'
import type { EndBlock, EndRow, Print } from './print.ts'

/** The description of a document's pages. `metrics` say how high the mark's ink is, so that its upper edge stands where it must. */
export function officialPrint(document: Document, rules: OfficialRules, metrics: Metrics = FALLBACK_METRICS): Print {
  return fitted(rules, metrics, (description) => described(document, description, metrics))
}

function described(document: Document, { rules, ...flow }: Description, metrics: Metrics): Print {
  const end = endBlock(document.header, rules)
  const { slot, size } = rules.pageNumber
  const { signatureKind: signature } = document.header
  return {
    name: rules.name,
    look: rules,
    styles: officialStyles(rules, document.header),
    cells: gazetteCellStyles(rules),
    sections: withGaps(officialFlow(document, rules, officialHead(document.header, rules, metrics[rules.mark.slot].inkTop), flow)).map(withCompany),
    furniture: { kind: 'official', pageNumber: { slot, size }, indent: emOf(size) },
    ...(end ? { end } : {}),
    ...(signature === 'plain' || signature === 'stamp' ? { signature } : {}),
    firstPage: 1,
  }
}

/**
 * Below a heading stand at least two lines of its text: whether one is enough renderers do not agree on. Elsewhere single lines may stand
 * alone, so that a full page has its 22 lines.
 */
function withCompany(section: FlowSection): FlowSection {
  const isKept = (item: FlowItem | undefined): boolean => item?.kind === 'line' && item.keepNext === true
  return { ...section, items: section.items.map((item, at) => (item.kind === 'line' && isKept(section.items[at - 1]) ? { ...item, noLoneLines: true } : item)) }
}

/** 版记; undefined where the document has nothing for it. */
export function endBlock({ distribution }: Pick<Header, 'distribution'>, { imprint, linePitch }: OfficialRules): EndBlock | undefined {
  const { line, slot, size, thick, thin } = imprint
  const rows = endRows(distribution ?? {})
  if (rows.length === 0) return undefined
  const style = { slot, size, line, align: 'both', before: 0, after: 0, indent: 0, keepNext: false } as const
  return { rows, style, thick, thin, indent: emOf(size), gap: linePitch }
}

/** 抄送 and 印发 as they are printed; what is empty has no line. */
export function endRows({ copies = '', printedBy = '', printedOn = '' }: NonNullable<Header['distribution']>): readonly EndRow[] {
  const rows: EndRow[] = []
  const line = (text: string): string => printableText(text).replace(/\s+/gu, ' ').trim()
  const organs = line(copies)
  const date = line(printedOn)
  const by = line(printedBy)
  if (organs !== '') rows.push({ rule: 'thick', kind: 'copies', left: `抄送：${organs}${organs.endsWith('。') ? '' : '。'}`, hanging: 3 })
  if (by + date !== '') rows.push({ rule: rows.length === 0 ? 'thick' : 'thin', kind: 'printedBy', left: by, ...(date === '' ? {} : { right: date.endsWith('印发') ? date : `${date}印发` }) })
  return rows
}
