import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { defaultLibraryFile } from '../../electron/paths.ts'
import { libraryKey, readShellOptions } from '../../electron/shell-options.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongbao-options-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('the library is named in either spelling, among arguments of the engine', () => {
  const argv = ['electron', '.', '--ozone-platform=x11']
  expect(readShellOptions([...argv, '--library=资料/库.db'], {}).libraryFile).toBe(resolve('资料/库.db'))
  expect(readShellOptions([...argv, '--library', '库.db'], {}).libraryFile).toBe(resolve('库.db'))
  expect(readShellOptions(argv, {}).libraryFile).toBe(defaultLibraryFile())
})

test('one library has one window folder, however its path is spelled, made or not', () => {
  mkdirSync(join(folder, 'real'))
  symlinkSync(join(folder, 'real'), join(folder, 'link'))
  const before = libraryKey(join(folder, 'link/库.db'))
  expect(before).toBe(libraryKey(join(folder, 'real/库.db')))
  writeFileSync(join(folder, 'real/库.db'), '')
  expect(libraryKey(join(folder, 'link/库.db'))).toBe(before)
  expect(libraryKey(join(folder, 'real/另一个.db'))).not.toBe(before)
})

test('a selftest keeps to the folder of its library', () => {
  const { userData, selftest } = readShellOptions(['', `--library=${join(folder, '库.db')}`], { GONGBAO_SELFTEST: '1' })
  expect(selftest).toBe(true)
  expect(dirname(dirname(userData))).toBe(folder)
})
