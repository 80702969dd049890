/** Runs work as one transaction; `write` takes the lock at once. */
export interface Transactions {
  readonly read: <T>(work: () => T) => Promise<T>
  readonly write: <T>(work: () => T) => Promise<T>
}
