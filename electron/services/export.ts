/** 导出: a document as a Word file or a PDF, read back before it takes its place. */
import { join } from 'node:path'
import { Refusal } from '../../shared/api/reply.ts'
import type { DocumentRecord, ExportResult, FoundInFile, JobRequest } from '../../shared/api/types.ts'
import { documentFileName } from '../../shared/document/file-name.ts'
import { partText } from '../../shared/document/text.ts'
import { missingFonts } from '../fonts/installed.ts'
import type { ServiceContext } from './context.ts'
import type { ExportStep } from './export-file.ts'
import { laidOut } from './export-pages.ts'
import { pdfFile } from './export-pdf.ts'
import { wordFile } from './export-word.ts'
import { imageBytes } from './images.ts'
import { put, type Place } from './target.ts'
import { cancelledRefusal, type Task } from './task.ts'

type ExportRequest = Extract<JobRequest, { kind: 'export' }>

/** Of a hundred: laid out, written, checked. */
const WRITING = 20
const CHECKING = 60
const SAVING = 95

/**
 * Writes one document. Refused: notFound (the document, or an image of it), notReady (no font, or an image that a PDF cannot take), exportFailed (the
 * written file did not pass its checks; nothing is put in the target's place), cancelled, and what `replaceFile` refuses.
 */
export async function exportDocument(context: ServiceContext, { id, layout, format = 'docx', target }: ExportRequest, task: Task): Promise<ExportResult> {
  const { record, user, families, bytes, found } = await makeFile(context, { id, layout, format }, task, '没有导出')
  const place = await put(context.shell, target, documentFileName(record.document, format), bytes)
  await recordExport(context, record, user, place)
  return { kind: 'export', ...place, bytes: bytes.length, missingFonts: await missingFonts(families), ...found }
}

export interface MadeFile {
  readonly record: DocumentRecord
  /** Who works here. */
  readonly user: string
  /** The families that the file names. */
  readonly families: readonly string[]
  readonly bytes: Uint8Array
  readonly found: FoundInFile
}

/** Lays a document out, writes it and reads it back; it is in no place yet. `otherwise` says what did not happen when the person cancels. */
export async function makeFile(context: ServiceContext, { id, layout, format }: Required<Pick<ExportRequest, 'id' | 'layout' | 'format'>>, task: Task, otherwise: string): Promise<MadeFile> {
  const store = context.library.store()
  const report = async (done: number, note: string): Promise<void> => {
    task.progress(done, 100, note)
    if (await task.cancelled()) throw cancelledRefusal(otherwise)
  }
  const step: ExportStep = (what, done = 0) =>
    what === 'check' ? report(CHECKING, '正在检查写好的文件…') : report(WRITING + Math.round((CHECKING - WRITING) * done), '正在写文件…')
  await report(0, '正在排版…')
  const record = await store.getDocument(id)
  const { document } = record
  const profile = await store.profile()
  const images = await imageBytes(context, document, partText(document, 'title').replace(/\n/g, ''))
  const laid = await laidOut(context, record, profile, layout)
  await step('write')
  const file = format === 'pdf' ? await pdfFile(document, laid, images, { data: join(context.resources, 'pdfjs'), step }) : await wordFile(document, laid, images, step)
  await report(SAVING, '正在存盘…')
  const { bytes, checked, missingCharacters } = file
  const families = [...new Set(Object.values(laid.print.look.fonts))]
  return { record, user: profile.user, families, bytes, found: { checked, missingCharacters, substitutes: laid.substitutes } }
}

/** The file is there already; a library that cannot take the line of history must not make it look lost, nor keep a download back. */
async function recordExport({ library, emit, report }: ServiceContext, { id }: DocumentRecord, who: string, place: Place): Promise<void> {
  try {
    await library.store().recordExport(id, who, place.path ?? place.fileName, 'exported')
    emit({ kind: 'documents.changed', origin: 'here' })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { path } = place
    if (path === undefined) report(error)
    else throw new Refusal({ ...error.error, message: `导出记录没有写进资料库：${error.error.message}`, safe: `文件已经写好：${path}` }, error)
  }
}
