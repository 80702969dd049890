/** A machine for tests, in a folder that goes with it. The program is built once for a file. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { builtProgram } from '../shell/harness.ts'
import type { Machine, MACHINES } from './machines.ts'

export interface AtMachine {
  readonly data: string
  readonly machine: Machine
}

type Start = (typeof MACHINES)[keyof typeof MACHINES]

/** A machine of its own for each test. To be called where the tests of one transport are described; what it returns is filled before each. */
export function machineForEach(start: Start, folder: string): AtMachine {
  return machineBetween(start, folder, beforeEach, afterEach)
}

/** One machine for all tests of a transport, for those that leave nothing in it. */
export function machineForAll(start: Start, folder: string): AtMachine {
  return machineBetween(start, folder, beforeAll, afterAll)
}

function machineBetween(start: Start, folder: string, before: typeof beforeEach | typeof beforeAll, after: typeof afterEach | typeof afterAll): AtMachine {
  let program: Awaited<ReturnType<typeof builtProgram>>
  const at: { data: string; machine: Machine } = { data: '', machine: undefined as unknown as Machine }
  beforeAll(async () => {
    program = await builtProgram()
  })
  afterAll(() => program.remove())
  before(async () => {
    at.data = mkdtempSync(join(tmpdir(), folder))
    at.machine = await start({ root: program.root, data: at.data, library: '资料 库.db' })
  })
  after(async () => {
    await at.machine.close()
    rmSync(at.data, { recursive: true, force: true })
  })
  return at
}
