/** 导出: a document as a Word file or a PDF, read back before it takes its place. */
import { join } from 'node:path'
import { Refusal } from '../../shared/api/reply.ts'
import type { JobRequest } from '../../shared/api/job-types.ts'
import type { DocumentRecord, ExportResult, FileFormat, FoundInFile, Layout } from '../../shared/api/types.ts'
import { documentFileName } from '../../shared/document/file-name.ts'
import type { Id } from '../../shared/lib/id.ts'
import { partText } from '../../shared/document/text.ts'
import { missingFonts } from '../fonts/installed.ts'
import type { ServiceContext } from './context.ts'
import type { ExportStep } from './export-file.ts'
import { laidOut } from './export-pages.ts'
import { pdfFile } from './export-pdf.ts'
import { wordFile } from './export-word.ts'
import { imageBytes } from './images.ts'
import { settleTitles } from './settle-titles.ts'
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
export async function exportDocument(context: ServiceContext, { layout, format = 'docx', target, ...what }: ExportRequest, task: Task): Promise<ExportResult> {
  const made = await makeFile(context, { ...what, layout, format }, task, '没有导出')
  const { record, families, bytes, found } = made
  const place = await put(context.shell, target, documentFileName(record.document, format), bytes)
  await recordExport(context, made, [`${LAYOUTS[layout]}版式`, format === 'pdf' ? 'PDF' : 'Word', place.path ?? place.fileName], place)
  return { kind: 'export', ...place, bytes: bytes.length, missingFonts: await missingFonts(families), ...found }
}

/** What each layout is called. */
export const LAYOUTS: Record<Layout, string> = { official: '公文', gazette: '公报' }

/** What is to be made a file of. */
export interface Wanted {
  readonly id: Id
  readonly layout: Layout
  readonly format: FileFormat
  /** What was frozen then, in place of what the document says now. */
  readonly snapshot?: Id | undefined
}

export interface MadeFile {
  /** With the text that is in the file. */
  readonly record: DocumentRecord
  /** Of a frozen text: when it was frozen, Unix milliseconds. */
  readonly frozenAt: number | null
  /** Who works here. */
  readonly user: string
  /** The families that the file names. */
  readonly families: readonly string[]
  readonly bytes: Uint8Array
  readonly found: FoundInFile
}

/** Lays a document out, writes it and reads it back; it is in no place yet. `otherwise` says what did not happen when the person cancels. */
export async function makeFile(context: ServiceContext, { id, layout, format, snapshot }: Wanted, task: Task, otherwise: string): Promise<MadeFile> {
  const store = context.library.store()
  const report = async (done: number, note: string): Promise<void> => {
    task.progress(done, 100, note)
    if (await task.cancelled()) throw cancelledRefusal(otherwise)
  }
  const step: ExportStep = (what, done = 0) =>
    what === 'check' ? report(CHECKING, '正在检查写好的文件…') : report(WRITING + Math.round((CHECKING - WRITING) * done), '正在写文件…')
  await report(0, '正在排版…')
  const frozen = snapshot === undefined ? null : await store.snapshot(snapshot)
  if (frozen && frozen.documentId !== id) throw new Refusal({ code: 'notFound', message: '这份留存的文字是另一份文稿的', next: '请刷新后再试' })
  const now = await store.getDocument(id)
  const document = frozen?.document ?? now.document
  const record = { ...now, document }
  const profile = await store.profile()
  const images = await imageBytes(context, document, partText(document, 'title').replace(/\n/g, ''))
  const laid = await laidOut(context, record, profile, layout)
  await step('write')
  const file = format === 'pdf' ? await pdfFile(document, laid, images, { data: join(context.resources, 'pdfjs'), step }) : await wordFile(document, laid, images, step)
  await report(SAVING, '正在存盘…')
  const { bytes, checked, missingCharacters } = file
  const families = [...new Set(Object.values(laid.print.look.fonts))]
  return { record, frozenAt: frozen?.at ?? null, user: profile.user, families, bytes, found: { checked, missingCharacters, substitutes: laid.substitutes } }
}

/** The file is there already; a library that cannot take the line of history must not make it look lost, nor keep a download back. */
async function recordExport(context: ServiceContext, made: MadeFile, facts: readonly string[], { path }: Place): Promise<void> {
  try {
    await recordWritten(context, made, 'exported', facts)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (path === undefined) context.report(error)
    else throw new Refusal({ ...error.error, message: `导出记录没有写进资料库：${error.error.message}`, safe: `文件已经写好：${path}` }, error)
  }
}

/** Writes into the document's history what came out, and freezes the text that is in it. */
export async function recordWritten({ library, resources, emit }: ServiceContext, { record: { id, document }, user, frozenAt }: MadeFile, what: 'exported' | 'printedOut', facts: readonly string[]): Promise<void> {
  const of = frozenAt === null ? [] : [`${formatMoment(frozenAt)}留存的文字`]
  await library.store().recordWritten(id, { document: settleTitles(join(resources, 'templates'))(document), who: user, what, detail: [...facts, ...of].join('，') })
  emit({ kind: 'documents.changed', origin: 'here' })
}

function formatMoment(at: number): string {
  const then = new Date(at)
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${then.getFullYear()}年${then.getMonth() + 1}月${then.getDate()}日 ${two(then.getHours())}:${two(then.getMinutes())}`
}
