/** A whole issue as a task in one process with a real library. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openHost, type Host } from '../../electron/host.ts'
import { createStore } from '../../electron/store/sqlite-store.ts'
import { createClient, type Client } from '../../shared/api/client.ts'
import type { ApiEvent } from '../../shared/api/events.ts'
import type { JobRequest } from '../../shared/api/job-types.ts'
import type { ImportedFile } from '../../shared/api/types.ts'
import { notice } from '../cli/harness.ts'
import { ROOT } from '../shell/harness.ts'
import { ISSUED, ISSUE_NAME, issueText } from '../support/issue.ts'

let folder: string
let library: string
let host: Host
let client: Client

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), '公报 整期-'))
  library = join(folder, '资料.db')
  await createStore(library, { office: '', user: '林禾', gazetteName: '' }, []).close()
  const shell = { kind: 'terminal' as const, chooseTarget: () => Promise.resolve(null), chooseSources: () => Promise.resolve(null), chooseImage: () => Promise.resolve(null), chooseWorkbook: () => Promise.resolve(null), openPath: () => Promise.resolve(), ready: () => undefined }
  host = await openHost({ libraryFile: library, shell, resources: ROOT, version: '' })
  client = createClient({ call: (channel, request) => host.call(channel, request), subscribe: (listener) => host.subscribe(listener), sourceOf: () => Promise.reject(new Error()) })
})
afterEach(async () => {
  await host.close()
  rmSync(folder, { recursive: true, force: true })
})

type Progress = Extract<ApiEvent, { kind: 'job.progress' }>

/** Imports texts; `at` sees each step and may cancel. */
async function importing(texts: readonly string[], { as, at }: { as?: 'issue'; at?: (step: Progress) => void } = {}): Promise<readonly ImportedFile[]> {
  const sources = texts.map((_, index) => ({ kind: 'file' as const, path: join(folder, `文本${index + 1}.txt`) }))
  for (const [index, { path }] of sources.entries()) writeFileSync(path, texts[index] ?? '')
  const request: JobRequest = { kind: 'import', sources, ...(as ? { as } : {}) }
  const end = await new Promise<ApiEvent>((resolve, reject) => {
    host.subscribe((event) => {
      if (event.kind === 'job.progress') at?.(event)
      if (event.kind === 'job.done' || event.kind === 'job.failed') resolve(event)
    })
    client.call('jobs.start', request).catch(reject)
  })
  if (end.kind !== 'job.done' || end.result.kind !== 'import') throw new Error(JSON.stringify(end))
  return end.result.files
}

it('an issue among other files is known by its contents: a line for it, then one for each document', async () => {
  const steps: Progress[] = []
  const files = await importing([notice({ number: null }), issueText()], { at: (step) => steps.push(step) })
  expect(files.map(({ file, title, documentNumber }) => [file, title, documentNumber])).toEqual([
    ['文本1.txt', '关于做好2024年防汛工作的通知', null],
    ['文本2.txt', ISSUE_NAME, undefined],
    ...ISSUED.map(({ number, title }) => ['文本2.txt', title, number]),
  ])
  expect(files[1]).toMatchObject({ ok: true, doubts: [], remarks: ['整期公报，共3份公文', '文字编码 UTF-8'], issue: { year: 2024, numbers: [5, 6], total: 18 } })
  // One step a document, with its title.
  expect(steps.filter(({ total }) => total === 3).map(({ done, note }) => [done, note.split('　')[0]])).toEqual([0, 1, 2].map((done) => [done, '文本2.txt']))
  expect(files.at(-1)?.doubts).toContainEqual({ where: '目录', what: '目录里的标题是“关于做好秋冬植树的通知”，与正文不同，照正文收入' })
  const { doubts, state } = await client.call('documents.get', { id: files.at(-1)?.id ?? '' })
  expect([doubts, state]).toEqual([files.at(-1)?.doubts, 'issued'])
})

it('the original is kept with the issue', async () => {
  await importing([issueText()])
  const database = new SQLite(library, { readonly: true })
  const row = database.prepare('SELECT original_name AS name, bytes FROM issue JOIN blob ON sha256 = original_sha256').get()
  database.close()
  expect(row).toEqual({ name: '文本1.txt', bytes: Buffer.from(issueText()) })
})

it('cancelled half way, nothing of it is in the library', async () => {
  const files = await importing([issueText(), notice()], { at: ({ job, done }) => void (done === 1 && client.call('jobs.cancel', { job })) })
  expect(files).toMatchObject([
    { file: '文本1.txt', ok: false, message: '已取消，整期没有导入' },
    { file: '文本2.txt', ok: false, message: '已取消，没有导入' },
  ])
  expect(await client.call('documents.list', {})).toEqual([])
  expect(await client.call('register.series', { year: 2024 })).toEqual([])
})

it('a second time it is refused as one line', async () => {
  await importing([issueText()])
  const files = await importing([issueText()])
  expect(files).toMatchObject([{ ok: false, message: `${ISSUE_NAME}已在资料库里，没有导入。请核对年份和期号；若是同一期，不必再导入` }])
  expect(await client.call('documents.list', {})).toHaveLength(3)
})

it('what was imported before by itself is not taken twice', async () => {
  const [alone] = await importing([notice({ number: ISSUED[0].number, title: ISSUED[0].title })])
  const files = await importing([issueText()])
  expect(files[1]).toMatchObject({ id: alone?.id, remarks: ['资料库里已有这一份，没有再收'] })
  expect(await client.call('documents.list', {})).toHaveLength(3)
})

it('a person may say that a text without contents is an issue, and a notice is none', async () => {
  const bare = issueText().replace(/目 录[^]*?(?=河湾县人民政府办公室\n关于)/, '')
  expect(await importing([bare], { as: 'issue' })).toMatchObject([{ title: ISSUE_NAME, doubts: [{ where: '目录' }] }, ...ISSUED.map(({ title }) => ({ title }))])
  expect(await importing([notice()], { as: 'issue' })).toMatchObject([{ ok: false, message: expect.stringContaining('没有找到一期公报') as string }])
})
