#!/usr/bin/env node
// The one door of every npm script. Plain JavaScript without dependencies, because it runs on the Node that happens to
// be there (>= 20.19) and before anything is installed. It installs what is missing, finds a Node that can load the
// database (>= 24) and hands over to build/tasks/<task>.ts.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const NODE_NEEDED = 24

const [task, ...args] = process.argv.slice(2)
if (!task || !/^[a-z][a-z0-9]*$/.test(task) || !existsSync(join(ROOT, 'build/tasks', `${task}.ts`))) {
  fail(`没有这个任务：${String(task)}`)
}
if (!oldEnough(process.versions.node, 20, 19)) fail(`需要 Node 20.19 或更新（现在是 ${process.versions.node}）`)

install()
const node = projectNode()
const child = spawn(node, [join(ROOT, 'build/tasks', `${task}.ts`), ...args], {
  stdio: 'inherit',
  // The program is compiled once for all processes that the task starts, not once for each.
  env: { ...process.env, NODE_COMPILE_CACHE: join(ROOT, '.cache/node'), PATH: dirname(node) + delimiter + (process.env.PATH ?? '') },
})
// Ctrl+C reaches the task by the terminal. What ends this process alone is handed on: the server would stay behind.
process.on('SIGINT', () => undefined)
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'))
child.once('error', (error) => fail(`启动不了 ${node}：${error.message}`))
child.once('exit', (code) => process.exit(code ?? 1))

/** Runs `npm ci` when node_modules is missing or was installed from another lockfile. */
function install() {
  const lock = join(ROOT, 'package-lock.json')
  const stamp = join(ROOT, 'node_modules/.gongbao-lock')
  const installed = join(ROOT, 'node_modules/.package-lock.json')
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex')
  const found = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
  if (found === wanted) return
  const byHand = found === '' && existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs
  if (!byHand) {
    process.stderr.write('正在安装依赖（npm ci），第一次约需一两分钟…\n')
    // npm tells its children where it is; outside npm the one in PATH is taken.
    const npm = process.env.npm_execpath
    const quiet = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
    const done = npm?.endsWith('.js')
      ? spawnSync(process.execPath, [npm, ...quiet], { cwd: ROOT, stdio: ['ignore', 2, 2] })
      : spawnSync('npm', quiet, { cwd: ROOT, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
    if (done.status !== 0) fail('依赖没有装好。请检查网络或镜像设置，再运行一次；没有改动任何文稿')
  }
  writeFileSync(stamp, wanted)
}

/** Path of a Node >= 24: the running one, or the one the project brings for this system. */
function projectNode() {
  if (oldEnough(process.versions.node, NODE_NEEDED, 0)) return process.execPath
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'
  const path = join(ROOT, 'node_modules', name, file)
  if (existsSync(path)) return path
  return fail(`这台机器（${process.platform}-${process.arch}）请先安装 Node ${String(NODE_NEEDED)} 或更新，再运行一次`)
}

function oldEnough(version, major, minor) {
  const [a = 0, b = 0] = version.split('.').map(Number)
  return a > major || (a === major && b >= minor)
}

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
