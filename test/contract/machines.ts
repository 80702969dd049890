/**
 * The two ways to the same services: the loopback server as a process of its own, and the desktop program on the stand-in
 * for Electron, spoken to through the built preload. Both with a real SQLite library.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileFunction } from 'node:vm'
import { createHttpTransport } from '../../renderer/api/http-transport.ts'
import { createClient, type Client, type Transport } from '../../shared/api/client.ts'
import type { ApiEvent } from '../../shared/api/events.ts'
import type { ExportResult, Source, Target } from '../../shared/api/types.ts'
import { enter, startServer } from '../server/harness.ts'
import { startShell, type RunningShell } from '../shell/harness.ts'

export interface Machine {
  readonly client: Client
  /** The next event that fits, of those since the machine was opened; each is given out once. */
  event<K extends ApiEvent['kind']>(kind: K, fits?: (event: Extract<ApiEvent, { kind: K }>) => boolean): Promise<Extract<ApiEvent, { kind: K }>>
  /** A text file as this machine takes it. */
  source(name: string, bytes: string | Uint8Array): Promise<Source>
  /** A file that is on no disk, as the page has it from the clipboard. */
  pasted(name: string, bytes: Uint8Array): Promise<Source>
  /** What the page gets for an address of its own. */
  address(path: string): Promise<Fetched>
  /** A place for a Word file as this machine's shell would give it. */
  target(name: string): Target
  /** The exported file's bytes. */
  fetched(result: ExportResult): Promise<Uint8Array>
  close(): Promise<void>
}

export interface Fetched {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Uint8Array
}

export interface MachineStart {
  /** Folder with `dist` and the stand-in. */
  readonly root: string
  /** A folder of its own for library and files. */
  readonly data: string
  /** Name of the library in `data`. */
  readonly library: string
}

export const MACHINES: Readonly<Record<string, (start: MachineStart) => Promise<Machine>>> = { HTTP: overHttp, IPC: overIpc }

async function overHttp({ root, data, library }: MachineStart): Promise<Machine> {
  const server = await startServer({ root, library: join(data, library) })
  const cookie = await enter(server.address)
  const base = `http://127.0.0.1:${server.port}`
  // A browser adds the cookie by itself; the page's own code goes through `fetch`.
  const bare = globalThis.fetch
  let listening: () => void = () => undefined
  const listens = new Promise<void>((resolve) => (listening = resolve))
  globalThis.fetch = async (input, init) => {
    if (typeof input !== 'string' || !input.startsWith(base)) return bare(input, init)
    const response = await bare(input, { ...init, headers: { ...Object.fromEntries(new Headers(init?.headers)), cookie } })
    if (input.endsWith('/api/events')) listening()
    return response
  }
  const transport = createHttpTransport({ base })
  const { event, stop } = recordEvents(transport)
  await listens
  return {
    client: createClient(transport),
    event,
    source: (name, bytes) => transport.sourceOf(new File([bytes as BlobPart], name)),
    pasted: (name, bytes) => transport.sourceOf(new File([bytes as BlobPart], name)),
    async address(path) {
      const response = await fetch(base + path)
      return { status: response.status, headers: Object.fromEntries(response.headers), bytes: new Uint8Array(await response.arrayBuffer()) }
    },
    target: () => ({ kind: 'download' }),
    fetched: async ({ url }) => new Uint8Array(await (await fetch(base + (url ?? ''))).arrayBuffer()),
    async close() {
      stop()
      globalThis.fetch = bare
      await server.stop()
    },
  }
}

function overIpc({ root, data, library }: MachineStart): Promise<Machine> {
  const shell = startShell({ root, data, library })
  const { transport, paths } = loadPreload(root, shell)
  const { event, stop } = recordEvents(transport)
  return Promise.resolve({
    client: createClient(transport),
    event,
    source(name, bytes) {
      const path = join(data, name)
      writeFileSync(path, bytes)
      paths[name] = path
      return transport.sourceOf({ name })
    },
    pasted: (name, bytes) => transport.sourceOf(new File([bytes as BlobPart], name)),
    async address(path) {
      const { body, ...answer } = await shell.act<Omit<Fetched, 'bytes'> & { body: string }>('request', { url: `gongbao://app${path}` })
      return { ...answer, bytes: new Uint8Array(Buffer.from(body, 'base64')) }
    },
    target: (name) => ({ kind: 'file', path: join(data, name) }),
    fetched: ({ path }) => Promise.resolve(new Uint8Array(readFileSync(path ?? ''))),
    async close() {
      stop()
      await shell.stop()
    },
  })
}

/** Runs the built preload as Electron would, on the stand-in's page side. `paths`: where the files lie that the test drops, by name. */
function loadPreload(root: string, shell: RunningShell): { transport: Transport; paths: Record<string, string> } {
  const page = {
    standInPaths: {} as Record<string, string>,
    standInInvoke: (channel: string, args: unknown[]) => shell.act('invoke', { from: 'page', channel, args }),
    standInSend: (channel: string, args: unknown[]) => shell.act('ipcSend', { from: 'page', channel, args }),
    standInDeliver: undefined as ((channel: string, args: unknown[]) => void) | undefined,
    gongbao: null as unknown,
  }
  // What the preload exposes may stand there only once.
  Reflect.deleteProperty(page, 'gongbao')
  const electron = runModule(join(root, 'stand-in/page.cjs'), page, {})
  runModule(join(root, 'dist/electron/preload.cjs'), page, { electron })
  shell.onPush(({ kind, value }) => {
    const { channel, args } = value as { channel: string; args: unknown[] }
    if (kind === 'send') page.standInDeliver?.(channel, args)
  })
  return { transport: page.gongbao as Transport, paths: page.standInPaths }
}

function runModule(file: string, window: object, modules: Readonly<Record<string, unknown>>): unknown {
  const module = { exports: {} }
  // A bundled CommonJS file in a page's world; the parameters are those that it names.
  const run = compileFunction(readFileSync(file, 'utf8'), ['module', 'exports', 'require', 'window']) as (...args: unknown[]) => void
  run(module, module.exports, (name: string) => modules[name], window)
  return module.exports
}

/** Keeps what comes, so that a test can ask for it afterwards. */
function recordEvents(transport: Transport): Pick<Machine, 'event'> & { stop: () => void } {
  const seen: ApiEvent[] = []
  const waiting = new Set<() => void>()
  const stop = transport.subscribe((event) => {
    seen.push(event)
    for (const look of waiting) look()
  })
  return {
    stop,
    event: (kind, fits = () => true) =>
      new Promise((resolve) => {
        const look = (): void => {
          const at = seen.findIndex((event) => event.kind === kind && fits(event as never))
          if (at < 0) return
          waiting.delete(look)
          // Found by its kind.
          resolve(seen.splice(at, 1)[0] as never)
        }
        waiting.add(look)
        look()
      }),
  }
}
