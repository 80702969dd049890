/** Fonts as objects of a PDF: subset, widths, and the table by which text is searched and copied. */
import type { FaceSubset } from './font-face.ts'

type PdfDocument = PDFKit.PDFDocument
type Reference = PDFKit.PDFKitReference

/** Writes the objects of a face; `font` is the one that pages name. `order` makes its name unlike that of other subsets of the same font. */
export function endFont(pdf: PdfDocument, font: Reference, face: FaceSubset, order: number): void {
  const { bytes, isCff } = face.encode()
  const file = ended(pdf, isCff ? { Subtype: 'CIDFontType0C' } : {}, bytes)
  const name = `${tag(order)}+${plainName(face.font.postscriptName)}`
  const { bbox, ascent, descent, capHeight, italicAngle, unitsPerEm } = face.font
  const em = (units: number): number => Math.round((units * 1000) / unitsPerEm)
  const descriptor = ended(pdf, {
    Type: 'FontDescriptor',
    FontName: name,
    Flags: 4,
    FontBBox: [em(bbox.minX), em(bbox.minY), em(bbox.maxX), em(bbox.maxY)],
    ItalicAngle: italicAngle,
    Ascent: em(ascent),
    Descent: em(descent),
    CapHeight: em(capHeight || ascent),
    StemV: 80,
    [isCff ? 'FontFile3' : 'FontFile2']: file,
  })
  const descendant = ended(pdf, {
    Type: 'Font',
    Subtype: isCff ? 'CIDFontType0' : 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: pdfString('Adobe'), Ordering: pdfString('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    DW: 1000,
    W: [0, face.widths],
    ...(isCff ? {} : { CIDToGIDMap: 'Identity' }),
  })
  Object.assign(font.data, {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: ended(pdf, {}, toUnicode(face.codePoints)),
  })
  font.end(undefined)
}

/** The table from codes to characters. At most 100 lines in each of its blocks. */
export function toUnicode(codePoints: readonly number[]): string {
  const lines = codePoints.slice(1).map((codePoint, at) => `<${hex(at + 1)}> <${utf16(codePoint)}>`)
  const blocks: string[] = []
  for (let from = 0; from < lines.length; from += 100) {
    const block = lines.slice(from, from + 100)
    blocks.push(`${block.length} beginbfchar`, ...block, 'endbfchar')
  }
  return [
    '/CIDInit /ProcSet findresource begin', '12 dict begin', 'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def', '/CMapType 2 def',
    '1 begincodespacerange', '<0000> <ffff>', 'endcodespacerange',
    ...blocks,
    'endcmap', 'CMapName currentdict /CMap defineresource pop', 'end', 'end',
  ].join('\n')
}

/** A finished object, with a stream where there is one. */
function ended(pdf: PdfDocument, data: object, stream?: Uint8Array | string): Reference {
  const reference = pdf.ref(data)
  reference.end(stream)
  return reference
}

/** pdfkit writes plain strings as names, and text for String objects. */
function pdfString(text: string): object {
  return Object(text) as object
}

/** Six letters before the name of a subset. */
function tag(order: number): string {
  return Array.from({ length: 6 }, (_, at) => String.fromCharCode(65 + (Math.floor(order / 26 ** (5 - at)) % 26))).join('')
}

/** A name without what would end it. */
function plainName(name: string): string {
  return name.replace(/[^A-Za-z0-9-]/g, '') || 'Font'
}

function utf16(codePoint: number): string {
  const text = String.fromCodePoint(codePoint)
  return Array.from({ length: text.length }, (_, at) => hex(text.charCodeAt(at))).join('')
}

function hex(value: number): string {
  return value.toString(16).padStart(4, '0')
}
