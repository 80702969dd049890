/** `npm run truth [-- ci|full]`: our pages held against LibreOffice's of our Word files, see test/word/truth.ts. */
import { join } from 'node:path'
import { ROOT, runTool } from './run.ts'

process.exit(runTool(join(ROOT, 'test/word/truth.ts'), process.argv.slice(2)))
