/**
 * Values by id, outside React: each element reads its own and is drawn again only when that one changes. (State or
 * context of a parent would draw hundreds of headings at each key.)
 */
import { useCallback, useSyncExternalStore } from 'react'
import type { Id } from '../../../shared/lib/id.ts'

export interface Keyed<T> {
  get(id: Id): T | undefined
  subscribe(id: Id, listener: () => void): () => void
  /** Replaces all values and tells those whose value is another now. */
  replace(values: ReadonlyMap<Id, T>): void
}

export function createKeyed<T>(): Keyed<T> {
  let current: ReadonlyMap<Id, T> = new Map()
  const listeners = new Map<Id, Set<() => void>>()
  const tell = (id: Id): void => listeners.get(id)?.forEach((listener) => listener())
  return {
    get: (id) => current.get(id),
    subscribe(id, listener) {
      const own = listeners.get(id) ?? new Set()
      listeners.set(id, own.add(listener))
      return () => {
        own.delete(listener)
        if (own.size === 0 && listeners.get(id) === own) listeners.delete(id)
      }
    },
    replace(values) {
      const old = current
      current = values
      for (const [id, value] of values) if (old.get(id) !== value) tell(id)
      for (const id of old.keys()) if (!values.has(id)) tell(id)
    },
  }
}

/** The value of one id. */
export function useKeyed<T>(keyed: Keyed<T>, id: Id): T | undefined {
  const subscribe = useCallback((listener: () => void) => keyed.subscribe(id, listener), [keyed, id])
  return useSyncExternalStore(subscribe, () => keyed.get(id))
}
