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
  const results = { counts: { passed: 12, failed: 1, skipped: 1 }, skipped: ['真实公报不在这里'] }
  const lines = reportLines([
    { suite: suite('types'), state: 'passed', minutes: 0.25, results: null, note: '' },
    { suite: suite('unit'), state: 'failed', minutes: 1.5, results, note: '' },
    { suite: suite('word'), state: 'passed', minutes: 0.5, results, note: '没有 LibreOffice' },
    lacking(suite('e2e'), '没有浏览器', false),
  ])
  expect(lines).toEqual([
    '通过  类型  0.3 分',
    '失败  单元、分层与接口  1.5 分  12 项通过，1 项失败，1 项跳过',
    '      跳过  真实公报不在这里',
    '通过  Word 文件  0.5 分  12 项通过，1 项失败，1 项跳过  没有 LibreOffice',
    '没测  端到端（浏览器）  没有浏览器',
    '共 2.3 分',
  ])
})

test('what is missing is a failure only where it is required', () => {
  expect(lacking(suite('e2e'), '', false).state).toBe('skipped')
  expect(lacking(suite('e2e'), '', true).state).toBe('failed')
})

test('counts and skipped tests are those of the runners', () => {
  const file = join(folder, 'results.json')
  expect(readResults(file)).toBeNull()
  const tests = [{ status: 'passed', fullName: 'a' }, { status: 'failed', fullName: 'b' }, { status: 'skipped', fullName: ' 公报 没有' }, { status: 'todo', fullName: 'c' }]
  writeFileSync(file, JSON.stringify({ numPassedTests: 5, numFailedTests: 1, testResults: [{ assertionResults: tests }], success: false }))
  expect(readResults(file)).toEqual({ counts: { passed: 5, failed: 1, skipped: 2 }, skipped: ['公报 没有', 'c'] })
  writeFileSync(file, JSON.stringify({ stats: { expected: 3, unexpected: 1, flaky: 0, skipped: 4 } }))
  expect(readResults(file)).toEqual({ counts: { passed: 3, failed: 1, skipped: 4 }, skipped: [] })
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
