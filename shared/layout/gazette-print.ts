/** One document as the gazette prints it. */
import type { Document } from '../document/types.ts'
import type { FlowItem, FlowSection, RunningHead } from './flow.ts'
import { gazetteCellStyles, gazetteStyles } from './gazette-styles.ts'
import type { GazetteTemplate } from './gazette.ts'
import { noticeFlow } from './notice-flow.ts'
import type { Print } from './print.ts'

/** The description of a document's pages in the gazette; `head` is what its running head says. */
export function gazettePrint(document: Document, template: GazetteTemplate, head: RunningHead): Print {
  return {
    name: template.name,
    look: template,
    styles: gazetteStyles(template),
    cells: gazetteCellStyles(template),
    sections: withGaps(noticeFlow(document, template)),
    furniture: { kind: 'gazette', head, faces: template.faces },
    firstPage: 1,
  }
}

/**
 * Sections with an empty line beside their tables: two tables would grow together, and text would touch their rules. The one above a
 * table is kept with it, so that a heading before it is too.
 */
export function withGaps(sections: readonly FlowSection[]): readonly FlowSection[] {
  return sections.map((section, index) => ({ ...section, items: section.items.flatMap((item, at) => beside(item, at, section, sections[index + 1])) }))
}

function beside(item: FlowItem, at: number, { items, landscape }: FlowSection, next: FlowSection | undefined): readonly FlowItem[] {
  if (item.kind === 'line') return [item]
  const before = items[at - 1]
  const after = items[at + 1]
  const above = before === undefined || (before.kind === 'line' && !HEADS_OF_TABLES.has(before.line))
  // At the end of a page a gap could only make an empty page.
  const below = after === undefined ? next?.landscape === landscape && next.newPage !== true : after.kind === 'table'
  // LibreOffice leaves out an empty paragraph that ends a section, Word does not: this one is not empty.
  return [...(above ? [{ ...GAP, keepNext: true } as const] : []), item, ...(below ? [after === undefined ? END_GAP : GAP] : [])]
}

const GAP = { kind: 'line', line: 'gap', spans: [] } as const
const END_GAP = { ...GAP, spans: [{ text: '\u00a0' }] } as const
const HEADS_OF_TABLES: ReadonlySet<string> = new Set(['tableCaption', 'tableUnit', 'innerTitle'])
