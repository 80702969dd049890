import { defineConfig } from 'vitest/config'

/** Folders whose tests work in memory alone and leave nothing behind there. */
const IN_MEMORY = ['backup', 'document', 'docx', 'docx-reader', 'editor', 'layout', 'numbering', 'recognise', 'register', 'renderer', 'search', 'sheet', 'text', 'workflow']
const inMemory = IN_MEMORY.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`)

// Some build the program first, in a hook; a slow and busy machine is no fault.
const COMMON = { pool: 'forks', testTimeout: 120_000, hookTimeout: 120_000, setupFiles: 'test/support/laws.ts' } as const

/** Unit, law and contract tests. Word files measured with LibreOffice have a suite of their own: vitest.word.config.ts. */
export default defineConfig({
  test: {
    // All cores: most tests wait for programs that they have started.
    maxWorkers: '100%',
    projects: [
      // A process loads what they test once for all of them: for each anew it would take longer than most of the tests.
      { test: { ...COMMON, name: 'memory', include: inMemory, isolate: false } },
      {
        test: {
          ...COMMON,
          name: 'machine',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...inMemory, 'test/word/**', 'test/e2e/**', 'test/bench/**', 'node_modules/**'],
          globalSetup: 'test/support/test-program.ts',
        },
      },
    ],
  },
})
