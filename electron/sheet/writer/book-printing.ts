/** How a sheet of the book prints and filters: landscape, as wide as the paper, heads on each page, 第 1 页 共 3 页, a filter on each head. */
import type writeExcelFile from 'write-excel-file/node'
import { BOOK_COLUMNS } from '../../../shared/register/book-columns.ts'

type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number]

/** The title and the heads. */
export const HEAD_ROWS = 2

const FOOT = '<headerFooter><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter>'
/** Margins in inches. */
const PAGE: Readonly<Record<string, Readonly<Record<string, number>>>> = { pageSetup: { fitToWidth: 1, fitToHeight: 0 }, pageMargins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.7 } }
const FITTED = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'

/** What the library has no option for. `names` are those of the sheets, in their order. */
export function bookPrinting(names: readonly string[]): Feature {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          // The order of elements is part of the format; texts stand in another part, so that a tag is found once.
          transform: (xml) => put(put(put(xml, '<sheetViews', before(FITTED)), '</sheetData>', after(filterOf(xml))), /<pageSetup [^>]*\/>/, after(FOOT)),
          transformElementAttributes: (tag, attributes) => ({ ...attributes, ...PAGE[tag] }),
        },
        'xl/styles.xml': { transform: (xml) => xml.replace(/<font>(.*?)<\/font>/g, (_, inside: string) => `<font>${inOrder(inside)}</font>`) },
        'xl/workbook.xml': { transform: (xml) => put(xml, '<definedNames/>', () => `<definedNames>${names.map(namesOf).join('')}</definedNames>`) },
      },
    },
  }
}

/** What a font says, in the order that the format asks for. */
function inOrder(inside: string): string {
  const parts = inside.match(/<\w+[^>]*\/>/g) ?? []
  return FONT_ORDER.flatMap((name) => parts.filter((part) => part.startsWith(`<${name} `) || part === `<${name}/>`)).join('')
}

const FONT_ORDER = ['b', 'strike', 'sz', 'color', 'name', 'family']

function filterOf(xml: string): string {
  const rows = xml.match(/<row /g)?.length ?? HEAD_ROWS
  return `<autoFilter ref="A${HEAD_ROWS}:${String.fromCharCode(64 + BOOK_COLUMNS.length)}${Math.max(rows, HEAD_ROWS)}"/>`
}

function namesOf(name: string, at: number): string {
  const quoted = `'${name.replaceAll("'", "''").replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)}'`
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${quoted}!$1:$${HEAD_ROWS}</definedName>`
}

function put(xml: string, mark: string | RegExp, change: (found: string) => string): string {
  const changed = xml.replace(mark, change)
  if (changed === xml) throw new Error(`${String(mark)} is not in the sheet`)
  return changed
}

const before = (more: string) => (found: string): string => more + found
const after = (more: string) => (found: string): string => found + more
