/**
 * The services and the built interface on loopback HTTP, for a plain browser. Runs until Ctrl+C.
 * Started with `[--library FILE] [--port N] [--open]`.
 */
import { join } from 'node:path'
import { Refusal } from '../shared/api/reply.ts'
import { openHost, type Host } from './host.ts'
import { openBrowser } from './open-browser.ts'
import { programVersion } from './program-version.ts'
import { readServerOptions, type ServerOptions } from './server-options.ts'
import { browserShell } from './transport/browser-shell.ts'
import { startHttpServer, type RunningServer } from './transport/http-server.ts'
import { createTransfers } from './transport/http-transfers.ts'

/** The folder that holds `renderer`, `templates` and this program's own folder. */
const BUILT = join(__dirname, '..')

const report = (error: unknown): void => console.error(error)
const options = readServerOptions(process.argv.slice(2), process.cwd())
if (typeof options === 'string') fail(options)
else void serve(options)

async function serve({ libraryFile, port, open }: ServerOptions): Promise<void> {
  const transfers = { uploads: createTransfers(), downloads: createTransfers() }
  const host = await openHost({ libraryFile, shell: browserShell(transfers), resources: BUILT, version: programVersion(BUILT), report })
  try {
    const server = await startHttpServer({ host, transfers, page: join(BUILT, 'renderer'), port, report })
    closeOnSignals(server, host)
    announce(server, open)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await host.close()
    fail([error.error.message, error.error.next].filter(Boolean).join('。'))
  }
}

function announce(server: RunningServer, open: boolean): void {
  const address = server.newAddress()
  sayAddress(address)
  const opened = open && openBrowser(address)
  const hint = opened ? '正在打开浏览器；没有打开的话，请自己打开上面的地址' : '请用浏览器打开上面的地址'
  say(`${hint}。${process.stdin.isTTY ? '按回车键得到新的地址，' : ''}按 Ctrl+C 结束。`)
  if (process.stdin.isTTY) process.stdin.on('data', () => sayAddress(server.newAddress()))
}

/** The first signal closes in order: no more calls, running tasks cancelled, the library's log folded back into it. */
function closeOnSignals(server: RunningServer, host: Host): void {
  let closing = false
  const close = (): void => {
    if (closing) return
    closing = true
    void server
      .close()
      .then(() => host.close())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          report(error)
          process.exit(1)
        },
      )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, close)
}

function sayAddress(address: string): void {
  say(`公报的地址（只能打开一次）：${address}`)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`)
  process.exitCode = 1
}
