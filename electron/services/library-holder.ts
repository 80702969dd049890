/** Holds the one open library of this process: opens it when first asked for, and watches for what other processes write. */
import { dirname } from 'node:path'
import { Refusal } from '../../shared/api/reply.ts'
import type { ApiEvent } from '../../shared/api/events.ts'
import type { LibraryStatus, Profile } from '../../shared/api/types.ts'
import { newestSound } from '../store/backup-folder.ts'
import { createStore, openStore } from '../store/sqlite-store.ts'
import type { Store } from '../store/store.ts'
import { keepDaily } from './daily-backup.ts'
import { keepIndexed } from './index-idle.ts'

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

export interface HolderOptions {
  readonly emit: (event: ApiEvent) => void
  readonly report: (error: unknown) => void
  /** Whether this process makes the day's backup and indexes what is due: a program that runs on, not a command of a moment. */
  readonly daily: boolean
}

/** A holder for the library at `file` (absolute), which need not exist yet. */
export function openLibraryHolder(file: string, { emit, report, daily }: HolderOptions): LibraryHolder {
  let open: Store | null = null
  let watch: NodeJS.Timeout | null = null
  let endDaily: () => void = () => undefined
  let endIndexing: () => void = () => undefined

  const hold = (store: Store, isNew: boolean): Store => {
    open = store
    if (daily) endDaily = keepDaily(store, { isNew, report, changed: () => emit({ kind: 'backups.changed' }) })
    if (daily) endIndexing = keepIndexed(store, report)
    watch = watchChanges(store, () => {
      emit({ kind: 'documents.changed', origin: 'elsewhere' })
      emit({ kind: 'register.changed' })
    })
    return store
  }
  const store = (): Store => open ?? hold(opened(file), false)
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
      return hold(createStore(file, profile, codes), true)
    },
    async close() {
      if (watch) clearInterval(watch)
      endDaily()
      endIndexing()
      await open?.close()
      open = null
    },
  }
}

/** The open store, or null where there is no library or a damaged one. Refused: whatever else opening refuses. */
export function openOrNull(library: LibraryHolder): Store | null {
  try {
    return library.store()
  } catch (error) {
    if (error instanceof Refusal && WITHOUT_LIBRARY.has(error.error.code)) return null
    throw error
  }
}

/** No library, a damaged one, one that is gone and has left its backups. */
const WITHOUT_LIBRARY: ReadonlySet<string> = new Set(['noLibrary', 'libraryDamaged', 'fileMissing'])

/** Opens the library; where that cannot be and there are backups, the refusal says where, and which is the newest. */
function opened(file: string): Store {
  try {
    return openStore(file)
  } catch (error) {
    if (!(error instanceof Refusal) || !WITHOUT_LIBRARY.has(error.error.code)) throw error
    const newest = newestSound(file)
    if (!newest) throw error
    const advice = `最新的备份是 ${newest.name}，在文件夹 ${dirname(newest.file)} 里：可以用它恢复（终端：gongbao restore latest）`
    if (error.error.code === 'libraryDamaged') throw new Refusal({ ...error.error, next: advice }, error)
    throw new Refusal({ code: 'fileMissing', message: `资料库文件不见了：${file}`, safe: '备份还在', next: `请把它放回原处；找不到的话，${advice}。要另建新的资料库，请先把备份文件夹改名` }, error)
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
