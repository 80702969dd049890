/** Starts the built server as a person's machine would, and speaks to it: for the tests in a browser, the bench and the check of a fresh clone. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import type { Channel, RequestOf, ValueOf } from '../../shared/api/contract.ts'
import type { Reply } from '../../shared/api/reply.ts'

/** The project's folder. */
export const ROOT = resolve(import.meta.dirname, '../..')

export interface RunningServer {
  /** The printed address with its one-time token. */
  readonly address: string
  /** Scheme, host and port. */
  readonly origin: string
  readonly pid: number
  /** Milliseconds from the start of the process to its address. */
  readonly startedIn: number
  /** What it wrote to stderr so far. */
  errors(): string
  /** Ends it and waits: SIGTERM closes in order, SIGKILL is the power cut. */
  stop(signal?: NodeJS.Signals): Promise<void>
}

/** Starts `command` (a program of this Node with its arguments) and resolves when it has printed its address. */
export async function startServer(command: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<RunningServer> {
  const began = performance.now()
  const child = spawn(process.execPath, [...command], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  try {
    const address = await printedAddress(child)
    const startedIn = performance.now() - began
    return { address, origin: new URL(address).origin, pid: child.pid ?? 0, startedIn, errors: () => errors, stop: (signal) => stop(child, signal) }
  } catch (error) {
    await stop(child, 'SIGKILL')
    throw new Error(`the server did not start\n${errors}`, { cause: error })
  }
}

/** The built server on a library (absolute path). */
export function startBuiltServer(library: string, env: NodeJS.ProcessEnv = process.env, args: readonly string[] = []): Promise<RunningServer> {
  return startServer([join(ROOT, 'dist/electron/server.cjs'), '--library', library, ...args], env)
}

/** Calls over plain HTTP, without a page: uses up the server's address. */
export async function connect({ address, origin }: RunningServer): Promise<<C extends Channel>(channel: C, request: RequestOf<C>) => Promise<ValueOf<C>>> {
  const entered = await fetch(address, { redirect: 'manual' })
  const cookie = (entered.headers.get('set-cookie') ?? '').replace(/;.*$/, '')
  if (cookie === '') throw new Error(`no session from ${address}: ${entered.status}`)
  return async <C extends Channel>(channel: C, request: RequestOf<C>) => {
    const response = await fetch(`${origin}/api/${channel}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(request),
    })
    return valueOf<C>(await response.json())
  }
}

/** The value of a reply; throws with the refusal's words. */
export function valueOf<C extends Channel>(answer: unknown): ValueOf<C> {
  // The server's handlers are total over the same contract.
  const reply = answer as Reply<ValueOf<C>>
  if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`)
  return reply.value
}

function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(printed)?.[0]
      if (address !== undefined) resolve(address)
    })
    child.once('error', reject)
    child.once('close', (code) => reject(new Error(`it ended with ${String(code)}: ${printed}`)))
  })
}

async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const closed = once(child, 'close')
  child.kill(signal)
  await closed
}
