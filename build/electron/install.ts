/**
 * Gets Electron's binary by running the package's own install.js, which knows mirrors, proxies and its cache from the
 * environment. What it writes is watched, because it says nothing itself: no byte for a while means no network.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderSize } from './folder-size.ts'
import { electronExecutable } from './installed.ts'

/** In milliseconds. */
export interface InstallLimits {
  /** Without a byte. */
  readonly idle: number
  readonly whole: number
  /** Between two looks. */
  readonly look: number
}

export const INSTALL_LIMITS: InstallLimits = { idle: 15_000, whole: 5 * 60_000, look: 500 }

export interface InstallOptions {
  /** The electron package's folder. */
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
  readonly limits: InstallLimits
  /** Called at each look with the bytes written so far. */
  readonly progress: (bytes: number) => void
}

export type InstallOutcome =
  | { readonly kind: 'installed'; readonly executable: string }
  /** `reason` in Chinese, a part of a sentence. */
  | { readonly kind: 'failed'; readonly reason: string }

/** Runs install.js to its end or to a limit. Never rejects. */
export async function installElectron({ folder, env, limits, progress }: InstallOptions): Promise<InstallOutcome> {
  // Its own temporary folder, so that only its bytes are counted and nothing stays behind when it is stopped.
  const temporary = mkdtempSync(join(tmpdir(), 'gongbao-electron-'))
  const watched = [temporary, cacheFolder(env), join(folder, 'dist')]
  const before = sizeOf(watched)
  const child = spawn(process.execPath, [join(folder, 'install.js')], {
    env: { ...env, TMPDIR: temporary, TMP: temporary, TEMP: temporary },
    stdio: 'ignore',
  })
  const began = performance.now()
  const watch = { bytes: before, at: began, stopped: '' }
  const looking = setInterval(() => {
    const now = performance.now()
    const bytes = sizeOf(watched)
    if (bytes !== watch.bytes) Object.assign(watch, { bytes, at: now })
    progress(Math.max(0, bytes - before))
    if (now - watch.at > limits.idle) watch.stopped = `${seconds(limits.idle)}没有收到数据`
    else if (now - began > limits.whole) watch.stopped = `${seconds(limits.whole)}没有下载完`
    if (watch.stopped !== '') child.kill('SIGKILL')
  }, limits.look)
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  clearInterval(looking)
  rmSync(temporary, { recursive: true, force: true })
  const executable = electronExecutable(folder)
  if (watch.stopped === '' && executable !== null) return { kind: 'installed', executable }
  return { kind: 'failed', reason: watch.stopped === '' ? '下载没有成功' : watch.stopped }
}

/** Where @electron/get keeps what it has downloaded. */
function cacheFolder(env: NodeJS.ProcessEnv): string {
  if (env.electron_config_cache) return env.electron_config_cache
  switch (process.platform) {
    case 'win32':
      return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'electron', 'Cache')
    case 'darwin':
      return join(homedir(), 'Library', 'Caches', 'electron')
    default:
      return join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'electron')
  }
}

function sizeOf(folders: readonly string[]): number {
  return folders.reduce((bytes, folder) => bytes + folderSize(folder), 0)
}

function seconds(milliseconds: number): string {
  return milliseconds < 60_000 ? `${Math.round(milliseconds / 1000)} 秒` : `${Math.round(milliseconds / 60_000)} 分钟`
}
