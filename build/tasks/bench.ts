/** `npm run bench`: how fast and how large, see test/bench/run.ts. Outside `npm test`, because it wants the machine for itself. */
import { join } from 'node:path'
import { bundle } from '../bundle.ts'
import { ROOT, runTool } from './run.ts'

await bundle()
process.exit(runTool(join(ROOT, 'test/bench/run.ts'), process.argv.slice(2)))
