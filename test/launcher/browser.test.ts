import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findBrowser, thisMachine, usualPaths, type Machine } from '../../build/browser.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongbao 浏览器-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A Linux machine of an ordinary person, with nothing on it but `folder`. */
const bare = (more: Partial<Machine> = {}): Machine => ({ env: { PATH: folder }, platform: 'linux', arch: 'x64', user: 1000, packages: folder, ...more })

function put(name: string): string {
  writeFileSync(join(folder, name), '')
  return join(folder, name)
}

test('what is in PATH is found, Chrome before Chromium before Edge', () => {
  put('microsoft-edge')
  const chromium = put('chromium')
  expect(findBrowser(bare())).toMatchObject({ executable: chromium, origin: 'installed' })
  const chrome = put('google-chrome')
  expect(findBrowser(bare({ env: { PATH: `relative${delimiter}${folder}` } }))?.executable).toBe(chrome)
})

test('the one that the person names comes first, and a wrong name is not replaced by another', () => {
  put('chromium')
  const own = put('我的浏览器')
  expect(findBrowser(bare({ env: { PATH: folder, GONGBAO_BROWSER: own } }))).toMatchObject({ executable: own, origin: 'named' })
  expect(findBrowser(bare({ env: { PATH: folder, GONGBAO_BROWSER: join(folder, 'none') } }))).toBeNull()
})

test('the sandbox of an installed browser stays on, except for root on Linux, where it cannot', () => {
  put('chromium')
  expect(findBrowser(bare())?.args).not.toContain('--no-sandbox')
  expect(findBrowser(bare({ user: 0 }))?.args).toContain('--no-sandbox')
})

test('the usual places on Windows and macOS', () => {
  const windows = usualPaths({ env: { PROGRAMFILES: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\张\\AppData\\Local' }, platform: 'win32' })
  expect(windows).toContain('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe')
  expect(windows).toContain('C:\\Users\\张\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe')
  expect(windows.at(-1)).toContain('msedge.exe')
  expect(usualPaths({ env: {}, platform: 'darwin' })).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
})

test('without any browser, and without the package or on another system, there is none', () => {
  expect(findBrowser(bare())).toBeNull()
  expect(findBrowser(bare({ arch: 'arm64', packages: thisMachine().packages }))).toBeNull()
})

test('the one from npm can be wanted first; where it cannot be had, the installed one is taken', () => {
  const chromium = put('chromium')
  expect(findBrowser(bare(), 'npm')?.executable).toBe(chromium)
  mkdirSync(join(folder, '.gongbao-chromium'))
  expect(findBrowser(bare(), 'npm')?.origin).toBe('npm')
  expect(findBrowser(bare())?.executable).toBe(chromium)
  expect(findBrowser(bare({ arch: 'arm64' }), 'npm')?.executable).toBe(chromium)
})

test('a package that cannot be unpacked leaves nothing behind that could be taken for a browser', () => {
  const broken = join(folder, 'node_modules/@sparticuz/chromium')
  mkdirSync(broken, { recursive: true })
  writeFileSync(join(broken, 'package.json'), '{"type":"module","exports":"./index.js"}')
  writeFileSync(
    join(broken, 'index.js'),
    `import { writeFileSync } from 'node:fs'; import { tmpdir } from 'node:os'
     export default { executablePath() { writeFileSync(tmpdir() + '/chromium', 'half'); process.exit(1) } }`,
  )
  const packages = join(folder, 'node_modules')
  expect(findBrowser(bare({ packages }))).toBeNull()
  expect(readdirSync(packages)).toEqual(['@sparticuz'])
})

test.runIf(process.platform === 'linux' && process.arch === 'x64')('the browser from npm runs, and downloads into a folder with a Chinese name, without anything installed', async () => {
  const found = findBrowser(bare({ packages: thisMachine().packages }))
  expect(found?.origin).toBe('npm')
  const { executable, args, env } = found!
  const bareEnv = { PATH: '/usr/bin:/bin', HOME: folder, ...env }
  const browser = await chromium.launch({ executablePath: executable, args: [...args], env: bareEnv, downloadsPath: folder })
  try {
    const page = await browser.newPage()
    await page.setContent('<a download="稿.txt" href="data:text/plain;charset=utf-8,%E5%8F%B7">导出</a>')
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '导出' }).click()])
    expect(download.suggestedFilename()).toBe('稿.txt')
    expect(readFileSync(await download.path(), 'utf8')).toBe('号')
  } finally {
    await browser.close()
  }
})
