/**
 * Runs the desktop program and learns over an IPC channel (`process.send` in Electron's main process) that its page has
 * drawn its first screen: `{kind: 'gongbao.ready'}`. `gongbao.elsewhere` says that the window was open already,
 * `gongbao.selftest` brings the report of a selftest.
 */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'

export interface RunShellOptions {
  readonly executable: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  /** Milliseconds until it must be ready. */
  readonly readyLimit: number
}

export type ShellOutcome =
  /** It was ready and has ended; `code` as a shell counts it (128 + signal). `milliseconds` from start to ready. */
  | { readonly kind: 'ended'; readonly code: number; readonly milliseconds: number; readonly report?: unknown }
  | { readonly kind: 'elsewhere' }
  /** It never got ready. `reason` in Chinese; `log` is what it wrote to stderr (its end). */
  | { readonly kind: 'failed'; readonly reason: string; readonly log: string }

/** Starts the program and waits for its end. SIGTERM is handed on; Ctrl+C reaches it by the terminal itself. */
export function runShell({ executable, args, env, readyLimit }: RunShellOptions): Promise<ShellOutcome> {
  const began = performance.now()
  const child = spawn(executable, [...args], { env, stdio: ['inherit', 'inherit', 'pipe', 'ipc'] })
  let ready: number | null = null
  let elsewhere = false
  let late = false
  let report: unknown
  let log = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    // Before it is ready this may be the reason why it never will be; afterwards it is the program's own output.
    if (ready === null) log = (log + text).slice(-4000)
    else process.stderr.write(text)
  })
  const limit = setTimeout(() => {
    late = true
    child.kill('SIGKILL')
  }, readyLimit)
  child.on('message', (message) => {
    const kind = typeof message === 'object' && 'kind' in message ? message.kind : null
    if (kind === 'gongbao.ready') {
      ready ??= performance.now() - began
      clearTimeout(limit)
    } else if (kind === 'gongbao.elsewhere') elsewhere = true
    else if (kind === 'gongbao.selftest' && typeof message === 'object' && 'report' in message) report = message.report
  })
  const release = forwardSignals((signal) => child.kill(signal))
  return new Promise((resolve) => {
    const end = (outcome: ShellOutcome): void => {
      clearTimeout(limit)
      release()
      resolve(outcome)
    }
    child.once('error', (error) => end({ kind: 'failed', reason: `启动不了（${error.message}）`, log }))
    child.once('close', (code, signal) => {
      const status = exitCode(code, signal)
      if (ready !== null) end({ kind: 'ended', code: status, milliseconds: Math.round(ready), report })
      else if (elsewhere) end({ kind: 'elsewhere' })
      else if (late) end({ kind: 'failed', reason: `${Math.round(readyLimit / 1000)} 秒内没有打开`, log })
      else end({ kind: 'failed', reason: `没有打开就退出了（代码 ${status}）`, log })
    })
  })
}

/** Starts a program of ours with the terminal's input and output; resolves with its exit code. */
export function runProgram(executable: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(executable, [...args], { env, stdio: 'inherit' })
  const release = forwardSignals((signal) => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      release()
      resolve(exitCode(code, signal))
    })
  })
}

/** Keeps this process alive until its child has ended. A Ctrl+C goes to both, so only SIGTERM is handed on. */
function forwardSignals(send: (signal: NodeJS.Signals) => void): () => void {
  const interrupted = (): void => undefined
  const terminated = (): void => send('SIGTERM')
  process.on('SIGINT', interrupted)
  process.on('SIGTERM', terminated)
  return () => {
    process.off('SIGINT', interrupted)
    process.off('SIGTERM', terminated)
  }
}

function exitCode(code: number | null, signal: NodeJS.Signals | null): number {
  if (code !== null) return code
  return signal === null ? 1 : 128 + constants.signals[signal]
}
