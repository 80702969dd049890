import { runTool, toolPath } from './run.ts'

process.exit(runTool(toolPath('vitest'), ['run', ...process.argv.slice(2)]))
