/** The numbers of a register as they are printed. */
import type { Database } from 'better-sqlite3'
import { printedNumber, type SeriesRule } from '../../shared/register/series.ts'

interface Row extends Pick<SeriesRule, 'code' | 'form'> {
  readonly year: number
  readonly serial: number
}

/** All numbers that somebody has or had, by series, year and serial, by what names them; free ones are left out. */
export function numbersIn(database: Database): ReadonlyMap<string, string> {
  const rows = database
    .prepare<[], Row>("SELECT code, form, year, serial FROM number JOIN series ON series.id = series_id WHERE status <> 'free' ORDER BY code, year, serial")
    .all()
  return new Map(rows.map((row) => [`${row.code} ${row.year} ${row.serial}`, printedNumber(row, row.year, row.serial)]))
}
