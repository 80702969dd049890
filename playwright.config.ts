import { defineConfig } from '@playwright/test'
import { findBrowser, thisMachine } from './build/browser.ts'

// A headless shell asks for half of what a whole browser with its windows does, and is the same on every machine.
const browser = findBrowser(thisMachine(), 'npm')

/** End-to-end tests: the built server and the built page in a real browser, two files at a time, each on a library of its own. `npm run e2e` builds first. */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.test.ts',
  // Whole jobs, and what the editor does with each key; `npm test` runs the first.
  projects: [
    { name: 'e2e', testIgnore: 'editor/**' },
    { name: 'editor', testMatch: 'editor/**/*.test.ts' },
  ],
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // Whoever only wants to land is not held up by a test that failed once in hundreds; the report names each that passed at the second try, so that it is mended.
  retries: process.env.CI ? 1 : 0,
  // What does not work fails at its step; these end what hangs. A slow machine with much to do is no failure.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // Nobody waits for what only pleases the eye; the main job is also done with it.
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: browser
      ? { executablePath: browser.executable, args: [...browser.args], env: { ...process.env, ...browser.env } }
      : {},
  },
})
