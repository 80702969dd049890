/** `npm start`: builds what changed and opens the program. */
import { bundle } from '../bundle.ts'
import { HELP, parseFlags } from '../electron/flags.ts'
import { start } from '../electron/start.ts'
import { ROOT } from './run.ts'

// npm runs in the project's folder; the person may stand elsewhere.
const flags = parseFlags(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd())
if (typeof flags === 'string') {
  process.stderr.write(`${flags}\n`)
  process.exit(1)
}
if (flags.help) {
  process.stdout.write(HELP)
  process.exit(0)
}
await bundle()
let unfinished = false
process.exit(
  await start(flags, {
    root: ROOT,
    env: process.env,
    platform: process.platform,
    say(line) {
      process.stdout.write(`${unfinished ? '\n' : ''}${line}\n`)
      unfinished = false
    },
    progress(line) {
      // A log file gets the first line only.
      if (!process.stdout.isTTY && unfinished) return
      process.stdout.write(process.stdout.isTTY ? `\r${line}` : line)
      unfinished = true
    },
  }),
)
