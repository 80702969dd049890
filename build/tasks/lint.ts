import { runTool, toolPath } from './run.ts'

const places = process.argv.length > 2 ? process.argv.slice(2) : ['.']
process.exit(runTool(toolPath('eslint'), ['--max-warnings', '0', ...places]))
