/** 导入: Word files of one notice, text files of one notice or one gazette issue. One result per document; a file comes in whole or not at all. */
import { join } from 'node:path'
import { Refusal } from '../../shared/api/reply.ts'
import type { JobRequest } from '../../shared/api/job-types.ts'
import type { DocumentRecord, ImportedFile, ImportResult, Source } from '../../shared/api/types.ts'
import { partText } from '../../shared/document/text.ts'
import { recogniseNotice, type Recognised } from '../../shared/recognise/notice.ts'
import type { Doubt } from '../../shared/recognise/doubt.ts'
import { adopt } from '../../shared/numbering/adopt.ts'
import { parseNumber } from '../../shared/register/number.ts'
import { sourceName } from '../files/read-source.ts'
import type { NewDocument, Store } from '../store/store.ts'
import { decodeText } from '../text/decode.ts'
import type { ServiceContext } from './context.ts'
import { importIssue, issueIn, type IssueFile } from './import-issue.ts'
import { recogniseWord, type WordNotice } from './recognise-word.ts'
import { settleTitles } from './settle-titles.ts'
import { sourceBytes } from './sources.ts'
import { cancelledRefusal, type Task } from './task.ts'

type ImportRequest = Extract<JobRequest, { kind: 'import' }>

/**
 * Imports each source by itself: what is wrong with one keeps no other out. Cancelled before the first: refused as
 * `cancelled`; later: the result says which are in the library and which are not.
 */
export async function importSources(context: ServiceContext, { sources, as }: ImportRequest, task: Task): Promise<ImportResult> {
  const files: ImportedFile[] = []
  let cancelled = false
  for (const [at, source] of sources.entries()) {
    const file = sourceName(source)
    if (!cancelled) task.progress(at, sources.length, file)
    cancelled ||= await task.cancelled()
    if (cancelled && files.length === 0) throw cancelledRefusal('没有导入')
    files.push(...(cancelled ? [failed(file, '已取消，没有导入')] : await importOne(context, { source, file, as }, task)))
  }
  if (files.some(({ ok }) => ok)) {
    context.emit({ kind: 'documents.changed', origin: 'here' })
    context.emit({ kind: 'register.changed' })
  }
  return { kind: 'import', files }
}

interface One {
  readonly source: Source
  readonly file: string
  readonly as: ImportRequest['as']
}

async function importOne(context: ServiceContext, { source, file, as }: One, task: Task): Promise<readonly ImportedFile[]> {
  try {
    const bytes = await sourceBytes(context.shell, source)
    const word = recogniseWord(bytes, as)
    if (word) return [await takeNotice(context, word, { name: file, bytes, remarks: ['Word 文档'] })]
    const { text, encoding } = decodeText(bytes)
    const remarks = [`文字编码 ${encoding}`]
    const issue = issueIn(text, as)
    if (issue) return await importIssue(context, issue, { name: file, bytes, remarks }, task)
    return [await takeNotice(context, recogniseNotice(text), { name: file, bytes, remarks })]
  } catch (error) {
    if (error instanceof Refusal) return [refusedFile(file, error)]
    context.report(error)
    return [failed(file, '程序出错，这个文件没有导入。资料库没有改动，请把这个文件交给维护人员')]
  }
}

async function takeNotice(context: ServiceContext, recognised: Recognised & Partial<Pick<WordNotice, 'images'>>, { name, bytes, remarks }: IssueFile): Promise<ImportedFile> {
  const document = settleTitles(join(context.resources, 'templates'))(recognised.document)
  const { record, doubts } = await keep(context.library.store(), { document, doubts: recognised.doubts, images: recognised.images ?? [], original: { name, bytes } })
  const { documentNumber } = record.document.header
  return { file: name, ok: true, id: record.id, documentNumber, title: titleOf(record), doubts, remarks }
}

/** With a number it arrives as 已发（导入）, its number taken in the register; without one as 拟稿. */
async function keep(
  store: Store,
  { document, doubts, images, original }: Required<Pick<NewDocument, 'document' | 'doubts' | 'images' | 'original'>>,
): Promise<{ record: DocumentRecord; doubts: readonly Doubt[] }> {
  const { user } = await store.profile()
  const arrival: NewDocument = { document, doubts, images, original, who: user, what: 'imported', detail: original.name }
  const printed = document.header.documentNumber
  const draft: NewDocument = { ...arrival, document: adopt(document) }
  if (printed === null) return { record: await store.createDraft(draft), doubts }
  const number = parseNumber(printed)
  if (number) return { record: await store.importIssued(arrival, number), doubts }
  const unread = [...doubts, { where: '发文字号', what: `“${printed}”不合发文字号的格式，没有登记，按没有文号的拟稿收入` }]
  return { record: await store.createDraft({ ...draft, doubts: unread }), doubts: unread }
}

function titleOf({ document }: DocumentRecord): string {
  return partText(document, 'title').replace(/\n/g, '')
}

/** The result for a file that was not taken. */
export function refusedFile(file: string, { error: { message, next } }: Refusal): ImportedFile {
  return failed(file, [message, next].filter((part) => part !== undefined).join('。'))
}

function failed(file: string, message: string): ImportedFile {
  return { file, ok: false, doubts: [], remarks: [], message }
}
