/** One document as a Word file in the gazette layout. */
import { Document as WordDocument, Packer, PageOrientation, SectionType, type ISectionOptions } from 'docx'
import { partText } from '../../../shared/document/text.ts'
import type { Document } from '../../../shared/document/types.ts'
import type { GazetteTemplate } from '../../../shared/layout/gazette.ts'
import type { FlowSection, RunningHead } from '../../../shared/layout/gazette-flow.ts'
import { noticeFlow } from '../../../shared/layout/notice-flow.ts'
import { printableText } from '../../../shared/layout/printable.ts'
import { corePart, fontTablePart, replaceParts, settingsPart } from '../package/parts.ts'
import { ImageWriter } from './images.ts'
import { endParagraph, gapParagraph, lineParagraph } from './lines.ts'
import { turnedMargins, uprightMargins } from './running-head.ts'
import { stylesPart } from './styles.ts'
import { wordTable } from './table.ts'

/** Header and footer of a landscape page hold nothing upright; so near the edge they take nothing from the text. Twips. */
const TURNED_EDGE = 400

export interface NoticeOptions {
  readonly template: GazetteTemplate
  /** On the outer side of the running head: 河湾县人民政府公报. "" for none. */
  readonly gazetteName: string
  /** On the inner side: 2024年第1期（总第8期）. A single notice has none. */
  readonly issue?: string
  /** In the middle: 县人民政府办公室文件. */
  readonly section?: string
  /** The bytes of the document's images by their SHA-256; every one that it names. */
  readonly images?: ReadonlyMap<string, Uint8Array>
  /** Told how much is done, from 0 to 1. */
  readonly progress?: (done: number) => void
}

/** The bytes of the Word file. The same document and options give the same bytes, whenever and wherever. */
export async function writeGazetteNotice(document: Document, options: NoticeOptions): Promise<Uint8Array> {
  const { template, progress } = options
  const flow = noticeFlow(document, template)
  progress?.(0.1)
  const word = new WordDocument({ evenAndOddHeaderAndFooters: true, sections: wordSections(flow, options) })
  progress?.(0.3)
  const packed = await Packer.pack(word, 'uint8array')
  progress?.(0.9)
  const title = printableText(document.header.issuers.join('') + partText(document, 'title')).replaceAll('\n', '')
  const bytes = replaceParts(packed, {
    'word/styles.xml': stylesPart(template),
    'word/settings.xml': settingsPart(),
    'word/fontTable.xml': fontTablePart(Object.values(template.fonts)),
    'docProps/core.xml': corePart({ title, creator: printableText(document.header.issuers.join('、')) }),
  })
  progress?.(1)
  return bytes
}

function wordSections(flow: readonly FlowSection[], options: NoticeOptions): ISectionOptions[] {
  const head: RunningHead = { gazetteName: options.gazetteName, issue: options.issue ?? '', section: options.section ?? '' }
  const images = new ImageWriter(options.images ?? new Map())
  return flow.map((section, at) => {
    const before = flow[at - 1]
    // Heads and feet are named where they change; other sections inherit them.
    const turns = before?.landscape !== section.landscape
    const margins = !turns ? {} : section.landscape ? turnedMargins(head, options.template) : uprightMargins(head, options.template)
    return { ...margins, properties: sectionProperties(section, turns, at === 0, options.template), children: sectionChildren(section, flow[at + 1], options, images) }
  })
}

function sectionProperties(
  { columns, landscape }: FlowSection,
  startsPage: boolean,
  isFirst: boolean,
  template: GazetteTemplate,
): NonNullable<ISectionOptions['properties']> {
  const { page, columns: { gap }, linePitch } = template
  // A landscape page is the portrait page turned a quarter to the right: what was the top is the right side.
  const margin = landscape
    ? { top: page.left, right: page.top, bottom: page.right, left: page.bottom, header: TURNED_EDGE, footer: TURNED_EDGE }
    : { top: page.top, right: page.right, bottom: page.bottom, left: page.left, header: page.head, footer: page.foot }
  return {
    type: startsPage ? SectionType.NEXT_PAGE : SectionType.CONTINUOUS,
    page: {
      // The package turns the sheet itself.
      size: { width: page.width, height: page.height, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
      margin: { ...margin, gutter: 0 },
      ...(isFirst ? { pageNumbers: { start: 1 } } : {}),
    },
    ...(columns > 1 ? { column: { count: columns, space: gap } } : {}),
    grid: { linePitch },
  }
}

function sectionChildren({ items, landscape }: FlowSection, next: FlowSection | undefined, { template }: NoticeOptions, images: ImageWriter): ISectionOptions['children'] {
  const children = items.flatMap((item, at) => {
    if (item.kind === 'line') return [item.image ? images.paragraph(item.image) : lineParagraph(item, template)]
    const before = items[at - 1]
    const after = items[at + 1]
    const gapBefore = before === undefined || (before.kind === 'line' && !isHeadOfTable(before.line))
    // At the end of a page a gap could only make an empty page.
    const gapAfter = after === undefined ? next?.landscape === landscape : after.kind === 'table'
    return [...(gapBefore ? [gapParagraph(true)] : []), wordTable(item, template), ...(gapAfter ? [gapParagraph(false)] : [])]
  })
  return items.at(-1)?.kind === 'table' ? [...children, endParagraph()] : children
}

function isHeadOfTable(line: string): boolean {
  return line === 'tableCaption' || line === 'tableUnit' || line === 'innerTitle'
}
