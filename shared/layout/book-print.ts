/** The book of the register (发文登记簿) on paper: A4 on its side, heads on each page, every number of a run in its row, also those that nobody has. */
import { makeCell, makeRow, makeTable } from '../document/build.ts'
import type { CellAlign, Row } from '../document/types.ts'
import { BOOK_COLUMNS, bookText, type Book, type BookColumn, type BookEntry } from '../register/book-columns.ts'
import { flowLine } from './flow-lines.ts'
import { tableItems } from './flow-table.ts'
import { gazetteCellStyles, gazetteStyles } from './gazette-styles.ts'
import type { GazetteTemplate } from './gazette.ts'
import { printableText } from './printable.ts'
import type { BookFurniture, PrintOf } from './print.ts'

/** The description of one book's pages. Paper knows no colour: a gap and a void number are told by words. `template` gives the fonts. */
export function bookPrint(book: Book, office: string, template: GazetteTemplate): PrintOf<BookFurniture> {
  const look = { ...template, page: PAGE, columns: { count: 1, gap: 0, characters: 60, lines: 24 }, tables: TABLES }
  const styles = gazetteStyles(look)
  const about = [book.name, book.about].filter((text) => text !== '').join('　')
  const lines = [flowLine('title', TITLE), flowLine('tableCaption', printableText(about), { before: 0 }), flowLine('tableUnit', countText(book))]
  return {
    name: TITLE,
    look,
    styles: { ...styles, tableCaption: { ...styles.tableCaption, outline: 0 } },
    cells: gazetteCellStyles(look),
    sections: [{ columns: 1, landscape: false, items: [...lines, ...tableItems(tableOf(book), look)] }],
    furniture: { kind: 'book', left: printableText(office), right: printableText(book.name), face: template.faces.runningHead },
    firstPage: 1,
  }
}

const TITLE = '发文登记簿'

/** A4 on its side, in twips: 25 mm where it is bound and 20 mm elsewhere. */
const PAGE = { width: 16_838, height: 11_906, top: 1417, bottom: 1134, left: 1134, right: 1134, head: 737, foot: 510 }
/** All its columns in the small size; never turned, since the page is wide already. */
const TABLES = { size: 10.5, smallSize: 9, smallFrom: 2, landscapeFrom: 100 }

/** The columns on paper, with their widths as weights: an explanation stands among the remarks, as in the paper book. */
const COLUMNS: readonly { readonly key: Exclude<BookColumn, 'explanation'>; readonly weight: number; readonly align: CellAlign }[] = [
  { key: 'serial', weight: 44, align: 'center' },
  { key: 'number', weight: 140, align: 'left' },
  { key: 'date', weight: 100, align: 'center' },
  { key: 'secrecy', weight: 36, align: 'center' },
  { key: 'title', weight: 201, align: 'left' },
  { key: 'sentTo', weight: 115, align: 'left' },
  { key: 'copies', weight: 36, align: 'center' },
  { key: 'signer', weight: 46, align: 'center' },
  { key: 'drafter', weight: 46, align: 'center' },
  { key: 'status', weight: 46, align: 'center' },
  { key: 'filed', weight: 58, align: 'left' },
  { key: 'remarks', weight: 104, align: 'left' },
]

function tableOf({ entries }: Book): ReturnType<typeof makeTable> {
  const names = new Map(BOOK_COLUMNS.map(({ key, name }) => [key, name]))
  const head = makeRow(COLUMNS.map(({ key }) => makeCell(names.get(key) ?? '')))
  return makeTable([head, ...entries.map(rowOf)], { headerRows: 1, widths: COLUMNS.map(({ weight }) => weight) })
}

function rowOf(entry: BookEntry): Row {
  const textIn = (key: (typeof COLUMNS)[number]['key']): string => (key === 'remarks' ? [entry.explanation, entry.fields.remarks].filter((text) => text !== '').join('；') : bookText(entry, key))
  return makeRow(COLUMNS.map(({ key, align }) => makeCell(printableText(textIn(key)), { align })))
}

/** 共 24 号，其中作废 1 号、缺号 2 号. */
function countText({ entries }: Book): string {
  const count = (look: BookEntry['look']): number => entries.filter((entry) => entry.look === look).length
  const some = ([['void', '作废'], ['gap', '缺号']] as const).flatMap(([look, name]) => (count(look) > 0 ? [`${name} ${count(look)} 号`] : []))
  return `共 ${entries.length} 号${some.length > 0 ? `，其中${some.join('、')}` : ''}`
}
