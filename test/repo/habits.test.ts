/** Habits of the tests that no linter knows: none is focused or left to be done, none mocks a module of ours, none waits for a time. */
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSources, type Source } from '../layers/check.ts'

const ROOT = resolve(import.meta.dirname, '../..')

const HABITS: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'focused, or left to be done', pattern: /\b(?:it|test|describe)\.(?:only|todo)\b/ },
  { name: 'a mocked module of ours', pattern: /\bvi\.(?:do)?mock\(\s*['"`]\./i },
  { name: 'a wait for a time', pattern: /\bwaitForTimeout\(|\bsetTimeout\(\s*(?:resolve|done|r)\s*,|from 'node:timers\/promises'/ },
  { name: 'an assertion that cannot fail', pattern: /\bexpect\((?:true|1)\)\.to/ },
]

function faults({ path, text }: Source): readonly string[] {
  return text.split('\n').flatMap((line, at) => HABITS.filter(({ pattern }) => pattern.test(line)).map(({ name }) => `${path}:${at + 1} ${name}`))
}

test('the tests keep the habits', () => {
  // The bench is no test: it types at the pace of a hand.
  const tests = readSources(ROOT, ['test']).filter(({ path }) => path.startsWith('test/') && !path.startsWith('test/bench/') && path !== 'test/repo/habits.test.ts')
  expect(tests.length).toBeGreaterThan(20)
  expect(tests.flatMap(faults)).toEqual([])
})

describe('what is caught', () => {
  test.each([
    `test.only('a', () => {})`,
    `  it.todo('a')`,
    `describe.only('a', () => {})`,
    `vi.mock('../../shared/lib/id.ts')`,
    'vi.doMock(`./a.ts`, () => ({}))',
    'await page.waitForTimeout(500)',
    'await new Promise((resolve) => setTimeout(resolve, 100))',
    `import { setTimeout } from 'node:timers/promises'`,
    'expect(true).toBe(true)',
  ])('%s', (text) => {
    expect(faults({ path: 'a.test.ts', text })).toHaveLength(1)
  })

  test.each([`test.each([1])('a', () => {})`, `test.skipIf(a)('b', () => {})`, `vi.mock('electron')`, 'setTimeout(() => child.kill(), 1000)', 'expect(found).toBe(true)'])(
    'and not %s',
    (text) => {
      expect(faults({ path: 'a.test.ts', text })).toEqual([])
    },
  )
})
