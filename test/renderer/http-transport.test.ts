import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ConnectionLost } from '../../renderer/api/connection.ts'
import { createEventParser } from '../../renderer/api/event-stream.ts'
import { createHttpTransport } from '../../renderer/api/http-transport.ts'
import { startJob } from '../../renderer/api/job.ts'
import { createClient } from '../../shared/api/client.ts'
import type { ApiEvent } from '../../shared/api/events.ts'

let server: Server
let known = true
let streams: ServerResponse[] = []
let uploads: { name: string; text: string }[] = []
const waiters: (() => void)[] = []

function emit(event: ApiEvent): void {
  for (const stream of streams) stream.write(`: keep\n\ndata: ${JSON.stringify(event)}\n\n`)
}

/** Resolves when a page listens to events. */
function listening(): Promise<void> {
  return streams.length > 0 ? Promise.resolve() : new Promise((resolve) => waiters.push(resolve))
}

async function listen(port = 0): Promise<number> {
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (!known) return void response.writeHead(401).end('{}')
    if (url.pathname === '/api/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.flushHeaders()
      streams.push(response)
      waiters.splice(0).forEach((wake) => wake())
      return
    }
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8')
      response.setHeader('content-type', 'application/json')
      if (url.pathname === '/upload') {
        uploads.push({ name: url.searchParams.get('name') ?? '', text })
        const tooLong = text.length > 100
        response.end(
          JSON.stringify(tooLong ? { ok: false, error: { code: 'tooLarge', message: '文件太大' } } : { ok: true, value: { token: 'T1' } }),
        )
      } else if (url.pathname === '/api/jobs.start') {
        // The end of a quick task overtakes the answer that names it.
        emit({ kind: 'job.done', job: 'J1', result: { kind: 'import', files: [] } })
        setImmediate(() => response.end(JSON.stringify({ ok: true, value: { job: 'J1' } })))
      } else if (url.pathname === '/api/documents.get') {
        response.end(JSON.stringify({ ok: false, error: { code: 'notFound', message: `没有 ${text}` } }))
      } else response.end(JSON.stringify({ ok: true, value: JSON.parse(text) as unknown }))
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

async function close(): Promise<void> {
  const done = new Promise((resolve) => server.close(resolve))
  server.closeAllConnections()
  streams = []
  await done
}

function open(port: number) {
  return createHttpTransport({ base: `http://127.0.0.1:${port}`, retryAfter: () => 5 })
}

/** Resolves when the transport has reached a state. */
function reached(transport: ReturnType<typeof open>, state: string): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (transport.connection.state() !== state) return
      stop()
      resolve()
    }
    const stop = transport.connection.subscribe(look)
    look()
  })
}

beforeEach(() => {
  known = true
  uploads = []
})
afterEach(close)

describe('calls', () => {
  it('brings the request over and the reply back, and refusals as refusals', async () => {
    const client = createClient(open(await listen()))
    expect(await client.call('documents.list', {})).toEqual({})
    await expect(client.call('documents.get', { id: 'x' })).rejects.toMatchObject({ error: { code: 'notFound', message: '没有 {"id":"x"}' } })
  })

  it('uploads a file under its Chinese name', async () => {
    const transport = open(await listen())
    const source = await transport.sourceOf(new File(['各乡镇'], '通知 1&2.txt'))
    expect(source).toEqual({ kind: 'upload', token: 'T1', name: '通知 1&2.txt' })
    expect(uploads).toEqual([{ name: '通知 1&2.txt', text: '各乡镇' }])
  })

  it('hands a refused upload on as a refusal', async () => {
    const transport = open(await listen())
    const large = new File(['字'.repeat(101)], '太大.txt')
    await expect(transport.sourceOf(large)).rejects.toMatchObject({ error: { code: 'tooLarge', message: '文件太大' } })
  })

  it('says so when the token is not known', async () => {
    const transport = open(await listen())
    known = false
    await expect(transport.call('documents.list', {})).rejects.toBeInstanceOf(ConnectionLost)
    expect(transport.connection.state()).toBe('refused')
  })
})

describe('events', () => {
  it('come in order, also when the connection broke in between', async () => {
    const port = await listen()
    const transport = open(port)
    const seen: ApiEvent[] = []
    let heard: () => void = () => undefined
    const stop = transport.subscribe((event) => {
      seen.push(event)
      heard()
    })
    const hear = (): Promise<void> => new Promise((resolve) => (heard = resolve))
    await listening()
    let next = hear()
    emit({ kind: 'register.changed' })
    await next
    await close()
    await reached(transport, 'lost')
    await expect(transport.call('documents.list', {})).rejects.toBeInstanceOf(ConnectionLost)
    await listen(port)
    await listening()
    await reached(transport, 'open')
    next = hear()
    emit({ kind: 'documents.changed', origin: 'here' })
    await next
    stop()
    expect(seen.map((event) => event.kind)).toEqual(['register.changed', 'documents.changed'])
  })

  it('are cut at blank lines wherever the chunks end', () => {
    const whole = ': hello\r\ndata: {"a":1}\r\n\r\nid: 3\ndata: 甲\ndata:乙\n\n'
    for (let cut = 0; cut <= whole.length; cut += 1) {
      const seen: string[] = []
      const parse = createEventParser((data) => seen.push(data))
      parse(whole.slice(0, cut))
      parse(whole.slice(cut))
      expect(seen).toEqual(['{"a":1}', '甲\n乙'])
    }
  })
})

it('a task that ends before its id is known is not missed', async () => {
  const transport = open(await listen())
  const stop = transport.subscribe(() => undefined)
  await listening()
  const job = startJob(createClient(transport), { kind: 'import', sources: [] }, () => undefined)
  expect(await job.result).toEqual({ kind: 'import', files: [] })
  stop()
})
