/** Killed at any moment: the library is whole, and nothing is lost that was said to be done. 500 of them: `npm run crash -- full`. */
import { expect, test } from 'vitest'
import { SCENARIOS, type ScenarioId } from './scenarios.ts'
import { SIZES } from './sizes.ts'

// Their names are the keys of the table.
test.skipIf(process.platform === 'win32').each(Object.keys(SCENARIOS) as ScenarioId[])('%s', { timeout: 120_000 }, async (id) => {
  const tally = await SCENARIOS[id].run(SIZES.ci[id])
  expect(tally.kills).toBeGreaterThanOrEqual(SIZES.ci[id])
  expect(tally.done).toBeGreaterThan(0)
})
