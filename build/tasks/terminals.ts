/** `npm run terminals [-- ci|full]`: terminals that take numbers at once, see test/cli/terminals/run.ts. */
import { join } from 'node:path'
import { ROOT, runTool } from './run.ts'

process.exit(runTool(join(ROOT, 'test/cli/terminals/run.ts'), process.argv.slice(2)))
