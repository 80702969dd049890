/** 导出: a document as a Word file, checked before it takes its place. */
import { join } from 'node:path'
import { Refusal } from '../../shared/api/reply.ts'
import type { DocumentRecord, ExportResult, JobRequest } from '../../shared/api/types.ts'
import { wordFileName } from '../../shared/document/file-name.ts'
import { partText } from '../../shared/document/text.ts'
import type { Document } from '../../shared/document/types.ts'
import { checkWordFile } from '../docx/check/check-word-file.ts'
import { writeGazetteNotice } from '../docx/writer/gazette-notice.ts'
import { fontsOf, missingFonts } from '../fonts/installed.ts'
import type { ServiceContext } from './context.ts'
import { imageBytes } from './images.ts'
import { gazetteNameOf } from './library.ts'
import { put, type Place } from './target.ts'
import { cancelledRefusal, type Task } from './task.ts'
import { readGazetteTemplate } from './templates.ts'

type ExportRequest = Extract<JobRequest, { kind: 'export' }>

const STEPS = 3

/**
 * Writes one document. Refused: notFound (the document, or an image of it), exportFailed (the written file did not pass its checks; nothing is put in the
 * target's place), cancelled, and what `replaceFile` refuses.
 */
export async function exportDocument(context: ServiceContext, { id, target }: ExportRequest, task: Task): Promise<ExportResult> {
  const store = context.library.store()
  const step = async (done: number, note: string): Promise<void> => {
    task.progress(done, STEPS, note)
    if (await task.cancelled()) throw cancelledRefusal('没有导出')
  }
  await step(0, '正在排版…')
  const record = await store.getDocument(id)
  const profile = await store.profile()
  const template = readGazetteTemplate(join(context.resources, 'templates'))
  const gazetteName = profile.gazetteName || gazetteNameOf(profile.office) || gazetteNameOf(record.document.header.issuers[0] ?? '')
  const images = await imageBytes(context, record.document, partText(record.document, 'title').replace(/\n/g, ''))
  const bytes = await writeGazetteNotice(record.document, { template, gazetteName, images })
  await step(1, '正在检查写好的文件…')
  assertSound(bytes, record.document)
  await step(2, '正在存盘…')
  const place = await put(context.shell, target, wordFileName(record.document), bytes)
  await recordExport(context, record, profile.user, place)
  return { kind: 'export', ...place, bytes: bytes.length, missingFonts: await missingFonts(fontsOf(template)) }
}

function assertSound(bytes: Uint8Array, document: Document): void {
  const faults = checkWordFile(bytes, document)
  if (faults.length === 0) return
  throw new Refusal({
    code: 'exportFailed',
    message: '写出的 Word 文件没有通过检查，没有导出',
    safe: '文稿和原有的文件没有改动',
    next: '这是程序的毛病，请把下面几行和这份文稿的标题告诉维护人员',
    details: faults,
  })
}

/** The file is there already; a library that cannot take the line of history must not make it look lost, nor keep a download back. */
async function recordExport({ library, emit, report }: ServiceContext, { id }: DocumentRecord, who: string, place: Place): Promise<void> {
  try {
    await library.store().recordExport(id, who, place.path ?? place.fileName)
    emit({ kind: 'documents.changed', origin: 'here' })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { path } = place
    if (path === undefined) report(error)
    else throw new Refusal({ ...error.error, message: `导出记录没有写进资料库：${error.error.message}`, safe: `Word 文件已经写好：${path}` }, error)
  }
}
