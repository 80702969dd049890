/** Exports over both transports: either layout, as a Word file or a PDF, read back before they are given out. */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readPdf } from '../../electron/pdf/read-pdf.ts'
import { measuringFontconfig } from '../../build/measuring-fonts.ts'
import { startJob, type Progress } from '../../renderer/api/job.ts'
import type { JobRequest } from '../../shared/api/job-types.ts'
import type { ExportResult } from '../../shared/api/types.ts'
import { newId, type Id } from '../../shared/lib/id.ts'
import { notice } from '../cli/harness.ts'
import { LACKING, SKIPPED } from '../pdf/fonts.ts'
import { machineForEach } from './machine-for-each.ts'
import { MACHINES } from './machines.ts'

if (LACKING !== null && !SKIPPED) throw new Error(LACKING)

describe.skipIf(SKIPPED).each(Object.entries(MACHINES))('over %s', (_name, start) => {
  // The programs that are started find the measuring fonts and no others.
  beforeAll(() => {
    process.env.FONTCONFIG_FILE = measuringFontconfig()
  })
  const at = machineForEach(start, '公报 导出-')

  async function imported(): Promise<Id> {
    await at.machine.client.call('library.create', { office: '河湾县人民政府办公室', codes: ['河政办发'], user: '林禾' })
    const { result } = startJob(at.machine.client, { kind: 'import', sources: [await at.machine.source('通知.txt', notice())] }, () => undefined)
    const done = await result
    return done.kind === 'import' ? (done.files[0]?.id ?? newId()) : newId()
  }

  async function exported(request: Omit<Extract<JobRequest, { kind: 'export' }>, 'kind'>): Promise<{ result: ExportResult; progress: readonly Progress[] }> {
    const progress: Progress[] = []
    const result = await startJob(at.machine.client, { kind: 'export', ...request }, (one) => progress.push(one)).result
    if (result.kind !== 'export') throw new Error(result.kind)
    return { result, progress }
  }

  it('a PDF in either layout: its pages, its text, its name, and what stands for missing fonts', async () => {
    const id = await imported()
    const grids = { gazette: { columns: 2, characters: 20, lines: 33 }, official: { columns: 1, characters: 28, lines: 22 } }
    for (const layout of ['gazette', 'official'] as const) {
      const { result, progress } = await exported({ id, layout, format: 'pdf', target: at.machine.target(`${layout}.pdf`) })
      const bytes = await at.machine.fetched(result)
      expect(bytes).toHaveLength(result.bytes)
      expect(result.fileName).toMatch(/\.pdf$/)
      const pages = await readPdf(bytes, join(import.meta.dirname, '../../node_modules/pdfjs-dist'))
      expect(result.checked).toEqual({ pages: pages.length, ...grids[layout] })
      const text = pages.flatMap(({ glyphs }) => glyphs.map((glyph) => glyph.text)).join('')
      expect(text).toContain('河政办发〔2024〕9号')
      expect(text.includes('河湾县人民政府办公室文件')).toBe(layout === 'official')
      expect(result.substitutes).toContainEqual({ slot: '仿宋', asked: '仿宋_GB2312', family: 'FandolFang' })
      expect(progress.at(-1)?.done).toBeGreaterThan(progress[0]?.done ?? 0)
    }
  })

  it('a Word file says how many pages it will have; without a format it is one', async () => {
    const id = await imported()
    const { result } = await exported({ id, layout: 'official', target: at.machine.target('公文.docx') })
    expect(result.fileName).toMatch(/\.docx$/)
    expect(Buffer.from((await at.machine.fetched(result)).subarray(0, 2)).toString()).toBe('PK')
    expect(result.checked).toMatchObject({ columns: 1, characters: 28, lines: 22 })
    expect(result.checked.pages).toBeGreaterThan(0)
    expect(result.missingCharacters).toEqual([])
  })

  it('what is printed is a PDF that can be looked at once; its text is frozen', async () => {
    const id = await imported()
    const result = await startJob(at.machine.client, { kind: 'print', id, layout: 'official' }, () => undefined).result
    if (result.kind !== 'print') throw new Error(result.kind)
    expect(result.checked).toMatchObject({ columns: 1, characters: 28, lines: 22 })
    if (result.url === undefined) {
      expect(result.path).toMatch(/gongbao-print.*\.pdf$/)
      expect(readFileSync(result.path ?? '').subarray(0, 5).toString()).toBe('%PDF-')
      rmSync(join(result.path ?? '', '..'), { recursive: true })
    } else {
      const first = await at.machine.address(result.url)
      expect(first.headers).toMatchObject({ 'content-type': 'application/pdf', 'content-disposition': expect.stringMatching(/^inline; .*\.pdf$/) as string })
      expect(Buffer.from(first.bytes.subarray(0, 5)).toString()).toBe('%PDF-')
      expect((await at.machine.address(result.url)).status).toBe(404)
    }
    const { history, document } = await at.machine.client.call('documents.get', { id })
    expect(history.at(-1)).toMatchObject({ what: 'printedOut', detail: '公文版式' })
    const [frozen] = await at.machine.client.call('documents.snapshots', { id })
    expect(frozen).toMatchObject({ reason: 'printedOut', same: true, at: history.at(-1)?.at })
    expect((await at.machine.client.call('documents.snapshot', { id: frozen?.id ?? '' })).document).toEqual(document)
  })

  it('no other layout or format', async () => {
    const id = await imported()
    const request = { kind: 'export', id, layout: 'letter', target: at.machine.target('x.docx') } as unknown as JobRequest
    await expect(at.machine.client.call('jobs.start', request)).rejects.toMatchObject({ error: { code: 'badRequest' } })
    const odt = { kind: 'export', id, layout: 'gazette', format: 'odt', target: at.machine.target('x.odt') } as unknown as JobRequest
    await expect(at.machine.client.call('jobs.start', odt)).rejects.toMatchObject({ error: { code: 'badRequest' } })
  })
})
