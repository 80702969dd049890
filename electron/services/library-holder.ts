/** Holds the one open library of this process: opens it when first asked for, and watches for what other processes write. */
import { Refusal } from '../../shared/api/reply.ts'
import type { ApiEvent } from '../../shared/api/events.ts'
import type { LibraryStatus, Profile } from '../../shared/api/types.ts'
import { createStore, openStore } from '../store/sqlite-store.ts'
import type { Store } from '../store/store.ts'

/** How often another process's writes are looked for, in milliseconds: reading one counter of the open file. */
const WATCH_MS = 1000

export interface LibraryHolder {
  readonly file: string
  status(): Promise<LibraryStatus>
  /** The open store. Refused: noLibrary and whatever opening refuses. */
  store(): Store
  /** Makes the library and opens it. Refused: libraryExists, readOnly, diskFull. */
  create(profile: Profile, codes: readonly string[]): Store
  close(): Promise<void>
}

/** A holder for the library at `file` (absolute), which need not exist yet. */
export function openLibraryHolder(file: string, emit: (event: ApiEvent) => void): LibraryHolder {
  let open: Store | null = null
  let watch: NodeJS.Timeout | null = null

  const hold = (store: Store): Store => {
    open = store
    watch = watchChanges(store, () => {
      emit({ kind: 'documents.changed', origin: 'elsewhere' })
      emit({ kind: 'register.changed' })
    })
    return store
  }
  const store = (): Store => open ?? hold(openStore(file))
  return {
    file,
    async status() {
      try {
        return { kind: 'open', file, profile: await store().profile() }
      } catch (error) {
        if (error instanceof Refusal && error.error.code === 'noLibrary') return { kind: 'none', file }
        throw error
      }
    },
    store,
    create(profile, codes) {
      if (open) throw new Refusal({ code: 'libraryExists', message: `这里已经有一个资料库：${file}`, next: '请直接打开它' })
      return hold(createStore(file, profile, codes))
    },
    async close() {
      if (watch) clearInterval(watch)
      await open?.close()
      open = null
    },
  }
}

function watchChanges(store: Store, changed: () => void): NodeJS.Timeout {
  let seen: number | null = null
  const look = async (): Promise<void> => {
    const now = await store.changesElsewhere()
    if (seen !== null && now !== seen) changed()
    seen = now
  }
  // A look that fails (library being closed, disk gone) is made again a second later; calls report such faults themselves.
  const tick = (): void => void look().catch(() => undefined)
  tick()
  const timer = setInterval(tick, WATCH_MS)
  timer.unref()
  return timer
}
