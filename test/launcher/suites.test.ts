import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findOffice } from '../../build/office.ts'
import { chooseSuites, lacking, readResults, reportLines, SUITES, type Suite, type SuiteId } from '../../build/suites.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongbao-suites-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const chosen = (...args: readonly string[]): unknown => {
  const choice = chooseSuites(args)
  return typeof choice === 'string' ? choice : [choice.suites.map(({ id }) => id), choice.rest]
}
const suite = (wanted: SuiteId): Suite => SUITES.find(({ id }) => id === wanted)!

test('npm test alone runs what needs no further software, in order', () => {
  expect(chosen()).toEqual([['types', 'lint', 'unit', 'e2e'], []])
})

test('suites by name, and words for the runner of one', () => {
  expect(chosen('e2e', 'unit')).toEqual([['unit', 'e2e'], []])
  expect(chosen('unit', 'test/layout', '-t', 'lint')).toEqual([['unit'], ['test/layout', '-t', 'lint']])
})

test.each([[['uint']], [['unit', 'e2e', 'test/layout']], [['--watch']]])('%j is answered with the names', (args) => {
  expect(chosen(...args)).toMatch(/types、lint、unit/)
})

test('the report has a line for each suite, with minutes and counts, one for each skipped test, and the sum', () => {
  const results = { counts: { passed: 12, failed: 1, skipped: 1 }, skipped: ['真实公报不在这里'], failed: ['test/a.test.ts › a：Error: b'], flaky: ['c'] }
  const quiet = { ...results, failed: [], flaky: [] }
  const lines = reportLines([
    { suite: suite('types'), state: 'passed', minutes: 0.25, results: null, note: '' },
    { suite: suite('unit'), state: 'failed', minutes: 1.5, results, note: '' },
    { suite: suite('word'), state: 'passed', minutes: 0.5, results: quiet, note: '没有 LibreOffice' },
    lacking(suite('e2e'), '没有浏览器', false),
  ])
  expect(lines).toEqual([
    '通过  类型  0.3 分',
    '失败  单元、分层与接口  1.5 分  12 项通过，1 项失败，1 项跳过',
    '      跳过  真实公报不在这里',
    '      第二次才通过  c',
    '      失败  test/a.test.ts › a：Error: b',
    '通过  Word 文件  0.5 分  12 项通过，1 项失败，1 项跳过  没有 LibreOffice',
    '没测  端到端（浏览器）  没有浏览器',
    '共 2.3 分',
  ])
})

test('what is missing is a failure only where it is required', () => {
  expect(lacking(suite('e2e'), '', false).state).toBe('skipped')
  expect(lacking(suite('e2e'), '', true).state).toBe('failed')
})

test('what Vitest wrote: counts, what was skipped, what failed and where', () => {
  const file = join(folder, 'results.json')
  expect(readResults(file)).toBeNull()
  const tests = [
    { status: 'passed', fullName: 'a' },
    { status: 'failed', fullName: ' group b', failureMessages: ['\u001b[31mAssertionError: one\u001b[39m\n    at two'] },
    { status: 'skipped', fullName: ' 公报 没有' },
    { status: 'todo', fullName: 'c' },
  ]
  const testResults = [
    { name: '/home/test/公报/test/store/a.test.ts', message: '', assertionResults: tests },
    { name: 'C:\\公报\\test\\b.test.ts', message: 'no such module', assertionResults: [] },
  ]
  writeFileSync(file, JSON.stringify({ numPassedTests: 5, numFailedTests: 1, testResults, success: false }))
  expect(readResults(file)).toEqual({
    counts: { passed: 5, failed: 1, skipped: 2 },
    skipped: ['公报 没有', 'c'],
    failed: ['test/store/a.test.ts › group b：AssertionError: one', 'test\\b.test.ts：no such module'],
    flaky: [],
  })
})

test('what Playwright wrote: also what passed only when tried again', () => {
  const file = join(folder, 'results.json')
  const spec = (title: string, status: string, ...messages: readonly (string | undefined)[]): unknown => ({
    title,
    file: 'a.test.ts',
    tests: [{ status, results: messages.map((message) => (message === undefined ? {} : { error: { message } })) }],
  })
  const suites = [{ specs: [spec('good', 'expected', undefined)], suites: [{ specs: [spec('bad', 'unexpected', 'one', 'two'), spec('late', 'flaky', 'three', undefined)] }] }]
  writeFileSync(file, JSON.stringify({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 4 }, suites, errors: [{ message: 'no browser' }] }))
  expect(readResults(file)).toEqual({
    counts: { passed: 4, failed: 1, skipped: 4 },
    skipped: [],
    failed: ['a.test.ts › bad：one', 'no browser'],
    flaky: ['a.test.ts › late：three'],
  })
  writeFileSync(file, '{}')
  expect(() => readResults(file)).toThrow()
})

test('LibreOffice is found by PATH, and does not count without pdftotext', () => {
  const env = { PATH: ['', join(folder, 'none'), folder].join(delimiter) }
  writeFileSync(join(folder, 'libreoffice'), '')
  expect(findOffice(env, 'linux')).toBeNull()
  writeFileSync(join(folder, 'pdftotext'), '')
  expect(findOffice(env, 'linux')).toBe(join(folder, 'libreoffice'))
  expect(findOffice(env, 'win32')).toBeNull()
})
