/** Reading a book that was kept in Excel, or that the program wrote: the lines that say something of a number, and those that nobody can understand. Pure. */
import { BOOK_FIELDS, BOOK_FIELD_NAMES, type BookField, type BookFields } from './entry.ts'
import { readHeads, readSubheads, type Head, type Heads } from './book-heads.ts'
import { completed, readContext, readNumberParts, readYear, type NumberParts } from './book-number.ts'
import { standingOf, type Standing } from './book-standing.ts'
import { fieldText, plainText, saysSame, yearOfDate, type BookCell } from './book-values.ts'
import { printedNumber, type SeriesRule } from './series.ts'

/** A sheet as it is read; `line` counts from 1. */
export interface BookSheet {
  readonly name: string
  readonly rows: readonly SheetRow[]
}

export interface SheetRow {
  readonly line: number
  readonly cells: readonly BookCell[]
}

/** What is known before: the series of the library, and the year for orders whose book names none. */
export interface Known {
  readonly series: readonly Pick<SeriesRule, 'code' | 'form' | 'yearly'>[]
  readonly year: number
}

interface Place {
  readonly sheet: string
  readonly line: number
}

/** A line that says something of a number. */
export interface ReadLine extends Place {
  readonly printed: string
  readonly code: string
  readonly year: number
  readonly serial: number
  readonly standing: Standing['kind']
  readonly reason: string
  /** "" where the line says nothing. */
  readonly fields: BookFields
}

/** A line that was not understood; `what` says why, in Chinese. */
export interface UnreadLine extends Place {
  readonly printed: string
  readonly what: string
  readonly fields: BookFields
}

export interface ReadBook {
  readonly lines: readonly ReadLine[]
  readonly unread: readonly UnreadLine[]
  /** Sheets in which no head of a book was found. */
  readonly headless: readonly string[]
}

const LONGEST_FIELD = 1000
const LEAST_YEAR = 1900

/** Reads all sheets. A number that stands twice and says another thing the second time is not understood there. */
export function readBook(sheets: readonly BookSheet[], known: Known): ReadBook {
  const readings = sheets.map((sheet) => new SheetReading(sheet, known))
  for (const reading of readings) reading.read()
  const lines: ReadLine[] = []
  const unread = readings.flatMap((one) => one.unread)
  const first = new Map<string, ReadLine>()
  for (const line of readings.flatMap((one) => one.lines)) {
    const key = `${line.code} ${isYearly(line.code, known) ? line.year : 0} ${line.serial}`
    const before = first.get(key)
    if (!before) {
      first.set(key, line)
      lines.push(line)
    } else if (!isSame(before, line)) unread.push({ ...line, what: `这个号在“${before.sheet}”第${before.line}行已有，两处说的不一样` })
  }
  return { lines, unread, headless: readings.flatMap((one) => (one.hasHead ? [] : [one.name])) }
}

function isYearly(wanted: string, { series }: Known): boolean {
  return series.find(({ code }) => code === wanted)?.yearly ?? true
}

function isSame(one: ReadLine, other: ReadLine): boolean {
  return one.standing === other.standing && BOOK_FIELDS.every((field) => saysSame(field, one.fields[field], other.fields[field], one.year))
}

function saysNothing(fields: BookFields): boolean {
  return BOOK_FIELDS.every((field) => fields[field] === '')
}

/** One sheet, from its first row to its last. */
class SheetReading {
  readonly name: string
  readonly lines: ReadLine[] = []
  readonly unread: UnreadLine[] = []
  readonly #rows: readonly SheetRow[]
  readonly #known: Known
  #heads: Heads | null = null
  /** True in the row after a head, which may be its second row. */
  #afterHead = false
  #context: Pick<NumberParts, 'code' | 'year'>

  constructor({ name, rows }: BookSheet, known: Known) {
    this.name = name
    this.#rows = rows
    this.#known = known
    this.#context = this.#contextIn(name)
  }

  /** False where nothing of the sheet was understood as a head; an empty sheet needs none. */
  get hasHead(): boolean {
    return this.#heads !== null || this.#rows.length === 0
  }

  read(): void {
    for (const row of this.#rows) {
      const texts = row.cells.map(({ text }) => text.trim()).filter((text) => text !== '')
      const heads = this.#isNumbered(row.cells) ? null : (readHeads(row.cells) ?? (this.#afterHead && this.#heads ? readSubheads(this.#heads, row.cells) : null))
      this.#afterHead = heads !== null
      if (heads) this.#heads = heads
      else if (texts.length > 0 && !isAside(texts)) this.#readRow(row, texts)
      else if (texts.length > 0) this.#takeContext(texts)
    }
  }

  /** A line of the book can hold any words, also those of a head. */
  #isNumbered(cells: readonly BookCell[]): boolean {
    const heads = this.#heads
    if (!heads) return false
    const parts = numberIn(heads, (head) => cells[heads.get(head) ?? -1] ?? { text: '' })
    return parts !== 'other' && parts.serial !== null
  }

  #contextIn(text: string): Pick<NumberParts, 'code' | 'year'> {
    return readContext(text, this.#known.series.map(({ code }) => code))
  }

  /** A title above a head, or between two parts of a sheet, says of which numbers it is. */
  #takeContext(texts: readonly string[]): boolean {
    const found = texts.map((text) => this.#contextIn(text))
    const code = found.find((one) => one.code !== null)?.code ?? null
    const year = found.find((one) => one.year !== null)?.year ?? null
    // Above the head a title does not know better than the sheet's name; below it a new part begins.
    this.#context = this.#heads ? { code: code ?? this.#context.code, year: year ?? this.#context.year } : { code: this.#context.code ?? code, year: this.#context.year ?? year }
    return code !== null || year !== null
  }

  #readRow({ line, cells }: SheetRow, texts: readonly string[]): void {
    const heads = this.#heads
    if (!heads) {
      this.#takeContext(texts)
      return
    }
    const cell = (head: Head): BookCell => cells[heads.get(head) ?? -1] ?? { text: '' }
    const parts = numberIn(heads, cell)
    if (parts === 'other' || parts.serial === null) {
      if (texts.length === 1 && this.#takeContext(texts)) return
      const written = cell(heads.has('number') ? 'number' : 'serial').text.trim()
      const fields = this.#fieldsOf(heads, cell, null)
      if (written === '' && saysNothing(fields)) return
      this.#refuse(line, written, fields, written === '' ? '这一行没有文号' : `文号“${written}”认不出来`)
      return
    }
    this.#take(line, parts, heads, cell)
  }

  #take(line: number, parts: NumberParts, heads: Heads, cell: (head: Head) => BookCell): void {
    const whole = completed(parts, this.#context)
    const fields = this.#fieldsOf(heads, cell, whole.year)
    const standing = standingOf({ status: cell('status').text.trim(), explanation: cell('explanation').text.trim(), title: fields.title, remarks: fields.remarks })
    // Numbers that were written ahead, and gaps that nobody explained.
    if ((saysNothing(fields) && cell('status').text.trim() === '' && standing.reason === '') || (standing.kind === 'free' && standing.reason === '')) return
    const { code, serial } = whole
    if (code === null || serial === null) {
      this.#refuse(line, `${serial ?? ''}号`, fields, '只有顺序号，不知道是哪个文号系列：请在工作表名里或表格上方写明，如 河政发〔2023〕')
      return
    }
    const year = whole.year ?? yearOfDate(fields.date) ?? (isYearly(code, this.#known) ? null : this.#known.year)
    if (year === null || year < LEAST_YEAR) {
      this.#refuse(line, `${code}${serial}号`, fields, '不知道是哪一年的：请在文号里、工作表名里或表格上方写明年份')
      return
    }
    const printed = printedNumber({ code, form: this.#formOf(code, parts) }, year, serial)
    const long = BOOK_FIELDS.find((field) => fields[field].length > LONGEST_FIELD)
    if (long) this.#refuse(line, printed, fields, `${BOOK_FIELD_NAMES[long]}太长（超过 ${LONGEST_FIELD} 字）`)
    else this.lines.push({ sheet: this.name, line, printed, code, year, serial, standing: standing.kind, reason: standing.reason, fields: standing.inTitle ? { ...fields, title: '' } : fields })
  }

  #formOf(wanted: string, { isOrder, year }: NumberParts): SeriesRule['form'] {
    return this.#known.series.find(({ code }) => code === wanted)?.form ?? (isOrder && year === null ? 'order' : 'bracket')
  }

  #fieldsOf(heads: Heads, cell: (head: Head) => BookCell, year: number | null): BookFields {
    const value = (field: BookField): string => {
      if (field === 'date' && !heads.has('date') && heads.has('month')) {
        const [month, day] = [cell('month').text, cell('day').text].map((text) => plainText(text).replace(/[月日]$/, ''))
        return month === '' ? '' : fieldText(field, { text: `${month}月${day}日` }, year)
      }
      return fieldText(field, cell(field), year)
    }
    return Object.fromEntries(BOOK_FIELDS.map((field) => [field, value(field)])) as Record<BookField, string>
  }

  #refuse(line: number, printed: string, fields: BookFields, what: string): void {
    this.unread.push({ sheet: this.name, line, printed, what, fields })
  }
}

/** What a row's own cells say of its number; 'other' for a text that is none. */
function numberIn(heads: Heads, cell: (head: Head) => BookCell): NumberParts | 'other' {
  const read = (head: Head): NumberParts | null => (heads.has(head) ? readNumberParts(cell(head).text) : null)
  const columns = completed(null, read('serial'), { code: read('code')?.code ?? null, year: readYear(cell('year').text) })
  const written = cell('number').text.trim()
  if (heads.has('number')) {
    if (written === '') return heads.has('code') || heads.has('year') ? columns : completed(null)
    const whole = readNumberParts(written)
    return whole ? completed(whole, columns) : 'other'
  }
  if (heads.has('serial')) return cell('serial').text.trim() !== '' && columns.serial === null ? 'other' : columns
  return completed(columns, read('line'))
}

const TOTAL = /^(?:合计|总计|共计|小计|累计|本[页年月]合计)/
/** Who filled the sheet in, remarks below it, what it is called. */
const ASIDE = /^(?:注|备注|说明|填[表报写]|制表|审[核批]|复核|负责人|联系|单位|打印|第\d+页)[^：:]{0,8}[：:]|^第\s*\d+\s*页|登记[簿表册]|发文目录|发文台账/

/** Lines that are no line of a number: totals, signs, titles. */
function isAside(texts: readonly string[]): boolean {
  const [first = ''] = texts
  return TOTAL.test(plainText(first)) || texts.every((text) => ASIDE.test(text))
}
