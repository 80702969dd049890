/** Starts the built loopback server as a process of its own, and speaks to it as a browser does or as a stranger would. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { request, type IncomingHttpHeaders } from 'node:http'
import { createInterface } from 'node:readline'

export interface ServerProcess {
  /** The first printed address, with its one-time token. */
  readonly address: string
  readonly port: number
  readonly pid: number
  /** Ends it; resolves with exit code and signal. */
  stop(signal?: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

export interface ServerStart {
  /** Folder with `dist`. */
  readonly root: string
  readonly library: string
  readonly args?: readonly string[]
  readonly env?: NodeJS.ProcessEnv
}

/** Resolves when the address has been printed; rejects with what was written when the process ends before. */
export async function startServer({ root, library, args = [], env = {} }: ServerStart): Promise<ServerProcess> {
  const child = spawn(process.execPath, [`${root}/dist/electron/server.cjs`, '--library', library, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  const address = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(line)
      if (found) resolve(found[0])
    })
    void ended.then(([code]) => reject(new Error(`exit ${String(code)}: ${errors}`)))
  })
  return {
    address,
    port: Number(new URL(address).port),
    pid: child.pid ?? 0,
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      const [code, by] = await ended
      return { code, signal: by }
    },
  }
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  readonly text: string
}

export interface Question {
  readonly method?: string
  /** Sent as it stands, without anything being resolved. */
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/** One request, byte for byte as the test wants it: `fetch` would set Host and Origin and resolve "..". */
export function ask(port: number, { method = 'GET', path = '/', headers = {}, body }: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const whole = Buffer.concat(chunks)
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: whole, text: whole.toString('utf8') })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Opens a printed address as a browser does; returns the session's cookie as "name=value". */
export async function enter(address: string): Promise<string> {
  const { port, pathname, search } = new URL(address)
  const { status, headers } = await ask(Number(port), { path: pathname + search })
  const [cookie = ''] = headers['set-cookie'] ?? []
  if (status !== 303) throw new Error(`no entrance: ${status}`)
  return cookie.split(';')[0] ?? ''
}
