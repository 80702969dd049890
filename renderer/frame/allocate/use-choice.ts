/** What is chosen in the dialog of taking a number: series, year, way and serial. */
import { useCallback, useMemo, useState } from 'react'
import type { Series } from '../../../shared/api/register-types.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { useNumbers, type Numbers } from './use-numbers.ts'
import { wayTo, waysOf, type Way, type WayId } from './ways.ts'

export interface Choice extends Omit<Numbers, 'setList'> {
  readonly year: number
  readonly setYear: (year: number) => void
  readonly chooseSeries: (id: Id) => void
  /** A series was made here. */
  readonly added: (all: readonly Series[], id: Id) => void
  readonly ways: readonly Way[]
  readonly way: WayId
  /** What would be taken; null where nothing is written yet. */
  readonly serial: number | null
  readonly serialOf: (way: Way) => number | null
  readonly choose: (way: WayId, serial: number | null) => void
}

export interface ChoiceBegin {
  readonly year?: number | null
  readonly seriesId?: Id
  readonly serial?: number
  /** A number whose series is the one to begin with, where `seriesId` names none. */
  readonly corrects?: string | undefined
  readonly withHeld: boolean
}

/** `begin` counts when the dialog opens only. */
export function useChoice(begin: ChoiceBegin): Choice {
  const [year, setYearNow] = useState(() => begin.year ?? new Date().getFullYear())
  const [seriesId, setSeriesId] = useState<Id | null>(begin.seriesId ?? null)
  /** Null: the way that leads to the serial. */
  const [wanted, setWanted] = useState<WayId | null>(begin.serial === undefined ? 'next' : null)
  const [serials, setSerials] = useState<Readonly<Partial<Record<WayId, number | null>>>>({})
  const { setList, ...numbers } = useNumbers(year, seriesId, begin.corrects ?? '')
  const { series, sheet } = numbers
  const ways = useMemo(() => (series ? waysOf(series, sheet, begin.withHeld) : []), [series, sheet, begin.withHeld])

  const start = (): void => {
    setWanted('next')
    setSerials({})
  }
  const serialOf = useCallback(
    (way: Way): number | null => {
      const chosen = serials[way.id]
      if (way.id === 'next') return series?.next ?? null
      if (way.id === 'typed') return chosen === undefined ? (begin.serial ?? null) : chosen
      const listed = (serial: number | null | undefined): boolean => way.rows.some((row) => row.serial === serial)
      if (chosen !== undefined && listed(chosen)) return chosen
      return begin.serial !== undefined && listed(begin.serial) ? begin.serial : (way.rows[0]?.serial ?? null)
    },
    [serials, series, begin.serial],
  )
  // A way that is gone, because its last number was taken meanwhile, makes room for the plain one.
  const wish = wanted ?? wayTo(begin.serial ?? 0, ways)
  const way = ways.some((one) => one.id === wish) ? wish : 'next'
  const current = ways.find((one) => one.id === way)
  return {
    ...numbers,
    year,
    setYear: (next) => {
      setYearNow(next)
      start()
    },
    chooseSeries: (id) => {
      setSeriesId(id)
      start()
    },
    added: (all, id) => {
      setList(all)
      setSeriesId(id)
      start()
    },
    ways,
    way,
    serial: current ? serialOf(current) : null,
    serialOf,
    choose: (id, serial) => {
      setWanted(id)
      setSerials((now) => ({ ...now, [id]: serial }))
    },
  }
}
