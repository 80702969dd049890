/** Reading from the machine for the screen, again whenever what is read may have changed. */
import { useCallback, useEffect, useState } from 'react'
import type { ApiError } from '../../../shared/api/reply.ts'
import { toApiError } from '../../api/connection.ts'

export interface Reading<T> {
  /** The last answer, also while the next is on its way; null before the first. It may be of an earlier question. */
  readonly value: T | null
  /** Why the last question has no answer. */
  readonly error: ApiError | null
  /** Asks once more. */
  readonly again: () => void
}

/** Asks whenever `ask` (to be memoized) or `version` changes; null asks nothing. */
export function useRead<T>(ask: (() => Promise<T>) | null, version: number): Reading<T> {
  const [value, setValue] = useState<T | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (!ask) {
      setValue(null)
      setError(null)
      return
    }
    let current = true
    ask().then(
      (answer) => {
        if (!current) return
        setValue(answer)
        setError(null)
      },
      (cause: unknown) => {
        if (current) setError(toApiError(cause))
      },
    )
    return () => {
      current = false
    }
  }, [ask, version, tries])
  const again = useCallback(() => setTries((now) => now + 1), [])
  return { value, error, again }
}
