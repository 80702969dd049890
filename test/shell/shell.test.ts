/** The built desktop program on the stand-in for Electron: main, service process and SQLite are the real ones. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { DocumentRecord, TemplateSummary } from '../../shared/api/types.ts'
import type { Reply } from '../../shared/api/reply.ts'
import { builtProgram, ready, startShell, value, type RunningShell } from './harness.ts'

let program: Awaited<ReturnType<typeof builtProgram>>
let data: string
let running: RunningShell[] = []

beforeAll(async () => {
  program = await builtProgram()
})
afterAll(() => program.remove())
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'gongbao-data-'))
})
afterEach(async () => {
  await Promise.all(running.map((shell) => shell.stop()))
  running = []
  rmSync(data, { recursive: true, force: true })
})

function open(more: { library?: string; env?: NodeJS.ProcessEnv } = {}): RunningShell {
  const shell = startShell({ root: program.root, data, ...more })
  running.push(shell)
  return shell
}

/** A shell whose page says that it has drawn its first screen. */
function openReady(): Promise<RunningShell> {
  return ready(open())
}

async function openDraft(shell: RunningShell): Promise<DocumentRecord> {
  await value(shell.call('library.create', { office: '河湾县人民政府办公室', codes: ['河政办发'], user: '林禾' }))
  const [template] = await value<TemplateSummary[]>(shell.call('templates.list', {}))
  return value(shell.call('documents.create', { templateId: template!.id }))
}

test('calls reach the database and come back, refusals as refusals', async () => {
  const shell = open()
  expect(await value(shell.call('library.status', {}))).toMatchObject({ kind: 'none', file: join(data, '测试 库.db') })
  const draft = await openDraft(shell)
  await value(shell.call('documents.save', { id: draft.id, revision: draft.revision, document: draft.document }))
  expect(await shell.event('draft.changed')).toMatchObject({ id: draft.id })
  const other = { ...draft.document, header: { ...draft.document.header, issuers: ['河湾县水利局'] } }
  expect(await shell.call('documents.save', { id: draft.id, revision: draft.revision, document: other })).toMatchObject({
    ok: false,
    error: { code: 'stale' },
  })
  expect(await shell.call('no.channel', {})).toMatchObject({ ok: false, error: { code: 'badRequest' } })
  expect(readFileSync(join(data, '测试 库.db')).subarray(0, 15).toString()).toBe('SQLite format 3')
})

test('a second start with the same library shows the first window; another library has its own', async () => {
  const shell = await openReady()
  await shell.act('place', { minimised: true })
  const second = open()
  await second.told('gongbao.elsewhere')
  expect(await second.exited).toBe(0)
  expect(await shell.act('window')).toMatchObject({ minimised: false, focused: 1 })
  const other = open({ library: '另一个.db' })
  expect(await value(other.call('library.status', {}))).toMatchObject({ kind: 'none', file: join(data, '另一个.db') })
})

test('a data folder that cannot be made is told in Chinese, and the program ends', async () => {
  writeFileSync(join(data, '文件'), '')
  const shell = open({ env: { XDG_DATA_HOME: join(data, '文件'), APPDATA: join(data, '文件') } })
  const { title, content } = await shell.next<{ title: string; content: string }>('errorBox')
  expect(title).toBe('公报打不开')
  expect(content).toMatch(/建不了放数据的文件夹：.*文件[^]*请检查/)
  expect(await shell.exited).toBe(1)
})

test('place, size and zoom are remembered', async () => {
  const shell = await openReady()
  await shell.act('place', { bounds: { x: 100, y: 50, width: 1200, height: 700 }, maximised: true })
  await shell.act('zoomBy', 'in')
  await shell.act('click', 'shell.zoomIn')
  await shell.act('close')
  await shell.event('shell.command')
  await shell.act('ipcSend', { from: 'page', channel: 'gongbao:closeReady', args: [] })
  expect(await shell.exited).toBe(0)
  const again = await openReady()
  expect(await again.act('window')).toMatchObject({ bounds: { x: 100, y: 50, width: 1200, height: 700 }, maximised: true, zoom: 1.2 })
})

test('closing waits until the page has saved its last words', async () => {
  const shell = await openReady()
  const draft = await openDraft(shell)
  await shell.act('close')
  expect(await shell.event('shell.command')).toEqual({ kind: 'shell.command', command: 'window.close' })
  // A stranger cannot cut it short.
  await shell.act('ipcSend', { from: 'subframe', channel: 'gongbao:closeReady', args: [] })
  const title = { ...draft.document.parts[0], children: [{ text: '关于最后一秒的通知' }] }
  const document = { ...draft.document, parts: [title, ...draft.document.parts.slice(1)] }
  await value(shell.call('documents.save', { id: draft.id, revision: draft.revision, document }))
  await shell.act('ipcSend', { from: 'page', channel: 'gongbao:closeReady', args: [] })
  expect(await shell.exited).toBe(0)
  const again = open()
  const kept = await value<DocumentRecord>(again.call('documents.get', { id: draft.id }))
  expect(kept.document.parts[0]?.children).toEqual([{ text: '关于最后一秒的通知' }])
})

test('a page that never answers does not keep the window open for ever', async () => {
  const shell = await openReady()
  await shell.act('quit')
  expect(await shell.event('shell.command')).toMatchObject({ command: 'window.close' })
  expect(await shell.exited).toBe(0)
})

test('a page that has drawn nothing yet is not waited for', async () => {
  const shell = open()
  await shell.act('app')
  await value(shell.call('library.status', {}))
  await shell.act('close')
  expect(await shell.exited).toBe(0)
})

test('file dialogs answer the services', async () => {
  const shell = await openReady()
  const choose = (): Promise<Reply<unknown>> => shell.call('shell.chooseTarget', { suggestedName: '通知.docx' })
  await shell.act('answer', { canceled: true, filePath: '' })
  expect(await value(choose())).toBeNull()
  await shell.act('answer', { canceled: false, filePath: join(data, '通知.docx') })
  expect(await value(choose())).toEqual({ kind: 'file', path: join(data, '通知.docx') })
  const { options } = await shell.next<{ options: { defaultPath: string; filters: object } }>('dialog')
  expect(options.defaultPath).toMatch(/Documents.通知\.docx$/)
  expect(options.filters).toEqual([{ name: 'Word 文档', extensions: ['docx'] }])
  await shell.act('answer', { canceled: false, filePaths: ['/甲.txt', '/乙.txt'] })
  expect(await value(shell.call('shell.chooseSources', {}))).toEqual([
    { kind: 'file', path: '/甲.txt' },
    { kind: 'file', path: '/乙.txt' },
  ])
  await shell.act('answer', { canceled: false, filePaths: ['/图.png'] })
  expect(await value(shell.call('shell.chooseImage', {}))).toEqual({ kind: 'file', path: '/图.png' })
  await shell.act('answer', { canceled: true, filePaths: [] })
  expect(await value(shell.call('shell.chooseImage', {}))).toBeNull()
  await shell.act('answer', { canceled: false, filePaths: ['/表.xlsx'] })
  expect(await value(shell.call('shell.chooseWorkbook', {}))).toEqual({ kind: 'file', path: '/表.xlsx' })
})

test('a name without its extension gets one, and an existing file is asked about', async () => {
  const shell = await openReady()
  writeFileSync(join(data, '旧.docx'), '')
  await shell.act('answer', { canceled: false, filePath: join(data, '旧') })
  await shell.act('answer', { canceled: false, filePath: join(data, '新') })
  const chosen = await value(shell.call('shell.chooseTarget', { suggestedName: '旧' }))
  expect(chosen).toEqual({ kind: 'file', path: join(data, '新.docx') })
  await shell.next('dialog')
  const second = await shell.next<{ options: { defaultPath: string } }>('dialog')
  expect(second.options.defaultPath).toBe(join(data, '旧.docx'))
})

test('only an existing Word file is opened; others are shown in their folder', async () => {
  const shell = await openReady()
  const [word, script, gone] = [join(data, '通知.docx'), join(data, 'run.bat'), join(data, '没有.docx')]
  writeFileSync(word, '')
  writeFileSync(script, '')
  mkdirSync(join(data, 'Documents'))
  const openPath = (path: string, how: string): Promise<Reply<unknown>> => shell.call('shell.openPath', { path, how })
  expect(await openPath(word, 'open')).toMatchObject({ ok: true })
  expect(await openPath(script, 'open')).toMatchObject({ ok: false, error: { code: 'badRequest' } })
  expect(await openPath(gone, 'open')).toMatchObject({ ok: false, error: { code: 'fileMissing' } })
  expect(await openPath('通知.docx', 'open')).toMatchObject({ ok: false, error: { code: 'fileMissing' } })
  expect(await openPath(script, 'reveal')).toMatchObject({ ok: true })
  expect(await shell.act('opened')).toEqual([{ open: word }, { reveal: script }])
  await shell.act('openFault', 'no application')
  expect(await openPath(word, 'open')).toMatchObject({ ok: false, error: { code: 'badRequest', details: ['no application'] } })
})

test('the services come back after a break, and the second break is told', async () => {
  const shell = await openReady()
  const draft = await openDraft(shell)
  await shell.act('killService')
  expect(await value(shell.call('documents.get', { id: draft.id }))).toMatchObject({ id: draft.id })
  await shell.act('answer', { response: 1 })
  await shell.act('killService')
  const { options } = await shell.next<{ options: { message: string } }>('dialog', ({ options: { message } }) => message !== '')
  expect(options.message).toContain('后台程序再次中断')
  expect(await shell.call('documents.get', { id: draft.id })).toMatchObject({ ok: false, error: { code: 'internal' } })
})

test('a page that breaks is loaded again when the person wants it', async () => {
  const shell = await openReady()
  await shell.act('answer', { response: 0 })
  await shell.act('crashPage')
  await shell.next('reload')
  await openDraft(shell)
  await shell.act('answer', { response: 1 })
  await shell.act('crashPage')
  expect(await shell.exited).toBe(0)
  // No page to wait for is no reason to leave the library as a crash would.
  expect(() => readFileSync(join(data, '测试 库.db-wal'))).toThrow()
})

test('after closing no service process is left and the library is closed in order', async () => {
  const shell = await openReady()
  await openDraft(shell)
  const pids = await shell.act<number[]>('services')
  await shell.act('close')
  await shell.act('ipcSend', { from: 'page', channel: 'gongbao:closeReady', args: [] })
  expect(await shell.exited).toBe(0)
  expect(pids).toHaveLength(1)
  expect(() => process.kill(pids[0]!, 0)).toThrow()
  expect(() => readFileSync(join(data, '测试 库.db-wal'))).toThrow()
})
