/** The services from a terminal: `gongbao <command> …`, described in docs/cli.md. Exit code 0 only when all of it was done. */
import './cli/small-memory.ts'
import { join } from 'node:path'
import { runCommandLine } from './cli/run.ts'
import { writeNow } from './cli/write-now.ts'
import { programVersion } from './program-version.ts'

/** The folder that holds `templates` and this program's own folder. */
const BUILT = join(__dirname, '..')

// Whoever reads the results may have read enough (`| head`).
process.stdout.on('error', () => process.exit(1))
const terminal = {
  result: (line: string) => void process.stdout.write(`${line}\n`),
  committed: (line: string) => writeNow(1, `${line}\n`),
  note: (line: string) => void process.stderr.write(`${line}\n`),
  folder: process.cwd(),
  resources: BUILT,
  version: programVersion(BUILT),
}
void runCommandLine(terminal, process.argv.slice(2)).then((done) => {
  // Not `process.exit`: what is written to a pipe must still go out.
  process.exitCode = done ? 0 : 1
})
