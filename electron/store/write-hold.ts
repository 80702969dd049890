/** Holding back this process's own writes while something has the library's write lock over several turns: they would wait for themselves. */
export interface WriteHold {
  /** Null when nothing holds writes back; else resolves when nothing does any more. */
  readonly waiting: () => Promise<void> | null
  /** Runs `work` while writes are held back; one after the other. */
  readonly during: <T>(work: () => Promise<T>) => Promise<T>
}

/** A hold that nobody has yet. */
export function writeHold(): WriteHold {
  let held: Promise<void> | null = null
  const free = async (): Promise<void> => {
    // Another hold may have begun meanwhile.
    while (held) await held
  }
  return {
    waiting: () => (held ? free() : null),
    async during(work) {
      // Held from this very moment where nobody else holds: what is asked for afterwards comes afterwards.
      const done = held ? held.then(work) : work()
      const mine = done.then(
        () => undefined,
        () => undefined,
      )
      held = mine
      try {
        return await done
      } finally {
        if (held === mine) held = null
      }
    },
  }
}
