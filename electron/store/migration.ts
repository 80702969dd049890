/** One step of the library's layout, run in a transaction of its own. */
export interface Migration {
  /** Rises in tens, so that a repair can be put between two. */
  readonly version: number
  readonly sql: string
}
