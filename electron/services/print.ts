/** 打印: the PDF of a document where the system's viewer, or the browser, can show and print it. Never a page of the interface. */
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JobRequest } from '../../shared/api/job-types.ts'
import type { PrintResult } from '../../shared/api/types.ts'
import { documentFileName } from '../../shared/document/file-name.ts'
import type { ServiceContext } from './context.ts'
import { LAYOUTS, makeFile, recordWritten } from './export.ts'
import type { Place } from './target.ts'
import type { Task } from './task.ts'

type PrintRequest = Extract<JobRequest, { kind: 'print' }>

/** Prepares what is to be printed. Refused: what an export as PDF is refused for. */
export async function printDocument(context: ServiceContext, { id, layout, snapshot }: PrintRequest, task: Task): Promise<PrintResult> {
  const made = await makeFile(context, { id, layout, snapshot, format: 'pdf' }, task, '没有打印')
  const { record, bytes, found } = made
  const place = await show(context.shell, documentFileName(record.document, 'pdf'), bytes)
  await recordWritten(context, made, 'printedOut', [`${LAYOUTS[layout]}版式`])
  return { kind: 'print', ...place, bytes: bytes.length, ...found }
}

/** Puts a PDF where it is seen: at an address that shows it once, or in a folder of the program's own. */
export async function show(shell: ServiceContext['shell'], fileName: string, bytes: Uint8Array): Promise<Place> {
  if (shell.offerDownload) return { fileName, url: await shell.offerDownload(fileName, bytes, 'show') }
  const folder = join(tmpdir(), 'gongbao-print')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await dropOld(folder)
  const path = join(await mkdtemp(join(folder, 'p-')), fileName)
  await writeFile(path, bytes)
  return { fileName, path }
}

const DAY_MS = 24 * 60 * 60 * 1000

/** A viewer may still show today's; what cannot be removed is left to the system. */
async function dropOld(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }))
    if (Date.now() - mtimeMs > DAY_MS) await rm(path, { recursive: true, force: true }).catch(() => undefined)
  }
}
