/** Electron's executable: the one that is there, or downloaded now, unless that failed within the last day. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { installElectron, type InstallLimits, type InstallOutcome } from './install.ts'
import { electronExecutable } from './installed.ts'

/** How long a failed download is remembered, in milliseconds. */
const REMEMBERED = 24 * 60 * 60_000

export interface ObtainOptions {
  readonly folder: string
  /** Remembers a failure. May lie where nothing can be written: then each start tries again. */
  readonly stamp: string
  /** Try also where it failed today. */
  readonly again: boolean
  readonly env: NodeJS.ProcessEnv
  readonly limits: InstallLimits
  /** Unix milliseconds. */
  readonly now: number
  readonly progress: (bytes: number) => void
}

/** Never rejects; `reason` says in Chinese why there is none. */
export async function obtainElectron(options: ObtainOptions): Promise<InstallOutcome> {
  const { folder, stamp, again, now } = options
  const executable = electronExecutable(folder)
  if (executable !== null) return { kind: 'installed', executable }
  const failure = again ? null : failedSince(stamp, now - REMEMBERED, now)
  if (failure !== null) return { kind: 'failed', reason: `今天试过下载，${failure}；要再试请加 --electron` }
  const outcome = await installElectron(options)
  if (outcome.kind === 'failed') remember(stamp, now, outcome.reason)
  else rmSync(stamp, { force: true })
  return outcome
}

function failedSince(stamp: string, since: number, now: number): string | null {
  try {
    const [at = '', reason = ''] = readFileSync(stamp, 'utf8').split('\n')
    const when = Number(at)
    // A moment in the future comes from a clock that was wrong.
    return when > since && when <= now ? reason : null
  } catch {
    return null
  }
}

function remember(stamp: string, now: number, reason: string): void {
  try {
    writeFileSync(stamp, `${now}\n${reason}\n`)
  } catch {
    // Not remembered: the next start tries again, and no more is lost than 15 seconds.
  }
}
