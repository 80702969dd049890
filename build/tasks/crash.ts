/** `npm run crash [-- ci|full]`: processes killed in the midst of their work, see test/store/crash/run.ts. */
import { join } from 'node:path'
import { ROOT, runTool } from './run.ts'

process.exit(runTool(join(ROOT, 'test/store/crash/run.ts'), process.argv.slice(2)))
