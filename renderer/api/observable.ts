/** A value that can be watched; `useSyncExternalStore` takes its `get` and `subscribe` as they are. */
export interface Observable<T> {
  readonly get: () => T
  /** Tells the listeners unless the value is the same. */
  readonly set: (next: T) => void
  /** Returns the function that ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void
}

export function createObservable<T>(initial: T): Observable<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(value, next)) return
      value = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
