import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundleMachine } from '../../build/bundle.ts'
import { ROOT } from '../../build/tasks/run.ts'

/** When each file below a folder was written, by its name. */
function written(folder: string): Readonly<Record<string, bigint>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const found = names.map((name) => ({ name, stat: statSync(join(folder, name), { bigint: true }) })).filter(({ stat }) => stat.isFile())
  return Object.fromEntries(found.map(({ name, stat }) => [name, stat.mtimeNs]))
}

let dist: string
beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), '公报 dist-'))
  await bundleMachine(dist)
})
afterAll(() => rmSync(dist, { recursive: true, force: true }))

test('building again touches only what changed, so that a program that is just starting finds its files', async () => {
  const first = written(dist)
  expect(Object.keys(first)).toEqual(expect.arrayContaining([join('electron', 'cli.cjs'), join('electron', 'lib', 'docx.cjs'), join('templates', 'kinds', '60-letter.json'), 'icon.png']))

  const server = readFileSync(join(dist, 'electron/server.cjs'))
  writeFileSync(join(dist, 'electron/server.cjs'), 'old')
  writeFileSync(join(dist, 'electron/gone.cjs'), 'old')
  writeFileSync(join(dist, 'templates/kinds/gone.json'), 'old')
  await bundleMachine(dist)
  const now = written(dist)
  expect(Object.keys(now)).toEqual(Object.keys(first))
  expect(Object.keys(now).filter((name) => now[name] !== first[name])).toEqual([join('electron', 'server.cjs')])
  expect(readFileSync(join(dist, 'electron/server.cjs')).equals(server)).toBe(true)
})

test('a program loads the large libraries where they are needed, none of them as it starts', () => {
  renameSync(join(dist, 'electron/lib'), join(dist, 'aside'))
  const start = (...args: readonly string[]): { status: number | null; stderr: string } => spawnSync(process.execPath, args, { cwd: dist, env: { ...process.env, NODE_PATH: join(ROOT, 'node_modules') }, encoding: 'utf8' })
  expect(start('electron/cli.cjs', 'list', '--library', 'none.db')).toMatchObject({ status: 1, stderr: expect.stringContaining('这里还没有资料库') as string })
  expect(start('electron/server.cjs', '--port', 'x')).toMatchObject({ status: 1, stderr: expect.stringContaining('端口应是') as string })
  // And where they are needed they are not in the program.
  expect(start('electron/cli.cjs', 'demo', '--out', 'demo').stderr).toContain('lib/docx.cjs')
})
