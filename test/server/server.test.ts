/** The built loopback server as a process: who is let in, what is served, and how it ends. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createEventParser } from '../../renderer/api/event-stream.ts'
import { notice } from '../cli/harness.ts'
import { builtProgram } from '../shell/harness.ts'
import { ask, enter, startServer, type Answer, type ServerProcess } from './harness.ts'

let program: Awaited<ReturnType<typeof builtProgram>>
let data: string
let servers: ServerProcess[] = []

beforeAll(async () => {
  program = await builtProgram()
})
afterAll(() => program.remove())
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), '公报 服务-'))
})
afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()))
  servers = []
  rmSync(data, { recursive: true, force: true })
})

async function start(args: readonly string[] = [], library = '资料 库.db'): Promise<ServerProcess> {
  const server = await startServer({ root: program.root, library: join(data, library), args })
  servers.push(server)
  return server
}

/** A server and the cookie of a browser that was let in. */
async function entered(): Promise<{ port: number; cookie: string; call: (channel: string, request: unknown) => Promise<unknown> }> {
  const { port, address } = await start()
  const cookie = await enter(address)
  const call = async (channel: string, request: unknown): Promise<unknown> => {
    const headers = { cookie, 'content-type': 'application/json' }
    return JSON.parse((await ask(port, { method: 'POST', path: `/api/${channel}`, headers, body: JSON.stringify(request) })).text)
  }
  return { port, cookie, call }
}

/** Listens to events; the returned function waits for the next one of a kind. Ends with the server. */
async function events(port: number, cookie: string): Promise<(kind: string) => Promise<unknown>> {
  const waiting = new Map<string, (event: unknown) => void>()
  const { body } = await fetch(`http://127.0.0.1:${port}/api/events`, { headers: { cookie } })
  const parse = createEventParser((data) => {
    const event = JSON.parse(data) as { kind: string }
    waiting.get(event.kind)?.(event)
  })
  const decoder = new TextDecoder()
  const reader = body?.getReader()
  const read = async (): Promise<void> => {
    const { done = true, value } = (await reader?.read().catch(() => undefined)) ?? {}
    if (done) return
    parse(decoder.decode(value, { stream: true }))
    await read()
  }
  void read()
  return (kind) => new Promise((resolve) => waiting.set(kind, resolve))
}

/** For what leaves no trace: one server for all, without a library. */
let shared: { readonly port: number; readonly cookie: string }
let stopShared: () => Promise<unknown>
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), '公报 服务-'))
  const server = await startServer({ root: program.root, library: join(folder, '资料 库.db') })
  shared = { port: server.port, cookie: await enter(server.address) }
  stopShared = () => server.stop().then(() => rmSync(folder, { recursive: true, force: true }))
})
afterAll(() => stopShared())

const STATUS = { method: 'POST', path: '/api/library.status', body: '{}' } as const

function statusOf(port: number, headers: Record<string, string>): Promise<Answer> {
  return ask(port, { ...STATUS, headers: { 'content-type': 'application/json', ...headers } })
}

describe('the entrance', () => {
  it('the printed address lets one browser in, once', async () => {
    const { address, port } = await start()
    const { pathname, search, origin } = new URL(address)
    const first = await ask(port, { path: pathname + search })
    expect(first).toMatchObject({ status: 303, headers: { location: '/' } })
    const [cookie = ''] = first.headers['set-cookie'] ?? []
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/)
    const own = { cookie: cookie.split(';')[0] ?? '' }
    const page = await ask(port, { headers: own })
    expect(page).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' } })
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
    expect(await statusOf(port, { ...own, origin })).toMatchObject({ status: 200 })
    // Again in the same browser it leads to the page; in another one nowhere.
    const again = await ask(port, { path: pathname + search, headers: own })
    expect(again).toMatchObject({ status: 303, headers: { location: '/' } })
    expect(again.headers['set-cookie']).toBeUndefined()
    const other = await ask(port, { path: pathname + search })
    expect(other.status).toBe(401)
    expect(other.text).toContain('这个地址已经用过')
  })

  it('without the cookie nothing is answered and nothing is done', async () => {
    const { port } = await start()
    for (const cookie of ['', `gongbao-${port}=x`, `gongbao-${port}=`, 'gongbao=1; other=2']) {
      const headers = { cookie, 'content-type': 'application/json' }
      for (const path of ['/', '/?token=x', '/index.html', '/api/events', '/download/x', `/blob/${'0'.repeat(64)}`, `/font/${'0'.repeat(64)}`, '/nothing']) {
        expect(await ask(port, { path, headers })).toMatchObject({ status: 401 })
      }
      for (const path of ['/api/library.createSample', '/upload?name=a.txt']) {
        expect(await ask(port, { method: 'POST', path, headers, body: '{}' })).toMatchObject({ status: 401 })
      }
    }
    expect(existsSync(join(data, '资料 库.db'))).toBe(false)
  })

  it('the cookie of one server is none for another', async () => {
    const [one, two] = [await start(), await start([], '另一个.db')]
    const cookie = await enter(one.address)
    expect((await statusOf(one.port, { cookie })).status).toBe(200)
    expect((await statusOf(two.port, { cookie })).status).toBe(401)
  })
})

describe('strangers with the right cookie', () => {
  it('a foreign Host is refused, though it leads here', async () => {
    const { port, cookie } = shared
    const named = ['localhost', 'evil.example', '127.0.0.2', '[::1]'].flatMap((name) => [name, `${name}:${port}`])
    for (const host of [...named, '127.0.0.1', '127.0.0.1:1', `127.0.0.1:${port}.evil.example`]) {
      expect([host, (await statusOf(port, { cookie, host })).status]).toEqual([host, 403])
      expect([host, (await ask(port, { headers: { cookie, host } })).status]).toEqual([host, 403])
    }
    expect((await statusOf(port, { cookie, host: `127.0.0.1:${port}` })).status).toBe(200)
  })

  it('a foreign Origin is refused, also that of another local port', async () => {
    const { port, cookie } = shared
    const own = `http://127.0.0.1:${port}`
    expect((await statusOf(port, { cookie, origin: own })).status).toBe(200)
    for (const origin of ['null', 'https://evil.example', `http://127.0.0.1:${port + 1}`, `https://127.0.0.1:${port}`, `http://localhost:${port}`]) {
      expect(await statusOf(port, { cookie, origin })).toMatchObject({ status: 403 })
      expect(await ask(port, { path: '/api/events', headers: { cookie, origin } })).toMatchObject({ status: 403 })
    }
  })

  it('what another site loads is refused, a link to the page is not', async () => {
    const { address, port } = await start()
    const { search } = new URL(address)
    const foreign = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
    const cookie = ((await ask(port, { path: `/${search}`, headers: foreign })).headers['set-cookie'] ?? [''])[0]?.split(';')[0] ?? ''
    expect(cookie).toContain('=')
    for (const site of ['cross-site', 'same-site']) {
      expect(await ask(port, { path: '/index.html', headers: { cookie, 'sec-fetch-site': site } })).toMatchObject({ status: 403 })
      expect(await ask(port, { path: '/download/x', headers: { cookie, 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate' } })).toMatchObject({ status: 403 })
      expect(await ask(port, { path: `/blob/${'0'.repeat(64)}`, headers: { cookie, 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' } })).toMatchObject({ status: 403 })
    }
    expect(await ask(port, { headers: { cookie, 'sec-fetch-site': 'same-origin' } })).toMatchObject({ status: 200 })
    expect(await ask(port, { headers: { cookie, 'sec-fetch-site': 'none' } })).toMatchObject({ status: 200 })
  })

  const outside = Object.values(networkInterfaces()).flatMap((all) => all ?? []).find(({ family, internal }) => family === 'IPv4' && !internal)
  it.runIf(outside)('the network does not reach it', async () => {
    const { port } = shared
    const reached = await new Promise((resolve) => {
      const socket = connect(port, outside?.address)
      socket.once('connect', () => {
        socket.destroy()
        resolve('connected')
      })
      socket.once('error', () => resolve('refused'))
    })
    expect(reached).toBe('refused')
  })
})

describe('what is served', () => {
  it('the built page and nothing beside it', async () => {
    const { port, cookie } = shared
    const get = (path: string): Promise<Answer> => ask(port, { path, headers: { cookie } })
    expect(await get(`/assets/${encodeURIComponent('字')}.js?v=1`)).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/javascript; charset=utf-8', 'x-content-type-options': 'nosniff' },
    })
    for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt', '/assets/../../secret.txt', '/..%5csecret.txt', '//etc/passwd', '/%00', '/%zz', '/none.js']) {
      expect(await get(path)).toMatchObject({ status: 404 })
    }
    expect((await ask(port, { method: 'PUT', headers: { cookie } })).status).toBe(405)
    expect((await ask(port, { method: 'POST', path: '/', headers: { cookie } })).status).toBe(405)
  })

  it('requests that are no JSON are refused, whatever they hold', async () => {
    const { port, cookie } = shared
    const post = (headers: Record<string, string>, body: string | Uint8Array): Promise<Answer> =>
      ask(port, { ...STATUS, headers: { cookie, ...headers }, body })
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', '']) {
      expect(await post(type === '' ? {} : { 'content-type': type }, '{}')).toMatchObject({ status: 400 })
    }
    for (const body of ['', '{', new Uint8Array([0x22, 0xff, 0x22])]) {
      const answer = await post({ 'content-type': 'application/json' }, body)
      expect(answer.status).toBe(400)
      expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { code: 'badRequest' } })
    }
    expect((await post({ 'content-type': 'application/json; charset=utf-8' }, '{}')).status).toBe(200)
  })

  it('what is too large is refused with an answer, and the next call is served', async () => {
    const { port, cookie, call } = await entered()
    const call33 = await ask(port, { ...STATUS, headers: { cookie, 'content-type': 'application/json' }, body: new Uint8Array(33_000_000) })
    expect(call33.status).toBe(413)
    const upload = await ask(port, { method: 'POST', path: '/upload?name=a.txt', headers: { cookie }, body: new Uint8Array(20_000_001) })
    expect(upload.status).toBe(413)
    expect(JSON.parse(upload.text)).toMatchObject({ ok: false, error: { code: 'tooLarge' } })
    expect(await call('library.status', {})).toMatchObject({ ok: true, value: { kind: 'none' } })
  })

  it('paths of this machine are no business of a page', async () => {
    const { call } = await entered()
    await call('library.create', { office: '河湾县人民政府办公室', codes: ['河政办发'], user: '林禾' })
    const secret = join(data, '私人.txt')
    writeFileSync(secret, '不给看')
    const read = { kind: 'import', sources: [{ kind: 'file', path: secret }] }
    const write = { kind: 'export', id: '01930000-0000-7000-8000-000000000000', layout: 'gazette', target: { kind: 'file', path: secret } }
    for (const request of [read, write]) expect(await call('jobs.start', request)).toMatchObject({ ok: false, error: { code: 'badRequest' } })
    expect(await call('shell.openPath', { path: secret, how: 'open' })).toMatchObject({ ok: false, error: { code: 'badRequest' } })
    expect(readFileSync(secret, 'utf8')).toBe('不给看')
  })
})

describe('files on their way', () => {
  it('an exported file is fetched once, under its Chinese name', async () => {
    const { port, cookie, call } = await entered()
    const first = (await events(port, cookie))('job.done')
    await call('library.createSample', {})
    const documents = (await call('documents.list', {})) as { value: { id: string; documentNumber: string | null }[] }
    const { id = '', documentNumber } = documents.value.find((one) => one.documentNumber !== null) ?? {}
    await call('jobs.start', { kind: 'export', id, layout: 'gazette', target: { kind: 'download' } })
    const { result } = (await first) as { result: { url: string; fileName: string } }
    expect(result.fileName).toContain(documentNumber)
    expect(await ask(port, { path: result.url })).toMatchObject({ status: 401 })
    const file = await ask(port, { path: result.url, headers: { cookie } })
    expect(file.body.subarray(0, 2).toString()).toBe('PK')
    expect(decodeURIComponent(file.headers['content-disposition'] ?? '')).toContain(`UTF-8''${result.fileName}`)
    expect(await ask(port, { path: result.url, headers: { cookie } })).toMatchObject({ status: 404 })
  })

  it('an upload is good for one import', async () => {
    const { port, cookie, call } = await entered()
    const told = await events(port, cookie)
    await call('library.create', { office: '河湾县人民政府办公室', codes: ['河政办发'], user: '林禾' })
    const path = `/upload?name=${encodeURIComponent('草稿 1&2.txt')}`
    const { value } = JSON.parse((await ask(port, { method: 'POST', path, headers: { cookie }, body: notice({ number: null }) })).text) as { value: { token: string } }
    const source = { kind: 'upload', token: value.token, name: '草稿 1&2.txt' }
    for (const expected of [{ file: '草稿 1&2.txt', ok: true }, { ok: false, message: expect.stringContaining('已经用过') as string }]) {
      const done = told('job.done')
      await call('jobs.start', { kind: 'import', sources: [source] })
      expect(await done).toMatchObject({ result: { files: [expected] } })
    }
  })
})

describe('start and end', () => {
  it('a port that is taken is said, and another one is found when none is asked for', async () => {
    const { port } = await start()
    await expect(start(['--port', String(port)])).rejects.toThrow(new RegExp(`exit 1: 端口 ${port} 已被别的程序占用。请用 --port 换一个端口`))
    const other = await start()
    expect(other.port).not.toBe(port)
    await other.stop()
    expect(await start(['--port', String(other.port)])).toMatchObject({ port: other.port })
  })

  it('a refused start says why', async () => {
    await expect(start(['--nothing'])).rejects.toThrow(/exit 1: 看不懂这些选项/)
  })

  it.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s closes the library in order, though a page listens', async (signal) => {
    const server = await start()
    const cookie = await enter(server.address)
    const create = { office: '河湾县人民政府办公室', codes: ['河政办发'], user: '林禾' }
    const headers = { cookie, 'content-type': 'application/json' }
    await ask(server.port, { method: 'POST', path: '/api/library.create', headers, body: JSON.stringify(create) })
    expect(existsSync(join(data, '资料 库.db-wal'))).toBe(true)
    const control = new AbortController()
    const stream = await fetch(`http://127.0.0.1:${server.port}/api/events`, { headers: { cookie }, signal: control.signal })
    expect(stream.headers.get('content-type')).toContain('text/event-stream')
    expect(await server.stop(signal)).toEqual({ code: 0, signal: null })
    control.abort()
    expect(existsSync(join(data, '资料 库.db'))).toBe(true)
    expect(existsSync(join(data, '资料 库.db-wal'))).toBe(false)
  })

  it('a damaged library does not keep the page from saying so', async () => {
    writeFileSync(join(data, '资料 库.db'), 'x'.repeat(5000))
    const { call } = await entered()
    expect(await call('library.status', {})).toMatchObject({ ok: false, error: { code: 'libraryDamaged' } })
    expect(readFileSync(join(data, '资料 库.db'), 'utf8')).toBe('x'.repeat(5000))
  })
})
