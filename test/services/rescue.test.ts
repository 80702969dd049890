/** 另存到别处: without a library, from the text alone. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, onTestFinished, it } from 'vitest'
import { openHost } from '../../electron/host.ts'
import type { ShellPort } from '../../electron/shell-port.ts'
import type { ApiEvent } from '../../shared/api/events.ts'
import type { JobRequest } from '../../shared/api/job-types.ts'
import { makeBody, makeImage } from '../../shared/document/build.ts'
import type { Document } from '../../shared/document/types.ts'
import { ROOT } from '../shell/harness.ts'
import { createStore } from '../../electron/store/sqlite-store.ts'
import { newId } from '../../shared/lib/id.ts'
import { CODES, PROFILE, readyDocument, tempFolder } from '../store/library.ts'

const none = (): Promise<null> => Promise.resolve(null)
const SHELL: ShellPort = { kind: 'terminal', chooseTarget: none, chooseSources: none, chooseImage: none, chooseWorkbook: none, openPath: () => Promise.resolve(), ready: () => undefined }

/** The end of a rescue on a library file that is `content`, or none. */
async function rescue(document: Document, format: 'docx' | 'txt', content: string | null) {
  const folder = tempFolder()
  const libraryFile = join(folder, '资料.db')
  if (content !== null) writeFileSync(libraryFile, content)
  mkdirSync(join(folder, '别处'))
  const path = join(folder, '别处', `文稿.${format}`)
  const host = await openHost({ libraryFile, shell: SHELL, resources: ROOT, version: '' })
  onTestFinished(() => host.close())
  const ended = new Promise<ApiEvent>((resolve) => host.subscribe((event) => (event.kind === 'job.done' || event.kind === 'job.failed') && resolve(event)))
  const request: JobRequest = { kind: 'rescue', document, format, target: { kind: 'file', path } }
  expect(await host.call('jobs.start', request)).toMatchObject({ ok: true })
  return { end: await ended, path, libraryFile }
}

it.each([['no library', null], ['a damaged one', '这不是资料库'.repeat(1000)]])('the text goes into a file: %s', async (_name, content) => {
  const document = readyDocument('关于做好防汛工作的通知', '请各乡镇于六月底前完成检修。')
  const text = await rescue(document, 'txt', content)
  expect(text.end).toMatchObject({ kind: 'job.done', result: { kind: 'rescue', path: text.path } })
  expect(readFileSync(text.path, 'utf8')).toMatch(/^\uFEFF河湾县人民政府办公室\r\n关于做好防汛工作的通知\r\n/)
  expect(existsSync(text.libraryFile)).toBe(content !== null)
  const word = await rescue(document, 'docx', content)
  expect(word.end.kind).toBe('job.done')
  expect(strFromU8(unzipSync(readFileSync(word.path))['word/document.xml'] ?? new Uint8Array())).toContain('请各乡镇于六月底前完成检修。')
})

it('images that nobody can read keep no text back', async () => {
  const plain = readyDocument()
  const image = makeImage({ sha256: 'a'.repeat(64), mediaType: 'image/png', width: 100, height: 50 })
  const document = { ...plain, parts: plain.parts.map((part) => (part.type === 'body' ? makeBody([...part.children, image]) : part)) }
  const word = await rescue(document, 'docx', null)
  expect(word.end).toMatchObject({ kind: 'job.failed', error: { code: 'notReady' } })
  expect((await rescue(document, 'txt', null)).end.kind).toBe('job.done')
})

it('a text whose document went with a restore is kept as a second draft; without its text there is nothing to keep', async () => {
  const libraryFile = join(tempFolder(), '资料.db')
  await createStore(libraryFile, PROFILE, CODES).close()
  const host = await openHost({ libraryFile, shell: SHELL, resources: ROOT, version: '' })
  onTestFinished(() => host.close())
  const id = newId()
  expect(await host.call('documents.copy', { id, document: readyDocument('恢复前正在写的') })).toMatchObject({ ok: true, value: { state: 'draft' } })
  expect(await host.call('documents.copy', { id })).toMatchObject({ ok: false, error: { code: 'notFound' } })
})
