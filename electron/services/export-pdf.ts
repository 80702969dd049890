/** A PDF, read back before it is given out. What writes and reads it is loaded with the first one. */
import { Refusal } from '../../shared/api/reply.ts'
import { partText } from '../../shared/document/text.ts'
import type { Document } from '../../shared/document/types.ts'
import { substitutesText } from '../../shared/layout/checked-text.ts'
import type { AnyPrint } from '../../shared/layout/print.ts'
import { printableText } from '../../shared/layout/printable.ts'
import { FONT_SLOTS, type FontSlot } from '../../shared/layout/slots.ts'
import type { FontFace } from '../fonts/face.ts'
import { unsound, type ExportedFile, type ExportStep } from './export-file.ts'
import type { LaidOut } from './export-pages.ts'

export interface PdfContext {
  /** Folder of pdf.js's data. */
  readonly data: string
  readonly step: ExportStep
}

/** Pages of whatever is printed. */
export type Drawn = Pick<LaidOut, 'pages' | 'faces' | 'substitutes'> & { readonly print: Pick<AnyPrint, 'look'> }

/** What a PDF says of itself. */
export interface PdfAbout {
  readonly title: string
  readonly author: string
  /** The day that stands in the properties (UTC). */
  readonly date?: Date
}

/** The PDF of a document. Refused: what `writtenPdf` refuses. */
export function pdfFile(document: Document, laid: LaidOut, images: ReadonlyMap<string, Uint8Array>, context: PdfContext): Promise<ExportedFile> {
  const line = (text: string): string => printableText(text).replaceAll('\n', '')
  const { issuers } = document.header
  const date = dateOf(document)
  return writtenPdf({ title: line(issuers.join('') + partText(document, 'title')), author: line(issuers.join('、')), ...(date ? { date } : {}) }, laid, images, context)
}

/** Writes and checks a PDF. Refused: exportFailed, notReady (no font for it, or an image that cannot be drawn). */
export async function writtenPdf(about: PdfAbout, { print, pages, faces, substitutes }: Drawn, images: ReadonlyMap<string, Uint8Array>, { data, step }: PdfContext): Promise<ExportedFile> {
  const [{ writePdf }, { checkPdf }, { ImageFileFault }] = await Promise.all([import('../pdf/write-pdf.ts'), import('../pdf/check-pdf.ts'), import('../pdf/images/raster.ts')])
  try {
    const { bytes, missing } = await writePdf(pages, {
      fonts: filesOf(faces),
      images,
      ...about,
      keywords: substitutesText(substitutes),
      progress: (done) => step('write', done),
    })
    await step('check')
    const faults = await checkPdf(bytes, pages, { data, missing })
    if (faults.length > 0) throw unsound('PDF', faults)
    const { count, characters, lines } = print.look.columns
    return { bytes, checked: { pages: pages.length, columns: count, characters, lines }, missingCharacters: missing }
  } catch (error) {
    if (!(error instanceof ImageFileFault)) throw error
    throw new Refusal({ code: 'notReady', message: `有图片写不进 PDF，没有导出：${error.message}`, safe: '文稿没有改动', next: '请用画图程序打开这张图片，另存为 PNG，再在文稿里替换它' }, error)
  }
}

/** Faces for every slot; one without any borrows another's. */
function filesOf(faces: LaidOut['faces']): Readonly<Record<FontSlot, readonly FontFace[]>> {
  const some = FONT_SLOTS.map((slot) => faces[slot]).find((one) => one.length > 0)
  if (!some) {
    throw new Refusal({ code: 'notReady', message: '本机没有能写进 PDF 的中文字体，没有导出', safe: '文稿没有改动', next: '请安装宋体、仿宋、黑体、楷体等字体，或者改为导出 Word' })
  }
  const files = FONT_SLOTS.map((slot) => [slot, faces[slot].length > 0 ? faces[slot] : some] as const)
  // Every slot has its line.
  return Object.fromEntries(files) as Record<FontSlot, readonly FontFace[]>
}

/** The document's own day, where it is a whole one; UTC. */
function dateOf(document: Document): Date | undefined {
  const found = /(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(partText(document, 'signatureDate'))
  return found ? new Date(Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3]))) : undefined
}
