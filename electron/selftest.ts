/**
 * The desktop program checks itself on an empty library: every step runs in the real page and goes the whole way through
 * preload, main, service process and database. Started with GONGBAO_SELFTEST=1.
 */
import { statSync } from 'node:fs'
import { arch, platform, release } from 'node:os'
import { join } from 'node:path'
import type { Channel, RequestOf, ValueOf } from '../shared/api/contract.ts'
import type { ApiEvent } from '../shared/api/events.ts'
import type { Reply } from '../shared/api/reply.ts'

export interface SelftestStep {
  readonly name: string
  readonly ok: boolean
  readonly milliseconds: number
  /** What was found, or why it failed. */
  readonly note: string
}

export interface SelftestReport {
  readonly ok: boolean
  readonly system: string
  /** Electron, Chromium and Node. */
  readonly versions: string
  readonly steps: readonly SelftestStep[]
}

export interface SelftestPage {
  /** Runs JavaScript in the page and resolves with its (JSON) value. */
  readonly evaluate: (code: string) => Promise<unknown>
  /** Absolute path of a folder for the Word file. */
  readonly folder: string
  readonly versions: Readonly<Record<string, string | undefined>>
}

/** Runs all steps; the first that fails ends it, because each needs the one before. Never rejects. */
export async function runSelftest(page: SelftestPage): Promise<SelftestReport> {
  const steps: SelftestStep[] = []
  for (const [name, run] of stepsOf(page)) {
    const began = performance.now()
    const done = await run().then(
      (note) => ({ ok: true, note }),
      (error: unknown) => ({ ok: false, note: error instanceof Error ? error.message : String(error) }),
    )
    steps.push({ name, ...done, milliseconds: Math.round(performance.now() - began) })
    if (!done.ok) break
  }
  const { electron = '', chrome = '', node = '' } = page.versions
  return {
    ok: steps.every(({ ok }) => ok),
    system: `${platform()} ${release()} ${arch()}`,
    versions: `Electron ${electron}，Chromium ${chrome}，Node ${node}`,
    steps,
  }
}

function stepsOf(page: SelftestPage): readonly (readonly [name: string, run: () => Promise<string>])[] {
  const call = <C extends Channel>(channel: C, request: RequestOf<C>): Promise<ValueOf<C>> => callPage(page, channel, request)
  let draft: ValueOf<'documents.create'>
  return [
    ['资料库状态', async () => (await call('library.status', {})).kind],
    ['建立资料库', async () => (await call('library.create', { office: '河湾县人民政府办公室', codes: ['河政办发'], user: '自检' })).kind],
    ['模板', async () => `${(await call('templates.list', {})).length} 个`],
    ['文号系列', async () => `${(await call('register.series', { year: new Date().getFullYear() })).length} 个`],
    [
      '新建文稿',
      async () => {
        const [template] = await call('templates.list', {})
        if (!template) throw new Error('没有模板')
        draft = await call('documents.create', { templateId: template.id })
        return template.name
      },
    ],
    [
      '保存文稿',
      async () => {
        const { revision } = await call('documents.save', { id: draft.id, revision: draft.revision, document: draft.document })
        return `第 ${revision} 版`
      },
    ],
    ['写 Word 文件', () => exportWord(page, draft.id)],
  ]
}

async function callPage<C extends Channel>(page: SelftestPage, channel: C, request: RequestOf<C>): Promise<ValueOf<C>> {
  const reply = (await page.evaluate(`gongbao.call(${JSON.stringify(channel)}, ${JSON.stringify(request)})`)) as Reply<unknown>
  if (!reply.ok) throw new Error([reply.error.message, ...(reply.error.details ?? [])].join('；'))
  // The handlers are total over the contract.
  return reply.value as ValueOf<C>
}

async function exportWord(page: SelftestPage, id: string): Promise<string> {
  const path = join(page.folder, '自检.docx')
  const request: RequestOf<'jobs.start'> = { kind: 'export', id, layout: 'gazette', target: { kind: 'file', path } }
  // Listens before it starts, so that no end can be missed.
  const event = (await page.evaluate(`new Promise((resolve, reject) => {
    const end = gongbao.subscribe((event) => {
      if (event.kind !== 'job.done' && event.kind !== 'job.failed') return
      end()
      resolve(event)
    })
    gongbao.call('jobs.start', ${JSON.stringify(request)}).then((reply) => {
      if (!reply.ok) reject(new Error(reply.error.message))
    })
  })`)) as ApiEvent
  if (event.kind === 'job.failed') throw new Error([event.error.message, ...(event.error.details ?? [])].join('；'))
  return `${statSync(path).size} 字节`
}
