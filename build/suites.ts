/** The suites of `npm test`, and its report. */
import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { findBrowser } from './browser.ts'
import { lacksDisplay } from './electron/installed.ts'
import { FONTS_HINT, measuringFontconfig } from './measuring-fonts.ts'
import { findOffice, OFFICE_HINT } from './office.ts'

export type SuiteId = 'types' | 'lint' | 'unit' | 'e2e' | 'editor' | 'word' | 'shell'

export interface Suite {
  readonly id: SuiteId
  readonly name: string
  /** Why it runs only by its name, and how: said where it was not asked for. A suite without this runs with `npm test` alone. */
  readonly apart?: string
  /** Why it cannot run here, and how it can; null where it can. */
  readonly lacks: () => string | null
  /** What a part of it lacks. Its tests skip that part by themselves, and fail where it is required. */
  readonly partlyLacks?: () => string | null
}

/** How to have a browser, in one line. */
export const BROWSER_HINT = '没有找到浏览器。请安装 Chrome、Chromium 或 Edge，或用 GONGBAO_BROWSER 写明它的路径，再运行 npm run e2e'

const nothing = (): null => null

/** In the order in which they run: what is quick to fail first. */
export const SUITES: readonly Suite[] = [
  { id: 'types', name: '类型', lacks: nothing },
  { id: 'lint', name: '写法', lacks: nothing },
  { id: 'unit', name: '单元、分层与接口', lacks: nothing },
  { id: 'e2e', name: '端到端（浏览器）', lacks: lackForScreen },
  { id: 'editor', name: '编辑区（浏览器）', lacks: lackForScreen, apart: '编辑区的细处（输入法、查找、粘贴、表格、图片、版面）不在其中：运行 npm test -- editor' },
  { id: 'word', name: 'Word 文件', lacks: nothing, partlyLacks: lackForPages, apart: 'Word 文件的页面不在其中：在装有 LibreOffice 的机器上运行 npm test -- word' },
  { id: 'shell', name: '桌面窗口（Electron）', lacks: () => (lacksDisplay(process.env, process.platform) ? '这里没有图形界面' : null), apart: '真正的桌面窗口（Electron）不在其中：在有图形界面的机器上运行 npm test -- shell' },
]

function lackForScreen(): string | null {
  return findBrowser() === null ? BROWSER_HINT : null
}

/** What measuring pages lacks. */
function lackForPages(): string | null {
  if (findOffice() === null) return OFFICE_HINT
  return measuringFontconfig() === undefined ? FONTS_HINT : null
}

export interface Choice {
  readonly suites: readonly Suite[]
  /** For the suite's own runner. */
  readonly rest: readonly string[]
}

/** Reads `npm test -- [suites] [arguments]`; a string is the message for the person. */
export function chooseSuites(args: readonly string[]): Choice | string {
  const end = args.findIndex((arg) => !SUITES.some(({ id }) => id === arg))
  const names = end === -1 ? args : args.slice(0, end)
  const rest = args.slice(names.length)
  if (names.length === 0 && rest.length === 0) return { suites: SUITES.filter(({ apart }) => apart === undefined), rest }
  if (rest.length > 0 && names.length !== 1) return `看不懂：${args.join(' ')}。先写一个测试的名字：${SUITES.map(({ id }) => id).join('、')}`
  return { suites: SUITES.filter(({ id }) => names.includes(id)), rest }
}

/** How many tests, by the runner's own count. */
export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** What a runner wrote about its run. Tests by their full names. */
export interface Results {
  readonly counts: Counts
  /** Tests that could not run here; they say what they need. Playwright's are counted only. */
  readonly skipped: readonly string[]
  /** Each with its file and the first line of what it said: the whole of it stands far above the report. */
  readonly failed: readonly string[]
  /** Tests that failed once and passed when tried again: to be mended, but no reason to refuse a change. */
  readonly flaky: readonly string[]
}

/** One suite's end. A suite that `lacks` something has not run. */
export interface Outcome {
  readonly suite: Suite
  readonly state: 'passed' | 'failed' | 'skipped'
  readonly minutes: number
  /** Null where the runner does not count, or broke down. */
  readonly results: Results | null
  readonly note: string
}

/** The outcome of a suite that cannot run here: a failure where it must (CI), else a line. */
export function lacking(suite: Suite, note: string, required: boolean): Outcome {
  return { suite, state: required ? 'failed' : 'skipped', minutes: 0, results: null, note }
}

const WORDS = { passed: '通过', failed: '失败', skipped: '没测' } as const

/** The report: one line a suite, with a line below for each test that was skipped, and the sum. */
export function reportLines(outcomes: readonly Outcome[]): readonly string[] {
  const lines = outcomes.flatMap(({ suite, state, minutes, results, note }) => {
    const time = state === 'skipped' ? '' : `${minutes.toFixed(1)} 分`
    const line = [WORDS[state], suite.name, time, results ? countsText(results.counts) : '', note].filter((part) => part !== '').join('  ')
    // A note says for all of them what they need.
    const skipped = note === '' ? (results?.skipped ?? []) : []
    return [line, ...below('跳过', skipped), ...below('第二次才通过', results?.flaky ?? []), ...below('失败', results?.failed ?? [])]
  })
  const whole = outcomes.reduce((sum, { minutes }) => sum + minutes, 0)
  return [...lines, `共 ${whole.toFixed(1)} 分`]
}

const below = (word: string, names: readonly string[]): readonly string[] => names.map((name) => `      ${word}  ${name}`)

function countsText({ passed, failed, skipped }: Counts): string {
  return [`${passed} 项通过`, failed > 0 ? `${failed} 项失败` : '', skipped > 0 ? `${skipped} 项跳过` : ''].filter((part) => part !== '').join('，')
}

const vitestFile = z.object({
  name: z.string().default(''),
  // A file that could not be loaded has no tests, and says why.
  message: z.string().default(''),
  assertionResults: z.array(z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).default([]) })),
})
const vitest = z
  .object({ numPassedTests: z.number(), numFailedTests: z.number(), testResults: z.array(vitestFile) })
  .transform(({ numPassedTests, numFailedTests, testResults }): Results => {
    const tests = testResults.flatMap((file) => file.assertionResults.map((test) => ({ ...test, file: fileIn(file.name) })))
    const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed').map(({ fullName }) => fullName.trim())
    const failed = tests.filter(({ status }) => status === 'failed').map(({ file, fullName, failureMessages }) => failure(file, fullName, failureMessages[0]))
    const unread = testResults.filter(({ message }) => message !== '').map(({ name, message }) => failure(fileIn(name), '', message))
    return { counts: { passed: numPassedTests, failed: numFailedTests, skipped: skipped.length }, skipped, failed: [...failed, ...unread], flaky: [] }
  })

const playwrightTest = z.object({ status: z.string(), results: z.array(z.object({ error: z.object({ message: z.string().default('') }).optional() })) })
const playwrightSpec = z.object({ title: z.string(), file: z.string(), tests: z.array(playwrightTest) })
interface PlaywrightSuite {
  readonly specs: readonly z.infer<typeof playwrightSpec>[]
  readonly suites: readonly PlaywrightSuite[]
}
const playwrightSuite: z.ZodType<PlaywrightSuite> = z.lazy(() =>
  z.object({ specs: z.array(playwrightSpec).default([]), suites: z.array(playwrightSuite).default([]) }),
)

const playwright = z
  .object({
    stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
    suites: z.array(playwrightSuite).default([]),
    // What went wrong outside of any test.
    errors: z.array(z.object({ message: z.string().default('') })).default([]),
  })
  .transform(({ stats, suites, errors }): Results => {
    const tests = suites.flatMap(specsOf).flatMap(({ title, file, tests }) => tests.map((test) => ({ title, file, ...test })))
    const named = (wanted: string): readonly string[] =>
      tests.filter(({ status }) => status === wanted).map(({ title, file, results }) => failure(file, title, results.find(({ error }) => error !== undefined)?.error?.message))
    return {
      counts: { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped },
      skipped: [],
      failed: [...named('unexpected'), ...errors.map(({ message }) => failure('', '', message))],
      flaky: named('flaky'),
    }
  })

function specsOf({ specs, suites }: PlaywrightSuite): PlaywrightSuite['specs'] {
  return [...specs, ...suites.flatMap(specsOf)]
}

/** A test's file as one finds it in the project. */
function fileIn(path: string): string {
  return path.replace(/^.*[\\/](?=test[\\/])/, '')
}

/** One line of a test that failed. */
function failure(file: string, name: string, message = ''): string {
  // Runners colour their messages.
  const plain = message.replace(/\u001b\[[0-9;]*m/g, '')
  const [first = ''] = plain.split('\n').filter((line) => line.trim() !== '')
  return [[file, name.trim()].filter((part) => part !== '').join(' › '), first.trim().slice(0, 300)].filter((part) => part !== '').join('：')
}

/** Results from the JSON file that Vitest or Playwright wrote; null where there is none (the runner broke down). */
export function readResults(file: string): Results | null {
  if (!existsSync(file)) return null
  return z.union([vitest, playwright]).parse(JSON.parse(readFileSync(file, 'utf8')))
}
