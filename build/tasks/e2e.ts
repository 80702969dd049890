/** `npm run e2e`: the tests in a real browser. Arguments go to Playwright. */
import { findBrowser } from '../browser.ts'
import { bundle } from '../bundle.ts'
import { BROWSER_HINT } from '../suites.ts'
import { runTool, toolPath } from './run.ts'

if (findBrowser() === null) {
  process.stderr.write(`${BROWSER_HINT}\n`)
  process.exit(1)
}
await bundle()
process.exit(runTool(toolPath('@playwright/test', 'playwright'), ['test', ...process.argv.slice(2)]))
