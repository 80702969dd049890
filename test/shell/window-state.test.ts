import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clampZoom, readWindowState, writeWindowState } from '../../electron/window-state.ts'

const SCREEN = { x: 0, y: 0, width: 1366, height: 728 }
const SECOND = { x: 1366, y: -200, width: 1920, height: 1040 }
const DEFAULT = { bounds: null, maximised: false, zoom: 1 }

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongbao-window-'))
  file = join(folder, '新', 'window.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('what is written is read again, and nothing else is left in the folder', () => {
  const state = { bounds: { x: 1400, y: -100, width: 1200, height: 700 }, maximised: true, zoom: 1.2 }
  writeWindowState(file, state)
  writeWindowState(file, state)
  expect(readWindowState(file, [SCREEN, SECOND])).toEqual(state)
  expect(readdirSync(join(folder, '新'))).toEqual(['window.json'])
})

test('a missing or damaged file is the default', () => {
  expect(readWindowState(file, [SCREEN])).toEqual(DEFAULT)
  const damaged = join(folder, 'damaged.json')
  for (const text of ['', '{"bounds":', '{"bounds":{"x":"1"},"maximised":true,"zoom":1}', '[]']) {
    writeFileSync(damaged, text)
    expect(readWindowState(damaged, [SCREEN])).toEqual(DEFAULT)
  }
})

test.each([
  ['on a screen that is gone', { x: 1500, y: 0, width: 1000, height: 700 }],
  ['with its title bar above the screen', { x: 100, y: -40, width: 1000, height: 700 }],
  ['with its title bar under the screen', { x: 100, y: 720, width: 1000, height: 700 }],
  ['with a corner only', { x: 1300, y: 100, width: 1000, height: 700 }],
])('a window %s is placed by the system', (_where, bounds) => {
  writeWindowState(file, { bounds, maximised: false, zoom: 1 })
  expect(readWindowState(file, [SCREEN]).bounds).toBeNull()
})

test('a window larger than its screen is fitted, a tiny one made usable', () => {
  writeWindowState(file, { bounds: { x: 0, y: 0, width: 3000, height: 2000 }, maximised: false, zoom: 1 })
  expect(readWindowState(file, [SCREEN]).bounds).toEqual(SCREEN)
  writeWindowState(file, { bounds: { x: 9, y: 9, width: 200, height: 90 }, maximised: false, zoom: 1 })
  expect(readWindowState(file, [SCREEN]).bounds).toEqual({ x: 9, y: 9, width: 960, height: 600 })
})

test('zoom keeps to tenths between 80 and 200 percent', () => {
  expect([0.1, 0.8, 0.9000001, 1.1 + 0.1 + 0.1, 5].map(clampZoom)).toEqual([0.8, 0.8, 0.9, 1.3, 2])
})
