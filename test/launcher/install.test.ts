import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { InstallLimits } from '../../build/electron/install.ts'
import { electronExecutable, lacksDisplay } from '../../build/electron/installed.ts'
import { obtainElectron, type ObtainOptions } from '../../build/electron/obtain.ts'

/** Long enough never to be reached by a script that works. */
const PATIENT: InstallLimits = { idle: 30_000, whole: 50_000, look: 5 }
const DAY = 24 * 60 * 60_000
const NOON = Date.UTC(2024, 4, 8, 4)

/** An install.js that "downloads" into its temporary folder and then unpacks. */
const WORKS = `
  const fs = require('fs'), os = require('os'), path = require('path')
  fs.appendFileSync(path.join(__dirname, 'runs'), 'x')
  fs.writeFileSync(path.join(__dirname, 'mirror'), String(process.env.ELECTRON_MIRROR))
  fs.writeFileSync(path.join(os.tmpdir(), 'electron.zip'), Buffer.alloc(3000))
  const until = path.join(__dirname, 'go-on')
  const look = setInterval(() => {
    if (!fs.existsSync(until)) return
    clearInterval(look)
    fs.mkdirSync(path.join(__dirname, 'dist'), { recursive: true })
    fs.writeFileSync(path.join(__dirname, 'dist', 'electron'), '')
    fs.writeFileSync(path.join(__dirname, 'path.txt'), 'electron')
  }, 5)`

/** One that gets some bytes and then waits for ever. */
const STALLS = `
  const fs = require('fs'), os = require('os'), path = require('path')
  fs.appendFileSync(path.join(__dirname, 'runs'), 'x')
  fs.writeFileSync(path.join(__dirname, 'place'), os.tmpdir())
  fs.writeFileSync(path.join(os.tmpdir(), 'electron.zip'), Buffer.alloc(10))
  setInterval(() => {}, 1000)`

/** One whose bytes never stop coming. */
const DRIPS = `
  const fs = require('fs'), os = require('os'), path = require('path')
  setInterval(() => fs.appendFileSync(path.join(os.tmpdir(), 'electron.zip'), 'x'), 2)`

const FAILS = `require('fs').appendFileSync(require('path').join(__dirname, 'runs'), 'x'); process.exit(1)`

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongbao 启动-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function options(script: string, more: Partial<ObtainOptions> = {}): ObtainOptions {
  writeFileSync(join(folder, 'install.js'), script)
  // Its own cache, so that a real one on this machine is not looked at.
  const env = { ...process.env, electron_config_cache: join(folder, 'cache'), ELECTRON_MIRROR: 'https://mirror.example/' }
  const stamp = join(folder, 'failed')
  return { folder, stamp, again: false, env, limits: PATIENT, now: NOON, progress: () => undefined, ...more }
}

const runs = (): number => (existsSync(join(folder, 'runs')) ? readFileSync(join(folder, 'runs'), 'utf8').length : 0)

test('a download that works ends with the executable, shows its bytes and sees the mirror', async () => {
  const seen: number[] = []
  const progress = (bytes: number): void => {
    seen.push(bytes)
    // The script goes on once its bytes have been seen.
    if (bytes >= 3000) writeFileSync(join(folder, 'go-on'), '')
  }
  const outcome = await obtainElectron(options(WORKS, { progress }))
  expect(outcome).toEqual({ kind: 'installed', executable: join(folder, 'dist/electron') })
  expect(seen).toContain(3000)
  expect(readFileSync(join(folder, 'mirror'), 'utf8')).toBe('https://mirror.example/')
})

test('an installed Electron is taken without running anything', async () => {
  mkdirSync(join(folder, 'dist'))
  writeFileSync(join(folder, 'dist/electron'), '')
  writeFileSync(join(folder, 'path.txt'), 'electron\n')
  const outcome = await obtainElectron(options(FAILS))
  expect(outcome).toEqual({ kind: 'installed', executable: join(folder, 'dist/electron') })
  expect(runs()).toBe(0)
})

test('a path.txt without the file that it names is not an installed Electron', () => {
  writeFileSync(join(folder, 'path.txt'), 'electron')
  expect(electronExecutable(folder)).toBeNull()
})

test('when bytes stop flowing the download is stopped and leaves nothing behind', async () => {
  const outcome = await obtainElectron(options(STALLS, { limits: { ...PATIENT, idle: 1500 } }))
  expect(outcome).toEqual({ kind: 'failed', reason: '2 秒没有收到数据' })
  expect(existsSync(readFileSync(join(folder, 'place'), 'utf8'))).toBe(false)
})

test('a download that only drips is stopped in the end', async () => {
  const outcome = await obtainElectron(options(DRIPS, { limits: { ...PATIENT, whole: 1000 } }))
  expect(outcome).toEqual({ kind: 'failed', reason: '1 秒没有下载完' })
})

test('a failure is remembered for a day, and another try can be asked for', async () => {
  expect(await obtainElectron(options(FAILS))).toEqual({ kind: 'failed', reason: '下载没有成功' })
  const soon = await obtainElectron(options(FAILS, { now: NOON + DAY - 1 }))
  expect(soon).toEqual({ kind: 'failed', reason: '今天试过下载，下载没有成功；要再试请加 --electron' })
  expect(runs()).toBe(1)
  await obtainElectron(options(FAILS, { again: true }))
  expect(runs()).toBe(2)
  await obtainElectron(options(FAILS, { now: NOON + 2 * DAY }))
  expect(runs()).toBe(3)
})

test('a failure from the future (a wrong clock) is not believed', async () => {
  await obtainElectron(options(FAILS, { now: NOON + 10 * DAY }))
  await obtainElectron(options(FAILS, { now: NOON }))
  expect(runs()).toBe(2)
})

test('a success forgets the failure before it', async () => {
  await obtainElectron(options(FAILS))
  writeFileSync(join(folder, 'go-on'), '')
  await obtainElectron(options(WORKS, { again: true }))
  expect(readdirSync(folder)).not.toContain('failed')
})

test('only Linux without X11 and Wayland lacks a display', () => {
  expect(lacksDisplay({}, 'linux')).toBe(true)
  expect(lacksDisplay({ DISPLAY: '' }, 'linux')).toBe(true)
  expect(lacksDisplay({ DISPLAY: ':0' }, 'linux')).toBe(false)
  expect(lacksDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(false)
  expect(lacksDisplay({}, 'win32')).toBe(false)
})
