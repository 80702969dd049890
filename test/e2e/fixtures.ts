/**
 * What every end-to-end test begins with: the real server on a library of its own, and a page of a real browser on it.
 * A test fails when the page reports an error or the server writes one, unless it says that it expects them.
 */
import { test as base, expect, type Page } from '@playwright/test'
import type { Channel, RequestOf, ValueOf } from '../../shared/api/contract.ts'
import type { RunningServer } from '../support/running-server.ts'
import { call, startMachine, type Machine } from './machine.ts'
import { DraftRoom } from './pages/draft-room.ts'
import { FirstStart } from './pages/first-start.ts'

export { expect }

/** The program on this test's own folder. */
export interface Program {
  /** Empty at first; removed after the test. */
  readonly folder: string
  /** In `folder`; does not exist until the person or `call` makes it. */
  readonly library: string
  /** The newest server. */
  server(): Promise<RunningServer>
  /** Ends the server and starts another on the same library, at another address. SIGKILL is the power cut. */
  restart(signal?: NodeJS.Signals): Promise<RunningServer>
  /** Ends the server, lets `meanwhile` run, and starts another at the same port. */
  restartInPlace(meanwhile: () => Promise<void>): Promise<RunningServer>
  /** Opens an address; without one the newest server's one-time address. */
  open(address?: string): Promise<void>
  /** One call beside the interface, in the page's own session: to arrange and to look. */
  call<C extends Channel>(channel: C, request: RequestOf<C>): Promise<ValueOf<C>>
  /** Faults that the test expects: texts that one of them contains. */
  expectFaults(...texts: readonly string[]): void
}

interface Fixtures {
  readonly machine: Machine
  /** Where the sample library is, once it is made; the browser has its session. */
  readonly sample: Promise<string>
  readonly program: Program
  readonly firstStart: FirstStart
  /** The draft room of the sample library, opened. */
  readonly room: DraftRoom
}

/** Playwright's `test` with the program. Server and sample are made while the browser opens its page: `machine` and `sample` wait for nothing. */
export const test = base.extend<Fixtures>({
  // Playwright reads from the pattern what a fixture needs.
  machine: async ({}, use) => {
    const machine = startMachine()
    try {
      await use(machine)
    } finally {
      await machine.remove()
    }
  },

  sample: async ({ machine, context }, use) => {
    const make = async (): Promise<string> => {
      const server = await machine.server()
      await context.request.get(server.address, { maxRedirects: 0 })
      await call(context.request, server, 'library.createSample', {})
      return server.origin
    }
    const sample = make()
    // A test that fails before it asks for the sample says what failed.
    sample.catch(() => undefined)
    await use(sample)
  },

  program: async ({ machine, page }, use) => {
    const faults = watchPage(page)
    const expected: string[] = []
    await use(programOn(machine, page, expected))
    await page.close()
    const all = [...faults, ...(await machine.stop())]
    expect(all.filter((fault) => !expected.some((text) => fault.includes(text)))).toEqual([])
  },

  firstStart: async ({ page, program }, use) => {
    await program.open()
    await use(new FirstStart(page))
  },

  room: async ({ sample, program, page }, use) => {
    await program.open(await sample)
    const room = new DraftRoom(page)
    await expect(room.documents.first()).toBeVisible()
    await use(room)
  },
})

function programOn({ folder, library, server, start }: Machine, page: Page, expected: string[]): Program {
  return {
    folder,
    library,
    server,
    async restart(signal) {
      await (await server()).stop(signal)
      return start()
    },
    async restartInPlace(meanwhile) {
      const old = await server()
      await old.stop()
      await meanwhile()
      return start('--port', new URL(old.origin).port)
    },
    async open(address) {
      await page.goto(address ?? (await server()).address)
    },
    call: async (channel, request) => call(page.request, await server(), channel, request),
    expectFaults: (...texts) => expected.push(...texts),
  }
}

/** Errors of the page: thrown, or written to its console (a breach of the content security policy, say). */
function watchPage(page: Page): readonly string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`page: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`)
  })
  return faults
}
