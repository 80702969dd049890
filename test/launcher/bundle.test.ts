import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { bundleMachine } from '../../build/bundle.ts'

/** When each file below a folder was written, by its name. */
function written(folder: string): Readonly<Record<string, bigint>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const found = names.map((name) => ({ name, stat: statSync(join(folder, name), { bigint: true }) })).filter(({ stat }) => stat.isFile())
  return Object.fromEntries(found.map(({ name, stat }) => [name, stat.mtimeNs]))
}

test('building again touches only what changed, so that a program that is just starting finds its files', async () => {
  const dist = mkdtempSync(join(tmpdir(), '公报 dist-'))
  onTestFinished(() => rmSync(dist, { recursive: true, force: true }))
  await bundleMachine(dist)
  const first = written(dist)
  expect(Object.keys(first)).toEqual(expect.arrayContaining([join('electron', 'cli.cjs'), join('templates', 'kinds', '60-letter.json'), 'icon.png']))

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
