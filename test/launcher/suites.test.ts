import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findOffice } from '../../build/office.ts'
import { chooseSuites, lacking, readCounts, reportLines, SUITES, type Suite, type SuiteId } from '../../build/suites.ts'

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

test('npm test alone runs all but the desktop window, in their order', () => {
  expect(chosen()).toEqual([['types', 'lint', 'unit', 'e2e', 'word'], []])
})

test('suites by name, and words for the runner of one', () => {
  expect(chosen('e2e', 'unit')).toEqual([['unit', 'e2e'], []])
  expect(chosen('unit', 'test/layout', '-t', 'lint')).toEqual([['unit'], ['test/layout', '-t', 'lint']])
})

test.each([[['uint']], [['unit', 'e2e', 'test/layout']], [['--watch']]])('%j is answered with the names', (args) => {
  expect(chosen(...args)).toMatch(/types、lint、unit/)
})

test('the report has a line for each suite, with minutes and counts, and the sum', () => {
  const counts = { passed: 12, failed: 1, skipped: 2 }
  const lines = reportLines([
    { suite: suite('types'), state: 'passed', minutes: 0.25, counts: null, note: '' },
    { suite: suite('e2e'), state: 'failed', minutes: 1.5, counts, note: '' },
    lacking(suite('word'), '没有 LibreOffice', false),
  ])
  expect(lines).toEqual([
    '通过  类型  0.3 分',
    '失败  端到端（浏览器）  1.5 分  12 项通过，1 项失败，2 项跳过',
    '没测  Word 版面（LibreOffice）  没有 LibreOffice',
    '共 1.8 分',
  ])
})

test('what is missing is a failure only where it is required', () => {
  expect(lacking(suite('word'), '', false).state).toBe('skipped')
  expect(lacking(suite('word'), '', true).state).toBe('failed')
})

test('counts are those of the runners', () => {
  const file = join(folder, 'counts.json')
  expect(readCounts(file)).toBeNull()
  writeFileSync(file, JSON.stringify({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 0, success: false }))
  expect(readCounts(file)).toEqual({ passed: 5, failed: 1, skipped: 2 })
  writeFileSync(file, JSON.stringify({ stats: { expected: 3, unexpected: 1, flaky: 0, skipped: 4 } }))
  expect(readCounts(file)).toEqual({ passed: 3, failed: 1, skipped: 4 })
  writeFileSync(file, '{}')
  expect(() => readCounts(file)).toThrow()
})

test('LibreOffice is found by PATH, and does not count without pdftotext', () => {
  const env = { PATH: ['', join(folder, 'none'), folder].join(delimiter) }
  writeFileSync(join(folder, 'libreoffice'), '')
  expect(findOffice(env, 'linux')).toBeNull()
  writeFileSync(join(folder, 'pdftotext'), '')
  expect(findOffice(env, 'linux')).toBe(join(folder, 'libreoffice'))
  expect(findOffice(env, 'win32')).toBeNull()
})
