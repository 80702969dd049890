import { runTool, toolPath } from './run.ts'

process.exit(runTool(toolPath('vitest'), ['run', '--config', 'vitest.word.config.ts', ...process.argv.slice(2)]))
