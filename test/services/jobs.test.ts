/** Tasks in one process with a real library: what is cancelled, what fails, and what is kept. */
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openHost, type Host } from '../../electron/host.ts'
import type { ShellPort } from '../../electron/shell-port.ts'
import { createStore } from '../../electron/store/sqlite-store.ts'
import { createClient, type Client } from '../../shared/api/client.ts'
import type { ApiEvent } from '../../shared/api/events.ts'
import type { JobRequest } from '../../shared/api/job-types.ts'
import { notice, toGb18030 } from '../cli/harness.ts'
import { ROOT } from '../shell/harness.ts'

let folder: string
let library: string
let host: Host
let client: Client
let events: ApiEvent[]

const SHELL: ShellPort = {
  kind: 'terminal',
  chooseTarget: () => Promise.resolve(null),
  chooseSources: () => Promise.resolve(null),
  chooseImage: () => Promise.resolve(null),
  chooseWorkbook: () => Promise.resolve(null),
  openPath: () => Promise.resolve(),
  ready: () => undefined,
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), '公报 任务-'))
  library = join(folder, '资料.db')
  await createStore(library, { office: '', user: '林禾', gazetteName: '' }, []).close()
  host = await openHost({ libraryFile: library, shell: SHELL, resources: ROOT, version: '' })
  events = []
  host.subscribe((event) => events.push(event))
  client = createClient({ call: (channel, request) => host.call(channel, request), subscribe: (listener) => host.subscribe(listener), sourceOf: () => Promise.reject(new Error()) })
})
afterEach(async () => {
  await host.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Runs a task to its end. */
function run(request: JobRequest): Promise<Extract<ApiEvent, { kind: 'job.done' | 'job.failed' }>> {
  return new Promise((resolve, reject) => {
    host.subscribe((event) => (event.kind === 'job.done' || event.kind === 'job.failed') && resolve(event))
    client.call('jobs.start', request).catch(reject)
  })
}

async function imported(text: string | Uint8Array): Promise<string> {
  const path = join(folder, '通知.txt')
  writeFileSync(path, text)
  const end = await run({ kind: 'import', sources: [{ kind: 'file', path }] })
  if (end.kind !== 'job.done' || end.result.kind !== 'import') throw new Error(end.kind)
  return end.result.files[0]?.id ?? ''
}

it('a cancelled export leaves the old file and no history', async () => {
  const id = await imported(notice({ number: null }))
  const path = join(folder, '通知.docx')
  writeFileSync(path, '旧')
  const { job } = await client.call('jobs.start', { kind: 'export', id, layout: 'gazette', target: { kind: 'file', path } })
  const ended = new Promise<ApiEvent>((resolve) => host.subscribe((event) => event.kind === 'job.failed' && resolve(event)))
  await client.call('jobs.cancel', { job })
  expect(await ended).toMatchObject({ job, error: { code: 'cancelled', message: '已取消，没有导出' } })
  expect(readFileSync(path, 'utf8')).toBe('旧')
  expect((await client.call('documents.get', { id })).history.map(({ what }) => what)).toEqual(['imported'])
})

it('an import that is cancelled before its first file changes nothing', async () => {
  const path = join(folder, '通知.txt')
  writeFileSync(path, notice())
  const ended = new Promise<ApiEvent>((resolve) => host.subscribe((event) => event.kind === 'job.failed' && resolve(event)))
  const { job } = await client.call('jobs.start', { kind: 'import', sources: [{ kind: 'file', path }] })
  await client.call('jobs.cancel', { job })
  expect(await ended).toMatchObject({ job, error: { code: 'cancelled' } })
  expect(await client.call('documents.list', {})).toEqual([])
})

it('an export that fails is no line of history', async () => {
  const id = await imported(notice())
  const end = await run({ kind: 'export', id, layout: 'gazette', target: { kind: 'file', path: join(folder, '没有/通知.docx') } })
  expect(end).toMatchObject({ kind: 'job.failed', error: { code: 'fileMissing' } })
  expect((await client.call('documents.get', { id })).history.map(({ what }) => what)).toEqual(['imported'])
})

it('a file that is open in Word is kept beside it, and the refusal says where', async () => {
  const id = await imported(notice())
  writeFileSync(join(folder, '通知.docx'), '旧')
  writeFileSync(join(folder, '.~lock.通知.docx#'), '')
  const end = await run({ kind: 'export', id, layout: 'gazette', target: { kind: 'file', path: join(folder, '通知.docx') } })
  expect(end).toMatchObject({ kind: 'job.failed', error: { code: 'busy', details: [join(folder, '通知（另存1）.docx')] } })
  expect(readFileSync(join(folder, '通知.docx'), 'utf8')).toBe('旧')
})

it.skipIf(process.platform === 'win32')('a library that cannot take the line of history does not keep the file back', async () => {
  const id = await imported(notice())
  const path = join(folder, '通知.docx')
  renameSync(library, `${library}.旧`)
  const written = await run({ kind: 'export', id, layout: 'gazette', target: { kind: 'file', path } })
  expect(written).toMatchObject({ kind: 'job.failed', error: { code: 'fileMissing', safe: `文件已经写好：${path}` } })
  expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK')
  renameSync(`${library}.旧`, library)

  await host.close()
  const offerDownload = (fileName: string): Promise<string> => Promise.resolve(`/download/${fileName}`)
  const faults: unknown[] = []
  host = await openHost({ libraryFile: library, shell: { ...SHELL, kind: 'browser', offerDownload }, resources: ROOT, version: '', report: (fault) => faults.push(fault) })
  await client.call('documents.get', { id })
  renameSync(library, `${library}.旧`)
  const offered = await run({ kind: 'export', id, layout: 'gazette', target: { kind: 'download' } })
  expect(offered).toMatchObject({ kind: 'job.done', result: { url: expect.stringMatching(/^\/download\/.+\.docx$/) as string } })
  expect(faults).toMatchObject([{ error: { code: 'fileMissing' } }])
})

it('an imported original is kept byte for byte, with its name', async () => {
  const bytes = toGb18030(notice())
  const id = await imported(bytes)
  const database = new SQLite(library, { readonly: true })
  const row = database.prepare('SELECT original_name AS name, bytes FROM document JOIN blob ON sha256 = original_sha256 WHERE id = ?').get(id)
  database.close()
  expect(row).toEqual({ name: '通知.txt', bytes: Buffer.from(bytes) })
  const { history, doubts } = await client.call('documents.get', { id })
  expect(history).toMatchObject([{ what: 'imported', who: '林禾', detail: '通知.txt' }])
  const done = events.find((event) => event.kind === 'job.done')
  expect(done).toMatchObject({ result: { files: [{ doubts, remarks: [expect.stringContaining('GB18030') as string] }] } })
})

it('closing ends a running import between two files, and the library is whole', async () => {
  const sources = Array.from({ length: 100 }, (_, at) => {
    const path = join(folder, `${at}.txt`)
    writeFileSync(path, notice({ number: null, title: `关于第${at}项工作的通知` }))
    return { kind: 'file' as const, path }
  })
  const begun = new Promise((resolve) => host.subscribe((event) => event.kind === 'job.progress' && event.done === 2 && resolve(event)))
  await client.call('jobs.start', { kind: 'import', sources })
  await begun
  await host.close()
  const done = events.find((event) => event.kind === 'job.done')
  const taken = done?.kind === 'job.done' && done.result.kind === 'import' ? done.result.files.filter(({ ok }) => ok).length : 0
  expect(taken).toBeGreaterThan(1)
  expect(taken).toBeLessThan(100)
  expect(readdirSync(folder).filter((name) => name.startsWith('资料'))).toEqual(['资料.db'])
  const database = new SQLite(library, { readonly: true })
  expect(database.prepare('SELECT count(*) FROM document').pluck().get()).toBe(taken)
  database.close()
})

it('pages and their uploads, and paths, are kept apart', async () => {
  await expect(client.call('jobs.start', { kind: 'import', sources: [{ kind: 'upload', token: 'x', name: 'a.txt' }] })).rejects.toMatchObject({ error: { code: 'badRequest' } })
  await expect(client.call('jobs.start', { kind: 'export', id: '01930000-0000-7000-8000-000000000000', layout: 'gazette', target: { kind: 'download' } })).rejects.toMatchObject({ error: { code: 'badRequest' } })
})

it('the original of an import comes out byte for byte, whatever has become of the document', async () => {
  const bytes = toGb18030(notice())
  const id = await imported(bytes)
  expect((await client.call('documents.get', { id })).original).toBe('通知.txt')
  const path = join(folder, '原件.txt')
  const end = await run({ kind: 'original', id, target: { kind: 'file', path } })
  expect(end).toMatchObject({ kind: 'job.done', result: { kind: 'original', fileName: '原件.txt', path, bytes: bytes.length } })
  expect(readFileSync(path)).toEqual(Buffer.from(bytes))
})

it('a document that was not imported has no original, and nothing is written', async () => {
  const [template] = await client.call('templates.list', {})
  const { id, original } = await client.call('documents.create', { templateId: template?.id ?? '' })
  expect(original).toBeNull()
  const end = await run({ kind: 'original', id, target: { kind: 'file', path: join(folder, '原件.txt') } })
  expect(end).toMatchObject({ kind: 'job.failed', error: { code: 'notFound' } })
  expect(readdirSync(folder)).not.toContain('原件.txt')
})
