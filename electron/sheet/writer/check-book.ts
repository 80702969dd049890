/** Reads a written book back, as any Excel file is read, and says where it is not what was to be written. */
import { BOOK_COLUMNS, bookText, type Book, type BookEntry } from '../../../shared/register/book-columns.ts'
import { readListFile, type ListRow } from '../reader/read-rows.ts'
import { tidyLines } from '../reader/text.ts'
import { HEAD_ROWS } from './book-printing.ts'
import { sheetNames } from './sheet-names.ts'
import { cellText } from './write-book.ts'

/** Faults in Chinese; none for a sound file. */
export function checkBookFile(bytes: Uint8Array, books: readonly Book[]): readonly string[] {
  try {
    const { sheets } = readListFile(bytes)
    const names = sheetNames(books.map(({ name }) => name))
    const found = sheets.map(({ name }) => name)
    if (found.join('\n') !== names.join('\n')) return [`工作表应为${names.join('、')}，文件里是${found.join('、')}`]
    return books.flatMap(({ entries }, at) => sheetFault(names[at] ?? '', entries, sheets[at]?.rows ?? []) ?? [])
  } catch (error) {
    return [`文件读不回来：${error instanceof Error ? error.message : String(error)}`]
  }
}

function sheetFault(name: string, entries: readonly BookEntry[], rows: readonly ListRow[]): string | null {
  const written = rows.slice(HEAD_ROWS)
  if (rows.length !== entries.length + HEAD_ROWS) return `工作表“${name}”应有${entries.length}行，文件里是${Math.max(0, written.length)}行`
  for (const [at, entry] of entries.entries()) {
    for (const [column, { key, name: head }] of BOOK_COLUMNS.entries()) {
      const wanted = tidyLines(cellText(bookText(entry, key)))
      const found = written[at]?.cells[column]?.text ?? ''
      if (found !== wanted) return `工作表“${name}”第${at + HEAD_ROWS + 1}行的${head}应为“${wanted}”，文件里是“${found}”`
    }
  }
  return null
}
