import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StartFlags } from '../../build/electron/flags.ts'
import { start, type StartOptions } from '../../build/electron/start.ts'

/**
 * A project folder with programs in place of Electron and of the server: Electron is a script of this Node, which tells
 * the launcher what the real shell tells it; the server writes down its arguments and ends with 7.
 */
let root: string
let said: string[]

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gongbao-start-'))
  said = []
  mkdirSync(join(root, 'dist/electron'), { recursive: true })
  mkdirSync(join(root, 'node_modules/electron'), { recursive: true })
  writeFileSync(join(root, 'node_modules/electron/install.js'), 'process.exit(1)')
  const write = `require('fs').writeFileSync(${JSON.stringify(join(root, 'served'))}, JSON.stringify(process.argv.slice(2)))`
  writeFileSync(join(root, 'dist/electron/server.cjs'), `${write}; process.exit(7)`)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function installElectron(script: string): void {
  const folder = join(root, 'node_modules/electron')
  mkdirSync(join(folder, 'dist'))
  writeFileSync(join(folder, 'path.txt'), 'electron')
  const keep = `require('fs').writeFileSync(${JSON.stringify(join(root, 'shown'))}, JSON.stringify(process.argv.slice(2)));`
  writeFileSync(join(folder, 'dist/electron.cjs'), `${keep}\n${script}\n`)
  // By way of a shell: the line that names a script's program cannot hold a path with spaces.
  writeFileSync(join(folder, 'dist/electron'), `#!/bin/sh\nexec "${process.execPath}" "${join(folder, 'dist/electron.cjs')}" "$@"\n`)
  chmodSync(join(folder, 'dist/electron'), 0o755)
}

const FLAGS: StartFlags = { browser: false, electron: false, selftest: false, help: false }

function run(flags: Partial<StartFlags>, more: Partial<StartOptions> = {}): Promise<number> {
  const env = { ...process.env, DISPLAY: ':0', electron_config_cache: join(root, 'cache') }
  const options: StartOptions = { root, env, platform: 'linux', say: (line) => said.push(line), progress: () => undefined }
  return start({ ...FLAGS, ...flags }, { ...options, ...more })
}

const args = (name: 'served' | 'shown'): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'))

test('a shell that gets ready is the program; its exit code is the exit code', async () => {
  installElectron(`process.send({ kind: 'gongbao.ready' }, () => process.exit(3))`)
  expect(await run({ library: '/资料/库.db' })).toBe(3)
  expect(args('shown')).toEqual([root, '--library=/资料/库.db'])
  expect(said).toEqual([])
})

test('the sandbox is never switched off', async () => {
  installElectron(`process.send({ kind: 'gongbao.ready' }, () => process.exit(0))`)
  await run({})
  expect(JSON.stringify(args('shown'))).not.toContain('sandbox')
})

test('a shell that exits before it is ready gives way to the browser, in one line', async () => {
  installElectron(`console.error('no usable sandbox'); process.exit(134)`)
  expect(await run({ library: '/库.db', port: 8123 })).toBe(7)
  expect(args('served')).toEqual(['--open', '--library', '/库.db', '--port', '8123'])
  expect(said).toEqual(['桌面窗口：没有打开就退出了（代码 134），改在浏览器中打开。'])
  expect(readFileSync(join(root, 'node_modules/.gongbao-electron.log'), 'utf8')).toContain('no usable sandbox')
})

test('a shell that never gets ready is ended and gives way to the browser', async () => {
  installElectron('setInterval(() => {}, 1000)')
  expect(await run({}, { readyLimit: 1000 })).toBe(7)
  expect(said).toEqual(['桌面窗口：1 秒内没有打开，改在浏览器中打开。'])
})

test('a file that cannot be run gives way to the browser', async () => {
  installElectron('')
  chmodSync(join(root, 'node_modules/electron/dist/electron'), 0o644)
  expect(await run({})).toBe(7)
  expect(said[0]).toContain('启动不了')
})

test('a window that is open already is brought to the front, and nothing is served', async () => {
  installElectron(`process.send({ kind: 'gongbao.elsewhere' }, () => process.exit(0))`)
  expect(await run({})).toBe(0)
  expect(said).toEqual(['公报已经打开，已切换到它的窗口。'])
})

test('where Electron cannot be had the browser is used', async () => {
  expect(await run({})).toBe(7)
  expect(said).toEqual(['桌面窗口：下载没有成功，改在浏览器中打开。'])
})

test('without a display Electron is not even started', async () => {
  installElectron('process.exit(0)')
  expect(await run({}, { env: { PATH: process.env.PATH } })).toBe(7)
  expect(() => args('shown')).toThrow()
  expect(said).toEqual(['桌面窗口：这里没有图形界面，改在浏览器中打开。'])
})

test('--browser says nothing about the desktop window', async () => {
  installElectron('process.exit(0)')
  expect(await run({ browser: true })).toBe(7)
  expect(said).toEqual([])
})

test('a signal becomes an exit code as a shell counts it', async () => {
  installElectron(`process.send({ kind: 'gongbao.ready' }, () => process.kill(process.pid, 'SIGTERM'))`)
  expect(await run({})).toBe(143)
})

test('a selftest prints its report and asks for a library of its own', async () => {
  const report = { ok: true, system: '某系统', versions: '某版本', steps: [{ name: '资料库状态', ok: true, milliseconds: 4, note: 'none' }] }
  installElectron(`
    if (process.env.GONGBAO_SELFTEST !== '1') process.exit(9)
    process.send({ kind: 'gongbao.ready' })
    process.send({ kind: 'gongbao.selftest', report: ${JSON.stringify(report)} }, () => process.exit(0))`)
  expect(await run({ selftest: true })).toBe(0)
  expect(said).toEqual(expect.arrayContaining(['系统：某系统', '正常  资料库状态  4 毫秒  none', '自检通过']))
  expect(JSON.stringify(args('shown'))).toContain('自检.db')
})

test('a selftest that fails, and one without Electron, exit with 1', async () => {
  expect(await run({ selftest: true })).toBe(1)
  expect(said).toEqual(['自检做不了：桌面窗口下载没有成功'])
  installElectron(`process.send({ kind: 'gongbao.ready' }, () => process.exit(0))`)
  expect(await run({ selftest: true })).toBe(1)
  expect(said.at(-1)).toBe('自检：桌面窗口打开了，但没有完成自检')
})
