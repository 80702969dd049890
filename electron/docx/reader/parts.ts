/** Which parts of the package are the document, its styles, lists, notes and comments. */
import { hasContentType, mainPart, relationshipsOf } from '../../ooxml/relationships.ts'
import type { Zip } from '../../ooxml/zip.ts'

const KINDS = ['styles', 'numbering', 'footnotes', 'endnotes', 'comments'] as const
type Kind = (typeof KINDS)[number]

/** A header or a footer. */
export interface Margin {
  readonly kind: 'header' | 'footer'
  readonly part: string
}

export type Parts = { readonly document: string; readonly margins: readonly Margin[] } & Readonly<Partial<Record<Kind, string>>>

/** The parts by the package's relationships; null where it holds no Word document. */
export function partsOf(zip: Zip): Parts | null {
  const document = mainPart(zip, 'word/document.xml')
  // Workbooks and presentations are packages too, with other contents.
  if (!zip.has(document) || /\.(?:bin|rels)$/i.test(document) || isWorkbook(zip) || hasContentType(zip, /(?:presentationml|ms-powerpoint)\S*\.main\+xml$/i)) return null
  const found = relationshipsOf(zip, document)
  const parts = KINDS.flatMap((kind) => {
    const name = found.find((one) => one.kind === kind)?.target
    return name !== undefined && zip.has(name) ? [[kind, name] as const] : []
  })
  const margins = found.flatMap(({ kind, target }): readonly Margin[] => ((kind === 'header' || kind === 'footer') && zip.has(target) ? [{ kind, part: target }] : []))
  return { document, margins, ...Object.fromEntries(parts) }
}

/** True for a package that is a workbook (.xlsx, .xlsm, .xlsb). */
export function isWorkbook(zip: Zip): boolean {
  return hasContentType(zip, /(?:spreadsheetml|ms-excel)\S*\.main(?:\+xml)?$/i)
}
