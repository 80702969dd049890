/** How a start goes: the desktop window where it can be had, else the same interface in the browser. */
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StartFlags } from './flags.ts'
import { INSTALL_LIMITS, type InstallLimits } from './install.ts'
import { lacksDisplay } from './installed.ts'
import { obtainElectron } from './obtain.ts'
import { printReport } from './report.ts'
import { runProgram, runShell, type ShellOutcome } from './run-shell.ts'

export interface StartOptions {
  /** The project's folder, with node_modules and dist. */
  readonly root: string
  readonly env: NodeJS.ProcessEnv
  readonly platform: NodeJS.Platform
  /** One line for the person. */
  readonly say: (line: string) => void
  /** A line that the next one may write over. */
  readonly progress: (line: string) => void
  readonly installLimits?: InstallLimits
  /** Milliseconds. */
  readonly readyLimit?: number
}

/** Milliseconds until the desktop window must have drawn its first screen. */
const READY_LIMIT = 20_000

/** Runs the program and resolves with the exit code. */
export async function start(flags: StartFlags, options: StartOptions): Promise<number> {
  if (flags.selftest) return selftest(options)
  if (!flags.browser) {
    const args = flags.library === undefined ? [] : [`--library=${flags.library}`]
    const outcome = await tryShell(flags, args, options)
    if (outcome.kind === 'ended') return outcome.code
    if (outcome.kind === 'elsewhere') {
      options.say('公报已经打开，已切换到它的窗口。')
      return 0
    }
    options.say(`桌面窗口：${outcome.reason}，改在浏览器中打开。`)
  }
  return serve(flags, options)
}

async function tryShell(flags: StartFlags, args: readonly string[], options: StartOptions): Promise<ShellOutcome> {
  const { root, env, platform, progress } = options
  if (lacksDisplay(env, platform)) return { kind: 'failed', reason: '这里没有图形界面', log: '' }
  const electron = await obtainElectron({
    folder: join(root, 'node_modules/electron'),
    stamp: join(root, 'node_modules/.gongbao-electron'),
    again: flags.electron || flags.selftest,
    env,
    limits: options.installLimits ?? INSTALL_LIMITS,
    now: Date.now(),
    progress: (bytes) => progress(`正在下载 Electron… ${(bytes / 1_000_000).toFixed(0)} MB`),
  })
  if (electron.kind === 'failed') return { kind: 'failed', reason: electron.reason, log: '' }
  const { executable } = electron
  const outcome = await runShell({ executable, args: [root, ...args], env, readyLimit: options.readyLimit ?? READY_LIMIT })
  if (outcome.kind === 'failed') keepLog(root, outcome.log)
  return outcome
}

function serve({ library, port }: StartFlags, { root, env }: StartOptions): Promise<number> {
  const args = ['--open', ...(library === undefined ? [] : ['--library', library]), ...(port === undefined ? [] : ['--port', `${port}`])]
  return runProgram(process.execPath, [join(root, 'dist/electron/server.cjs'), ...args], env)
}

/** The real program on an empty library in a temporary folder. */
async function selftest(options: StartOptions): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-selftest-'))
  try {
    const flags: StartFlags = { browser: false, electron: true, selftest: true, help: false }
    const env = { ...options.env, GONGBAO_SELFTEST: '1' }
    const outcome = await tryShell(flags, [`--library=${join(folder, '自检.db')}`], { ...options, env })
    if (outcome.kind === 'ended') return printReport(outcome, options.say)
    options.say(outcome.kind === 'elsewhere' ? '自检做不了：另一次自检正在进行' : `自检做不了：桌面窗口${outcome.reason}`)
    return 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What Electron wrote when it did not come up, for whoever looks into it: node_modules/.gongbao-electron.log. */
function keepLog(root: string, log: string): void {
  try {
    appendFileSync(join(root, 'node_modules/.gongbao-electron.log'), `${new Date().toISOString()}\n${log}\n`)
  } catch {
    // A log that cannot be written must not keep the program from starting in the browser.
  }
}
