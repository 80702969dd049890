import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const PROJECT = resolve(import.meta.dirname, '../..')

/** A project with the real launcher, one task that tells its arguments, and a program in place of npm. */
let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gongbao 新机-'))
  mkdirSync(join(root, 'build/tasks'), { recursive: true })
  copyFileSync(join(PROJECT, 'build/launch.mjs'), join(root, 'build/launch.mjs'))
  writeFileSync(join(root, 'build/tasks/e2e.ts'), `console.log(JSON.stringify(process.argv.slice(2) satisfies string[])); process.exit(7)`)
  writeFileSync(join(root, 'package-lock.json'), '{"version":1}')
  writeFileSync(
    join(root, 'npm.js'),
    `const fs = require('fs')
     fs.appendFileSync('${join(root, 'runs')}', process.argv.slice(2).join(' ') + '\\n')
     if (fs.existsSync('${join(root, 'offline')}')) process.exit(1)
     fs.mkdirSync('node_modules', { recursive: true })
     fs.writeFileSync('node_modules/.package-lock.json', '{}')`,
  )
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function launch(...args: readonly string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const env = { ...process.env, npm_execpath: join(root, 'npm.js') }
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'build/launch.mjs'), ...args], { cwd: tmpdir(), env, encoding: 'utf8' })
  return { code: status, out: stdout, err: stderr }
}

const installs = (): readonly string[] => (existsSync(join(root, 'runs')) ? readFileSync(join(root, 'runs'), 'utf8').trim().split('\n') : [])

test('the first command installs, then runs the task with its arguments and exit code', () => {
  const { code, out, err } = launch('e2e', '--grep', '起草 公文')
  expect([code, out]).toEqual([7, '["--grep","起草 公文"]\n'])
  expect(err).toContain('npm ci')
  expect(installs()).toEqual([expect.stringMatching(/^ci /)])
})

test.skipIf(process.platform === 'win32')('who ends the launcher ends the task, in its own way', async () => {
  writeFileSync(
    join(root, 'build/tasks/e2e.ts'),
    `process.on('SIGTERM', () => { console.log('closed in order'); process.exit(3) }); setTimeout(() => {}, 20_000); console.log('ready')`,
  )
  const env = { ...process.env, npm_execpath: join(root, 'npm.js') }
  const child = spawn(process.execPath, [join(root, 'build/launch.mjs'), 'e2e'], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
    if (text.includes('ready')) child.kill('SIGTERM')
  })
  // The pipe is closed only when the task has ended too.
  const code = await new Promise((resolve) => child.once('close', resolve))
  expect([code, out]).toEqual([3, 'ready\nclosed in order\n'])
})

test('what is installed is not installed again, until the lockfile changes', () => {
  launch('e2e')
  expect(launch('e2e').err).toBe('')
  expect(installs()).toHaveLength(1)
  writeFileSync(join(root, 'package-lock.json'), '{"version":2}')
  launch('e2e')
  expect(installs()).toHaveLength(2)
})

test('what the person installed by hand counts, unless the lockfile is newer', () => {
  mkdirSync(join(root, 'node_modules'))
  writeFileSync(join(root, 'node_modules/.package-lock.json'), '{}')
  utimesSync(join(root, 'package-lock.json'), 1000, 1000)
  expect(launch('e2e').code).toBe(7)
  expect(installs()).toHaveLength(0)
  rmSync(join(root, 'node_modules/.gongbao-lock'))
  utimesSync(join(root, 'node_modules/.package-lock.json'), 1000, 1000)
  utimesSync(join(root, 'package-lock.json'), 2000, 2000)
  launch('e2e')
  expect(installs()).toHaveLength(1)
})

test('an installation that fails says what to do, and is tried again the next time', () => {
  writeFileSync(join(root, 'offline'), '')
  const { code, out, err } = launch('e2e')
  expect([code, out]).toEqual([1, ''])
  expect(err).toContain('请检查网络或镜像设置')
  rmSync(join(root, 'offline'))
  expect(launch('e2e').code).toBe(7)
})

test.each([['nothing'], ['../tasks/e2e'], [''], ['E2E']])('%j is no task', (name) => {
  expect(launch(name)).toMatchObject({ code: 1, err: expect.stringContaining('没有这个任务') as string })
})

test('every script of package.json is a task that the launcher takes', () => {
  const { scripts } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { scripts: Readonly<Record<string, string>> }
  for (const [name, command] of Object.entries(scripts)) {
    expect(command).toBe(`node build/launch.mjs ${name}`)
    expect(existsSync(join(PROJECT, 'build/tasks', `${name}.ts`))).toBe(true)
    writeFileSync(join(root, 'build/tasks', `${name}.ts`), '')
    expect(launch(name)).toMatchObject({ code: 0 })
  }
})
