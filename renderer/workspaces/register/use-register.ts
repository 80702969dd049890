/** What the register room shows: the series of a year, the numbers of one series, and one number with its history. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { NumberDetail, NumberKey, NumberSheet, Series } from '../../../shared/api/register-types.ts'
import type { ApiError } from '../../../shared/api/reply.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { useEvents, useMachine } from '../../api/client-context.tsx'
import { useNavigation } from '../../frame/navigation.ts'
import { readSeries, rememberSeries } from './remembered.ts'
import { firstYear } from './series-list.ts'
import { useRead } from './use-read.ts'

export interface Register {
  readonly thisYear: number
  readonly year: number
  readonly setYear: (year: number) => void
  /** Null until they were read. */
  readonly all: readonly Series[] | null
  /** The chosen series; null where there is none. */
  readonly series: Series | null
  readonly chooseSeries: (id: Id) => void
  /** Null until it was read. */
  readonly sheet: NumberSheet | null
  /** The chosen series in the year before, where the shown year is this one and has no number yet. */
  readonly before: Series | undefined
  /** The number that is looked at; null for none. */
  readonly serial: number | null
  readonly choose: (serial: number | null) => void
  /** Null while it is read, and for a number that is still to come. */
  readonly detail: NumberDetail | null
  readonly error: ApiError | null
  /** Reads everything anew. */
  readonly again: () => void
}

export function useRegister(): Register {
  const { client } = useMachine()
  const thisYear = new Date().getFullYear()
  const [version, setVersion] = useState(0)
  const again = useCallback(() => setVersion((now) => now + 1), [])
  useEvents(client, ({ kind }) => {
    if (kind === 'register.changed' || kind === 'documents.changed' || kind === 'library.replaced') again()
  })
  const [year, setYear] = useState<number | null>(null)
  const [seriesId, setSeriesId] = useState<Id | null>(readSeries)
  const [serial, choose] = useState<number | null>(null)
  useVisit(useCallback((key) => {
    setYear(key.year)
    setSeriesId(key.seriesId)
    choose(key.serial)
  }, []))

  const list = useRead(useCallback(() => client.call('register.series', { year: year ?? thisYear }), [client, year, thisYear]), version)
  // The year to begin with is known when the years with numbers are.
  const first = list.value && year === null ? firstYear(list.value, thisYear) : null
  useEffect(() => {
    if (first !== null) setYear(first)
  }, [first])
  const shown = year ?? first ?? thisYear
  const all = list.value?.every((one) => one.year === shown) === true ? list.value : null
  const series = all?.find(({ id }) => id === seriesId) ?? all?.find(({ last }) => last > 0) ?? all?.[0] ?? null

  const id = series?.id ?? null
  const numbers = useRead(useMemo(() => (id === null ? null : () => client.call('register.numbers', { seriesId: id, year: shown })), [client, id, shown]), version)
  const sheet = numbers.value?.series.id === id && numbers.value.series.year === shown ? numbers.value : null
  const known = serial !== null && (sheet?.rows.some((row) => row.serial === serial) ?? false)
  const one = useRead(useMemo(() => (id === null || serial === null || !known ? null : () => client.call('register.number', { seriesId: id, year: shown, serial })), [client, id, shown, serial, known]), version)

  const empty = sheet !== null && sheet.rows.length === 0 && shown === thisYear
  const lastYear = useRead(useMemo(() => (empty ? () => client.call('register.series', { year: shown - 1 }) : null), [client, empty, shown]), version)
  return {
    thisYear,
    year: shown,
    setYear: (next) => {
      setYear(next)
      choose(null)
    },
    all,
    series,
    chooseSeries: (next) => {
      setSeriesId(next)
      rememberSeries(next)
      choose(null)
    },
    sheet,
    before: lastYear.value?.find((other) => other.id === id),
    serial,
    choose,
    detail: one.value?.row.serial === serial ? one.value : null,
    error: list.error ?? numbers.error ?? one.error,
    again,
  }
}

/** A number that another room sent the person to. */
function useVisit(show: (key: NumberKey) => void): void {
  const { visit } = useNavigation()
  useEffect(() => {
    if (visit.room === 'register' && visit.number) show(visit.number)
  }, [visit, show])
}
