/** What the dialog of taking a number reads: the series of a year, the numbers of the chosen one, and the register's advice. */
import { useCallback, useEffect, useState } from 'react'
import type { ApiError } from '../../../shared/api/reply.ts'
import type { NumberSheet, Series, Warning } from '../../../shared/api/register-types.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { useEvents, useMachine } from '../../api/client-context.tsx'
import { toApiError } from '../../api/connection.ts'

export interface Numbers {
  /** Null until it was read for the first time. */
  readonly list: readonly Series[] | null
  readonly setList: (list: readonly Series[]) => void
  readonly series: Series | undefined
  /** Of `series`; null while it is not read. */
  readonly sheet: NumberSheet | null
  readonly error: ApiError | null
  /** Reads all of it again. */
  readonly read: () => Promise<void>
}

/** Follows the register: what another person takes meanwhile is seen at once. Where none is chosen, the series is that of the number `like`, else the first. */
export function useNumbers(year: number, chosen: Id | null, like: string): Numbers {
  const { client } = useMachine()
  const [list, setList] = useState<readonly Series[] | null>(null)
  const [sheet, setSheet] = useState<NumberSheet | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const series = list?.find((one) => one.id === chosen) ?? seriesOf(like, list ?? []) ?? list?.[0]
  const seriesId = series?.id

  const readSeries = useCallback(async (): Promise<void> => {
    try {
      setList(await client.call('register.series', { year }))
      setError(null)
    } catch (cause) {
      setError(toApiError(cause))
    }
  }, [client, year])
  const readSheet = useCallback(async (): Promise<void> => {
    if (seriesId === undefined) return
    try {
      setSheet(await client.call('register.numbers', { seriesId, year }))
    } catch (cause) {
      setError(toApiError(cause))
    }
  }, [client, seriesId, year])
  const read = useCallback(async () => {
    await Promise.all([readSeries(), readSheet()])
  }, [readSeries, readSheet])
  useEffect(() => void readSeries(), [readSeries])
  useEffect(() => void readSheet(), [readSheet])
  useEvents(client, (event) => (event.kind === 'register.changed' || event.kind === 'documents.changed') && void read())

  const fits = sheet !== null && sheet.series.id === seriesId && sheet.series.year === year
  return { list, setList, series, sheet: fits ? sheet : null, error, read }
}

/** One code may begin with another: 河政办 and 河政办发. */
function seriesOf(printed: string, list: readonly Series[]): Series | undefined {
  return [...list].filter(({ code }) => printed.startsWith(code)).sort((a, b) => b.code.length - a.code.length)[0]
}

/** What is asked of the register before a number is taken. */
export interface Question {
  readonly seriesId: Id
  readonly year: number
  readonly documentId: Id | undefined
  /** Null: the next one. */
  readonly serial: number | null
  /** Asked anew when this changes: the state of the register. */
  readonly after: unknown
}

/** What the register says of a number before it is taken; a refusal is a doubt in its words. */
export function useAdvice(question: Question | null): readonly Warning[] {
  const { client } = useMachine()
  const [advice, setAdvice] = useState<readonly Warning[]>([])
  const { seriesId, year, documentId, serial, after } = question ?? {}
  useEffect(() => {
    if (seriesId === undefined || year === undefined) return undefined
    let current = true
    const take = (warnings: readonly Warning[]): void => {
      if (current) setAdvice(warnings)
    }
    client
      .call('register.advice', { seriesId, year, ...(documentId === undefined ? {} : { documentId }), ...(typeof serial === 'number' ? { serial } : {}) })
      .then(({ warnings }) => take(warnings), (cause: unknown) => take([{ kind: 'doubt', text: toApiError(cause).message }]))
    return () => {
      current = false
    }
  }, [client, seriesId, year, documentId, serial, after])
  return question === null ? [] : advice
}
