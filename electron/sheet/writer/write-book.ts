/** The book (发文登记簿) as an Excel file: a sheet for each book, in the order and under the heads of the paper book. */
import writeExcelFile, { type Cell, type Row, type Sheet } from 'write-excel-file/node'
import { BOOK_COLUMNS, bookText, type Book, type BookColumn, type BookEntry } from '../../../shared/register/book-columns.ts'
import { bookPrinting, HEAD_ROWS } from './book-printing.ts'
import { sheetNames } from './sheet-names.ts'

/** Writes the file. Numbers and days are texts, as documents print them, so that no program changes how they look; serials and copies are numbers. */
export async function writeBookFile(books: readonly Book[]): Promise<Uint8Array> {
  const names = sheetNames(books.map(({ name }) => name))
  const sheets = books.map((book, at): Sheet<Buffer> => ({
    sheet: names[at] ?? '',
    data: [titleRow(book), headRow(), ...book.entries.map(entryRow)],
    columns: BOOK_COLUMNS.map(({ key }) => ({ width: WIDTHS[key] })),
    stickyRowsCount: HEAD_ROWS,
    stickyColumnsCount: 2,
    orientation: 'landscape',
  }))
  return new Uint8Array(await writeExcelFile(sheets, { fontFamily: '宋体', fontSize: 11, features: [bookPrinting(names)] }).toBuffer())
}

/** 河政发〔2024〕发文登记簿, with what the series is. */
export function bookTitle({ name, about }: Book): string {
  return `${name}发文登记簿${about === '' ? '' : `　${about}`}`
}

/** Widths in characters of half width, as Excel counts them. */
const WIDTHS: Readonly<Record<BookColumn, number>> = {
  serial: 7, number: 21, date: 15, secrecy: 6, title: 38, sentTo: 22, copies: 6, signer: 9, drafter: 9, status: 11, explanation: 20, filed: 13, remarks: 16,
}

/** Columns of short entries, which stand in their middle. */
const CENTRED: ReadonlySet<BookColumn> = new Set<BookColumn>(['serial', 'date', 'secrecy', 'copies', 'signer', 'drafter', 'status'])

const RULE = { borderColor: '#BFBFBF', borderStyle: 'thin' } as const
/** Amber, as on the screen; what it means stands in the row. */
const GAP_FILL = '#FDF0D5'
const VOID_INK = '#595959'

function titleRow(book: Book): Row {
  const title = { value: text(bookTitle(book)), type: String, fontWeight: 'bold', fontSize: 14, height: 28, align: 'left', alignVertical: 'center', columnSpan: BOOK_COLUMNS.length } as const
  return [title, ...BOOK_COLUMNS.slice(1).map(() => null)]
}

function headRow(): Row {
  return BOOK_COLUMNS.map(({ name }): Cell => ({ value: name, type: String, fontWeight: 'bold', height: 22, align: 'center', alignVertical: 'center', backgroundColor: '#F0F1F3', ...RULE }))
}

function entryRow(entry: BookEntry): Row {
  const isVoid = entry.look === 'void'
  // Not every program finds the height of a row by itself.
  const height = 8 + LINE * Math.max(...BOOK_COLUMNS.map(({ key }) => linesIn(bookText(entry, key), WIDTHS[key])))
  return BOOK_COLUMNS.map(({ key }): Cell => ({
    ...content(bookText(entry, key), key),
    wrap: true,
    height,
    align: CENTRED.has(key) ? 'center' : 'left',
    alignVertical: 'center',
    ...RULE,
    ...(entry.look === 'gap' ? { backgroundColor: GAP_FILL } : {}),
    ...(isVoid ? { textColor: VOID_INK } : {}),
    ...(isVoid && STRUCK.has(key) ? { textDecoration: { strikethrough: true } } : {}),
  }))
}

/** In pt. */
const LINE = 15

/** About how many lines a text has in a column; Chinese characters are as wide as two others. */
function linesIn(text: string, width: number): number {
  const room = width - 1
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil((line.length + (line.match(/[^\x00-\x7f]/g)?.length ?? 0)) / room)), 0)
}

/** Of a void number these are struck through; why it is void can still be read. */
const STRUCK: ReadonlySet<BookColumn> = new Set<BookColumn>(['serial', 'number', 'date', 'secrecy', 'title', 'sentTo', 'copies', 'signer', 'drafter'])

function content(value: string, key: BookColumn): Pick<Extract<Cell, { value?: unknown }>, 'value' | 'type' | 'format'> {
  if (value === '') return {}
  if ((key === 'serial' || key === 'copies') && /^[1-9]\d{0,8}$/.test(value)) return { value: Number(value), type: Number }
  return { value: text(value), type: String, format: '@' }
}

/** A text as a workbook can hold it: line breaks alone, no characters that XML forbids or that are none. */
export function cellText(value: string): string {
  return value.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(/[\p{Cs}\p{Noncharacter_Code_Point}\ufffd]|(?!\n)\p{Cc}/gu, (char) => (char === '\t' ? ' ' : ''))
}

/** Characters that Excel would take for a code of another one (_x0041_) are written as codes themselves. */
function text(value: string): string {
  return cellText(value).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}
