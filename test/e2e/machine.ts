/** The machine's half of an end-to-end test: a folder of its own, and the built server on a library in it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { measuringFontconfig } from '../../build/measuring-fonts.ts'
import type { Channel, RequestOf, ValueOf } from '../../shared/api/contract.ts'
import { startBuiltServer, valueOf, type RunningServer } from '../support/running-server.ts'

/** Servers on one library, one after the other. */
export interface Machine {
  /** Empty at first; removed at the end. */
  readonly folder: string
  /** In `folder`; does not exist until somebody makes it. */
  readonly library: string
  /** The newest server. The first one starts with the machine. */
  readonly server: () => Promise<RunningServer>
  /** Starts another server on the same library. */
  readonly start: (...args: readonly string[]) => Promise<RunningServer>
  /** Ends all servers and waits; comes back with what each wrote to stderr, where it wrote anything. */
  readonly stop: () => Promise<readonly string[]>
  /** `stop`, and the folder is removed. */
  readonly remove: () => Promise<void>
}

/** The same few fonts on every machine that has them: measuring all large ones of a machine takes a server seconds. */
const fonts = measuringFontconfig()

/** A machine whose server is starting. */
export function startMachine(): Machine {
  const folder = mkdtempSync(join(tmpdir(), 'gongbao 端到端-'))
  const library = join(folder, '资料 库.db')
  const servers: Promise<RunningServer>[] = []
  const start = (...args: readonly string[]): Promise<RunningServer> => {
    const server = startBuiltServer(library, { ...process.env, XDG_DATA_HOME: folder, ...(fonts === undefined ? {} : { FONTCONFIG_FILE: fonts }) }, args)
    // Whoever asks for the server hears of it; nobody may ask before it is told.
    server.catch(() => undefined)
    servers.push(server)
    return server
  }
  let newest = start()
  const stop = async (): Promise<readonly string[]> => {
    const started = (await Promise.allSettled(servers)).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    await Promise.all(started.map((one) => one.stop()))
    return started.map((one) => one.errors()).filter((text) => text !== '')
  }
  return {
    folder,
    library,
    server: () => newest,
    start: (...args) => (newest = start(...args)),
    stop,
    remove: async () => {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** One call in the session of a browser that has opened the server's address. */
export async function call<C extends Channel>(request: APIRequestContext, { origin }: RunningServer, channel: C, data: RequestOf<C>): Promise<ValueOf<C>> {
  const response = await request.post(`${origin}/api/${channel}`, { data })
  return valueOf<C>(await response.json())
}
