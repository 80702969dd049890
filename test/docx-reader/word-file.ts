/** Small Word files put together from XML, for the reader's tests. */
import { strToU8, zipSync } from 'fflate'
import { readWordFile } from '../../electron/docx/reader/read-word-file.ts'
import { textOf } from '../../shared/document/text.ts'
import type { Item, ParagraphItem, TableItem } from '../../shared/recognise/items.ts'
import { liveText } from '../../shared/recognise/tracked.ts'

export const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main'

/** Other parts by name: styles, numbering, footnotes, endnotes, comments, header, footer; each the children of its root. */
export type Parts = Readonly<Partial<Record<'styles' | 'numbering' | 'footnotes' | 'endnotes' | 'comments' | 'header' | 'footer', string>>>

const TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The bytes of a file whose body is `body`. */
export function wordFile(body: string, parts: Parts = {}, namespace = TRANSITIONAL): Uint8Array {
  return packed(documentXml(body, namespace), parts, namespace)
}

/** Where the root is not called as the part. */
const ROOTS: Readonly<Record<string, string>> = { header: 'hdr', footer: 'ftr' }

/** The bytes of a file whose main part is `document`, whatever that is. */
export function packed(document: string | Uint8Array, parts: Parts = {}, namespace = TRANSITIONAL): Uint8Array {
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(TYPES),
    '_rels/.rels': strToU8(`<Relationships xmlns="${RELATIONS}"><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`),
    'word/document.xml': typeof document === 'string' ? strToU8(document) : document,
  }
  const names = Object.keys(parts)
  const links = names.map((name) => `<Relationship Id="${name}" Type="${OFFICE}/${name}" Target="${name}.xml"/>`).join('')
  files['word/_rels/document.xml.rels'] = strToU8(`<Relationships xmlns="${RELATIONS}">${links}</Relationships>`)
  for (const [name, content] of Object.entries(parts)) {
    const root = ROOTS[name] ?? name
    files[`word/${name}.xml`] = strToU8(`<w:${root} xmlns:w="${namespace}">${content}</w:${root}>`)
  }
  return zipSync(files)
}

export function documentXml(body: string, namespace = TRANSITIONAL): string {
  const spaces = `xmlns:w="${namespace}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"`
  return `<?xml version="1.0" encoding="UTF-8"?><w:document ${spaces}><w:body>${body}<w:sectPr/></w:body></w:document>`
}

/** A paragraph of one run. */
export function p(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${r(text)}</w:p>`
}

export function r(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** A row of plain cells; a cell that begins with "<" is XML. */
export function row(...cells: readonly string[]): string {
  return `<w:tr>${cells.map((cell) => (cell.startsWith('<') ? cell : `<w:tc>${p(cell)}</w:tc>`)).join('')}</w:tr>`
}

export function items(body: string, parts: Parts = {}, namespace = TRANSITIONAL): readonly Item[] {
  return readWordFile(wordFile(body, parts, namespace))
}

/** The texts of the paragraphs that have any. */
export function texts(read: readonly Item[]): readonly string[] {
  return read.flatMap((item) => (item.kind === 'paragraph' && liveText(item.content) !== '' ? [liveText(item.content)] : []))
}

/** The first paragraph. */
export function first(read: readonly Item[]): ParagraphItem {
  const [item] = read
  if (item?.kind !== 'paragraph') throw new Error('no paragraph at the start')
  return item
}

/** The rows of the only table: text and spans of each cell. */
export function cells(read: readonly Item[]): readonly (readonly string[])[] {
  const table = read.find((item): item is TableItem => item.kind === 'table')?.table
  return (table?.children ?? []).map((one) =>
    one.children.map((cell) => {
      const text = cell.children.map(({ children }) => textOf(children)).join('/')
      return text + (cell.colSpan === undefined ? '' : `→${cell.colSpan}`) + (cell.rowSpan === undefined ? '' : `↓${cell.rowSpan}`)
    }),
  )
}
