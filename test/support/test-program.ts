/** Once for a run of the unit tests: a folder for the built program, which the first test that needs it fills. Removed at the end. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Vitest's global setup; what it returns ends it. The test processes inherit the variable. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-program-'))
  process.env.GONGBAO_TEST_PROGRAM = folder
  // What Node compiles of the program goes with it.
  process.env.NODE_COMPILE_CACHE = join(folder, 'compiled')
  return () => rmSync(folder, { recursive: true, force: true })
}
