/** What the page of the built desktop program can do, on the stand-in for Electron. None of it leaves a trace there: one start for all. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { COMMANDS } from '../../shared/api/commands.ts'
import type { Sender } from './electron-stand-in/ipc-main.ts'
import { builtProgram, ready, startShell, value, type RunningShell } from './harness.ts'

let program: Awaited<ReturnType<typeof builtProgram>>
let shell: RunningShell
let data: string
beforeAll(async () => {
  program = await builtProgram()
  data = mkdtempSync(join(tmpdir(), 'gongbao-data-'))
  shell = await ready(startShell({ root: program.root, data }))
})
afterAll(async () => {
  await shell.stop()
  rmSync(data, { recursive: true, force: true })
  program.remove()
})

test('the window cannot do more than show our page', async () => {
  const { options, url } = await shell.act<{ options: { webPreferences: object }; url: string }>('window')
  expect(options.webPreferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    preload: join(program.root, 'dist/electron/preload.cjs'),
  })
  expect(url).toBe('gongbao://app/')
  expect(await shell.act('app')).toMatchObject({ sandboxed: true })
  expect(await shell.act('schemes')).toEqual([
    { scheme: 'gongbao', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
})

test.each<Sender>(['subframe', 'otherOrigin', 'otherContents', 'goneFrame'])('a call from %s is refused', async (from) => {
  const invoke = { from, channel: 'gongbao:call', args: ['library.createSample', {}] }
  await expect(shell.act('invoke', invoke)).rejects.toThrow('refused')
  expect(await value(shell.call('library.status', {}))).toMatchObject({ kind: 'none' })
})

test('leaving the page, new windows, permissions and the network are refused', async () => {
  for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
    expect(await shell.act('contentsEvent', { name, detail: { url: 'https://example.com/' } })).toBe(true)
  }
  expect(await shell.act('openWindow', 'https://example.com/')).toBe('deny')
  for (const permission of ['geolocation', 'media', 'clipboard-read', 'openExternal']) {
    expect(await shell.act('permission', permission)).toEqual({ requested: false, checked: false })
  }
  for (const url of ['http://example.com/', 'https://example.com/', 'wss://example.com/']) {
    expect(await shell.act('network', url)).toEqual({ cancel: true })
  }
})

test('the scheme serves the built page and nothing beside it', async () => {
  const page = await shell.act<{ status: number; headers: Record<string, string>; body: string }>('request', { url: 'gongbao://app/' })
  const html = Buffer.from(page.body, 'base64').toString()
  expect(page.status).toBe(200)
  expect(page.headers['content-security-policy']).toContain("default-src 'none'")
  expect(html).toMatch(/nonce="[\w+/=]{24}"/)
  expect(await shell.act('request', { url: `gongbao://app/assets/${encodeURIComponent('字')}.js?v=1#x` })).toMatchObject({ status: 200 })
  for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt', '/%5c..%5csecret.txt', '/none.js']) {
    expect(await shell.act('request', { url: `gongbao://app${path}` })).toMatchObject({ status: 404 })
  }
  expect(await shell.act('request', { url: 'gongbao://other/index.html' })).toMatchObject({ status: 404 })
  expect(await shell.act('request', { url: 'gongbao://app.example/index.html' })).toMatchObject({ status: 404 })
  expect(await shell.act('request', { url: 'gongbao://app/', method: 'POST' })).toMatchObject({ status: 404 })
})

test('every command stands in the menu and its click reaches the page', async () => {
  const menus = await shell.act<{ label: string; submenu: { id?: string; label?: string; accelerator?: string }[] }[]>('menu')
  const items = menus.flatMap(({ label, submenu }) => submenu.map((item) => ({ menu: label, ...item })))
  for (const { id, name, menu, keys } of COMMANDS) {
    expect(items).toContainEqual(expect.objectContaining({ id, menu, label: expect.stringContaining(name) as string }))
    expect(items.find((item) => item.id === id)?.accelerator).toBe(keys[0]?.replace('Ctrl', 'CmdOrCtrl'))
  }
  expect(items.filter(({ menu }) => menu === '编辑')).toContainEqual(expect.objectContaining({ role: 'paste' }))
  await shell.act('click', 'document.new')
  expect(await shell.event('shell.command')).toEqual({ kind: 'shell.command', command: 'document.new' })
})
