/** The terminal as npm starts it: paths count from where the person stands, and stdout holds results alone. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ROOT } from '../shell/harness.ts'
import { notice } from './harness.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), '公报 npm-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.skipIf(process.platform === 'win32')('npm run -s gongbao from another folder', () => {
  writeFileSync(join(folder, '通知 一.txt'), notice())
  const args = ['run', '-s', '--prefix', ROOT, 'gongbao', '--', 'import', '通知 一.txt', '--json', '--library', '资料 库.db']
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8' })
  expect({ status, stderr }).toMatchObject({ status: 0 })
  expect(JSON.parse(stdout)).toMatchObject([{ file: '通知 一.txt', documentNumber: '河政办发〔2024〕9号' }])
  expect(existsSync(join(folder, '资料 库.db'))).toBe(true)
  const wrong = spawnSync('npm', ['run', '-s', '--prefix', ROOT, 'gongbao', '--', 'list', '--x'], { cwd: folder, encoding: 'utf8' })
  expect(wrong).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('没有这个选项：--x') as string })
})
