/** 发文登记簿 in: a book of earlier years, or one that the program wrote and a person changed, from an Excel file. */
import type { BookImportResult, BookImportRow, RegisterJob } from '../../shared/api/register-types.ts'
import { Refusal } from '../../shared/api/reply.ts'
import { readBook, type ReadBook, type ReadLine } from '../../shared/register/book-reading.ts'
import { saysSame } from '../../shared/register/book-values.ts'
import { BOOK_FIELDS, STATUS_NAMES, type BookFields, type NumberEntry } from '../../shared/register/entry.ts'
import { periodOf } from '../../shared/register/series.ts'
import { sourceName } from '../files/read-source.ts'
import { OfficeFault } from '../ooxml/fault.ts'
import type { ReadList } from '../sheet/reader/read-rows.ts'
import type { BookLine, BookRow } from '../store/register-port.ts'
import type { ServiceContext } from './context.ts'
import { sourceBytes } from './sources.ts'
import { cancelledRefusal, type Task } from './task.ts'

type ImportRequest = Extract<RegisterJob, { kind: 'bookImport' }>

/**
 * Reads all sheets in, as one transaction, or with `dryRun` only says what would become of each line. Refused: notText (no .xlsx, broken, locked, no
 * book in it), tooLarge, fileMissing, cancelled.
 */
export async function importBook(context: ServiceContext, { source, dryRun }: ImportRequest, task: Task): Promise<BookImportResult> {
  const report = async (done: number, note: string): Promise<void> => {
    task.progress(done, 100, note)
    if (await task.cancelled()) throw cancelledRefusal('没有读入')
  }
  await report(0, '正在读表格…')
  const file = sourceName(source)
  const list = await read(await sourceBytes(context.shell, source))
  await report(30, '正在和登记簿核对…')
  const store = context.library.store()
  const now = new Date().getFullYear()
  const series = await store.listSeries(now)
  const book = readBook(list.sheets, { series, year: now })
  if (book.headless.length === list.sheets.filter(({ rows }) => rows.length > 0).length) throw headless(file)
  const { lines, rows: settled } = settle(book.lines, currentRows(await store.book(null, null), series))
  await report(60, dryRun ? '正在试算…' : '正在登记…')
  const { user } = await store.profile()
  const imported = await store.importBook(lines, { dryRun, file, who: user })
  if (!dryRun && imported.rows.some(({ outcome }) => outcome !== 'same' && outcome !== 'refused')) context.emit({ kind: 'register.changed' })
  return { kind: 'bookImport', file, dryRun, rows: inOrder(list, [...imported.rows, ...settled, ...book.unread.map(unreadRow)]), newSeries: imported.newSeries, notes: notesOf(list, book) }
}

async function read(bytes: Uint8Array): Promise<ReadList> {
  // Loaded with the first workbook.
  const { readListFile } = await import('../sheet/reader/read-rows.ts')
  try {
    return readListFile(bytes)
  } catch (error) {
    if (error instanceof OfficeFault) throw new Refusal({ code: error.code, message: error.message, safe: SAFE, next: error.next }, error)
    throw error
  }
}

const SAFE = '登记簿没有改动'

function headless(file: string): Refusal {
  return new Refusal({ code: 'notText', message: `“${file}”里没有找到登记簿的表头，没有读入`, safe: SAFE, next: '请让表头那一行至少有“文号”（或“顺序号”）和“标题”两栏，再试一次' })
}

type Current = (line: Pick<ReadLine, 'code' | 'year' | 'serial'>) => BookRow | undefined

/** What the register says of a number now. */
function currentRows(rows: readonly BookRow[], series: readonly { readonly code: string; readonly yearly: boolean }[]): Current {
  const yearly = new Map(series.map((one) => [one.code, one.yearly]))
  const key = (code: string, year: number, serial: number): string => `${code} ${periodOf({ yearly: yearly.get(code) ?? true }, year)} ${serial}`
  const found = new Map(rows.map((row) => [key(row.code, row.year, row.serial), row]))
  return ({ code, year, serial }) => found.get(key(code, year, serial))
}

/** What the store takes in; and lines of numbers that are held or reserved, which no book can give. */
function settle(lines: readonly ReadLine[], current: Current): { readonly lines: readonly BookLine[]; readonly rows: readonly BookImportRow[] } {
  const taken: BookLine[] = []
  const rows: BookImportRow[] = []
  for (const { standing, ...line } of lines) {
    const row = current(line)
    const entry = row?.entry ?? undefined
    if (standing === 'held' || standing === 'reserved') {
      const isSame = entry?.status === standing
      const { sheet, line: at, printed, fields } = line
      rows.push({ sheet, line: at, printed, title: fields.title, outcome: isSame ? 'same' : 'refused', what: isSame ? '' : `表格里写的是${STATUS_NAMES[standing]}；占号和预留要在程序里办，不从表格读入`, fields })
    } else taken.push({ ...line, ...(entry ? asWritten(line, entry) : {}), status: standing, ...(row && entry ? { year: row.year } : {}) })
  }
  return { lines: taken, rows }
}

/** Where a cell says in another way what the register says already, it says nothing new. */
function asWritten({ fields, reason, year }: Pick<BookLine, 'fields' | 'reason' | 'year'>, entry: NumberEntry): Pick<BookLine, 'fields' | 'reason'> {
  const kept = BOOK_FIELDS.map((field) => [field, fields[field] !== '' && saysSame(field, fields[field], entry.book[field], year) ? entry.book[field] : fields[field]])
  // Every field has its line.
  return { fields: Object.fromEntries(kept) as BookFields, reason: saysSame('remarks', reason, entry.reason, year) ? entry.reason : reason }
}

function unreadRow({ sheet, line, printed, what, fields }: ReadBook['unread'][number]): BookImportRow {
  return { sheet, line, printed, title: fields.title, outcome: 'refused', what, fields }
}

/** As they stand in the file. */
function inOrder({ sheets }: ReadList, rows: readonly BookImportRow[]): readonly BookImportRow[] {
  const at = new Map(sheets.map(({ name }, index) => [name, index]))
  return [...rows].sort((a, b) => (at.get(a.sheet) ?? 0) - (at.get(b.sheet) ?? 0) || a.line - b.line)
}

function notesOf({ hidden }: ReadList, { headless: without }: ReadBook): readonly string[] {
  const names = (some: readonly string[]): string => some.map((name) => `“${name}”`).join('、')
  return [
    ...(hidden.length > 0 ? [`隐藏的工作表${names(hidden)}没有读`] : []),
    ...(without.length > 0 ? [`工作表${names(without)}里没有登记簿的表头，没有读`] : []),
  ]
}
