import { runTool, toolPath } from './run.ts'

process.exit(runTool(toolPath('typescript', 'tsc'), ['-b', ...process.argv.slice(2)]))
