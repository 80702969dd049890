/** Which series was last looked at, kept by this machine's browser or program. It can always be lost. */
import type { Id } from '../../../shared/lib/id.ts'

const KEY = 'gongbao.register.series'

/** Null where none is kept. Whether it is still there, the caller looks. */
export function readSeries(): Id | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

export function rememberSeries(id: Id): void {
  try {
    localStorage.setItem(KEY, id)
  } catch {
    // Storage that is full or switched off keeps nothing, and nothing depends on it.
  }
}
