import { defineConfig } from 'vitest/config'

/** Unit, law and contract tests. Word files measured with LibreOffice have a suite of their own: vitest.word.config.ts. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/word/**', 'test/e2e/**', 'test/bench/**', 'node_modules/**'],
    globalSetup: 'test/support/test-program.ts',
    pool: 'forks',
    // All cores: most tests wait for programs that they have started.
    maxWorkers: '100%',
    testTimeout: 60_000,
    // Some build the program first.
    hookTimeout: 60_000,
  },
})
