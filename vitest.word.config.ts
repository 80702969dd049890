import { defineConfig } from 'vitest/config'

/** Tests that measure written Word files with LibreOffice and the Open XML SDK. Slower, so a suite of their own. */
export default defineConfig({
  test: {
    include: ['test/word/**/*.test.ts'],
    setupFiles: 'test/support/laws.ts',
    pool: 'forks',
    testTimeout: 180_000,
    hookTimeout: 180_000,
    fileParallelism: false,
  },
})
