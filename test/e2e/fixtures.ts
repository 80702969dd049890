/**
 * What every end-to-end test begins with: the real server on a library of its own, and a page of a real browser on it.
 * A test fails when the page reports an error or the server writes one, unless it says that it expects them.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import type { Channel, RequestOf, ValueOf } from '../../shared/api/contract.ts'
import { startBuiltServer, valueOf, type RunningServer } from '../support/running-server.ts'
import { DraftRoom } from './pages/draft-room.ts'
import { FirstStart } from './pages/first-start.ts'

export { expect }

/** The program on this test's own folder. */
export interface Program {
  /** Empty at first; removed after the test. */
  readonly folder: string
  /** In `folder`; does not exist until the person or `call` makes it. */
  readonly library: string
  /** The newest server, started when first asked for. */
  server(): Promise<RunningServer>
  /** Ends the server and starts another on the same library, at another address. SIGKILL is the power cut. */
  restart(signal?: NodeJS.Signals): Promise<RunningServer>
  /** Ends the server, lets `meanwhile` run, and starts another at the same port. */
  restartInPlace(meanwhile: () => Promise<void>): Promise<RunningServer>
  /** Opens the newest server's page with its one-time address. */
  open(): Promise<void>
  /** One call beside the interface, in the page's own session: to arrange and to look. */
  call<C extends Channel>(channel: C, request: RequestOf<C>): Promise<ValueOf<C>>
  /** Faults that the test expects: texts that one of them contains. */
  expectFaults(...texts: readonly string[]): void
}

interface Fixtures {
  readonly program: Program
  readonly firstStart: FirstStart
  /** The draft room of the sample library, opened. */
  readonly room: DraftRoom
}

/** Playwright's `test` with the program. */
export const test = base.extend<Fixtures>({
  program: async ({ page }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'gongbao 端到端-'))
    const faults = watchPage(page)
    const expected: string[] = []
    const servers: RunningServer[] = []
    const library = join(folder, '资料 库.db')
    const start = async (...args: readonly string[]): Promise<RunningServer> => {
      const server = await startBuiltServer(library, { ...process.env, XDG_DATA_HOME: folder }, args)
      servers.push(server)
      return server
    }
    const server = (): Promise<RunningServer> => {
      const newest = servers.at(-1)
      return newest ? Promise.resolve(newest) : start()
    }
    try {
      await use({
        folder,
        library,
        server,
        async restart(signal) {
          await servers.at(-1)?.stop(signal)
          return start()
        },
        async restartInPlace(meanwhile) {
          const old = await server()
          await old.stop()
          await meanwhile()
          return start('--port', new URL(old.origin).port)
        },
        async open() {
          await page.goto((await server()).address)
        },
        async call<C extends Channel>(channel: C, request: RequestOf<C>) {
          const response = await page.request.post(`${(await server()).origin}/api/${channel}`, { data: request })
          return valueOf<C>(await response.json())
        },
        expectFaults: (...texts) => expected.push(...texts),
      })
    } finally {
      await page.close()
      for (const one of servers) await one.stop()
      rmSync(folder, { recursive: true, force: true })
    }
    const all = [...faults, ...servers.map((one) => one.errors()).filter((text) => text !== '')]
    expect(all.filter((fault) => !expected.some((text) => fault.includes(text)))).toEqual([])
  },

  firstStart: async ({ page, program }, use) => {
    await program.open()
    await use(new FirstStart(page))
  },

  room: async ({ page, program }, use) => {
    await program.open()
    await program.call('library.createSample', {})
    await page.reload()
    const room = new DraftRoom(page)
    await expect(room.documents.first()).toBeVisible()
    await use(room)
  },
})

/** Errors of the page: thrown, or written to its console (a breach of the content security policy, say). */
function watchPage(page: Page): readonly string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`page: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`)
  })
  return faults
}
