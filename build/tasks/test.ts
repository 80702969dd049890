/**
 * `npm test`: what can be tested without further software. All suites run even when one fails. `npm test -- unit` runs one of them,
 * further words go to its runner. With CI=true what is missing (browser, LibreOffice) is a failure.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { chooseSuites, lacking, readResults, reportLines, SUITES, type Outcome, type Suite, type SuiteId } from '../suites.ts'
import { ROOT } from './run.ts'

const RESULTS = join(ROOT, '.cache/test')

const choice = chooseSuites(process.argv.slice(2))
if (typeof choice === 'string') {
  process.stderr.write(`${choice}\n`)
  process.exit(1)
}
const required = process.env.CI === 'true'
const outcomes = choice.suites.map((suite): Outcome => {
  const missing = suite.lacks()
  return missing === null ? run(suite, choice.rest) : lacking(suite, missing, required)
})
process.stdout.write(`\n${reportLines(outcomes).join('\n')}\n`)
for (const { id, apart } of SUITES) if (apart !== undefined && !outcomes.some(({ suite }) => suite.id === id)) process.stdout.write(`${apart}\n`)
process.exit(outcomes.some(({ state }) => state === 'failed') ? 1 : 0)

function run(suite: Suite, rest: readonly string[]): Outcome {
  process.stdout.write(`\n── ${suite.name} ──\n`)
  const file = join(RESULTS, `${suite.id}.json`)
  mkdirSync(RESULTS, { recursive: true })
  rmSync(file, { force: true })
  const began = performance.now()
  const { task, args, env = {} } = commandOf(suite.id, file)
  const done = spawnSync(process.execPath, [join(import.meta.dirname, `${task}.ts`), ...args, ...rest], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  const minutes = (performance.now() - began) / 60_000
  return { suite, state: done.status === 0 ? 'passed' : 'failed', minutes, results: readResults(file), note: suite.partlyLacks?.() ?? '' }
}

/** A suite's task, told to write its counts to `results` where its runner can. */
function commandOf(id: SuiteId, results: string): { readonly task: string; readonly args: readonly string[]; readonly env?: NodeJS.ProcessEnv } {
  switch (id) {
    case 'types':
    case 'lint':
      return { task: id, args: [] }
    case 'unit':
    case 'word':
      return { task: id, args: ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`] }
    case 'e2e':
    case 'editor':
      return { task: 'e2e', args: [`--project=${id}`, '--reporter=list,json'], env: { PLAYWRIGHT_JSON_OUTPUT_FILE: results } }
    case 'shell':
      return { task: 'start', args: ['--selftest'] }
  }
}
