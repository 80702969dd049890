/** One suite over both transports: whatever carries the contract, the page sees the same. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkWordFile } from '../../electron/docx/check/check-word-file.ts'
import { openHost } from '../../electron/host.ts'
import { openStore } from '../../electron/store/sqlite-store.ts'
import { startJob, type Progress } from '../../renderer/api/job.ts'
import type { Channel, RequestOf, ValueOf } from '../../shared/api/contract.ts'
import type { ErrorCode } from '../../shared/api/reply.ts'
import type { JobRequest, JobResult } from '../../shared/api/job-types.ts'
import type { DocumentRecord } from '../../shared/api/types.ts'
import type { Document } from '../../shared/document/types.ts'
import { newId } from '../../shared/lib/id.ts'
import { notice } from '../cli/harness.ts'
import { browserShell } from '../../electron/transport/browser-shell.ts'
import { createTransfers } from '../../electron/transport/http-transfers.ts'
import { builtProgram, ROOT } from '../shell/harness.ts'
import { MACHINES, type Machine } from './machines.ts'

const OFFICE = { office: '河湾县人民政府办公室', codes: ['河政发', '河政办发'], user: '林禾' }
let program: Awaited<ReturnType<typeof builtProgram>>
beforeAll(async () => {
  program = await builtProgram()
})
afterAll(() => program.remove())

describe.each(Object.entries(MACHINES))('over %s', (_name, start) => {
  const called = new Set<string>()
  let data: string
  let machine: Machine

  beforeEach(async () => {
    data = mkdtempSync(join(tmpdir(), '公报 契约-'))
    machine = await start({ root: program.root, data, library: '资料 库.db' })
  })
  afterEach(async () => {
    await machine.close()
    rmSync(data, { recursive: true, force: true })
  })

  function call<C extends Channel>(channel: C, request: RequestOf<C>): Promise<ValueOf<C>> {
    called.add(channel)
    return machine.client.call(channel, request)
  }

  async function refusal<C extends Channel>(channel: C, request: RequestOf<C>, code: ErrorCode): Promise<void> {
    await expect(call(channel, request)).rejects.toMatchObject({ error: { code, message: expect.stringMatching(/[一-龥]/) as string } })
  }

  /** A library with one draft that lacks nothing. */
  async function draft(): Promise<DocumentRecord> {
    await call('library.create', OFFICE)
    const { files } = await importing([await machine.source('草稿.txt', notice({ number: null }))])
    return call('documents.get', { id: files[0]?.id ?? '' })
  }

  async function run(request: JobRequest): Promise<{ result: JobResult; progress: readonly Progress[] }> {
    called.add('jobs.start')
    const progress: Progress[] = []
    const result = await startJob(machine.client, request, (one) => progress.push(one)).result
    return { result, progress }
  }

  async function importing(sources: Extract<JobRequest, { kind: 'import' }>['sources']) {
    const { result } = await run({ kind: 'import', sources })
    if (result.kind !== 'import') throw new Error(result.kind)
    return result
  }

  it('first start: no library, then one, and never a second in its place', async () => {
    expect(await call('library.status', {})).toEqual({ kind: 'none', file: join(data, '资料 库.db') })
    await refusal('documents.list', {}, 'noLibrary')
    const open = await call('library.create', OFFICE)
    expect(open).toMatchObject({ kind: 'open', profile: { office: OFFICE.office, user: OFFICE.user, gazetteName: '河湾县人民政府公报' } })
    await machine.event('documents.changed', ({ origin }) => origin === 'here')
    await machine.event('register.changed')
    await refusal('library.create', OFFICE, 'libraryExists')
    await refusal('library.createSample', {}, 'libraryExists')
    const profile = { office: '河湾县水利局', user: '程远', gazetteName: '河湾水利' }
    expect(await call('library.setProfile', profile)).toMatchObject({ profile })
    expect((await call('register.series', { year: 2024 })).map(({ code, next }) => [code, next])).toEqual([['河政发', 1], ['河政办发', 1]])
  })

  it('the sample has finished notices and drafts', async () => {
    await call('library.createSample', {})
    const documents = await call('documents.list', {})
    expect(documents.filter(({ state }) => state === 'numbered').length).toBeGreaterThanOrEqual(10)
    expect(documents.filter(({ state }) => state === 'draft')).toHaveLength(2)
  })

  it('requests that the contract does not know are refused at the door, with the path to the fault', async () => {
    const { transport } = machine.client
    await call('library.create', OFFICE)
    const bad: [channel: string, request: unknown, detail?: string][] = [
      ['documents.burn', {}],
      ['toString', {}],
      ['__proto__', {}],
      ['documents.get', { id: 'x' }, 'id'],
      ['documents.get', { id: newId(), more: 1 }],
      ['documents.get', null],
      ['documents.get', [newId()]],
      ['register.series', { year: '2024' }, 'year'],
      ['documents.save', { id: newId(), revision: 1, document: { version: 1 } }, 'document'],
      ['jobs.start', { kind: 'print' }],
      ['jobs.start', { kind: 'import', sources: [{ kind: 'upload', token: 'x', name: 'a.txt' }, { kind: 'blob' }] }, 'sources.1'],
    ]
    for (const [channel, request, detail] of bad) {
      const reply = await transport.call(channel, request)
      expect([channel, reply]).toEqual([channel, { ok: false, error: expect.objectContaining({ code: 'badRequest' }) as object }])
      if (detail !== undefined && !reply.ok) expect(reply.error.details?.join()).toContain(detail)
    }
  })

  it('a draft from a template is kept as it was saved, whatever its characters', async () => {
    await call('library.create', OFFICE)
    const [template] = await call('templates.list', {})
    const made = await call('documents.create', { templateId: template?.id ?? '' })
    expect(made).toMatchObject({ state: 'draft', templateId: template?.id, history: [{ what: 'created', who: '林禾' }] })
    expect(await machine.event('draft.changed')).toMatchObject({ id: made.id, revision: made.revision })
    const document = withTitle(made.document, '关于“𠮷”的\n通知 <b>&amp;\u2028\u0007"\\')
    const saved = await call('documents.save', { id: made.id, revision: made.revision, document })
    expect(await machine.event('draft.changed')).toEqual({ kind: 'draft.changed', id: made.id, revision: saved.revision })
    expect((await call('documents.get', { id: made.id })).document).toEqual(document)
    expect(await call('documents.list', {})).toMatchObject([{ id: made.id, state: 'draft', documentNumber: null }])
    await refusal('documents.create', { templateId: 'none' }, 'notFound')
    expect(await call('templates.attachment', { templateId: 'roster' })).toMatchObject({ type: 'attachment', children: [{ type: 'innerTitle' }, { look: 'roster' }, { type: 'paragraph' }] })
    await refusal('templates.attachment', { templateId: 'none' }, 'notFound')
    await refusal('documents.get', { id: newId() }, 'notFound')
  })

  it('a stale save is refused; its text can be kept as a second draft', async () => {
    const { id, revision, document } = await draft()
    await call('documents.save', { id, revision, document: withTitle(document, '甲') })
    await refusal('documents.save', { id, revision, document: withTitle(document, '乙') }, 'stale')
    expect((await call('documents.get', { id })).document).toEqual(withTitle(document, '甲'))
    const second = await call('documents.copy', { id, document: withTitle(document, '乙') })
    expect(second.id).not.toBe(id)
    expect((await call('documents.list', {})).map(({ title }) => title).sort()).toEqual(['乙', '甲'])
  })

  it('a discarded draft can be had back', async () => {
    const { id } = await draft()
    await call('documents.discard', { id })
    expect(await call('documents.list', {})).toEqual([])
    expect(await call('documents.listDiscarded', {})).toMatchObject([{ id }])
    await call('documents.restore', { id })
    expect(await call('documents.list', {})).toMatchObject([{ id }])
  })

  it('签发 and 编号: what is not possible is refused, the number is the next one, and it is told', async () => {
    const { id, revision, document } = await draft()
    const [, series] = await call('register.series', { year: 2024 })
    const allocate = { documentId: id, seriesId: series?.id ?? '', year: 2024 }
    await refusal('register.allocate', allocate, 'wrongState')
    await call('documents.sign', { id, signer: '程远' })
    await refusal('documents.sign', { id, signer: '' }, 'wrongState')
    await refusal('documents.save', { id, revision: revision + 1, document }, 'locked')
    await refusal('documents.discard', { id }, 'locked')
    await call('documents.act', { id, act: 'return', opinion: '请核对数字' })
    await call('documents.sign', { id, signer: '程远' })
    await refusal('register.allocate', { ...allocate, seriesId: newId() }, 'unknownSeries')
    await refusal('register.allocate', { ...allocate, expected: 2 }, 'stale')
    const given = await call('register.allocate', { ...allocate, expected: 1 })
    expect(given).toMatchObject({ documentNumber: '河政办发〔2024〕1号', number: 1, record: { state: 'numbered' } })
    await machine.event('register.changed')
    await machine.event('draft.changed', (event) => event.id === id && event.revision === given.record?.revision)
    await refusal('register.allocate', allocate, 'wrongState')
    await refusal('documents.act', { id, act: 'return', opinion: '请核对数字' }, 'wrongState')
    expect((await call('register.series', { year: 2024 })).map(({ used, next }) => [used, next])).toEqual([[0, 1], [1, 2]])
    expect(await call('documents.copy', { id })).toMatchObject({ state: 'draft', document: { header: { documentNumber: null } } })
    const { history } = await call('documents.get', { id })
    expect(history.map(({ what }) => what)).toEqual(['imported', 'signed', 'returned', 'signed', 'numbered'])
  })

  it('what a draft lacks is listed', async () => {
    const { id, revision, document } = await draft()
    await call('documents.save', { id, revision, document: withTitle(document, '') })
    await expect(call('documents.sign', { id, signer: '' })).rejects.toMatchObject({ error: { code: 'notReady', details: ['标题没有填写'] } })
  })

  it('a series is made once, of Chinese characters', async () => {
    await call('library.create', OFFICE)
    expect((await call('register.addSeries', { code: '河政任' })).map(({ code }) => code)).toEqual(['河政发', '河政办发', '河政任'])
    for (const code of ['河政任', 'ABC', '河']) await refusal('register.addSeries', { code }, 'badRequest')
  })

  it('export: steps, then a sound Word file, and a line of history', async () => {
    const { id, document } = await draft()
    const { result, progress } = await run({ kind: 'export', id, layout: 'gazette', target: machine.target('通知 一.docx') })
    if (result.kind !== 'export') throw new Error(result.kind)
    const bytes = await machine.fetched(result)
    expect(bytes).toHaveLength(result.bytes)
    expect(checkWordFile(bytes, document)).toEqual([])
    expect(result.fileName).toMatch(/通知.*\.docx$/)
    const done = progress.map((step) => step.done)
    expect(done).toEqual(Array.from(new Set(done)).sort((a, b) => a - b))
    expect(done[0]).toBe(0)
    expect(new Set(progress.map(({ total }) => total))).toEqual(new Set([100]))
    expect((await call('documents.get', { id })).history.at(-1)).toMatchObject({ what: 'exported', who: '林禾' })
  })

  it('import: one result a file, in order; a bad one keeps no other out', async () => {
    await call('library.create', OFFICE)
    const sources = await Promise.all([
      machine.source('一.txt', notice()),
      machine.source('图.txt', Uint8Array.from({ length: 3000 }, (_, at) => (at * 73) % 256)),
      machine.source('又一.txt', notice()),
      machine.source('草稿 二.txt', notice({ number: null })),
    ])
    const { files } = await importing(sources)
    expect(files).toMatchObject([
      { file: '一.txt', ok: true, documentNumber: '河政办发〔2024〕9号' },
      { file: '图.txt', ok: false, message: expect.stringContaining('文本') as string },
      { file: '又一.txt', ok: false, message: expect.stringContaining('已经给了') as string },
      { file: '草稿 二.txt', ok: true, documentNumber: null, remarks: [expect.stringContaining('UTF-8') as string] },
    ])
    await machine.event('documents.changed')
    const documents = await call('documents.list', {})
    expect(documents.map(({ state }) => state).sort()).toEqual(['draft', 'issued'])
    expect((await call('register.series', { year: 2024 })).find(({ code }) => code === '河政办发')).toMatchObject({ used: 1, next: 10 })
  })

  it('a task that fails says why; one that has ended cannot be cancelled', async () => {
    await call('library.create', OFFICE)
    const failing = run({ kind: 'export', id: newId(), layout: 'gazette', target: machine.target('无.docx') })
    await expect(failing).rejects.toMatchObject({ error: { code: 'notFound' } })
    const { job } = await machine.event('job.failed')
    await refusal('jobs.cancel', { job }, 'notFound')
  })

  it('a cancelled import says what is in the library and what is not', async () => {
    await call('library.create', OFFICE)
    const count = 200
    const sources = await Promise.all(
      Array.from({ length: count }, (_, at) => machine.source(`稿${at}.txt`, notice({ number: null, title: `关于第${at}项工作的通知` }))),
    )
    called.add('jobs.start')
    const { job } = await machine.client.call('jobs.start', { kind: 'import', sources })
    await machine.event('job.progress', (event) => event.job === job && event.done > 0)
    // Another program holds the library, so that the task stands still until the cancel is on its way.
    const other = new SQLite(join(data, '资料 库.db'))
    other.exec('BEGIN IMMEDIATE')
    const cancelled = call('jobs.cancel', { job })
    other.exec('ROLLBACK')
    other.close()
    await cancelled
    const { result } = await machine.event('job.done', (event) => event.job === job)
    if (result.kind !== 'import') throw new Error(result.kind)
    const taken = result.files.filter(({ ok }) => ok).length
    expect(result.files).toHaveLength(count)
    expect(taken).toBeGreaterThan(0)
    expect(taken).toBeLessThan(count)
    expect(result.files.at(-1)).toMatchObject({ file: `稿${count - 1}.txt`, ok: false, message: '已取消，没有导入' })
    expect(await call('documents.list', {})).toHaveLength(taken)
  })

  it('what another program writes to the library is told', async () => {
    const { document } = await draft()
    await machine.event('documents.changed', ({ origin }) => origin === 'here')
    const store = openStore(join(data, '资料 库.db'))
    await store.createDraft({ document, who: '别处', what: 'created', detail: '' })
    await store.close()
    await machine.event('documents.changed', ({ origin }) => origin === 'elsewhere')
    expect(await call('documents.list', {})).toHaveLength(2)
  })

  it('a damaged library is refused at each call, never opened', async () => {
    await machine.close()
    const other = new SQLite(join(data, '资料 库.db'))
    other.exec('CREATE TABLE other (a); PRAGMA user_version = 3')
    other.close()
    machine = await start({ root: program.root, data, library: '资料 库.db' })
    await refusal('library.status', {}, 'libraryDamaged')
    await refusal('documents.list', {}, 'libraryDamaged')
  })

  it('the shell says what it is', async () => {
    const info = await call('shell.ready', {})
    expect(info.version).not.toBe('')
    if (info.kind === 'electron') return
    expect(await call('shell.chooseTarget', { suggestedName: '通知.docx' })).toEqual({ kind: 'download' })
    expect(await call('shell.chooseSources', {})).toBeNull()
    for (const channel of ['shell.chooseImage', 'shell.chooseWorkbook'] as const) expect(await call(channel, {})).toBeNull()
    await refusal('shell.openPath', { path: join(data, '通知.docx'), how: 'open' }, 'badRequest')
  })

  it('every channel of the contract was called', async () => {
    const host = await openHost({ libraryFile: join(data, '别的.db'), shell: browserShell({ uploads: createTransfers(), downloads: createTransfers() }), resources: ROOT, version: '' })
    await host.close()
    const elsewhere = /^(?:shell\.(?:choose\w+|openPath)|images\.add|tables\.read|documents\.(?:snapshots?|people)|search\.\w+|backups\.\w+|library\.log|fonts\.\w+|layout\.setting|register\.(?!series$|addSeries$|allocate$)\w+)$/ // in test/shell and beside this
    expect(Object.keys(host.handlers).filter((channel) => !called.has(channel) && !elsewhere.test(channel))).toEqual([])
  })
})

function withTitle(document: Document, title: string): Document {
  return { ...document, parts: document.parts.map((part) => (part.type === 'title' ? { ...part, children: [{ text: title }] } : part)) }
}
