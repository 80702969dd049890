/** The numbers of one series in a year: the strip, its legend, and the table. */
import { useMemo, useState } from 'react'
import type { NumberRow, NumberSheet } from '../../../shared/api/register-types.ts'
import type { BookField } from '../../../shared/register/entry.ts'
import type { ActId } from './acts.ts'
import { bookRows, type Order } from './book-rows.ts'
import { BookTable } from './book-table.tsx'
import { NoNumbers } from './empty-book.tsx'
import { Legend } from './legend.tsx'
import type { Look } from './look.ts'
import { seriesTitle } from './series-list.ts'
import { Strip } from './strip.tsx'

export interface BookViewProps {
  readonly sheet: NumberSheet
  readonly words: string
  readonly serial: number | null
  /** `isEntered`: the keyboard is to go to the number's panel. */
  readonly choose: (serial: number, isEntered: boolean) => void
  readonly take: (serial: number) => void
  readonly importBook: () => void
  readonly act: (act: ActId, row: NumberRow) => void
  readonly amend: (row: NumberRow, field: BookField, value: string) => void
}

/** Newest first, as one looks for what was given out last. */
const START: Order = { key: 'serial', descending: true }

export function BookView({ sheet, words, serial, choose, take, importBook, act, amend }: BookViewProps) {
  const [looks, setLooks] = useState<ReadonlySet<Look>>(new Set())
  const [order, setOrder] = useState(START)
  const rows = useMemo(() => bookRows(sheet.rows, { words, looks }, order), [sheet, words, looks, order])
  const { series } = sheet
  if (sheet.rows.length === 0) return <NoNumbers series={series} take={() => take(series.next)} importBook={importBook} />
  return (
    <>
      <Strip sheet={sheet} serial={serial} choose={(next) => choose(next, true)} take={take} />
      <Legend sheet={sheet} looks={looks} setLooks={setLooks} />
      <BookTable label={`${seriesTitle(series, series.year)}登记簿`} year={series.year} code={series.code} rows={rows} order={order} setOrder={setOrder} serial={serial} choose={choose} act={act} amend={amend} />
      {rows.length === 0 && <p className="book-none">没有符合的号。换个词，或看全部。</p>}
    </>
  )
}
