/**
 * The contract over HTTP on 127.0.0.1, with the built interface: POST /api/<channel>, GET /api/events, POST /upload?name=,
 * GET /download/<token>, GET /blob/<sha256>, GET /font/<id>, and the page's own files.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { Refusal, type ApiError, type Reply } from '../../shared/api/reply.ts'
import { LARGEST_SOURCE, tooLarge } from '../files/read-source.ts'
import type { Host } from '../host.ts'
import { blobAnswer } from './blob-answer.ts'
import type { BrowserTransfers } from './browser-shell.ts'
import { createAccess, type Access } from './http-access.ts'
import { json, readBody, send, text, type Answer } from './http-body.ts'
import { createEventStreams, type EventStreams } from './http-events.ts'
import { contentDisposition } from './http-transfers.ts'
import { pageAnswer } from './page-files.ts'

/** Bytes of one request's JSON: many times the longest document with its ids. */
const LARGEST_REQUEST = 32_000_000

/**
 * How long a connection without calls is kept, in milliseconds. Node's five seconds end just when somebody goes on after a moment of thought, and
 * a call that meets the end is lost; on this machine alone an open connection costs nothing.
 */
const KEEP_ALIVE = 600_000

/** How long calls under way may take to end when the server closes, in milliseconds. */
const CLOSE_LIMIT = 3000

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const PDF = 'application/pdf'

export interface HttpServerOptions {
  readonly host: Host
  readonly transfers: BrowserTransfers
  /** Folder of the built interface (absolute). */
  readonly page: string
  /** 0 takes a free port. */
  readonly port: number
  readonly report: (error: unknown) => void
}

export interface RunningServer {
  readonly port: number
  /** An address with a fresh one-time token. */
  newAddress(): string
  /** Takes no more calls and waits for those under way. */
  close(): Promise<void>
}

interface Parts extends HttpServerOptions {
  readonly access: Access
  readonly events: EventStreams
}

/** Starts listening. Refused: busy (the port is taken), readOnly (the port may not be used). */
export async function startHttpServer(options: HttpServerOptions): Promise<RunningServer> {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE })
  const port = await listen(server, options.port)
  const parts: Parts = { ...options, access: createAccess(port), events: createEventStreams() }
  const unsubscribe = options.host.subscribe((event) => parts.events.send(event))
  const open = new Set<ServerResponse>()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!server.listening) return void response.destroy()
    open.add(response)
    response.once('close', () => open.delete(response))
    answer(parts, request, response).then(
      (given) => given && send(response, given),
      (error: unknown) => {
        // A browser that has gone away in the middle of its request is no fault.
        if (request.complete) options.report(error)
        response.destroy()
      },
    )
  })
  return {
    port,
    newAddress: () => parts.access.newAddress(),
    async close() {
      unsubscribe()
      parts.events.close()
      const closed = new Promise((resolve) => server.close(resolve))
      await allClosed(open, CLOSE_LIMIT)
      // Browsers keep connections in store on which nothing was ever asked.
      server.closeAllConnections()
      await closed
    },
  }
}

/** Resolves when each response has gone out, or after `limit` milliseconds. */
async function allClosed(open: ReadonlySet<ServerResponse>, limit: number): Promise<void> {
  const closed = [...open].map((response) => new Promise((resolve) => response.once('close', resolve)))
  const late = new AbortController()
  await Promise.race([Promise.all(closed), setTimeout(limit, null, { signal: late.signal }).catch(() => undefined)])
  late.abort()
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portRefusal(port, error) ?? error))
    // Listening without a host would open the library to the whole network.
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      // A TCP server always has an address object.
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function portRefusal(port: number, error: NodeJS.ErrnoException): Refusal | null {
  const next = '请用 --port 换一个端口，或不写 --port，由程序自己选一个'
  if (error.code === 'EADDRINUSE') return new Refusal({ code: 'busy', message: `端口 ${port} 已被别的程序占用`, next }, error)
  if (error.code === 'EACCES') return new Refusal({ code: 'readOnly', message: `没有使用端口 ${port} 的权限`, next }, error)
  return null
}

/** The answer; null where the response has become a stream of events. */
async function answer(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<Answer | null> {
  const verdict = parts.access.judge(request)
  switch (verdict.kind) {
    case 'foreign':
      return text(403, '这个地址只给公报自己的页面用')
    case 'unknown':
      return text(401, '这个地址已经用过，或不是这一次启动的地址。请回到启动公报的窗口，按回车键得到新的地址，或重新启动')
    case 'entered':
      return { status: 303, headers: { location: '/', ...(verdict.cookie === null ? {} : { 'set-cookie': verdict.cookie }) }, body: '' }
    case 'granted':
      return route(parts, request, response)
  }
}

async function route(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<Answer | null> {
  const { method, url = '/' } = request
  // Not `URL`: it would resolve "..", which is to be seen and refused.
  const path = url.replace(/[?#].*$/, '')
  if (method === 'POST' && path.startsWith('/api/')) return call(parts, path.slice('/api/'.length), request)
  if (method === 'POST' && path === '/upload') return upload(parts, request)
  if (method !== 'GET') return text(405, '405')
  if (path.startsWith('/download/')) return download(parts, path.slice('/download/'.length))
  if (path !== '/api/events') return (await blobAnswer(path, parts.host)) ?? pageAnswer(parts.page, path)
  parts.events.open(response)
  return null
}

async function call({ host }: Parts, channel: string, request: IncomingMessage): Promise<Answer> {
  const body = await readBody(request, LARGEST_REQUEST)
  if (!body) return json(413, refused({ code: 'tooLarge', message: '内容太长，没有收下', safe: '没有改动' }))
  // A form of another site can send text, but not JSON by this name.
  const value = /^application\/json(;|$)/.test(request.headers['content-type'] ?? '') ? parseJson(body) : undefined
  if (value === undefined) return json(400, refused({ code: 'badRequest', message: '看不懂这个请求', safe: '没有改动' }))
  return json(200, await host.call(channel, value))
}

async function upload({ transfers }: Parts, request: IncomingMessage): Promise<Answer> {
  const name = new URL(request.url ?? '', 'http://127.0.0.1').searchParams.get('name') ?? ''
  const bytes = await readBody(request, LARGEST_SOURCE)
  if (!bytes) return json(413, refused(tooLarge().error))
  const token = transfers.uploads.put({ name, bytes })
  if (token !== null) return json(200, { ok: true, value: { token } })
  return json(413, refused({ code: 'tooLarge', message: '一次选的文件太多', next: '请分几次导入' }))
}

function download({ transfers }: Parts, token: string): Answer {
  const file = transfers.downloads.take(token)
  if (!file) return text(404, '这个文件已经下载过，或放得太久。请重新导出')
  const type = /\.pdf$/i.test(file.name) ? PDF : WORD
  return { status: 200, headers: { 'content-type': type, 'content-disposition': contentDisposition(file.name, file.how) }, body: file.bytes }
}

function refused(error: ApiError): Reply<unknown> {
  return { ok: false, error }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
