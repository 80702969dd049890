/** One document as a Word file: prints the page's description and decides nothing about it. */
import { DocumentGridType, Document as WordDocument, Packer, PageOrientation, SectionType, type ISectionOptions } from 'docx'
import { partText } from '../../../shared/document/text.ts'
import type { Document } from '../../../shared/document/types.ts'
import type { FlowSection } from '../../../shared/layout/flow.ts'
import type { Print } from '../../../shared/layout/print.ts'
import { printableText } from '../../../shared/layout/printable.ts'
import { corePart, fontTablePart, replaceParts, settingsPart } from '../package/parts.ts'
import { ImageWriter } from './images.ts'
import { endBlockParagraphs } from './end-block.ts'
import { endParagraph, lineParagraph } from './lines.ts'
import { turnedFeet, uprightFeet } from './page-foot.ts'
import { turnedMargins, uprightMargins, type Margins } from './running-head.ts'
import { stylesPart } from './styles.ts'
import { wordTable } from './table.ts'

/** Header and footer of a landscape page hold nothing upright; so near the edge they take nothing from the text. Twips. */
const TURNED_EDGE = 400

export interface PrintOptions {
  /** The bytes of the document's images by their SHA-256; every one that it names. */
  readonly images?: ReadonlyMap<string, Uint8Array>
  /** Told how much is done, from 0 to 1. */
  readonly progress?: (done: number) => void
}

/** The bytes of the Word file. The same document and options give the same bytes, whenever and wherever. */
export async function writePrint(print: Print, document: Document, options: PrintOptions = {}): Promise<Uint8Array> {
  const { progress } = options
  progress?.(0.1)
  const word = new WordDocument({ evenAndOddHeaderAndFooters: true, sections: wordSections(print, options) })
  progress?.(0.3)
  const packed = await Packer.pack(word, 'uint8array')
  progress?.(0.9)
  const title = printableText(document.header.issuers.join('') + partText(document, 'title')).replaceAll('\n', '')
  const bytes = replaceParts(packed, {
    'word/styles.xml': stylesPart(print),
    'word/settings.xml': settingsPart(print.look),
    'word/fontTable.xml': fontTablePart(Object.values(print.look.fonts)),
    'docProps/core.xml': corePart({ title, creator: printableText(document.header.issuers.join('、')) }),
  })
  progress?.(1)
  return bytes
}

function wordSections(print: Print, options: PrintOptions): ISectionOptions[] {
  const images = new ImageWriter(options.images ?? new Map())
  return print.sections.map((section, at, all) => {
    const before = all[at - 1]
    // Heads and feet are named where they change; other sections inherit them.
    const turns = before?.landscape !== section.landscape
    const margins = turns ? marginsOf(print, section.landscape) : {}
    const startsPage = turns || section.newPage === true
    const isLast = at === all.length - 1
    return { ...margins, properties: sectionProperties(section, startsPage, at === 0, print), children: sectionChildren(section, print, images, isLast) }
  })
}

function marginsOf({ furniture, look }: Print, landscape: boolean): Margins {
  if (furniture.kind === 'official') return (landscape ? turnedFeet : uprightFeet)(furniture, look)
  return (landscape ? turnedMargins : uprightMargins)(furniture, look)
}

function sectionProperties(
  { columns, landscape }: FlowSection,
  startsPage: boolean,
  isFirst: boolean,
  { look, firstPage, furniture }: Print,
): NonNullable<ISectionOptions['properties']> {
  const { page, columns: { gap }, linePitch } = look
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
      ...(isFirst ? { pageNumbers: { start: firstPage } } : {}),
    },
    ...(columns > 1 ? { column: { count: columns, space: gap } } : {}),
    // 只指定行网格: whoever opens the page set-up in Word reads the lines of a page there.
    grid: { linePitch, ...(furniture.kind === 'official' ? { type: DocumentGridType.LINES } : {}) },
  }
}

function sectionChildren({ items, landscape }: FlowSection, print: Print, images: ImageWriter, isLast: boolean): ISectionOptions['children'] {
  const children = items.map((item) => {
    if (item.kind === 'table') return wordTable(item, print)
    return item.image ? images.paragraph(item.image) : lineParagraph(item, print)
  })
  if (isLast && print.end) return [...children, ...endBlockParagraphs(print.end, print, landscape), endParagraph()]
  return items.at(-1)?.kind === 'table' ? [...children, endParagraph()] : children
}
