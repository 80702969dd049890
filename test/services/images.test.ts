/** A Word file with images comes in with them, and goes out with them; a library that lacks one says which. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkWordFile } from '../../electron/docx/check/check-word-file.ts'
import { writeGazetteNotice } from '../../electron/docx/writer/gazette-notice.ts'
import { openHost, type Host } from '../../electron/host.ts'
import { createStore } from '../../electron/store/sqlite-store.ts'
import type { ApiEvent } from '../../shared/api/events.ts'
import type { JobRequest } from '../../shared/api/job-types.ts'
import type { DocumentRecord, ImportedFile } from '../../shared/api/types.ts'
import { makeImage } from '../../shared/document/build.ts'
import { imagesOf } from '../../shared/document/text.ts'
import { ROOT } from '../shell/harness.ts'
import { bytesOfImages, illustrated } from '../docx/illustrated.ts'
import { template } from '../docx/template.ts'

let folder: string
let library: string
let host: Host

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), '公报 图片-'))
  library = join(folder, '资料.db')
  await createStore(library, { office: '', user: '林禾', gazetteName: '' }, []).close()
  const unasked = () => Promise.resolve(null)
  const shell = { kind: 'terminal', chooseTarget: unasked, chooseSources: unasked, chooseImage: unasked, chooseWorkbook: unasked, openPath: () => Promise.resolve(), ready: () => undefined } as const
  host = await openHost({ libraryFile: library, shell, resources: ROOT, version: '' })
})
afterEach(async () => {
  await host.close()
  rmSync(folder, { recursive: true, force: true })
})

function run(request: JobRequest): Promise<Extract<ApiEvent, { kind: 'job.done' | 'job.failed' }>> {
  return new Promise((resolve) => {
    host.subscribe((event) => (event.kind === 'job.done' || event.kind === 'job.failed') && resolve(event))
    void host.call('jobs.start', request)
  })
}

async function imported(): Promise<ImportedFile | undefined> {
  const path = join(folder, '责任区.docx')
  writeFileSync(path, await writeGazetteNotice(illustrated, { template, gazetteName: '', images: bytesOfImages }))
  const end = await run({ kind: 'import', sources: [{ kind: 'file', path }] })
  return end.kind === 'job.done' && end.result.kind === 'import' ? end.result.files[0] : undefined
}

async function record(id = ''): Promise<DocumentRecord> {
  const reply = await host.call('documents.get', { id })
  // The channel's own answer.
  return (reply as { value: DocumentRecord }).value
}

it('images come in with the document, and each is there by its address', async () => {
  const file = await imported()
  expect(file).toMatchObject({ ok: true, documentNumber: '河政办发〔2024〕17号' })
  const images = imagesOf((await record(file?.id)).document)
  expect(images.map(({ sha256 }) => sha256)).toEqual(imagesOf(illustrated).map(({ sha256 }) => sha256))
  for (const { sha256, mediaType } of images) {
    const image = await host.image(sha256)
    expect([image?.mediaType, createHash('sha256').update(image?.bytes ?? '').digest('hex')]).toEqual([mediaType, sha256])
  }
  // The file itself is kept there too, and is no image.
  const original = createHash('sha256').update(readFileSync(join(folder, '责任区.docx'))).digest('hex')
  expect(await host.image(original)).toBeNull()
})

it('they go out again, checked', async () => {
  const file = await imported()
  const path = join(folder, '导出.docx')
  expect(await run({ kind: 'export', id: file?.id ?? '', layout: 'gazette', target: { kind: 'file', path } })).toMatchObject({ kind: 'job.done' })
  expect(checkWordFile(new Uint8Array(readFileSync(path)), (await record(file?.id)).document)).toEqual([])
})

it('a copy of the document has them, and nothing is kept twice', async () => {
  const file = await imported()
  const { value: copy } = (await host.call('documents.copy', { id: file?.id ?? '' })) as { value: DocumentRecord }
  expect(imagesOf(copy.document)).toHaveLength(5)
  const count = new SQLite(library, { readonly: true }).prepare('SELECT count(*) FROM blob').pluck().get()
  // Four images and the file.
  expect(count).toBe(5)
})

it('without the bytes of an image nothing is exported, and it is said which one of which document', async () => {
  const file = await imported()
  const { value: copy } = (await host.call('documents.copy', { id: file?.id ?? '' })) as { value: DocumentRecord }
  const lost = makeImage({ sha256: 'ab'.repeat(32), mediaType: 'image/png', width: 90, height: 60, alt: '界桩' })
  const parts = copy.document.parts.map((part) => (part.type === 'body' ? { ...part, children: [lost, ...part.children] } : part))
  await host.call('documents.save', { id: copy.id, revision: copy.revision, document: { ...copy.document, parts } })
  const path = join(folder, '导出.docx')
  writeFileSync(path, '旧')
  const end = await run({ kind: 'export', id: copy.id, layout: 'gazette', target: { kind: 'file', path } })
  expect(end).toMatchObject({ kind: 'job.failed', error: { code: 'notFound', message: '《关于划定森林防火责任区的通知》有图片不在本资料库，没有导出：第1张“界桩”', next: expect.stringContaining('替换') as string } })
  expect(readFileSync(path, 'utf8')).toBe('旧')
})
