/** How many processes are killed in each scenario. */
import type { ScenarioId } from './scenarios.ts'

/** `ci`: with `npm test`. `full`: `npm run crash -- full`, 500 in all. */
export const SIZES: Readonly<Record<'ci' | 'full', Readonly<Record<ScenarioId, number>>>> = {
  ci: { work: 12, migrate: 8, restore: 6, replace: 4 },
  full: { work: 240, migrate: 120, restore: 90, replace: 50 },
}
export type Size = keyof typeof SIZES
