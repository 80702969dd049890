/**
 * Starts the built desktop program in Node on the stand-in for Electron, and gives the test its hands and eyes.
 * What the test does not hold back (services, SQLite, files) is real.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { bundleMachine } from '../../build/bundle.ts'
import type { ApiEvent } from '../../shared/api/events.ts'
import type { Reply } from '../../shared/api/reply.ts'

export const ROOT = resolve(import.meta.dirname, '../..')

export interface Push {
  readonly kind: string
  readonly value: unknown
}

export interface RunningShell {
  /** Does one operation of the stand-in; its value has the shape that the operation returns. */
  act<T = unknown>(name: string, argument?: unknown): Promise<T>
  /** One call of the page. */
  call(channel: string, request: unknown): Promise<Reply<unknown>>
  /** Resolves with the first thing, past or future, that fits; each is given out once. */
  next<T = unknown>(kind: string, fits?: (value: T) => boolean): Promise<T>
  /** The next event that main sends to the page. */
  event(kind: ApiEvent['kind']): Promise<ApiEvent>
  /** What the launcher would hear: "gongbao.ready" … */
  told(kind: string): Promise<unknown>
  /** Calls back for each push from now on. */
  onPush(listener: (push: Push) => void): void
  readonly exited: Promise<number | null>
  stop(): Promise<void>
}

/**
 * A folder with the built program and a page of one line, apart from the project's own dist; nobody writes into it. One for all tests of a
 * run (`test/support/test-program.ts`), elsewhere one of its own. `remove` when it is no longer needed.
 */
export async function builtProgram(): Promise<{ readonly root: string; remove(): void }> {
  const shared = process.env.GONGBAO_TEST_PROGRAM
  if (shared !== undefined) {
    await once(shared, () => buildProgram(shared))
    return { root: shared, remove: () => undefined }
  }
  const root = mkdtempSync(join(tmpdir(), 'gongbao-shell-'))
  await buildProgram(root)
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) }
}

/** Lets the first of several processes do the work in a folder; the others wait for its end. */
async function once(folder: string, work: () => Promise<void>): Promise<void> {
  const [begun, done, failed] = ['begun', 'done', 'failed'].map((name) => join(folder, name)) as [string, string, string]
  try {
    mkdirSync(begun)
  } catch {
    await appears(folder, () => existsSync(done) || existsSync(failed))
    if (existsSync(failed)) throw new Error('the program could not be built, see the test that needed it first')
    return
  }
  try {
    await work()
    writeFileSync(done, '')
  } catch (error) {
    writeFileSync(failed, '')
    throw error
  }
}

/** Resolves when `there` is true, which is looked at whenever something in the folder changes. */
function appears(folder: string, there: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(folder, () => look())
    const look = (): void => {
      if (!there()) return
      watcher.close()
      resolve()
    }
    look()
  })
}

async function buildProgram(root: string): Promise<void> {
  writeFileSync(join(root, 'package.json'), '{"type":"module","version":"0.0.0-test"}')
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'))
  await bundleMachine(join(root, 'dist'))
  mkdirSync(join(root, 'dist/renderer/assets'), { recursive: true })
  writeFileSync(join(root, 'dist/renderer/index.html'), '<!doctype html><style nonce="__CSP_NONCE__"></style><p>公报</p>')
  writeFileSync(join(root, 'dist/renderer/assets/字.js'), 'export {}')
  writeFileSync(join(root, 'dist/secret.txt'), 'secret')
  await buildStandIn(join(root, 'stand-in'))
}

/** Builds the stand-in into a folder: hook.cjs, electron.cjs, utility.cjs, page.cjs. */
export async function buildStandIn(folder: string): Promise<void> {
  const source = join(import.meta.dirname, 'electron-stand-in')
  await build({
    entryPoints: ['hook', 'electron', 'utility', 'page'].map((name) => join(source, `${name}.ts`)),
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  })
}

export interface ShellStart {
  /** Folder with `dist`. */
  readonly root: string
  /** Folder with the built stand-in; `root`/stand-in without it. */
  readonly standIn?: string
  /** A temporary folder for library and data. */
  readonly data: string
  readonly env?: NodeJS.ProcessEnv
  /** Name of the library in `data`. */
  readonly library?: string
}

/** Starts `dist/electron/main.cjs` on the stand-in. */
export function startShell({ root, standIn = join(root, 'stand-in'), data, env = {}, library = '测试 库.db' }: ShellStart): RunningShell {
  const main = join(root, 'dist/electron/main.cjs')
  const child = spawn(process.execPath, ['--require', join(standIn, 'hook.cjs'), main, `--library=${join(data, library)}`], {
    env: { ...process.env, XDG_DATA_HOME: join(data, 'home'), APPDATA: join(data, 'home'), ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  })
  return runningShell(child)
}

/** The shell once its page has said that its first screen is drawn. */
export async function ready(shell: RunningShell): Promise<RunningShell> {
  await value(shell.call('shell.ready', {}))
  await shell.told('gongbao.ready')
  return shell
}

/** The value of a reply; throws with the refusal. */
export async function value<T>(reply: Promise<Reply<unknown>>): Promise<T> {
  const answer = await reply
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value as T
}

function runningShell(child: ChildProcess): RunningShell {
  const waiting = new Map<number, (message: { value?: unknown; error?: string }) => void>()
  const listeners = new Set<(push: Push) => void>()
  const seen: Push[] = []
  let asked = 0
  const arrived = (push: Push): void => {
    seen.push(push)
    for (const listener of listeners) listener(push)
  }
  child.on('message', (message: { standIn?: number; standInPush?: string; kind?: string; value?: unknown; error?: string }) => {
    if (message.standIn !== undefined) waiting.get(message.standIn)?.(message)
    else if (message.standInPush !== undefined) arrived({ kind: message.standInPush, value: message.value })
    else arrived({ kind: `launcher:${message.kind ?? ''}`, value: message })
  })
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const act = <T>(name: string, argument?: unknown): Promise<T> =>
    new Promise((resolve, reject) => {
      asked += 1
      waiting.set(asked, ({ value, error }) => (error === undefined ? resolve(value as T) : reject(new Error(error))))
      child.send({ standIn: asked, name, argument }, (error) => error && reject(error))
    })
  const next = <T>(kind: string, fits: (value: T) => boolean = () => true): Promise<T> =>
    new Promise((resolve) => {
      const take = (): boolean => {
        const at = seen.findIndex((push) => push.kind === kind && fits(push.value as T))
        const [found] = at < 0 ? [] : seen.splice(at, 1)
        if (found) resolve(found.value as T)
        return found !== undefined
      }
      if (take()) return
      const listener = (): void => {
        if (take()) listeners.delete(listener)
      }
      listeners.add(listener)
    })
  return {
    act,
    call: (channel, request) => act('invoke', { from: 'page', channel: 'gongbao:call', args: [channel, request] }),
    next,
    async event(kind) {
      const sent = await next<{ args: [ApiEvent] }>('send', ({ args }) => args[0].kind === kind)
      return sent.args[0]
    },
    told: (kind) => next(`launcher:${kind}`),
    onPush: (listener) => void listeners.add(listener),
    exited,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
      await exited
    },
  }
}
