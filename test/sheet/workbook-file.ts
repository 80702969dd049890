/** Small workbooks put together from XML, for the reader's tests. */
import { strToU8, zipSync } from 'fflate'
import { readWorkbookFile, type ReadSheet } from '../../electron/sheet/reader/read-workbook.ts'
import { textOf } from '../../shared/document/text.ts'
import type { Table } from '../../shared/document/types.ts'

export const TRANSITIONAL = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
export const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** One sheet: what stands in its `worksheet`, or only the rows. */
export interface SheetSource {
  readonly name?: string
  readonly state?: string
  /** The rows: children of sheetData. */
  readonly rows: string
  /** What stands before sheetData (sheetViews, cols) and after it (mergeCells, drawing). */
  readonly before?: string
  readonly after?: string
}

export interface BookOptions {
  /** The children of sst. */
  readonly strings?: string
  /** The children of styleSheet. */
  readonly styles?: string
  readonly from1904?: boolean
  readonly names?: string
  readonly namespace?: string
}

/** The bytes of a workbook. */
export function workbookFile(sheets: readonly SheetSource[], { strings = '', styles = '', from1904 = false, names = '', namespace = TRANSITIONAL }: BookOptions = {}): Uint8Array {
  const entries = sheets.map(({ name, state }, at) => `<sheet name="${name ?? `表${at + 1}`}" sheetId="${at + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="s${at + 1}"/>`)
  const book = `<workbook xmlns="${namespace}" xmlns:r="${OFFICE}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${entries.join('')}</sheets><definedNames>${names}</definedNames></workbook>`
  const sheetParts = sheets.map(({ rows, before = '', after = '' }) => `<worksheet xmlns="${namespace}" xmlns:r="${OFFICE}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`)
  return packed(book, sheetParts, { strings: `<sst xmlns="${namespace}">${strings}</sst>`, styles: `<styleSheet xmlns="${namespace}">${styles}</styleSheet>` })
}

/** The bytes of a package of these parts, whatever they are. */
export function packed(book: string, sheets: readonly string[], { strings, styles }: { readonly strings: string; readonly styles: string }): Uint8Array {
  const relation = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const links = [...sheets.map((_, at) => relation(`s${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)), relation('strings', 'sharedStrings', 'sharedStrings.xml'), relation('styles', 'styles', 'styles.xml')]
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}">${relation('book', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': book,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONS}">${links.join('')}</Relationships>`,
    'xl/sharedStrings.xml': strings,
    'xl/styles.xml': styles,
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheet])),
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}

/** A row of texts from column A on; "" leaves a cell out, and what begins with "<" is XML. */
export function row(...cells: readonly string[]): string {
  return `<row>${cells.map((cell) => (cell.startsWith('<') ? cell : cell === '' ? '<c/>' : text(cell))).join('')}</row>`
}

/** A text in its cell. */
export function text(content: string, attributes = ''): string {
  return `<c t="inlineStr"${attributes}><is><t xml:space="preserve">${escaped(content)}</t></is></c>`
}

/** A number, with the number of its look. */
export function number(value: number | string, style = 0): string {
  return `<c s="${style}"><v>${value}</v></c>`
}

export function merges(...areas: readonly string[]): string {
  return `<mergeCells>${areas.map((area) => `<mergeCell ref="${area}"/>`).join('')}</mergeCells>`
}

export function escaped(content: string): string {
  return content.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)
}

/** The only sheet of a workbook of one. */
export function read(sheet: SheetSource, options: BookOptions = {}): ReadSheet {
  const [only] = readWorkbookFile(workbookFile([sheet], options)).sheets
  if (!only) throw new Error('no sheet')
  return only
}

/** The table of a sheet. */
export function tableOf(sheet: ReadSheet): Table {
  if (!sheet.content) throw new Error(sheet.problem ?? '')
  return sheet.content.table
}

/** Text and spans of each cell, row by row. */
export function cells({ children }: Table): readonly (readonly string[])[] {
  return children.map((one) =>
    one.children.map((cell) => {
      const lines = cell.children.map((paragraph) => textOf(paragraph.children)).join('/')
      return lines + (cell.colSpan === undefined ? '' : `→${cell.colSpan}`) + (cell.rowSpan === undefined ? '' : `↓${cell.rowSpan}`)
    }),
  )
}

export function texts(paragraphs: readonly { readonly children: Parameters<typeof textOf>[0] }[]): readonly string[] {
  return paragraphs.map(({ children }) => textOf(children))
}
