/** Write transactions of one connection, where other processes write too. */
import type { Database } from 'better-sqlite3'

/** How long a writer waits for the transactions of other processes, in milliseconds. */
const WAIT_MS = 30_000
/** It looks again after up to so many. */
const LOOK_MS = 8

/**
 * Runs each work as a transaction that takes the write lock at once. Where another process has the lock, it looks again every few
 * milliseconds without stopping this process: SQLite's own waiting does stop it, and looks ten times a second at most, so that among several
 * busy writers one may go without for seconds. Who had to wait lets the others look before its next turn. Works of one connection keep their
 * order. Rejects with SQLITE_BUSY after `WAIT_MS`.
 */
export function writeTurns(database: Database): <T>(work: () => T) => Promise<T> {
  let ahead = 0
  let last: Promise<unknown> = Promise.resolve()
  let crowded = false
  const take = async <T>(work: () => T): Promise<T> => {
    if (crowded) await pause()
    crowded = false
    const until = Date.now() + WAIT_MS
    for (;;) {
      try {
        return atOnce(database, work)
      } catch (error) {
        if (!isBusy(error) || Date.now() > until) throw error
      }
      crowded = true
      await pause()
    }
  }
  return (work) => {
    const turn = ahead === 0 ? take(work) : last.then(() => take(work))
    ahead += 1
    last = turn.then(
      () => (ahead -= 1),
      () => (ahead -= 1),
    )
    return turn
  }
}

function pause(): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * LOOK_MS))
}

/** One try: the lock is there or not. Reading goes on to wait as the connection's rules say. */
function atOnce<T>(database: Database, work: () => T): T {
  const patience = Number(database.pragma('busy_timeout', { simple: true }))
  database.pragma('busy_timeout = 0')
  try {
    return database.transaction(work).immediate()
  } finally {
    database.pragma(`busy_timeout = ${patience}`)
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}
