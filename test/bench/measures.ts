/** The three things that are measured, each on the built program as a person runs it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import type { Id } from '../../shared/lib/id.ts'
import { connect, ROOT, startBuiltServer } from '../support/running-server.ts'
import { longNotice } from './long-notice.ts'
import type { Measure } from './report.ts'

/** A library that holds the sample and one long draft. */
export interface Stage {
  readonly library: string
  readonly draft: Id
  readonly title: string
  readonly characters: number
}

/** Makes the library at `library` (absolute, nothing there yet). */
export async function setStage(library: string, characters: number): Promise<Stage> {
  const server = await startBuiltServer(library)
  try {
    const call = await connect(server)
    await call('library.createSample', {})
    const [template] = await call('templates.list', {})
    const { id, revision } = await call('documents.create', { templateId: template?.id ?? '' })
    await call('documents.save', { id, revision, document: longNotice(characters) })
    const title = (await call('documents.list', {})).find((one) => one.id === id)?.title ?? ''
    return { library, draft: id, title, characters }
  } finally {
    await server.stop()
  }
}

/** From the start of the server's process to the list of documents in the page. Memory is the server's. */
export async function measureStart({ library, characters }: Stage, browser: Browser, runs: number): Promise<Measure> {
  const milliseconds: number[] = []
  let megabytes: number | null = null
  for (let run = 0; run < runs; run += 1) {
    const page = await browser.newPage()
    const began = performance.now()
    const server = await startBuiltServer(library)
    try {
      await page.goto(server.address)
      await page.getByRole('option').first().waitFor()
      milliseconds.push(performance.now() - began)
      megabytes = highest(megabytes, peakOf(server.pid))
    } finally {
      await page.close()
      await server.stop()
    }
  }
  return { name: '启动到第一个可用画面', characters, milliseconds, megabytes }
}

/** From the click on the long draft to its sheet, drawn and ready for keys. Memory is the page's JavaScript heap. */
export async function measureOpen({ library, title, characters }: Stage, browser: Browser, runs: number): Promise<Measure> {
  const server = await startBuiltServer(library)
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const milliseconds: number[] = []
  let megabytes: number | null = null
  try {
    let address = server.address
    for (let run = 0; run < runs; run += 1) {
      const page = await context.newPage()
      await page.goto(address)
      // The session is the browser's from now on.
      address = server.origin
      const draft = page.getByRole('option').filter({ hasText: title })
      await draft.waitFor()
      const began = performance.now()
      await draft.click()
      const sheet = page.getByRole('textbox', { name: '文稿正文' }).filter({ hasText: title })
      await sheet.waitFor()
      // Two frames: the first may have been begun before.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
      milliseconds.push(performance.now() - began)
      megabytes = highest(megabytes, (await (await context.newCDPSession(page)).send('Runtime.getHeapUsage')).usedSize / 1e6)
      await page.close()
    }
  } finally {
    await context.close()
    await server.stop()
  }
  return { name: '打开长稿', characters, milliseconds, megabytes }
}

/** The terminal's export, from its start to its end, with the checks of the written file. Memory is that process's. */
export async function measureExport({ library, draft, characters }: Stage, folder: string, runs: number): Promise<Measure> {
  const milliseconds: number[] = []
  let megabytes: number | null = null
  for (let run = 0; run < runs; run += 1) {
    const out = join(folder, '长稿.docx')
    rmSync(out, { force: true })
    const began = performance.now()
    const peak = await runCli(['export', draft, '--layout', 'gazette', '--out', out, '--library', library])
    milliseconds.push(performance.now() - began)
    if (!existsSync(out)) throw new Error(`no ${out}`)
    megabytes = highest(megabytes, peak)
  }
  return { name: '导出 Word', characters, milliseconds, megabytes }
}

/** Tells at the end how much memory the process ever used: kibibytes, by way of its IPC channel. */
const TELL_PEAK = `data:text/javascript,process.on('exit', () => process.send(process.resourceUsage().maxRSS)); process.channel.unref()`

async function runCli(args: readonly string[]): Promise<number> {
  const program = join(ROOT, 'dist/electron/cli.cjs')
  const child = spawn(process.execPath, [`--import=${TELL_PEAK}`, program, ...args], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  let kibibytes = 0
  let errors = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text))
  child.on('message', (told) => (kibibytes = Number(told)))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}\n${errors}`)
  return (kibibytes * 1024) / 1e6
}

/** Highest resident memory of a running process so far, in millions of bytes; null where there is no /proc. */
function peakOf(pid: number): number | null {
  const file = `/proc/${pid}/status`
  const kibibytes = existsSync(file) ? /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(file, 'utf8'))?.[1] : undefined
  return kibibytes === undefined ? null : (Number(kibibytes) * 1024) / 1e6
}

function highest(so: number | null, now: number | null): number | null {
  return now === null ? so : Math.max(so ?? 0, now)
}
