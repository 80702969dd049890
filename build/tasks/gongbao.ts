/** `npm run -s gongbao -- <command>`: the services from a terminal. Builds what changed of the program, without the interface. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { bundle } from '../bundle.ts'
import { ROOT } from './run.ts'

await bundle({ parts: ['程序'] })
// npm runs in the project's folder; the person may stand elsewhere, and means paths from there.
const cwd = process.env.INIT_CWD ?? process.cwd()
const done = spawnSync(process.execPath, [join(ROOT, 'dist/electron/cli.cjs'), ...process.argv.slice(2)], { cwd, stdio: 'inherit' })
process.exit(done.status ?? 1)
