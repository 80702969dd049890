/** Pages as a PDF: every line, rule and image where the layout has put it. Nothing about the page is decided here. */
import PDFDocument from 'pdfkit'
import type { Page, PlacedImage } from '../../shared/layout/page.ts'
import { bookmarks, type Bookmark } from './bookmarks.ts'
import { lineContent, pt, ruleContent } from './draw-line.ts'
import { FontBook, type SlotFiles, type UsedFace } from './font-book.ts'
import { imageObject } from './images/image-objects.ts'

export interface PdfOptions {
  readonly fonts: SlotFiles
  /** Bytes of the images by their SHA-256; every one that the pages name. */
  readonly images?: ReadonlyMap<string, Uint8Array>
  readonly title: string
  readonly author: string
  /** What the file says of itself besides: which fonts stand for others. */
  readonly keywords?: string
  /** The day that stands in the properties as the day of making (UTC); the same pages give the same bytes. */
  readonly date?: Date
  /** Told how much is done, from 0 to 1. Where it waits, others have their turn. */
  readonly progress?: (done: number) => Promise<void> | void
}

export interface WrittenPdf {
  readonly bytes: Uint8Array
  /** Characters that no font has: an empty box stands for each. */
  readonly missing: readonly string[]
}

/** Pages between two reports. */
const STRIDE = 20
/** Where a document has no date. */
const NO_DATE = new Date(Date.UTC(1980, 0, 1))

/** Writes the PDF. Throws where a slot has no font, or an image no bytes. */
export async function writePdf(pages: readonly Page[], options: PdfOptions): Promise<WrittenPdf> {
  const { fonts, title, author, keywords, date = NO_DATE, progress } = options
  const info = { Title: title, Author: author, ...(keywords ? { Keywords: keywords } : {}), Creator: '公报', Producer: '公报', CreationDate: date, ModDate: date }
  const pdf = new PDFDocument({ autoFirstPage: false, font: '', margin: 0, pdfVersion: '1.7', lang: 'zh-CN', displayTitle: true, info })
  const bytes = collected(pdf)
  const drawing: Drawing = { pdf, book: new FontBook(pdf, fonts), images: new Map(), bytes: options.images ?? new Map() }
  const outline = outlineWriter(pdf, bookmarks(pages))
  for (const [at, page] of pages.entries()) {
    if (at % STRIDE === 0) await progress?.(at / pages.length)
    drawPage(drawing, page)
    outline(at)
  }
  drawing.book.end()
  // The package copies the properties into XML without escaping them.
  Object.assign(pdf, { endMetadata: () => undefined })
  pdf.end()
  return { bytes: await bytes, missing: drawing.book.missing }
}

interface Drawing {
  readonly pdf: PDFKit.PDFDocument
  readonly book: FontBook
  /** Images that are in the file already. */
  readonly images: Map<string, { readonly name: string; readonly reference: PDFKit.PDFKitReference }>
  readonly bytes: ReadonlyMap<string, Uint8Array>
}

function drawPage(drawing: Drawing, page: Page): void {
  const { pdf, book } = drawing
  pdf.addPage({ size: [page.width / 20, page.height / 20], margin: 0 })
  // Named by the pages that use them.
  const named = pdf.page.fonts as Record<string, unknown>
  const use = ({ name, reference }: UsedFace): void => {
    named[name] = reference
  }
  const content: string[] = []
  for (const mark of page.marks) {
    if (mark.kind === 'line') content.push(lineContent(mark, book, use))
    else if (mark.kind === 'rule') content.push(ruleContent(mark))
    else content.push(imageContent(drawing, mark))
  }
  pdf.addContent(content.filter((part) => part !== '').join('\n'))
}

function imageContent({ pdf, images, bytes }: Drawing, { sha256, mediaType, x, y, width, height }: PlacedImage): string {
  let image = images.get(sha256)
  if (!image) {
    const data = bytes.get(sha256)
    if (!data) throw new Error(`no bytes for the image ${sha256}`)
    image = { name: `I${images.size + 1}`, reference: imageObject(pdf, data, mediaType) }
    images.set(sha256, image)
  }
  const named = pdf.page.xobjects as Record<string, unknown>
  named[image.name] = image.reference
  // The image's own y runs up.
  return `q ${pt(width)} 0 0 ${pt(-height)} ${pt(x)} ${pt(y + height)} cm /${image.name} Do Q`
}

/** Writes the bookmarks of each page when it is the current one; their objects name it. */
function outlineWriter(pdf: PDFKit.PDFDocument, tree: readonly Bookmark[]): (page: number) => void {
  const flat: { readonly mark: Bookmark; readonly parent: Bookmark | null }[] = []
  const walk = (marks: readonly Bookmark[], parent: Bookmark | null): void => {
    for (const mark of marks) {
      flat.push({ mark, parent })
      walk(mark.children, mark)
    }
  }
  walk(tree, null)
  const items = new Map<Bookmark | null, PDFKit.PDFOutline>([[null, pdf.outline]])
  let at = 0
  return (page) => {
    for (let next = flat[at]; next?.mark.page === page; next = flat[++at]) {
      // `top` and `left` count from the upper right corner; its types know neither.
      const options = { expanded: next.parent === null, top: next.mark.y / 20, left: pdf.page.width }
      const parent = items.get(next.parent) ?? pdf.outline
      items.set(next.mark, parent.addItem(next.mark.title, options))
    }
  }
}

function collected(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
  })
}
