/** 另存到别处: the text that is open in a window as a file, when the library cannot take it. Writes nothing into the library, and does without it. */
import { Refusal } from '../../shared/api/reply.ts'
import type { JobRequest } from '../../shared/api/job-types.ts'
import type { RescueResult } from '../../shared/api/types.ts'
import { documentFileName } from '../../shared/document/file-name.ts'
import { imagesOf } from '../../shared/document/text.ts'
import { officialPrint } from '../../shared/layout/official-print.ts'
import { plainTextOf } from '../../shared/document/view.ts'
import type { Document } from '../../shared/document/types.ts'
import { readMetrics } from '../fonts/metrics.ts'
import type { ServiceContext } from './context.ts'
import { imageBytes } from './images.ts'
import { layoutSetting } from './layout.ts'
import { put } from './target.ts'
import type { Task } from './task.ts'

type RescueRequest = Extract<JobRequest, { kind: 'rescue' }>

/** Refused: notReady (a Word file whose images the library does not give), and what `replaceFile` refuses. */
export async function rescueDocument(context: ServiceContext, { document, format, target }: RescueRequest, task: Task): Promise<RescueResult> {
  task.progress(0, 1, '正在写文件…')
  const bytes = format === 'docx' ? await wordBytes(context, document) : new TextEncoder().encode(`\uFEFF${plainTextOf(document).replace(/\n/g, '\r\n')}\r\n`)
  const name = documentFileName(document).replace(/docx$/, format)
  return { kind: 'rescue', ...(await put(context.shell, target, name, bytes)), bytes: bytes.length }
}

/** As the original would be laid out, with the program's own fonts: what the office has set stands in the library. */
async function wordBytes(context: ServiceContext, document: Document): Promise<Uint8Array> {
  const { official } = layoutSetting(context, { document }, { office: '', user: '', gazetteName: '' }, {})
  const { metrics } = await readMetrics(official.fonts)
  const { writePrint } = await import('../docx/writer/write-print.ts')
  return writePrint(officialPrint(document, official, metrics), document, { images: await imagesFor(context, document) })
}

async function imagesFor(context: ServiceContext, document: Document): Promise<ReadonlyMap<string, Uint8Array>> {
  if (imagesOf(document).length === 0) return new Map()
  try {
    return await imageBytes(context, document, '')
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new Refusal({ code: 'notReady', message: '文中的图片现在读不到，写不成 Word 文件', safe: '文字还在这个窗口里', next: '请先另存为文本，图片以后再补' }, error)
  }
}
