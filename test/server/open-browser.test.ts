import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { openBrowser } from '../../electron/open-browser.ts'

const ADDRESS = 'http://127.0.0.1:4321/?token=a_b-c'

it('without a display there is no browser to try', () => {
  expect(openBrowser(ADDRESS, 'linux', {})).toBe(false)
})

it.runIf(process.platform === 'linux')('hands the address to the system, and a system without the program is no fault', async () => {
  const folder = mkdtempSync(join(tmpdir(), '公报 浏览器-'))
  try {
    const seen = join(folder, 'seen')
    writeFileSync(join(folder, 'xdg-open'), `#!/bin/sh\necho "$1" > '${seen}.tmp'; mv '${seen}.tmp' '${seen}'\n`)
    chmodSync(join(folder, 'xdg-open'), 0o755)
    vi.stubEnv('PATH', `${folder}:/usr/bin:/bin`)
    expect(openBrowser(ADDRESS, 'linux', { DISPLAY: ':0' })).toBe(true)
    await vi.waitUntil(() => readSeen(seen) === `${ADDRESS}\n`, { timeout: 10_000 })
    vi.stubEnv('PATH', folder)
    rmSync(join(folder, 'xdg-open'))
    expect(openBrowser(ADDRESS, 'linux', { DISPLAY: ':0' })).toBe(true)
  } finally {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  }
})

function readSeen(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
