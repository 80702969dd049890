/** Several terminals on one series at once; twenty rounds of eight terminals with 200 numbers each: `npm run terminals -- full`. */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtProgram } from '../../shell/harness.ts'
import { roundOfMany, roundOfSingle } from './rounds.ts'
import { SIZES } from './sizes.ts'

const size = SIZES.ci
let built: Awaited<ReturnType<typeof builtProgram>>
beforeAll(async () => {
  built = await builtProgram()
})
afterAll(() => built.remove())
const program = (): string => join(built.root, 'dist/electron/cli.cjs')

test('eight terminals that are killed here and there: no number twice, no gap, what was printed is in the book', { timeout: 180_000 }, async () => {
  for (let round = 0; round < size.rounds; round++) {
    const { printed } = await roundOfMany(program(), size)
    expect(printed).toBeGreaterThanOrEqual((size.terminals - size.kills) * size.numbers)
  }
})

test('terminals that give one command after another', { timeout: 180_000 }, async () => {
  const { printed } = await roundOfSingle(program(), size)
  expect(printed).toBe(size.single.terminals * size.single.commands)
})
